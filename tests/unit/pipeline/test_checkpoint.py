"""Extraction that survives its process, with an extractor made by hand."""

import errno
import json
import os
import signal
import subprocess
import sys
import textwrap

import pytest

import eventx
from eventx.components import ExtractorRecord
from eventx.errors import SourceError
from eventx.model import Article
from eventx.pipeline import Pipeline, Settings
from eventx.plugins import PluginHost


class Shelling:
    """Finds "shelled", counts what it reads, and fails where it is told to."""

    def __init__(self):
        self.read = []
        self.failing = {}

    def extract(self, analyses):
        for analysis in analyses:
            self.read.append(analysis.article.id)
            if self.failing.get(analysis.article.id, 0) > 0:
                self.failing[analysis.article.id] -= 1
                raise ValueError("cannot read this")
            start = analysis.article.text.find("shelled")
            if start >= 0:
                trigger = analysis.article.span(start, start + 7)
                yield eventx.EventMention(article_id=analysis.article.id, type="ATTACK", trigger=trigger)


class Plugin:
    def __init__(self):
        self.extractor = Shelling()

    @eventx.hookimpl
    def eventx_extractors(self):
        record = ExtractorRecord(
            name="words", description="x", types=("ATTACK",), needs_parse=False, build=lambda options: self.extractor
        )
        return [record]


@pytest.fixture
def plugin():
    return Plugin()


@pytest.fixture
def pipeline(plugin, monkeypatch):
    monkeypatch.setattr("eventx.pipeline.batches.BATCH_ARTICLES", 2)

    def make(extractor="words"):
        host = PluginHost(plugins={"words": plugin}, installed=False)
        return Pipeline(Settings(extractor=extractor), host=host)

    return make


ARTICLES = [
    Article.of(f"Rebels shelled port {number}." if number % 2 else f"Calm {number}.", id=f"a{number}")
    for number in range(7)
]


def results(pipeline, articles, folder):
    return [(result.article.id, result.mentions) for result in pipeline.extract(articles, checkpoint=folder)]


def test_results_are_those_without_a_checkpoint(pipeline, tmp_path):
    plain = [(result.article.id, result.mentions) for result in pipeline().extract(ARTICLES)]
    assert results(pipeline(), ARTICLES, tmp_path / "c") == plain


def test_what_is_done_is_not_done_again(pipeline, plugin, tmp_path):
    first = results(pipeline(), ARTICLES[2:5], tmp_path / "c")
    plugin.extractor.read.clear()
    second = results(pipeline(), ARTICLES, tmp_path / "c")
    assert plugin.extractor.read == ["a0", "a1", "a5", "a6"]
    assert [article_id for article_id, _ in second] == [article.id for article in ARTICLES]
    assert second[2:5] == first


def test_run_that_is_interrupted_is_no_death_of_the_articles_under_way(pipeline, tmp_path, monkeypatch):
    monkeypatch.setattr("eventx.pipeline.batches.BATCH_ARTICLES", 2)
    for _ in range(4):
        run = pipeline().extract(ARTICLES, checkpoint=tmp_path / "c")
        next(run)
        with pytest.raises(KeyboardInterrupt):
            run.throw(KeyboardInterrupt)
    assert json.loads((tmp_path / "c" / "under-way.json").read_text()) == {}


def test_article_that_fails_once_is_tried_again(pipeline, plugin, tmp_path):
    plugin.extractor.failing = {"a1": 2}  # once in its batch, once by itself
    run = pipeline()
    assert len(dict(results(run, ARTICLES, tmp_path / "c"))["a1"]) == 1
    assert not (tmp_path / "c" / "dead-letters.jsonl").exists()


def test_article_that_keeps_failing_is_set_aside_with_its_error(pipeline, plugin, tmp_path):
    plugin.extractor.failing = {"a1": 99}
    run = pipeline()
    found = dict(results(run, ARTICLES, tmp_path / "c"))
    assert found["a1"] == ()
    assert len(found["a3"]) == 1
    (letter,) = [json.loads(line) for line in (tmp_path / "c" / "dead-letters.jsonl").read_text().splitlines()]
    assert letter["article_id"] == "a1"
    assert "cannot read this" in letter["error"]
    assert any("'a1' is set aside" in failure.message for failure in run.report.failures)


def test_article_that_was_set_aside_is_left_alone(pipeline, plugin, tmp_path):
    plugin.extractor.failing = {"a1": 99}
    results(pipeline(), ARTICLES, tmp_path / "c")
    plugin.extractor.read.clear()
    again = pipeline()
    results(again, ARTICLES, tmp_path / "c")
    assert plugin.extractor.read == []
    assert ["'a1' was set aside before" in failure.message for failure in again.report.failures] == [True]


