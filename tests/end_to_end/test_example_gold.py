"""The rules on our own annotated articles: floors, so that a change that loses what was found is seen.

Of so few mentions each figure leaves room for about two errors more than there were when the floors were set.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import eventx
from eventx.evaluation import Evaluation, evaluate, read_gold
from eventx.evaluation.timexes import TimexLine, evaluate_timexes, read_timex_gold

GOLD = Path(__file__).parents[2] / "docs" / "examples" / "gold.jsonl"


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    timeline = eventx.build_timeline(eventx.read_articles(GOLD))
    return evaluate(read_gold(GOLD), [mention for event in timeline for mention in event.mentions], by="type")


@pytest.mark.parametrize(
    ("figure", "floor"),
    [
        ("trigger_p", 0.9),
        ("trigger_r", 0.9),
        ("argument_f1", 0.72),
        ("date_f1", 0.8),
        ("date_accuracy", 0.8),
        ("modality_accuracy", 0.9),
        ("nonasserted_f1", 0.75),
        ("cluster_f1", 0.75),
        ("about_f1", 0.65),
    ],
)
def test_rules_keep_what_they_reached(evaluation, figure, floor):
    assert evaluation.figures["all"][figure] >= floor


def test_rules_find_every_type(evaluation):
    found = {key: row["trigger_f1"] for key, row in evaluation.figures.items() if key != "all"}

    assert sorted(found) == ["ACCUSATION", "ATTACK", "DENIAL", "VISIT"]
    assert min(found.values()) >= 0.75


def test_dates_keep_what_they_reached():
    gold = read_timex_gold(GOLD)
    published = {article.id: article.published for article in read_gold(GOLD)}
    found = [
        (article.id, TimexLine(span=timex.span, type=timex.type, value=timex.value))
        for article in gold
        for timex in eventx.find_dates(article.text, published[article.id])
    ]

    assert evaluate_timexes(gold, found).figures["value_f1"] >= 0.94
