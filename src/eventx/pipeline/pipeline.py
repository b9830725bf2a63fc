"""A run: articles in, mentions or a timeline out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
from attrs import frozen

from eventx._version import __version__
from eventx.components import ExporterRecord
from eventx.errors import ComponentNotFoundError, EventxError, PluginError, SchemaError, SourceError, SpanError
from eventx.model import Article, ArticleInfo, Entity, EventMention, ModelInfo, Timeline, Timex
from eventx.pipeline.article_work import ArticleWork, BatchWork, Found, only
from eventx.pipeline.batches import batches
from eventx.pipeline.checkpoint import Checkpoint
from eventx.pipeline.crews import crew_for
from eventx.pipeline.made_by import made_by
from eventx.pipeline.mention_files import read_mentions
from eventx.pipeline.near_copies import Sketch, near_copies
from eventx.pipeline.reading import GuardedReader
from eventx.pipeline.report import Failure, Report
from eventx.pipeline.resuming import Resumption
from eventx.pipeline.settings import Settings
from eventx.pipeline.worker_process import Job
from eventx.pipeline.workers import Workers
from eventx.pipeline.writing import GuardedExporter
from eventx.plugins import PluginHost
from eventx.plugins.selection import CORE
from eventx.readers import read_sources
from eventx.schema import Catalogue
from eventx.serialize import article_info
from eventx.store import Store


@frozen(kw_only=True)
class ArticleResult:
    """What was found in one article.

    Attributes:
        article: The article.
        mentions: Its mentions in text order, resolved, coreferring and dated within the article.
        entities: The entities they refer to.
    """

    article: Article
    mentions: tuple[EventMention, ...]
    entities: tuple[Entity, ...]


class Pipeline:
    """Runs components over articles, and keeps a report.

    Components are built once, when they are first needed. It may be called again and again, by one thread at a time;
    what it did adds up in ``report``, an `eventx.pipeline.Report`.

    Args:
        settings: What to run.
        on_failure: Called with every failure as it happens, beside its entry in the report.
        host: Plugins loaded already; left out, they are loaded as the settings say.

    Raises:
        EventxError: In strict mode, for the first failure.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        on_failure: Callable[[Failure], None] | None = None,
        host: PluginHost | None = None,
    ) -> None:
        self.settings = settings or Settings()
        self.report = Report()
        self._on_failure = on_failure
        self._failed: dict[str, PluginError] = {}
        self._sketches: dict[str, Sketch] = {}
        self.host = host or PluginHost(
            allow=self.settings.plugins,
            deny=self.settings.without_plugins or None,
            no_plugins=self.settings.no_plugins or None,
        )
        self._observers = self.host.observers(self._fail)
        self._work = ArticleWork(self.settings, self.host, self._fail)
        self._model: ModelInfo | None = None
        for failure in self.host.failures:
            self._fail(failure)

    # -- what a run is made of

    @property
    def catalogue(self) -> Catalogue:
        """The event types of the run."""
        return self._work.catalogue

    def check_types_files(self) -> None:
        """Have the types files read by all extractors that read such files: they know what may stand beside the types.

        Raises:
            SchemaError: If a file is wrong.
        """
        self._work.check_types_files()

    def exporter(self, name: str, options: Mapping[str, Any] | None = None) -> GuardedExporter:
        """The exporter of that name, built.

        Args:
            name: As after ``--format``.
            options: Its options, beside those that the settings hold for it and the run's event types.

        Raises:
            ComponentNotFoundError: If there is none; the message lists what there is.
            PluginError: If it cannot be built.
        """
        component = only(self.host.select(ExporterRecord, name), name)
        own = {**self._work.options(component), **(options or {})}
        return GuardedExporter(component.build({**own, "types": self.catalogue}))

    def exporter_for(self, path: str | Path) -> str:
        """Name of the exporter that writes files of the path's suffix; eventx's own before others.

        Raises:
            ComponentNotFoundError: If there is none.
        """
        suffix = Path(path).suffix.lower()
        exporters = self.host.components(ExporterRecord)
        found = [component for component in exporters if component.record.suffix == suffix]
        if not found:
            known = ", ".join(sorted({component.record.suffix for component in exporters if component.record.suffix}))
            raise ComponentNotFoundError(f"no exporter writes {suffix or 'files without a suffix'}; known: {known}")
        return min(found, key=lambda component: (component.plugin != CORE, component.qualified)).qualified

    # -- running

    def read(self, sources: Iterable[str | Path]) -> Iterator[Article]:
        """Read articles from files, directories and ``-``; what cannot be read is reported and left out."""
        return read_sources(sources, self._reader_for, self._fail, self._skip)

    def extract(self, articles: Iterable[Article], *, checkpoint: str | Path | None = None) -> Iterator[ArticleResult]:
        """Find the mentions of each article, in the order of the articles.

        Args:
            articles: The articles. As many as are parsed together (up to 64, or 200,000 characters) are read before
                the first result comes.
            checkpoint: A directory in which results survive this process. Articles whose results are there are not
                worked on again; one that fails repeatedly is set aside in ``dead-letters.jsonl``.

        Raises:
            ComponentNotFoundError: If there is no extractor, resolver, dater or merger as the settings name it.
            ModelError: If there is no spaCy pipeline to parse with.
            SourceError: If the directory cannot be used, or was made by other components.
        """
        self._work.prepare()
        if checkpoint is None:
            worked = self._worked(batches(articles))
        else:
            saved = Checkpoint(checkpoint, made_by=self._made_by())
            resumption = Resumption(
                saved, work=self._worked, retry=self._retry, failures=self._failed, on_error=self._fail
            )
            worked = resumption.run(batches(articles))
        for batch, work in worked:
            self._model = work.model or self._model
            report = self.report
            report.sentences += work.sentences
            report.parsed += work.parsed
            report.unparsed += work.unparsed
            report.skipped += work.unread
            for article, found in zip(batch, work.found, strict=True):
                yield self._done(article, found)

    def explain(self, articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[str, ...]]]:
        """Say of each article how the extractors came to what they find in it, line by line."""
        self._work.runner  # noqa: B018 - what cannot be built is told before the first article is read
        for batch in batches(articles):
            for article, lines in zip(batch, self._work.explain(batch), strict=True):
                self.report.articles += 1
                yield article, lines

    def _worked(self, batches: Iterable[Sequence[Article]]) -> Iterator[tuple[Sequence[Article], BatchWork]]:
        settings = self.settings
        if settings.workers == 1 and settings.scheduler is None:
            yield from ((batch, self._work.extract(batch)) for batch in batches)
            return
        job = Job(settings=settings, made_by={"eventx": __version__, **self._work.provenance()})
        with Workers(crew_for(job), self._fail) as workers:
            yield from workers.extract(batches)

    def _retry(self, article: Article) -> tuple[Found, PluginError | None]:
        """Work on an article again, without telling of what fails again."""
        errors: list[EventxError] = []
        quiet = ArticleWork(self.settings, self.host, errors.append)
        quiet.prepare()
        (found,) = quiet.extract([article]).found
        return found, next((error for error in errors if isinstance(error, PluginError)), None)

    def timexes(self, articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[Timex, ...]]]:
        """Find the temporal expressions of each article, in the order of the articles."""
        dater = self._work.dater
        for article in articles:
            try:
                with dater.guarded("cannot find temporal expressions", article_id=article.id):
                    found = tuple(dater.instance.timexes(article))
            except PluginError as error:
                self._fail(error)
                continue
            self.report.articles += 1
            yield article, found

    def timeline(self, articles: Iterable[Article], *, store: str | Path | None = None) -> Timeline:
        """Extract from the articles, and merge what they tell into one timeline.

        Args:
            articles: The articles.
            store: An SQLite file (see `eventx.store`) that remembers what was found. Articles that it holds are not
                parsed again, and the timeline is of all that it holds then.

        Raises:
            SourceError: If the file is no store, is damaged, or was made by other components.
        """
        articles = self._sketching(articles)
        if store is None:
            return self._merged(self.extract(articles))
        self._work.prepare()
        with Store(store, made_by=self._made_by()) as held:
            for result in self.extract(self._new(articles, held)):
                sketch = self._sketches[result.article.id].to_bytes()
                try:
                    held.add(result.article, result.mentions, result.entities, sketch)
                except SourceError as error:
                    self._fail(error)
            held.model = self._model
            self._sketches |= self._held_sketches(held, source=str(store))
            timeline = self._timeline(held.articles(), held.mentions(), held.entities())
            held.replace_events(timeline.events)
            return attrs.evolve(timeline, model=held.model)

    def merge(self, articles: Iterable[Article], mentions: Iterable[EventMention]) -> Timeline:
        """Merge mentions that are there already into one timeline; nothing is extracted.

        Args:
            articles: The articles that the mentions are of, with their texts.
            mentions: In any order; what stages after extraction write is written anew, but for dates: if any mention
                brings one, all are left as they are. Mentions of other articles are reported and left out.
        """
        by_article: defaultdict[str, list[EventMention]] = defaultdict(list)
        for mention in mentions:
            by_article[mention.article_id].append(mention)
        dated = any(mention.when for some in by_article.values() for mention in some)
        timeline = self._merged(self._given(self._sketching(articles), by_article, dated))
        for article_id in by_article:
            self._fail(
                SourceError(f"mentions of article {article_id!r}, which is not among the articles", source="--mentions")
            )
        return timeline

    def read_mentions(self, source: str | Path) -> Iterator[EventMention]:
        """Read mentions from JSONL, Parquet or Arrow; what is none is reported and left out.

        Raises:
            SourceError: If the file cannot be read.
            SerializationError: If it is a table that holds no mentions.
        """
        return read_mentions(source, self._fail)

    def finish(self) -> Report:
        """Tell observers that the run is over, and return its report."""
        copy = attrs.evolve(self.report, failures=[*self.report.failures], near_copies={**self.report.near_copies})
        self._observers.run_finished(copy)
        return self.report

    # -- how

    def _reader_for(self, suffix: str) -> GuardedReader | None:
        component = self.host.reader_for(suffix)
        return GuardedReader(component.build(self._work.options(component))) if component else None

    def _skip(self, _path: Path) -> None:
        self.report.other_files += 1

    def _sketching(self, articles: Iterable[Article]) -> Iterator[Article]:
        for article in articles:
            self._sketches[article.id] = Sketch.of(article)
            yield article

    def _held_sketches(self, held: Store, *, source: str) -> Iterator[tuple[str, Sketch]]:
        """The sketches of a store; without one, an article is taken for nobody's copy."""
        for article_id, data in held.sketches():
            try:
                yield article_id, Sketch.from_bytes(data)
            except ValueError as error:
                self._fail(SourceError(f"article {article_id!r}: {error}", source=source))

    def _noting_copies(self, infos: Iterable[ArticleInfo]) -> dict[str, ArticleInfo]:
        """The articles by id, near copies with the id of what they repeat: the first to be published counts as that."""
        infos = sorted(infos, key=lambda info: (str(info.published or "undated"), info.id))
        copies = near_copies((info.id, self._sketches[info.id]) for info in infos if info.id in self._sketches)
        self.report.near_copies = copies
        return {info.id: attrs.evolve(info, copy_of=copies.get(info.id)) for info in infos}

    def _given(
        self, articles: Iterable[Article], by_article: dict[str, list[EventMention]], dated: bool
    ) -> Iterator[ArticleResult]:
        for article in articles:
            kept = []
            for mention in by_article.pop(article.id, ()):
                try:
                    self.catalogue.check(mention, article)
                    kept.append(attrs.evolve(mention, event_id=None, about=None))
                except (SchemaError, SpanError) as error:
                    self._fail(SourceError(str(error), source=f"--mentions, {mention.mention_id}"))
            found = self._work.within(self._work.analyser.analyse(article), kept, dated=dated)
            self._model = self._work.analyser.info
            yield self._done(article, found)

    def _merged(self, results: Iterable[ArticleResult]) -> Timeline:
        infos: list[ArticleInfo] = []
        mentions: list[EventMention] = []
        entities: list[Entity] = []
        for result in results:
            infos.append(article_info(result.article))
            mentions += result.mentions
            entities += result.entities
        return self._timeline(infos, mentions, entities)

    def _timeline(
        self, infos: Iterable[ArticleInfo], mentions: Iterable[EventMention], entities: Iterable[Entity]
    ) -> Timeline:
        by_id = self._noting_copies(infos)
        events, linked = self._work.stages.across(tuple(mentions), tuple(entities), by_id)
        self.report.events = len(events)
        return Timeline(
            events=events,
            entities=linked,
            articles=tuple(by_id[article_id] for article_id in sorted(by_id)),
            plugins=self._work.provenance(),
            model=self._model,
            eventx=__version__,
        )

    def _new(self, articles: Iterable[Article], held: Store) -> Iterator[Article]:
        for article in articles:
            try:
                known = held.holds(article)
            except SourceError as error:
                self._fail(error)
                continue
            if known:
                self.report.known += 1
            else:
                yield article

    def _made_by(self) -> dict[str, str]:
        return made_by(self.settings, self._work.provenance())

    def _done(self, article: Article, found: Found) -> ArticleResult:
        self.report.articles += 1
        self.report.mentions += len(found.mentions)
        self._observers.article_processed(article, found.mentions)
        return ArticleResult(article=article, mentions=found.mentions, entities=found.entities)

    def _fail(self, error: EventxError) -> None:
        if self.settings.strict:
            raise error
        failure = Failure(message=str(error), error=error)
        self.report.failures.append(failure)
        if self._on_failure:
            self._on_failure(failure)
        if isinstance(error, PluginError):
            if error.article_id is not None:
                self._failed[error.article_id] = error
            self._observers.component_failed(error)
