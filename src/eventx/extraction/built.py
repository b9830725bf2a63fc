"""An extractor that is ready to run, and the guarded ways of running it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from attrs import field, frozen

from eventx.analysis import Analysis
from eventx.components import Explainer, Extractor, ExtractorRecord
from eventx.errors import PluginError
from eventx.guard import guarded
from eventx.model import EventMention


@frozen(kw_only=True)
class BuiltExtractor:
    """An extractor that is ready to run.

    Attributes:
        plugin: Name of its plugin.
        label: What provenance calls it: ``rules``, or ``rules:visits`` where the plugin offers several.
        record: What it declares.
        extractor: The extractor itself.
    """

    plugin: str
    label: str
    record: ExtractorRecord
    extractor: Extractor = field(repr=False)

    def reads(self, language: str | None) -> bool:
        """Whether it reads articles in this language; it may try those of which nobody knows."""
        return language is None or not self.record.languages or language in self.record.languages

    @property
    def screen(self) -> Callable[[str], bool] | None:
        """Its screen, None where it has none and wants every sentence parsed."""
        screen: Callable[[str], bool] | None = getattr(self.extractor, "screen", None)
        return screen

    def extract(self, analyses: Sequence[Analysis], *, article_id: str | None = None) -> list[EventMention]:
        """Run it over these articles to the end.

        Args:
            analyses: The articles.
            article_id: Named in the error, where there is but one.

        Raises:
            PluginError: If it raises, at whatever point, or gives something other than mentions.
        """
        with guarded("extract() failed", plugin=self.plugin, component=self.record.name, article_id=article_id):
            answer = self.extractor.extract(analyses)
            if not isinstance(answer, Iterable):
                raise TypeError(f"it returned {type(answer).__name__}, not event mentions")
            return list(answer)  # a generator runs here, inside the guard

    def explain(self, analysis: Analysis) -> list[str] | None:
        """Its explanation of what it makes of an article, line by line; None where it gives none.

        Raises:
            PluginError: If it raises.
        """
        if not isinstance(self.extractor, Explainer):
            return None
        with guarded(
            "explain() failed", plugin=self.plugin, component=self.record.name, article_id=analysis.article.id
        ):
            return [str(line) for explanation in self.extractor.explain([analysis]) for line in explanation.lines()]

    def wanted(self, sentences: Iterable[tuple[int, str]], *, article_id: str) -> list[int]:
        """Numbers of the sentences that its screen lets through.

        Raises:
            PluginError: If the screen raises.
        """
        screen = self.screen
        if screen is None:
            return [index for index, _text in sentences]
        with guarded("screen() failed", plugin=self.plugin, component=self.record.name, article_id=article_id):
            return [index for index, text in sentences if screen(text)]

    def error(self, reason: str, article_id: str | None) -> PluginError:
        """A failure of this extractor."""
        return PluginError(reason, plugin=self.plugin, component=self.record.name, article_id=article_id)
