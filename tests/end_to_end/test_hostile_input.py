"""Input that is no news, or too much of it: each is told with its file and line, and the other articles are done."""

from __future__ import annotations

import json
import random

import pytest

GOOD = "Foreign Minister Elin Dahl visited Norrvik on Monday.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "a-good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "binary.txt").write_bytes(b"\x7fELF\x00\x00\x01\x02visited" * 40)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "encoding.txt").write_bytes("Dahl visited Malmö.\nShe left.\n".encode("latin-1"))
    (folder / "empty.jsonl").write_bytes(b"")
    rows = [
        json.dumps({"id": "first", "text": GOOD}),
        '{"id": "broken", "text": "Dahl visited',
        json.dumps({"id": "textless", "title": "Dahl visits Norrvik"}),
        json.dumps(["Dahl visited Norrvik."]),
        json.dumps({"id": "dateless", "text": GOOD, "published": "last Monday"}),
        json.dumps({"id": "last", "text": GOOD}),
    ]
    (folder / "lines.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (folder / "z-good.txt").write_text(GOOD.replace("Norrvik", "Selby"), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def done(run, folder):
    return run("extract", folder, "--format", "jsonl")


def test_good_articles_are_done(done):
    found = [json.loads(line)["article_id"] for line in done.stdout.splitlines()]

    assert [name for name in found if name != "dateless"] == ["a-good", "first", "last", "z-good"]


def test_run_with_failures_exits_with_3(done):
    assert done.returncode == 3


def test_nothing_is_told_as_a_traceback(done):
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("binary.txt", "binary"),
        ("empty.txt", "empty"),
        ("empty.jsonl", "empty"),
        ("encoding.txt:1", "UTF-8"),
        ("lines.jsonl:2", "not valid JSON"),
        ("lines.jsonl:3", "text"),
        ("lines.jsonl:4", "object"),
        ("lines.jsonl:5", "last Monday"),
    ],
)
def test_each_is_told_with_its_file_and_line(done, folder, place, words):
    told = [line for line in done.stderr.splitlines() if f"{folder}/{place}: " in line]

    assert len(told) == 1, done.stderr
    assert words in told[0]


def test_only_bad_input_exits_with_1(run, folder):
    done = run("extract", folder / "empty.txt", folder / "binary.txt")

    assert (done.returncode, done.stdout) == (1, "")


def test_first_bad_article_ends_a_strict_run(run, folder):
    done = run("extract", folder, "--strict", "--format", "jsonl")

    assert done.returncode == 1
    assert "binary.txt" in done.stderr
    assert "lines.jsonl" not in done.stderr


def test_control_characters_of_an_article_stay_off_the_terminal(run, tmp_path):
    path = tmp_path / "escapes.jsonl"
    path.write_text(
        json.dumps({"id": "\x1b]0;owned\x07", "title": "\x1b[2J", "text": "Dahl\x1b[31m visited Norrvik.\u202e\n"})
        + "\n{"
    )
    done = run("extract", path)

    assert "visited" in done.stdout
    assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout + done.stderr)


@pytest.fixture(scope="module")
def prose():
    """Five megabytes in which next to nothing happens."""
    generator = random.Random(0)
    nouns = ("harbour", "council", "weather", "market", "river", "bridge", "school", "garden", "library", "museum")
    return [
        "The {} of the old town stood beside the {}, and few people spoke of the {}. ".format(
            *generator.sample(nouns, 3)
        )
        + ("\n\n" if number % 40 == 39 else "")
        for number in range(66_000)
    ]


def test_article_of_5_megabytes_is_read_to_its_end(run, prose, tmp_path):
    half = len(prose) // 2
    text = "".join(
        [
            GOOD,
            "\n",
            *prose[:half],
            "\n\nGunmen attacked a bridge near Selby on Friday.\n\n",
            *prose[half:],
            "\n\nDahl denied it.\n",
        ]
    )
    assert len(text) > 5_000_000
    (tmp_path / "long.txt").write_text(text, encoding="utf-8")
    (tmp_path / "short.txt").write_text(GOOD, encoding="utf-8")
    done = run("extract", tmp_path, "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]

    assert done.returncode == 0, done.stderr
    assert [(row["article_id"], row["type"]) for row in rows] == [
        ("long", "VISIT"),
        ("long", "ATTACK"),
        ("long", "DENIAL"),
        ("short", "VISIT"),
    ]
    assert all(text[row["trigger"]["start"] : row["trigger"]["end"]] == row["trigger"]["text"] for row in rows[:3])


def test_sentence_of_a_megabyte_is_told_with_its_line_and_the_others_read(run, tmp_path):
    endless = "Vans visited " + "the market and the bridge and the garden and " * 23_000 + "left"
    assert len(endless) > 1_000_000
    (tmp_path / "endless.txt").write_text(f"{GOOD}\n{endless}.\n\nDahl denied it.\n", encoding="utf-8")
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    done = run("extract", tmp_path, "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]

    assert [(row["article_id"], row["type"]) for row in rows] == [
        ("endless", "VISIT"),
        ("endless", "DENIAL"),
        ("good", "VISIT"),
    ]
    assert done.returncode == 3
    assert "eventx: endless: the sentence on line 3 of the text has 1,0" in done.stderr
