"""Several processes: the same results in the same order, and no article can take the run down."""

import os
import pickle
import sys
import textwrap
import time
from concurrent.futures import Future

import pytest

from eventx.errors import ComponentClashError, ComponentNotFoundError, PluginError, SourceError
from eventx.model import Article
from eventx.pipeline import Pipeline, Settings
from eventx.pipeline.article_work import BatchWork
from eventx.pipeline.worker_process import Job, extract
from eventx.pipeline.workers import Workers

PLUGIN = '''
import multiprocessing
import os
import pathlib
import signal

import eventx
from eventx.components import ExtractorRecord


class Shelling:
    """Finds the word "shelled"; of articles that say so it kills the process that reads them."""

    def extract(self, analyses):
        for analysis in analyses:
            text = analysis.article.text
            once = pathlib.Path(__file__).with_name("killed")
            if "kill one reader" in text and not once.exists():
                once.touch()
                os.kill(os.getpid(), signal.SIGKILL)
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
    yield lambda workers, **options: Settings(extractor="shelling", workers=workers, **options)
    sys.modules.pop("shelling", None)


def articles(*texts):
    return [Article.of(text, id=f"a{number}") for number, text in enumerate(texts)]


def results(pipeline, given):
    return [(result.article.id, len(result.mentions)) for result in pipeline.extract(given)]


@pytest.fixture
def small_batches(monkeypatch):
    monkeypatch.setattr("eventx.pipeline.batches.BATCH_ARTICLES", 2)


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


def test_article_that_cannot_be_sent_to_a_worker_costs_only_itself(settings, small_batches):
    pipeline = Pipeline(settings(2))
    strange = Article(id="strange", text="They shelled it.", meta={"page": lambda: None})
    assert results(pipeline, [*articles("Rebels shelled it."), strange]) == [("a0", 1), ("strange", 0)]
    assert [failure.error.article_id for failure in pipeline.report.failures] == ["strange"]


def test_article_that_kills_its_process_is_left_out_and_the_others_go_on(settings, small_batches):
    pipeline = Pipeline(settings(2))
    given = articles("Rebels shelled it.", "kill the reader", *("They shelled it.",) * 6)
    assert results(pipeline, given) == [("a0", 1), ("a1", 0), *((f"a{number}", 1) for number in range(2, 8))]
    assert [failure.error.article_id for failure in pipeline.report.failures] == ["a1"]


def test_workers_that_lack_a_plugin_end_the_run_and_say_so(settings, tmp_path):
    module = tmp_path / "shelling.py"
    module.write_text("import multiprocessing\nassert not multiprocessing.parent_process(), 'not here'\n" + PLUGIN)
    with pytest.raises(ComponentNotFoundError, match="not here"):
        results(Pipeline(settings(2)), articles("Rebels shelled it."))


def test_processes_that_die_at_once_end_the_run_and_say_so(settings, monkeypatch):
    monkeypatch.setattr("eventx.pipeline.process_crew._start", os.abort)
    with pytest.raises(PluginError, match="cannot be started"):
        results(Pipeline(settings(2)), articles("kill the reader"))


def test_worker_with_other_versions_is_refused(settings):
    with pytest.raises(
        PluginError, match=r"has eventx [^;]+ and the run was started with eventx 0\.0; install the same"
    ):
        extract(Job(settings=settings(1), made_by={"eventx": "0.0"}), articles("Rebels shelled it."))


class Slow:
    """A crew of two that does nothing before it is asked for the result."""

    deaths = ()

    def __init__(self, error=None):
        self.given, self.error = 0, error

    def size(self):
        return 2

    def submit(self, batch):
        self.given += 1
        future = Future()
        if self.error:
            future.set_exception(self.error)
        else:
            future.set_result((BatchWork(found=(), sentences=0, parsed=0, unparsed=0, unread=0, model=None), ()))
        return future


def test_no_more_is_read_than_keeps_the_workers_busy():
    crew = Slow()
    done = Workers(crew, print).extract([number] for number in range(1000))
    assert [next(done)[0] for _ in range(3)] == [[0], [1], [2]]
    assert crew.given == 7


def test_what_a_worker_raises_by_itself_is_told_as_an_error_of_eventx():
    with pytest.raises(PluginError, match="a worker failed: OSError: no space"):
        list(Workers(Slow(OSError("no space")), print).extract([[1]]))


@pytest.fixture
def distributed():
    return pytest.importorskip("distributed", reason="a Dask cluster needs eventx-core[dask]")


def test_dask_cluster_survives_its_workers(distributed, settings, small_batches, tmp_path):
    texts = ["Rebels shelled it."] * 12
    texts[3], texts[8] = "They shelled it; kill one reader.", "kill the reader"
    cluster = Pipeline(settings(2, scheduler="local"))
    found = list(cluster.extract(articles(*texts), checkpoint=tmp_path / "run"))
    assert (tmp_path / "killed").exists()
    assert [(result.article.id, len(result.mentions)) for result in found] == [
        (f"a{number}", int(number != 8)) for number in range(12)
    ]
    dead, aside = (failure.error for failure in cluster.report.failures)
    assert dead.article_id == "a8"
    assert "set aside" in str(aside)
    again = Pipeline(settings(1))
    assert list(again.extract(articles(*texts), checkpoint=tmp_path / "run")) == found


def test_dask_cluster_is_found_by_its_address(distributed, settings):
    given = articles("Rebels shelled it.", "break the reader", "They shelled it.")
    with distributed.LocalCluster(n_workers=1, processes=False, dashboard_address=None) as cluster:
        there = Pipeline(settings(1, scheduler=cluster.scheduler_address))
        assert results(there, given) == [("a0", 1), ("a1", 0), ("a2", 1)]
        assert [failure.error.article_id for failure in there.report.failures] == ["a1"]


def test_dask_cluster_that_is_not_there_is_told(distributed, settings, monkeypatch):
    monkeypatch.setattr("eventx.pipeline.dask_crew._PATIENCE", 0.2)
    with pytest.raises(PluginError, match="no Dask cluster with workers at 'tcp:"):
        results(Pipeline(settings(1, scheduler="tcp://127.0.0.1:1")), articles("Rebels shelled it."))


@pytest.mark.parametrize("address", ["carrier-pigeon://loft:1", "a-host-without-a-port"])
def test_address_that_is_none_is_told_at_once(distributed, settings, address):
    began = time.monotonic()
    with pytest.raises(PluginError, match=f"no Dask cluster with workers at '{address}'"):
        results(Pipeline(settings(1, scheduler=address)), articles("Rebels shelled it."))
    assert time.monotonic() - began < 10


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