def test_checkpoint_of_another_make_is_refused(pipeline, tmp_path):
    results(pipeline(), ARTICLES, tmp_path / "c")
    with pytest.raises(SourceError, match="the checkpoint was made by"):
        results(pipeline("words:words"), ARTICLES, tmp_path / "c")


@pytest.mark.parametrize("damaged", [b'{"article', b"\xff\xfe{", b"{}\n", b"[]\n"])
def test_damaged_file_of_a_checkpoint_is_named_and_can_be_deleted(pipeline, tmp_path, damaged):
    before = results(pipeline(), ARTICLES, tmp_path)
    shard = min((tmp_path / "shards").iterdir())
    shard.write_bytes(damaged)
    with pytest.raises(SourceError, match=f"{shard.name}: the file of the checkpoint is damaged"):
        results(pipeline(), ARTICLES, tmp_path)
    shard.unlink()

    assert results(pipeline(), ARTICLES, tmp_path) == before


@pytest.mark.parametrize("name", ["notes.jsonl", "00000009.jsonl/"])
def test_what_is_no_file_of_a_checkpoint_is_named(pipeline, tmp_path, name):
    results(pipeline(), ARTICLES, tmp_path)
    stranger = tmp_path / "shards" / name
    stranger.mkdir() if name.endswith("/") else stranger.write_text("{}\n")
    with pytest.raises(SourceError, match=f"{stranger.name}: the file of the checkpoint (is damaged|cannot be read)"):
        results(pipeline(), ARTICLES, tmp_path)


def test_full_disk_ends_a_run_and_loses_nothing(pipeline, tmp_path, monkeypatch):
    monkeypatch.setattr("eventx.pipeline.batches.BATCH_ARTICLES", 2)
    run = pipeline().extract(ARTICLES, checkpoint=tmp_path / "c")
    before = [next(run), next(run)]
    monkeypatch.setattr("os.fsync", full_disk)
    with pytest.raises(SourceError, match=r"\.json: the checkpoint cannot be written: No space left on device"):
        list(run)
    monkeypatch.undo()
    files = [path.name for path in (tmp_path / "c").rglob("*.part")]
    assert files == []
    assert list(pipeline().extract(ARTICLES, checkpoint=tmp_path / "c"))[:2] == before


def full_disk(_descriptor):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_two_runs_cannot_share_a_checkpoint_at_once(pipeline, tmp_path):
    run = pipeline().extract(ARTICLES, checkpoint=tmp_path / "c")
    first = next(run)
    with pytest.raises(SourceError, match="another run is using the checkpoint"):
        results(pipeline(), ARTICLES, tmp_path / "c")
    run.close()
    assert results(pipeline(), ARTICLES, tmp_path / "c")[0] == (first.article.id, first.mentions)


def test_other_text_under_a_known_id_is_reported(pipeline, tmp_path):
    results(pipeline(), ARTICLES, tmp_path / "c")
    run = pipeline()
    assert results(run, [Article.of("Something else.", id="a1")], tmp_path / "c") == []
    assert "with another text" in run.report.failures[0].message


KILLED = """
    import os, signal, sys
    sys.path.insert(0, {here!r})
    from test_checkpoint import ARTICLES, Plugin
    import eventx.pipeline.batches as module
    from eventx.pipeline import Pipeline, Settings
    from eventx.plugins import PluginHost

    module.BATCH_ARTICLES = 2
    plugin = Plugin()
    read = plugin.extractor.extract
    def extract(analyses):
        if any(analysis.article.id == "a3" for analysis in analyses):
            os.kill(os.getpid(), signal.SIGKILL)
        return read(analyses)
    plugin.extractor.extract = extract
    host = PluginHost(plugins={{"words": plugin}}, installed=False)
    for _ in Pipeline(Settings(extractor="words"), host=host).extract(ARTICLES, checkpoint={folder!r}):
        pass
"""


def test_article_that_kills_the_process_is_found_and_set_aside(pipeline, plugin, tmp_path):
    folder = str(tmp_path / "c")
    script = textwrap.dedent(KILLED).format(here=os.path.dirname(__file__), folder=folder)
    codes = [subprocess.run([sys.executable, "-c", script], check=False).returncode for _ in range(4)]
    assert codes[:3] == [-signal.SIGKILL] * 3
    assert codes[3] == 0
    found = dict(results(pipeline(), ARTICLES, folder))
    assert found["a3"] == ()
    assert all(len(found[name]) == 1 for name in ("a1", "a5"))
    assert plugin.extractor.read == []
