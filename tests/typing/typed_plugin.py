"""A plugin with one of everything, as the documentation has them, with annotations: mypy has nothing to say about it.

It is only checked, never run. What is wrong must stay an error: `type: ignore` that is not needed is one itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import IO, Any

import attrs

import eventx
from eventx.analysis import Analysis
from eventx.components import (
    Dater,
    DaterRecord,
    Exporter,
    ExporterRecord,
    Extractor,
    ExtractorRecord,
    Merger,
    MergerRecord,
    Options,
    Reader,
    ReaderRecord,
    Resolver,
    ResolverRecord,
    Screen,
)
from eventx.model import Timex


class LineReader:
    def read(self, stream: IO[bytes], name: str) -> Iterable[eventx.Article | eventx.SourceError]:
        for number, line in enumerate(stream, 1):
            yield eventx.Article(id=f"{name}:{number}", text=line.decode())


class ArrivalExtractor:
    def screen(self, sentence: str) -> bool:
        return "arrived" in sentence

    def extract(self, analyses: Sequence[Analysis]) -> Iterable[eventx.EventMention]:
        for analysis in analyses:
            for sentence in analysis.parsed():
                for token in sentence.doc:
                    if token.lower_ == "arrived":
                        yield eventx.EventMention(
                            article_id=analysis.article.id,
                            type="VISIT",
                            trigger=sentence.cut(token.i, token.i + 1),
                            arguments=[eventx.Argument(role="visitor", span=sentence.cut(0, token.i))],
                            modality="asserted",
                        )


class NobodyResolver:
    def resolve(
        self, analysis: Analysis, mentions: Sequence[eventx.EventMention]
    ) -> tuple[Sequence[eventx.EventMention], Sequence[eventx.Entity]]:
        return mentions, ()

    def link(self, entities: Iterable[eventx.Entity]) -> tuple[Mapping[str, str], Sequence[eventx.Entity]]:
        return {}, ()


class PublicationDater:
    def timexes(self, article: eventx.Article) -> Sequence[Timex]:
        return ()

    def date(self, analysis: Analysis, mentions: Sequence[eventx.EventMention]) -> Sequence[eventx.EventMention]:
        day = analysis.article.published_day
        when = eventx.When(start=day, end=day, granularity="day", source="publication") if day else None
        return [attrs.evolve(mention, when=when) for mention in mentions]


class ApartMerger:
    def corefer(
        self, analysis: Analysis, mentions: Sequence[eventx.EventMention], entities: Sequence[eventx.Entity]
    ) -> Sequence[eventx.EventMention]:
        return mentions

    def merge(
        self, mentions: Sequence[eventx.EventMention], entities: Sequence[eventx.Entity], articles: Mapping[str, Any]
    ) -> Sequence[eventx.Event]:
        return [eventx.Event(event_id=m.mention_id, type=m.type, mentions=[m]) for m in mentions]


class LineExporter:
    def write(self, timeline: eventx.Timeline, stream: IO[bytes]) -> None:
        for event in timeline:
            stream.write(event.summary.encode())


def build_extractor(options: Options) -> Extractor:
    return ArrivalExtractor()


@eventx.hookimpl
def eventx_event_types() -> list[eventx.EventType]:
    return [eventx.EventType(name="PROTEST", roles=[eventx.Role(name="protester", filler="entity")])]


@eventx.hookimpl
def eventx_readers() -> list[ReaderRecord]:
    return [ReaderRecord(name="lines", description="", build=lambda options: LineReader(), suffixes=[".lines"])]


@eventx.hookimpl
def eventx_extractors() -> list[ExtractorRecord]:
    return [ExtractorRecord(name="arrivals", description="", build=build_extractor, types=["VISIT"])]


@eventx.hookimpl
def eventx_resolvers() -> list[ResolverRecord]:
    return [ResolverRecord(name="nobody", description="", build=lambda options: NobodyResolver())]


@eventx.hookimpl
def eventx_daters() -> list[DaterRecord]:
    return [DaterRecord(name="published", description="", build=lambda options: PublicationDater())]


@eventx.hookimpl
def eventx_mergers() -> list[MergerRecord]:
    return [MergerRecord(name="apart", description="", build=lambda options: ApartMerger())]


@eventx.hookimpl
def eventx_exporters() -> list[ExporterRecord]:
    return [ExporterRecord(name="lines", description="", build=lambda options: LineExporter(), suffix=".lines")]


@eventx.hookimpl
def eventx_article_processed(article: eventx.Article, mentions: tuple[eventx.EventMention, ...]) -> None:
    print(article.id, len(mentions))  # noqa: T201


@eventx.hookimpl
def eventx_component_failed(error: eventx.PluginError) -> None:
    print(error.plugin)  # noqa: T201


# What components are is seen without any base class.
reader: Reader = LineReader()
extractor: Extractor = ArrivalExtractor()
screen: Screen = ArrivalExtractor()
resolver: Resolver = NobodyResolver()
dater: Dater = PublicationDater()
merger: Merger = ApartMerger()
exporter: Exporter = LineExporter()

# And what is none is seen, too.
not_a_reader: Reader = LineExporter()  # type: ignore[assignment]
not_an_extractor: Extractor = LineReader()  # type: ignore[assignment]
not_an_exporter: Exporter = "html"  # type: ignore[assignment]
eventx.EventMention(article_id="a", type="VISIT", trigger="visited")  # type: ignore[arg-type]
eventx.EventMention(article_id="a", type="VISIT", trigger=eventx.Span(start=0, end=1, text="A"), modality="sure")  # type: ignore[arg-type]
eventx.Role(name="visitor", filler="person")  # type: ignore[arg-type]


def reads_well(event: eventx.Event) -> tuple[str, str | None]:
    """What attributes give is known to the type checker."""
    visitor = event.arguments["visitor"]
    return visitor.name, visitor.entity_id
