"""The command on files; extractors are run in tests/end_to_end."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from eventx.cli import main

TEXT = "Rebels shelled the port. Dahl denied it."
GOLD = {
    "id": "a1",
    "text": TEXT,
    "mentions": [
        {"type": "ATTACK", "trigger": [7, 14], "arguments": [{"role": "attacker", "start": 0, "end": 6}]},
        {"type": "DENIAL", "trigger": [30, 36]},
    ],
}
SHELLED = {"article_id": "a1", "type": "ATTACK", "trigger": {"start": 7, "end": 14, "text": "shelled"}}
DENIED = {"article_id": "a1", "type": "DENIAL", "trigger": {"start": 30, "end": 36, "text": "denied"}}


@pytest.fixture
def evaluate(tmp_path, monkeypatch):
    """Write files, each of them lines, and run the command with them by name."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments, **files):
        for name, rows in files.items():
            lines = (row if isinstance(row, str) else json.dumps(row) for row in rows)
            (tmp_path / f"{name}.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return CliRunner().invoke(main, ["evaluate", *arguments])

    return run


def test_roles_of_a_types_file_are_checked_in_gold(evaluate, tmp_path):
    (tmp_path / "strikes.toml").write_text('[types.STRIKE]\nroles.striker = { filler = "entity" }\n')
    mention = {"type": "STRIKE", "trigger": [7, 14], "arguments": [{"role": "striker", "start": 0, "end": 6}]}
    misspelt = {**mention, "arguments": [{"role": "stroker", "start": 0, "end": 6}]}
    gold = [{"id": "a1", "text": TEXT, "mentions": [mention]}, {"id": "a2", "text": TEXT, "mentions": [misspelt]}]
    done = evaluate("gold.jsonl", "found.jsonl", "--types", "strikes.toml", gold=gold, found=[SHELLED])
    assert done.exit_code == 1
    assert "STRIKE has no role 'stroker'; its roles: striker. Did you mean 'striker'?" in done.output


def test_figures_are_shown(evaluate):
    done = evaluate("gold.jsonl", "found.jsonl", gold=[GOLD], found=[SHELLED])

    assert done.exit_code == 0
    assert done.stdout.splitlines()[:5] == [
        "gold.jsonl: 1 article, 2 mentions",
        "",
        "found.jsonl: 1 mention",
        "              P      R     F1",
        "trigger   1.000  0.500  0.667",
    ]


def test_json_holds_everything(evaluate):
    done = evaluate(
        *("gold.jsonl", "found.jsonl", "--format", "json", "--by", "type", "--errors", "1", "--calibration"),
        gold=[GOLD],
        found=[SHELLED],
    )
    report = json.loads(done.stdout)
    (system,) = report["systems"]

    assert (report["articles"], report["mentions"], system["name"]) == (1, 2, "found.jsonl")
    assert system["figures"]["all"]["trigger_f1"] == 0.6667
    assert system["figures"]["DENIAL"]["trigger_f1"] == 0
    assert [(error["kind"], error["trigger"]) for error in system["errors"]] == [
        ("argument", "shelled"),
        ("missed", "denied"),
    ]
    assert system["calibration"]["bins"] == [
        {"low": 0.9, "high": 1.0, "mentions": 1, "predicted": 1.0, "observed": 1.0}
    ]


def test_errors_are_listed_up_to_a_number_of_each_kind(evaluate):
    done = evaluate("gold.jsonl", "found.jsonl", "--errors", "1", gold=[GOLD], found=[])

    assert done.stdout.splitlines()[-1] == "MISSED a1:7 ATTACK …Rebels [shelled] the port. Dahl denied it.…"


def test_errors_of_one_kind_can_be_asked_for(evaluate):
    done = evaluate("gold.jsonl", "found.jsonl", "--kind", "argument", gold=[GOLD], found=[SHELLED])

    assert [line for line in done.stdout.splitlines() if "a1:" in line] == [
        "WRONG argument a1:7 ATTACK …Rebels [shelled] the port. Dahl denied it.… attacker: gold “Rebels”, found —"
    ]


def test_text_of_articles_cannot_steer_the_terminal(evaluate):
    gold = {**GOLD, "id": "a\x1b[1m", "text": TEXT.replace("port.", "por\x1b.")}
    done = evaluate("gold.jsonl", "found.jsonl", "--errors", "5", gold=[gold], found=[])

    assert "MISSED a[1m:7 ATTACK …Rebels [shelled] the por. Dahl denied it.…" in done.stdout
    assert "\x1b" not in done.stdout


def test_two_files_are_compared(evaluate):
    done = evaluate(
        *("gold.jsonl", "one.jsonl", "two.jsonl", "--compare", "--resamples", "10"),
        gold=[GOLD],
        one=[SHELLED, DENIED],
        two=[SHELLED],
    )

    assert "A = one.jsonl, B = two.jsonl; 10 resamples" in done.stdout
    assert "trigger f1         1.000  0.667  +0.333  +0.333 … +0.333    0.0%" in done.stdout.splitlines()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["gold.jsonl", "found.jsonl", "--compare"], "--compare needs two"),
        (["gold.jsonl", "--timexes", "--by", "type"], "--timexes scores"),
        (["gold.jsonl", "--by", "colour"], "'colour' is not one of"),
        ([], "Missing argument 'GOLD'"),
    ],
)
def test_wrong_usage_is_told(evaluate, arguments, message):
    done = evaluate(*arguments, gold=[GOLD], found=[])

    assert done.exit_code == 2
    assert message in done.stderr


