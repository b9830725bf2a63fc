"""What holds of the command whatever it is asked: exit codes, outputs, pipes, and a quick start."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import eventx as library

ATTACK = "Gunmen attacked a bridge near Selby on Friday, police said."


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(f"May 6, 2024\n\n{ATTACK}\n", encoding="utf-8")
    return path


# -- exit codes


def test_all_done_exits_with_0(run, article):
    done = run("extract", article)

    assert done.returncode == 0
    assert done.stderr == "eventx: 1 article, 1 mention\n"


@pytest.mark.parametrize("argument", ["nowhere.txt", "."])
def test_nothing_produced_exits_with_1(run, tmp_path, argument):
    (tmp_path / "empty").mkdir()
    done = run("timeline", argument, cwd=tmp_path / "empty")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("eventx: ")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [["frobnicate"], ["extract"], ["extract", "--format", "xml", "a.txt"], ["timeline", "--colour", "a.txt"]],
)
def test_wrong_usage_exits_with_2(run, arguments):
    done = run(*arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert "Try 'eventx" in done.stderr


@pytest.mark.parametrize(
    "arguments", [["extract", "--extractor", "rulez"], ["timeline", "--format", "tabel"], ["check"]]
)
def test_name_of_nothing_exits_with_2(run, article, arguments):
    done = run(*arguments, article)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("eventx: no ")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--format", "html", "--set", "titel=Spring"], "exporter 'html': no option 'titel'; known: title, lanes."),
        (["--format", "html", "--set", "lanes=town"], "exporter 'html': lanes: 'town' is neither 'type' nor 'actor'"),
        (
            ["--model", "en_core_web_mini"],
            "'en_core_web_mini' is neither an installed package nor a folder. Installed:",
        ),
        (["--model", "."], "'--model': . holds no spaCy pipeline (no config.cfg)"),
    ],
)
def test_value_that_an_option_cannot_have_exits_with_2(run, article, arguments, told):
    done = run("timeline", article, *arguments, cwd=article.parent)

    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr


def test_misspelt_key_at_the_top_of_a_types_file_is_told(run, tmp_path):
    (tmp_path / "strikes.toml").write_text('\n[typs.STRIKE]\nroles.striker = { filler = "entity" }\n')
    done = run("types", "--types", "strikes.toml", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("eventx: strikes.toml:2: typs: unknown key; allowed: ")
    assert done.stderr.endswith("Did you mean 'types'?\n")


def test_comparison_names_its_extractors_itself(run, article):
    done = run("extract", article, "--compare", "rules", "model", "--extractor", "rules")

    assert (done.returncode, done.stdout) == (2, "")
    assert "leave out --extractor" in done.stderr


def test_done_with_failures_exits_with_3(run, article):
    done = run("extract", article, article.parent / "nowhere.txt", "--format", "jsonl")

    assert (done.returncode, len(done.stdout.splitlines())) == (3, 1)
    assert f"{article.parent}/nowhere.txt: no such file or directory" in done.stderr


def test_unknown_extractor_is_answered_with_the_known_ones(run, article):
    done = run("extract", article, "--extractor", "rulez")

    assert "no extractor 'rulez'" in done.stderr
    assert "rules" in done.stderr.replace("'rulez'", "")


# -- outputs


def test_output_is_replaced_when_all_is_done(run, article, tmp_path):
    output = tmp_path / "found.jsonl"
    output.write_text("old\n")
    done = run("extract", article, "--format", "jsonl", "--output", output)

    assert done.stdout == ""
    assert [json.loads(line)["type"] for line in output.read_text().splitlines()] == ["ATTACK"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "found.jsonl"]


def test_output_is_left_alone_when_the_run_ends_early(run, article, tmp_path):
    output = tmp_path / "found.jsonl"
    output.write_text("old\n")
    (tmp_path / "broken.jsonl").write_text("{")
    done = run("extract", article, tmp_path / "broken.jsonl", "--strict", "--output", output)

    assert done.returncode == 1
    assert output.read_text() == "old\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["article.txt", "broken.jsonl", "found.jsonl"]


def test_output_into_a_missing_folder_is_told_before_the_work(run, article, tmp_path):
    done = run("timeline", article, "--output", tmp_path / "missing" / "timeline.json")

    assert done.returncode == 2
    assert f"there is no folder {tmp_path}/missing" in done.stderr.replace("\n", " ")


@pytest.mark.parametrize("command", ["extract", "timeline", "timex", "evaluate"])
def test_output_in_the_place_of_what_is_read_is_refused(run, article, command):
    text = article.read_text()
    (article.parent / "link").symlink_to(article)
    done = run(command, article, "--output", article.parent / "link")

    assert (done.returncode, done.stdout, article.read_text()) == (2, "", text)
    assert "it is read as well, and would be lost" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize("arguments", [["extract"], ["timeline", "--format", "json"], ["timex", "--format", "jsonl"]])
def test_full_disk_is_told_and_costs_no_more(eventx, environment, article, arguments):
    command = [*eventx, *arguments, str(article)]
    with open("/dev/full", "wb") as full:
        out = subprocess.run(command, env=environment, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        err = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=full, text=True, check=False)

    assert (out.returncode, out.stderr) == (1, "Error: cannot write to standard output: No space left on device\n")
    assert err.returncode == 0
    assert err.stdout


@pytest.mark.parametrize("command", ["extract", "timeline", "timex"])
def test_output_is_left_alone_when_nothing_was_produced(run, tmp_path, command):
    output = tmp_path / "found"
    output.write_text("old\n")
    done = run(command, tmp_path / "nowhere.txt", "--output", output)

    assert done.returncode == 1
    assert output.read_text() == "old\n"


def test_quiet_run_says_nothing_but_results(run, article):
    done = run("extract", article, "--quiet")

    assert done.stderr == ""
    assert "ATTACK attacked" in done.stdout


def test_json_reads_back_as_the_timeline_that_the_library_builds(run, article, tmp_path):
    output = tmp_path / "timeline.json"
    run("timeline", article, "--format", "json", "--output", output)

    assert library.load_timeline(output) == library.build_timeline(library.read_articles(article))


# -- what plugins print

TALKATIVE = """
import io
import os

