"""Extractors by hand, and an analyser that parses nothing but remembers what it was asked to."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from eventx.analysis import Analyser, Analysis
from eventx.components import ExtractorRecord
from eventx.errors import PluginError
from eventx.extraction import BuiltExtractor, ExtractionRunner
from eventx.model import Article, EventMention
from eventx.schema import Catalogue, standard_types


class NoParser(Analyser):
    """Remembers what is to be parsed; sentences that hold ``unparsable`` make it fail."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[list[tuple[str, tuple[int, ...]]]] = []
        self.done: list[tuple[str, int]] = []

    def parse(self, wanted: Iterable[tuple[Analysis, Iterable[int]]]) -> None:
        wanted = [(analysis, tuple(indices)) for analysis, indices in wanted]
        self.calls.append([(analysis.article.id, indices) for analysis, indices in wanted])
        for analysis, indices in wanted:
            for index in indices:
                if "unparsable" in analysis.sentences[index].text:
                    raise UnicodeError("no such characters")
                if (analysis.article.id, index) not in self.done:
                    self.done.append((analysis.article.id, index))


class Words:
    """Takes every word it is given for a trigger of VISIT."""

    def __init__(self, *words: str, **fields: object) -> None:
        self.words, self.fields = words, fields

    def extract(self, analyses):
        for analysis in analyses:
            for word in self.words:
                at = analysis.article.text.find(word)
                if at >= 0:
                    span = analysis.article.span(at, at + len(word))
                    fields = {"article_id": analysis.article.id, "type": "VISIT", "trigger": span} | self.fields
                    yield EventMention(**fields)


class Screened(Words):
    """Words with a screen."""

    def screen(self, sentence: str) -> bool:
        return any(word in sentence for word in self.words)


def built(extractor: object, name: str = "x", **declared: object) -> BuiltExtractor:
    record = ExtractorRecord(
        **{"name": name, "description": "", "build": lambda options: extractor, "types": ["VISIT"]} | declared
    )
    return BuiltExtractor(plugin=name, label=name, record=record, extractor=extractor)


class Run:
    """A run of some extractors over some texts."""

    def __init__(self, extractors: list[BuiltExtractor], articles: list[Article]) -> None:
        self.errors: list[PluginError] = []
        self.analyser = NoParser()
        self.runner = ExtractionRunner(extractors, Catalogue(standard_types()), self.errors.append)
        analyses = [self.analyser.analyse(article) for article in articles]
        self.mentions = self.runner.run(analyses, self.analyser)
        self.counts = self.runner.counts

    @property
    def triggers(self) -> list[list[str]]:
        return [[mention.trigger.text for mention in mentions] for mentions in self.mentions]


@pytest.fixture
def run() -> Callable[..., Run]:
    """Run extractors over texts (named a1, a2, …) or articles."""

    def run(extractors: object, *texts: str | Article) -> Run:
        extractors = extractors if isinstance(extractors, list) else [extractors]
        articles = [
            Article.of(text, id=f"a{number}") if isinstance(text, str) else text for number, text in enumerate(texts, 1)
        ]
        return Run([e if isinstance(e, BuiltExtractor) else built(e) for e in extractors], articles)

    return run


@pytest.fixture
def make() -> type:
    """The makers of extractors (``make.words(…)``, ``make.screened(…)``, ``make.built(…)``), and ``make.parser()``."""

    class Make:
        words = staticmethod(Words)
        screened = staticmethod(Screened)
        built = staticmethod(built)
        parser = NoParser

    return Make
