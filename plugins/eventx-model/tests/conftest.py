"""Sentences read by the trained extractor, as a test wants them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from eventx_model.extractor import TrainedExtractor

from eventx.analysis import Analyser
from eventx.model import Article, EventMention


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    return Analyser()


@pytest.fixture(scope="session")
def extractor() -> TrainedExtractor:
    return TrainedExtractor()


@pytest.fixture(scope="session")
def read(analyser: Analyser, extractor: TrainedExtractor) -> Callable[[str], list[EventMention]]:
    """The mentions in a text."""

    def read_text(text: str) -> list[EventMention]:
        analysis = analyser.analyse(Article.of(text))
        analyser.parse([(analysis, range(len(analysis.sentences)))])
        return list(extractor.extract([analysis]))

    return read_text