import eventx
from eventx.components import ExporterRecord, ExtractorRecord

print("imported")


class Talkative:
    def extract(self, analyses):
        for analysis in analyses:
            print("reading", analysis.article.id)
            os.write(1, b"as a library in C writes\\n")
            start = analysis.article.text.index("attacked")
            trigger = analysis.article.span(start, start + 8)
            yield eventx.EventMention(article_id=analysis.article.id, type="ATTACK", trigger=trigger)


@eventx.hookimpl
def eventx_extractors():
    record = ExtractorRecord(
        name="words",
        description="\\x1b[2Jwords",
        types=["ATTACK"],
        needs_parse=False,
        build=lambda options: Talkative(),
    )
    return [record]


class Closing:
    def write(self, timeline, stream):
        with io.TextIOWrapper(stream, "utf-8") as text:
            text.write(f"{len(timeline)} events")


@eventx.hookimpl
def eventx_exporters():
    return [ExporterRecord(name="closing", description="", suffix=".closed", build=lambda options: Closing())]
"""


@pytest.fixture
def talkative(tmp_path, monkeypatch):
    """An installed plugin that prints whenever it is asked for something."""
    folder = tmp_path / "site"
    (folder / "talkative-1.0.dist-info").mkdir(parents=True)
    (folder / "talkative.py").write_text(TALKATIVE)
    (folder / "talkative-1.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: talkative\nVersion: 1.0\n"
    )
    (folder / "talkative-1.0.dist-info" / "entry_points.txt").write_text("[eventx]\ntalkative = talkative\n")
    monkeypatch.syspath_prepend(folder)


@pytest.mark.parametrize("workers", [1, 2])
def test_what_plugins_print_stays_out_of_the_results(run, article, talkative, workers):
    done = run("extract", article, "--extractor", "talkative", "--format", "jsonl", "--workers", workers)

    assert [json.loads(line)["type"] for line in done.stdout.splitlines()] == ["ATTACK"]
    assert {"imported", "reading article", "as a library in C writes"} <= set(done.stderr.splitlines())


def test_exporter_may_close_the_stream(run, article, talkative):
    done = run("timeline", article, "--format", "closing")

    assert (done.returncode, done.stdout) == (0, "1 events")


@pytest.mark.parametrize("command", ["types", "plugins"])
def test_what_plugins_print_when_they_load_stays_out_of_the_results(run, talkative, command):
    done = run(command, "--format", "json")

    assert json.loads(done.stdout)
    assert "imported" in done.stderr.splitlines()


def test_what_plugins_say_of_themselves_does_nothing_to_the_terminal(run, talkative):
    assert "talkative:words  [2Jwords\n" in run("plugins").stdout


def test_help_and_new_plugins_are_told_on_standard_output(run, tmp_path):
    assert run("timeline", "--help").stdout.startswith("Usage:")
    assert "eventx-speeches" in run("plugins", "new", "speeches", "--kind", "reader", cwd=tmp_path).stdout


# -- pipes


def test_standard_input_is_read_as_text(run):
    done = run("extract", "-", "--format", "jsonl", stdin=ATTACK)
    row = json.loads(done.stdout)

    assert (row["type"], row["article_id"]) == ("ATTACK", "stdin")


def test_standard_input_is_read_as_json_lines(run):
    rows = [{"id": "a1", "published": "2024-05-06", "text": ATTACK}, {"id": "a2", "text": "Nothing happened."}]
    done = run("timeline", "-", "--format", "json", stdin="".join(json.dumps(row) + "\n" for row in rows))
    timeline = json.loads(done.stdout)

    assert [info["id"] for info in timeline["articles"]] == ["a1", "a2"]
    assert [event["when"]["start"] for event in timeline["events"]] == ["2024-05-03"]


def test_empty_standard_input_is_told(run):
    done = run("timeline", "-")

    assert done.returncode == 1
    assert "eventx: -: " in done.stderr


def test_reader_that_has_seen_enough_ends_the_run_quietly(eventx, environment, tmp_path):
    path = tmp_path / "many.jsonl"
    rows = ({"id": f"a{number}", "text": f"{ATTACK} Bridge {number} fell."} for number in range(3000))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    with subprocess.Popen(
        [*eventx, "extract", str(path), "--format", "jsonl", "--quiet"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as process:
        first = process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read()

    assert json.loads(first)["article_id"] == "a0"
    assert told == b""


@pytest.mark.skipif(os.name != "posix", reason="closes streams in a shell")
def test_closed_standard_output_is_told_before_the_work(eventx, environment, article):
    done = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", *eventx, "timeline", str(article)],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )

    assert done.returncode == 2
    assert "standard output is closed" in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="closes streams in a shell")
def test_closed_standard_error_costs_no_result(eventx, environment, article):
    done = subprocess.run(
        ["sh", "-c", '"$@" 2>&-', "sh", *eventx, "extract", str(article), "--format", "jsonl"],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )

    assert (done.returncode, json.loads(done.stdout)["type"]) == (0, "ATTACK")


# -- Ctrl-C, kill

ENDLESS = TALKATIVE.replace('print("reading", analysis.article.id)', "dawdle(analysis.article.id)").replace(
    "class Talkative",
    """def dawdle(article_id):
    import pathlib
    import time

    if article_id != "done":
        pathlib.Path(__file__).with_name(f"reader-{article_id}").write_text(str(os.getpid()))
        time.sleep(60)


