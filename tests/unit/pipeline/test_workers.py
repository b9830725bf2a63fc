"""Several processes: the same results in the same order, and no article can take the run down."""

import pickle
import sys
import textwrap

import pytest

from eventx.errors import ComponentClashError, PluginError, SourceError
from eventx.model import Article
from eventx.pipeline import Pipeline, Settings

PLUGIN = '''
import os
import signal

import eventx
from eventx.components import ExtractorRecord


class Shelling:
    """Finds the word "shelled"; of articles that say so it kills the process that reads them."""

    def extract(self, analyses):
        for analysis in analyses:
            text = analysis.article.text
            if "kill the reader" in text:
                os.kill(os.getpid(), signal.SIGKILL)
            if "break the reader" in text:
                raise ValueError("cannot read this")
            start = text.find("shelled")
            if start >= 0:
                trigger = analysis.article.span(start, start + 7)
                yield eventx.EventMention(article_id=analysis.article.id, type="ATTACK", trigger=trigger)


@eventx.hookimpl
def eventx_extractors():
    return [
        ExtractorRecord(
            name="words", description="shelled", types=("ATTACK",), needs_parse=False, build=lambda options: Shelling()
        )
    ]
'''


@pytest.fixture
def settings(tmp_path, monkeypatch):
    """Settings for an extractor that is installed for this process and for those it starts."""
    (tmp_path / "shelling.py").write_text(textwrap.dedent(PLUGIN))
    metadata = tmp_path / "shelling-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: shelling\nVersion: 1.0\n")
    (metadata / "entry_points.txt").write_text("[eventx]\nshelling = shelling\n")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    yield lambda workers: Settings(extractor="shelling", workers=workers)
    sys.modules.pop("shelling", None)


def articles(*texts):
    return [Article.of(text, id=f"a{number}") for number, text in enumerate(texts)]


def results(pipeline, given):
    return [(result.article.id, len(result.mentions)) for result in pipeline.extract(given)]


@pytest.fixture
def small_batches(monkeypatch):
    monkeypatch.setattr("eventx.pipeline.pipeline.BATCH_ARTICLES", 2)


def test_workers_give_the_results_of_one(settings, small_batches):
    given = articles(*(f"Rebels shelled port {number}." if number % 3 else "Calm." for number in range(11)))
    alone, many = Pipeline(settings(1)), Pipeline(settings(2))
    assert list(many.extract(given)) == list(alone.extract(given))
    assert many.report == alone.report


def test_failure_in_a_worker_is_reported_with_its_article(settings, small_batches):
    pipeline = Pipeline(settings(2))
    assert results(pipeline, articles("Rebels shelled it.", "break the reader", "They shelled it.")) == [
        ("a0", 1),
        ("a1", 0),
        ("a2", 1),
    ]
    (failure,) = pipeline.report.failures
    assert "'a1'" in failure.message
    assert "cannot read this" in failure.message


def test_article_that_kills_its_process_is_left_out_and_the_others_go_on(settings, small_batches):
    pipeline = Pipeline(settings(2))
    given = articles("Rebels shelled it.", "kill the reader", *("They shelled it.",) * 6)
    assert results(pipeline, given) == [("a0", 1), ("a1", 0), *((f"a{number}", 1) for number in range(2, 8))]
    assert [failure.error.article_id for failure in pipeline.report.failures] == ["a1"]


@pytest.mark.parametrize(
    "error",
    [
        SourceError("is empty", source="a.txt", line=3),
        PluginError("broke", plugin="p", component="c", article_id="a1"),
        ComponentClashError("clash", plugin="p"),
    ],
)
def test_errors_travel_between_processes(error):
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert vars(copy) == vars(error)


def test_article_travels_between_processes():
    article = Article(id="a", text="Calm.", meta={"page": 3})
    assert pickle.loads(pickle.dumps(article)) == article
