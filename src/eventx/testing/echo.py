"""An extractor that gives what it was given, so that everything after extraction can be tested without one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from eventx.analysis import Analysis
from eventx.components import ExtractorRecord
from eventx.hookspecs import hookimpl
from eventx.model import EventMention
from eventx.schema import EventType


class EchoExtractor:
    """Gives these mentions back, each when its article comes.

    Args:
        mentions: What to give.

    Attributes:
        seen: Ids of the articles that it was asked about, in order.

    >>> from eventx import Article, EventMention
    >>> article = Article.of("Envoys visited Ostrava.", id="a1")
    >>> visit = EventMention(article_id="a1", type="VISIT", trigger=article.span(7, 14))
    >>> echo = EchoExtractor([visit])
    """

    def __init__(self, mentions: Iterable[EventMention]) -> None:
        self.mentions = tuple(mentions)
        self.seen: list[str] = []

    def extract(self, analyses: Sequence[Analysis]) -> Iterator[EventMention]:
        """The mentions of these articles."""
        for analysis in analyses:
            self.seen.append(analysis.article.id)
            yield from (mention for mention in self.mentions if mention.article_id == analysis.article.id)

    def plugin(self, *event_types: EventType) -> EchoPlugin:
        """A plugin that offers it as the extractor ``echo``, and these event types."""
        return EchoPlugin(self, event_types)


class EchoPlugin:
    """What `EchoExtractor.plugin` returns; hand it to a host as ``plugins={"echo": …}``."""

    def __init__(self, extractor: EchoExtractor, event_types: tuple[EventType, ...]) -> None:
        self._extractor, self._event_types = extractor, event_types

    @hookimpl
    def eventx_event_types(self) -> tuple[EventType, ...]:
        """The types it was given."""
        return self._event_types

    @hookimpl
    def eventx_extractors(self) -> list[ExtractorRecord]:
        """The extractor."""
        types = tuple(dict.fromkeys(mention.type for mention in self._extractor.mentions))
        return [
            ExtractorRecord(
                name="echo",
                description="Gives what it was given",
                build=lambda _options: self._extractor,
                types=types,
                languages=(),
                needs_parse=False,
            )
        ]