def test_gold_with_slips_is_not_scored(evaluate):
    done = evaluate("gold.jsonl", "found.jsonl", gold=["{", GOLD, {"id": "a2"}], found=[SHELLED])

    assert (done.exit_code, done.stdout) == (1, "")
    assert "gold.jsonl:1: not valid JSON" in done.stderr
    assert "gold.jsonl:3: text: missing" in done.stderr


def test_prediction_that_is_none_is_told_and_the_others_scored(evaluate):
    done = evaluate("gold.jsonl", "found.jsonl", gold=[GOLD], found=[SHELLED, "{", {"article_id": "a1"}])

    assert done.exit_code == 3
    assert "found.jsonl:2: not JSON" in done.stderr
    assert "found.jsonl:3: missing: type" in done.stderr
    assert "trigger   1.000  0.500  0.667" in done.stdout


def test_prediction_made_of_another_text_is_told(evaluate):
    done = evaluate(
        "gold.jsonl", "found.jsonl", gold=[{**GOLD, "text": f"{TEXT[:7]}Shelled{TEXT[14:]}"}], found=[SHELLED]
    )

    assert done.exit_code == 3
    assert "says 'shelled', but gold has 'Shelled' there" in done.stderr


def test_first_failure_ends_a_strict_run(evaluate):
    done = evaluate("gold.jsonl", "found.jsonl", "--strict", gold=[GOLD], found=["{", SHELLED])

    assert (done.exit_code, done.stdout) == (1, "")


def test_missing_file_is_told(evaluate):
    done = evaluate("gold.jsonl", "nowhere.jsonl", gold=[GOLD])

    assert done.exit_code == 1
    assert "nowhere.jsonl: cannot be read: No such file" in done.stderr


def test_gold_that_extractors_cannot_read_is_told(evaluate, tmp_path):
    (tmp_path / "gold.txt").write_text(json.dumps({**GOLD, "timexes": []}))
    done = evaluate("gold.txt", "--no-plugins", "--timexes")

    assert (done.exit_code, done.stdout) == (1, "")
    assert "gold.txt: cannot be read as articles, for its name does not end in .jsonl" in done.stderr


def test_report_goes_to_a_file(evaluate, tmp_path):
    done = evaluate("gold.jsonl", "found.jsonl", "--output", "report.txt", gold=[GOLD], found=[SHELLED])

    assert done.stdout == ""
    assert (tmp_path / "report.txt").read_text(encoding="utf-8").startswith("gold.jsonl: 1 article")


def test_temporal_expressions_are_scored(evaluate):
    text = "He left on Friday."
    row = {"start": 11, "end": 17, "text": "Friday", "type": "DATE"}
    done = evaluate(
        *("gold.jsonl", "found.jsonl", "--timexes", "--errors", "5"),
        gold=[{"id": "a1", "text": text, "timexes": [{**row, "value": "2024-03-08"}]}],
        found=[{"article_id": "a1", **row, "value": "2024-03-15"}],
    )

    assert done.exit_code == 0
    assert "relaxed  1.000" in done.stdout.splitlines()
    assert "value    0.000" in done.stdout.splitlines()
    assert done.stdout.splitlines()[-1] == (
        "VALUE a1:11 …He left on [Friday].… gold DATE 2024-03-08, found DATE 2024-03-15"
    )


def test_eventx_dates_are_scored_where_no_file_is_given(evaluate):
    text = "He left on Friday."
    row = {"start": 11, "end": 17, "type": "DATE", "value": "2024-03-08"}
    done = evaluate(
        *("gold.jsonl", "--timexes", "--quiet"),
        gold=[{"id": "a1", "published": "2024-03-09", "text": text, "timexes": [row]}],
    )

    assert done.exit_code == 0
    assert "value    1.000" in done.stdout.splitlines()
