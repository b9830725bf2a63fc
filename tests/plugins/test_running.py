"""A run with a broken plugin beside a good one: it finishes, names the broken one on standard error, exits with 3."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

DATA = Path(__file__).parent / "data"
ARTICLES = (
    {"id": "a1", "published": "2024-05-06", "text": "The minister visited Ostrava."},
    {"id": "a2", "published": "2024-05-06", "text": "The envoy visited the poison factory."},
    {"id": "a3", "published": "2024-05-06", "text": "The bishop visited Lima."},
)


@pytest.fixture
def run(tmp_path):
    articles = tmp_path / "articles.jsonl"
    articles.write_text("".join(json.dumps(article) + "\n" for article in ARTICLES), encoding="utf-8")

    def run(folders, *arguments):
        names = [f"eventx-{folder.replace('_', '-')}" for folder in folders]
        environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(str(DATA / folder) for folder in folders),
            "EVENTX_PLUGINS": ",".join(names),
        }
        command = [sys.executable, "-c", "from eventx.cli import main; main()", "extract", "--format", "jsonl"]
        return subprocess.run(
            [*command, *arguments, str(articles)], env=environment, capture_output=True, text=True, encoding="utf-8"
        )

    return run


def extracted(done):
    mentions = map(json.loads, done.stdout.splitlines())
    return [(mention["article_id"], mention["extractor"]) for mention in mentions]


GOOD = [("a1", "good:visits"), ("a2", "good:visits"), ("a3", "good:visits")]


def test_good_plugin_alone_leaves_nothing_to_report(run):
    done = run(["good"], "--extractor", "good:visits")

    assert (done.returncode, extracted(done)) == (0, GOOD)


@pytest.mark.parametrize("broken", ["fails_to_import", "exits_at_import", "raises_in_hook", "raising_observer"])
def test_plugin_that_breaks_beside_a_good_one_is_named(run, broken):
    done = run(["good", broken], "--extractor", "good:visits")

    assert (done.returncode, extracted(done)) == (3, GOOD)
    assert f"plugin '{broken.replace('_', '-')}'" in done.stderr
    assert "Traceback" not in done.stderr


def test_plugin_that_breaks_on_an_article_loses_that_article_only(run):
    done = run(["poison_article"], "--extractor", "poison-article")

    assert (done.returncode, extracted(done)) == (3, [("a1", "poison-article"), ("a3", "poison-article")])
    assert "plugin 'poison-article', component 'visits', article 'a2': extract() failed: ZeroDivision" in done.stderr


def test_extractor_that_cannot_be_built_leaves_the_others(run):
    done = run(["good", "cannot_build"], "--extractor", "cannot-build+good:visits")

    assert (done.returncode, extracted(done)) == (3, GOOD)
    assert "component 'raises': cannot build the extractor: OSError: weights.npz is truncated" in done.stderr


def test_strict_run_ends_with_the_first_failure(run):
    done = run(["poison_article"], "--extractor", "poison-article", "--strict")

    assert done.returncode == 1
    assert "plugin 'poison-article'" in done.stderr


def test_extractor_of_a_plugin_that_failed_to_load_is_answered_with_its_failure(run):
    done = run(["fails_to_import"], "--extractor", "fails-to-import")

    assert (done.returncode, done.stdout) == (2, "")
    assert "no extractor 'fails-to-import'" in done.stderr
    assert "a_module_that_nobody_has" in done.stderr
