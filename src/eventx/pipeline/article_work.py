"""All that is done to an article by itself: extraction, entities, coreference, dates. It needs no other article."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any

from attrs import frozen

from eventx.analysis import Analyser, Analysis
from eventx.components import DaterRecord, ExtractorRecord, MergerRecord, ResolverRecord
from eventx.errors import ComponentNotFoundError, EventxError, PluginError, SchemaError
from eventx.extraction import BuiltExtractor, ExtractionRunner
from eventx.model import Article, Entity, EventMention, ModelInfo
from eventx.pipeline.settings import Settings
from eventx.pipeline.stages import Stages
from eventx.plugins import Built, Component, PluginHost, provenance
from eventx.plugins.component import R
from eventx.schema import Catalogue, toml_text, types_from_toml


@frozen(kw_only=True)
class Found:
    """What was found in one article: its mentions in text order, and the entities that they refer to."""

    mentions: tuple[EventMention, ...]
    entities: tuple[Entity, ...]


@frozen(kw_only=True)
class BatchWork:
    """What was done to a batch of articles.

    Attributes:
        found: One for each article, in their order.
        sentences: Sentences in them.
        parsed: Sentences that were parsed because a screen let them through.
        unparsed: Sentences that an extractor wanted parsed, but that are too long.
        unread: Articles in a language that no extractor reads.
        model: The spaCy pipeline that parsed, None if nothing has been parsed yet.
    """

    found: tuple[Found, ...]
    sentences: int
    parsed: int
    unparsed: int
    unread: int
    model: ModelInfo | None


class ArticleWork:
    """The components that work on articles one by one, built once.

    Args:
        settings: Which components.
        host: Where they come from.
        on_error: Called with every failure; the work goes on.
    """

    def __init__(self, settings: Settings, host: PluginHost, on_error: Callable[[EventxError], None]) -> None:
        self.settings, self._host, self._on_error = settings, host, on_error
        self.analyser = Analyser(settings.model)
        self._built: list[Built[Any]] = []

    @cached_property
    def catalogue(self) -> Catalogue:
        """The event types of the run.

        Raises:
            SchemaError: If a types file is wrong.
        """
        known = self._host.catalogue()
        for path in self.settings.types_files:
            found = types_from_toml(toml_text(path), source=str(path), known=known)
            known = Catalogue([*known.values(), *found])
        return known

    @cached_property
    def stages(self) -> Stages:
        """Resolver, merger and dater."""
        resolver = self._build(ResolverRecord, self.settings.resolver)
        merger = self._build(MergerRecord, self.settings.merger)
        return Stages(resolver, merger, self.dater, self._on_error)

    @cached_property
    def dater(self) -> Built[DaterRecord]:
        """The dater."""
        return self._build(DaterRecord, self.settings.dater)

    @cached_property
    def runner(self) -> ExtractionRunner:
        """The extractors.

        Raises:
            PluginError: If none of them can be built.
            SchemaError: If a types file is wrong.
        """
        errors: list[PluginError] = []
        catalogue = self.catalogue
        chosen = self._host.select(ExtractorRecord, self.settings.extractor)
        if self.settings.types_files and not any(component.record.reads_types_files for component in chosen):
            raise ComponentNotFoundError(
                f"types files are given, but {self.settings.extractor!r} reads none. Choose an extractor that does: "
                + ", ".join(c.qualified for c in self._host.components(ExtractorRecord) if c.record.reads_types_files)
            )
        built, extractors = self._build_extractors(chosen, errors)
        if not extractors:
            raise errors[-1]
        for error in errors:
            self._on_error(error)
        self._built += built
        return ExtractionRunner(extractors, catalogue, self._on_error)

    def check_types_files(self) -> None:
        """Build every extractor that reads types files, if there are any to read.

        Raises:
            SchemaError: If a file is wrong.
        """
        errors: list[PluginError] = []
        if self.settings.types_files:
            readers = [c for c in self._host.components(ExtractorRecord) if c.record.reads_types_files]
            self._build_extractors(readers, errors)
        for error in errors:
            self._on_error(error)

    def _build_extractors(
        self, chosen: Sequence[Component[ExtractorRecord]], errors: list[PluginError]
    ) -> tuple[tuple[Built[ExtractorRecord], ...], tuple[BuiltExtractor, ...]]:
        """Build what can be built; what cannot is added to ``errors``, but a types file that is wrong is raised."""
        built = self._host.build_extractors(chosen, options=self._extractor_options, on_error=errors.append)
        for error in errors:
            if self.settings.types_files and isinstance(error.__cause__, SchemaError):
                raise error.__cause__  # the file is the user's, not the plugin's
        return built

    def prepare(self) -> None:
        """Build everything now, so that what cannot be had is told before the first article is read."""
        self.runner  # noqa: B018
        self.stages  # noqa: B018

    def provenance(self) -> dict[str, str]:
        """Name and version of every plugin behind what was built so far."""
        return provenance(self._built)

    def options(self, component: Component[Any]) -> Mapping[str, Any]:
        """The options of a component: those under its name, then those under its kind and name."""
        own, name = self.settings.options, component.qualified
        return {**own.get(name, {}), **own.get(f"{component.kind}:{name}", {})}

    def _extractor_options(self, component: Component[ExtractorRecord]) -> Mapping[str, Any]:
        own = self.options(component)
        if self.settings.types_files and component.record.reads_types_files:
            return {"types_files": self.settings.types_files, **own}
        return own

    def extract(self, articles: Sequence[Article]) -> BatchWork:
        """Extract from a batch of articles, and resolve, corefer and date what is found in each."""
        counts = self.runner.counts
        parsed, unparsed, unread = counts.parsed, counts.unparsed, counts.unread
        analyses = [self.analyser.analyse(article) for article in articles]
        extracted = self.runner.run(analyses, self.analyser)
        found = [self.within(analysis, mentions) for analysis, mentions in zip(analyses, extracted, strict=True)]
        return BatchWork(
            found=tuple(found),
            sentences=sum(len(analysis.sentences) for analysis in analyses),
            parsed=counts.parsed - parsed,
            unparsed=counts.unparsed - unparsed,
            unread=counts.unread - unread,
            model=self.analyser.info,
        )

    def explain(self, articles: Sequence[Article]) -> list[tuple[str, ...]]:
        """How the extractors came to what they find in each of these articles, line by line."""
        return self.runner.explain([self.analyser.analyse(article) for article in articles], self.analyser)

    def within(self, analysis: Analysis, mentions: Sequence[EventMention], *, dated: bool = False) -> Found:
        """Resolve, corefer and (unless they bring their dates) date the mentions of one article."""
        done, entities = self.stages.within(analysis, tuple(mentions), dated=dated)
        return Found(mentions=done, entities=entities)

    def _build(self, kind: type[R], name: str) -> Built[R]:
        component = only(self._host.select(kind, name), name)
        options = self.options(component)
        if kind in (ResolverRecord, MergerRecord):
            options = {"types": self.catalogue, **options}
        if kind is ResolverRecord and self.settings.aliases is not None:
            options = {"aliases": self.settings.aliases, **options}
        built = component.build(options)
        self._built.append(built)
        return built


def only(components: tuple[Component[R], ...], name: str) -> Component[R]:
    """The one component among these.

    Raises:
        ComponentNotFoundError: If there are several.
    """
    if len(components) > 1:
        names = ", ".join(component.qualified for component in components)
        raise ComponentNotFoundError(f"{name!r} names several components, and one is needed: {names}")
    return components[0]
