"""Extractors that say how they came to what they find."""

from __future__ import annotations

import pytest

from eventx.extraction import ExtractionRunner
from eventx.model import Article
from eventx.schema import Catalogue, standard_types


class Reason:
    def __init__(self, article_id, text):
        self.article_id, self.text = article_id, text

    def lines(self):
        return iter([self.text])


@pytest.fixture
def explain(make):
    """The lines of each text, of the extractors ``x``, ``y``, …; and what was told as it failed."""

    def run(extractors, *texts):
        errors = []
        analyser = make.parser()
        analyses = [analyser.analyse(Article.of(text, id=f"a{i}")) for i, text in enumerate(texts, 1)]
        components = [make.built(extractor, name) for extractor, name in zip(extractors, "xyz", strict=False)]
        runner = ExtractionRunner(components, Catalogue(standard_types()), errors.append)
        return runner.explain(analyses, analyser), errors

    return run


@pytest.fixture
def explaining(make):
    class Explaining(type(make.words())):
        def explain(self, analyses):
            for analysis in analyses:
                if "poison" in analysis.article.text:
                    raise ValueError("poisoned")
                yield Reason(analysis.article.id, f"read {len(analysis.sentences)} sentence(s)")

    return Explaining("visited")


def test_lines_come_article_by_article(explain, explaining):
    lines, errors = explain([explaining], "Anna left.", "Ben left. Carl stayed.")

    assert (lines, errors) == ([("read 1 sentence(s)",), ("read 2 sentence(s)",)], [])


def test_extractor_that_explains_nothing_is_named(explain, make):
    lines, _ = explain([make.words("visited")], "Anna left.")

    assert lines == [("x does not say how it comes to what it finds",)]


def test_several_extractors_are_told_apart(explain, explaining, make):
    lines, _ = explain([explaining, make.words()], "Anna left.")

    assert lines == [("x:", "read 1 sentence(s)", "y does not say how it comes to what it finds")]


def test_failing_explanation_loses_its_own_article_only(explain, explaining):
    lines, errors = explain([explaining], "Anna took poison.", "Ben left.")

    assert lines == [(), ("read 1 sentence(s)",)]
    assert "explain() failed: ValueError: poisoned" in str(errors[0])
