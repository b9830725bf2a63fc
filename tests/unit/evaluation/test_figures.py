"""The figures of a small case, worked out by hand beside each."""

from __future__ import annotations

import pytest

from eventx.evaluation import evaluate


def about(**figures):
    return {name: pytest.approx(value) if isinstance(value, float) else value for name, value in figures.items()}


def some(figures, names):
    return {name: figures[name] for name in names}


def test_triggers(case):
    figures = evaluate(*case).figures["all"]

    # "denied" is missed, "charge" is spurious; the other five are right.
    want = about(gold=6, predicted=6, trigger_p=5 / 6, trigger_r=5 / 6, trigger_f1=5 / 6)
    assert some(figures, want) == want


def test_arguments(case):
    figures = evaluate(*case).figures["all"]

    # Right: Rebels, Vans, Velmark, Dahl. Of 2+2+1+1+1 predicted, of 2+3+2+2 in gold.
    want = about(argument_p=4 / 7, argument_r=4 / 9, argument_f1=0.5)
    assert some(figures, want) == want


def test_dates(case):
    figures = evaluate(*case).figures["all"]

    # Gold dates the shelling and the visit. Claimed are the shelling (right) and the accusation (wrong); the visit's
    # is only the day of publication.
    want = about(date_p=0.5, date_r=0.5, date_f1=0.5, date_accuracy=0.5, dated=2)
    assert some(figures, want) == want


def test_modality(case):
    figures = evaluate(*case).figures["all"]

    # Wrong: "trip" (asserted for planned) and "fired" (hypothetical for negated), of five. Asserted or not is wrong
    # of "trip" only. Not asserted are three in gold, two predicted, and one with the right label.
    want = about(modality_accuracy=0.6, asserted_accuracy=0.8, nonasserted_f1=2 * 1 / (2 + 3))
    assert some(figures, want) == want


def test_clusters(case):
    figures = evaluate(*case).figures["all"]

    # Every event stands alone, so precision is 1; "visit" and "trip" are one event, so their recall is 1/2 each.
    want = about(cluster_p=1.0, cluster_r=(1 + 1 + 0.5 + 0.5 + 1) / 5, cluster_f1=2 * 0.8 / 1.8)
    assert some(figures, want) == want


def test_about(case):
    figures = evaluate(*case).figures["all"]

    # Gold links the denial, which is missed; predicted is a link of the accusation, which gold does not have.
    want = about(about_p=0.0, about_r=0.0, about_f1=0.0)
    assert some(figures, want) == want


def test_figures_by_type(case):
    figures = evaluate(*case, by="type").figures

    assert list(figures) == ["all", "ACCUSATION", "ATTACK", "DENIAL", "VISIT"]
    assert (figures["DENIAL"]["trigger_f1"], figures["VISIT"]["trigger_f1"]) == (0, 1)
    # Rebels of "Rebels" and "the port on Friday" predicted; "fired" has no arguments.
    assert figures["ATTACK"]["argument_p"] == figures["ATTACK"]["argument_r"] == 0.5
    assert "cluster_f1" not in figures["VISIT"]


def test_figures_by_source(case):
    figures = evaluate(*case, by="source").figures

    assert list(figures) == ["all", "Herald", "Times"]
    assert (figures["Herald"]["gold"], figures["Times"]["trigger_f1"]) == (3, 1)


def test_nothing_predicted_scores_nothing(case):
    figures = evaluate(case[0], []).figures["all"]

    assert (figures["trigger_f1"], figures["argument_f1"], figures["predicted"]) == (0, 0, 0)
    assert figures["date_accuracy"] is None
    assert figures["cluster_f1"] is None


def test_gold_that_dates_nothing_has_no_date_accuracy(gold, found):
    text = "Rebels shelled the port."
    article = gold(text, ("ATTACK", "shelled", {}, {}))

    assert evaluate([article], found(text, ("ATTACK", "shelled", {}, {}))).figures["all"]["date_accuracy"] is None


def test_whole_interval_of_a_date_must_be_right(gold, found):
    text = "Rebels shelled the port."
    (mention,) = found(text, ("ATTACK", "shelled", {}, {"when": "2024-03-08"}))
    article = gold(text, ("ATTACK", "shelled", {}, {"when": "2024-03-09"}))

    assert evaluate([article], [mention]).figures["all"]["date_f1"] == 0
