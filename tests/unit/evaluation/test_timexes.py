from __future__ import annotations

import json

import pytest

from eventx.errors import SourceError
from eventx.evaluation.timexes import TimexArticle, TimexLine, evaluate_timexes, read_timex_gold, read_timex_lines
from eventx.model import Span

TEXT = "He left on Monday, May 6, stayed for three days, and came back this week, or so they say."


def timex(part, type_, value):
    start = TEXT.index(part)
    return TimexLine(span=Span.of(TEXT, start, start + len(part)), type=type_, value=value)


GOLD = TimexArticle(
    id="a",
    text=TEXT,
    timexes=[
        timex("Monday, May 6", "DATE", "2024-05-06"),
        timex("three days", "DURATION", "P3D"),
        timex("this week", "DATE", "2024-W19"),
    ],
)
FOUND = [
    timex("Monday", "DATE", "2024-05-06"),
    timex("May 6", "DATE", "2024-05-06"),
    timex("three days", "DATE", "P3D"),
    timex("so", "DATE", "PAST_REF"),
]


def test_figures_of_a_small_case():
    figures = evaluate_timexes([GOLD], [("a", one) for one in FOUND]).figures

    # "Monday" takes the whole of "Monday, May 6", so "May 6" has nothing left; "three days" has another type.
    # Of four found and three in gold: two overlap, one has the same text, both have the right value, one the type.
    assert figures == {
        "gold": 3,
        "predicted": 4,
        "strict_f1": pytest.approx(2 * 1 / 7),
        "relaxed_f1": pytest.approx(2 * 2 / 7),
        "value_f1": pytest.approx(2 * 2 / 7),
        "type_f1": pytest.approx(2 * 1 / 7),
        "day_f1": pytest.approx(2 * 1 / (2 + 1)),
    }


def test_disagreements_are_listed_in_text_order():
    listed = evaluate_timexes([GOLD], [("a", one) for one in FOUND]).disagreements

    assert [(one.kind, one.text, one.gold, one.predicted) for one in listed] == [
        ("spurious", "May 6", None, "DATE 2024-05-06"),
        ("type", "three days", "DURATION P3D", "DATE P3D"),
        ("missed", "this week", "DATE 2024-W19", None),
        ("spurious", "so", None, "DATE PAST_REF"),
    ]


def test_nothing_found_scores_nothing():
    assert evaluate_timexes([GOLD], []).figures["value_f1"] == 0


def test_gold_and_predictions_are_read(tmp_path):
    gold, lines = tmp_path / "gold.jsonl", tmp_path / "found.jsonl"
    row = {"start": 11, "end": 17, "text": "Monday", "type": "DATE", "value": "2024-05-06"}
    gold.write_text(json.dumps({"id": "a", "text": TEXT, "timexes": [row]}) + "\n")
    lines.write_text("".join(json.dumps({"article_id": name, **row}) + "\n" for name in ("a", "elsewhere")))
    articles = read_timex_gold(gold)
    found = list(read_timex_lines(lines, articles))

    assert found == [("a", timex("Monday", "DATE", "2024-05-06"))]
    assert evaluate_timexes(articles, found).figures["strict_f1"] == 1


def test_prediction_of_another_text_is_told_by_file_and_line(tmp_path):
    lines = tmp_path / "found.jsonl"
    row = {"article_id": "a", "start": 11, "end": 17, "text": "Sunday", "type": "DATE", "value": "2024-05-05"}
    lines.write_text(json.dumps(row) + "\n")

    with pytest.raises(SourceError, match=r"found.jsonl:1: .*says 'Sunday', but the article has 'Monday' there"):
        list(read_timex_lines(lines, [GOLD]))