class Talkative""",
)


@pytest.fixture
def dawdling(eventx, environment, talkative, tmp_path):
    """The command under way with two workers, both of them in the middle of an article; with their process ids."""
    site = tmp_path / "site"
    (site / "talkative.py").write_text(ENDLESS)
    (site / "sitecustomize.py").write_text("import eventx.pipeline.batches as b\nb.BATCH_ARTICLES = 1\n")
    rows = [json.dumps({"id": name, "text": f"{ATTACK} {name}"}) + "\n" for name in ("done", "one", "two")]
    (tmp_path / "articles.jsonl").write_text("".join(rows))
    arguments = ["extract", "articles.jsonl", "--extractor", "talkative", "--format", "jsonl", "--workers", "2"]
    with subprocess.Popen(
        [*eventx, *arguments],
        cwd=tmp_path,
        env=environment | {"PYTHONPATH": str(site)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        started = [site / "reader-one", site / "reader-two"]
        while not all(path.exists() and path.read_text() for path in started):
            assert process.poll() is None
            time.sleep(0.05)
        yield process, [int(path.read_text()) for path in started]


def ends(process_id):
    """Whether a process is gone, or only waits to be counted, within seconds."""
    for _ in range(100):
        try:
            state = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize(("whom", "number"), [(os.killpg, signal.SIGINT), (os.kill, signal.SIGTERM)])
def test_interrupted_run_ends_at_once_with_what_was_done(dawdling, whom, number):
    process, workers = dawdling
    first = process.stdout.readline()
    whom(process.pid, number)
    rest, err = process.communicate(timeout=10)

    assert (process.returncode, err.splitlines()[-1]) == (130, "eventx: interrupted")
    assert "Traceback" not in err
    assert (json.loads(first)["article_id"], rest) == ("done", "")
    assert all(map(ends, workers))


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
def test_workers_end_when_the_run_is_killed(dawdling):
    process, workers = dawdling
    process.kill()

    assert all(map(ends, workers))


# -- a quick start


def seconds(command, environment):
    """Processor time of a command, the best of five: a busy machine stretches the wall clock, not this."""
    spent = []
    for _attempt in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, env=environment, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return min(spent)


def test_help_starts_in_less_than_400_milliseconds(eventx, environment):
    bare = seconds([sys.executable, "-c", "pass"], environment)

    assert seconds([*eventx, "--help"], environment) - bare < 0.4


def test_help_names_every_command(run):
    done = run("--help")
    commands = {path.stem for path in Path(library.__file__).parent.joinpath("cli").glob("*.py")}
    named = {line.split()[0] for line in done.stdout.partition("Commands:")[2].splitlines() if line.strip()}

    assert {"extract", "timeline", "timex", "evaluate", "types", "plugins"} <= named <= commands


@pytest.mark.parametrize("command", ["extract", "timeline", "timex", "evaluate", "types", "plugins"])
def test_every_command_explains_itself(run, command):
    done = run(command, "--help")

    assert done.returncode == 0
    assert f"eventx {command}" in done.stdout


def test_version_is_that_of_the_library(run):
    assert run("--version").stdout.split()[-1] == library.__version__


# -- evaluation of an extractor


def test_extractor_is_scored_on_annotated_articles(run, tmp_path):
    start = ATTACK.index("attacked")
    row = {"id": "a1", "published": "2024-05-06", "text": ATTACK}
    row["mentions"] = [{"type": "ATTACK", "trigger": [start, start + 8], "date": "2024-05-03"}]
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(row) + "\n")
    done = run("evaluate", gold, "--extractor", "rules", "--format", "json")
    figures = json.loads(done.stdout)["systems"][0]["figures"]["all"]

    assert (done.returncode, done.stderr) == (0, "")
    assert (figures["trigger_f1"], figures["date_accuracy"]) == (1, 1)


def test_unknown_extractor_cannot_be_scored(run, tmp_path):
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "a1", "text": ATTACK, "mentions": []}) + os.linesep)
    done = run("evaluate", gold, "--extractor", "rulez")

    assert (done.returncode, done.stdout) == (2, "")
    assert "no extractor 'rulez'" in done.stderr
