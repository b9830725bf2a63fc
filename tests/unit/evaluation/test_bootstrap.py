from __future__ import annotations

import pytest

from eventx.evaluation import compare, evaluate

TEXT = "Rebels shelled the port and raided Selby."
BOTH = (("ATTACK", "shelled", {"attacker": "Rebels"}, {}), ("ATTACK", "raided", {}, {}))


@pytest.fixture
def evaluated(gold, found):
    """An evaluation of predictions that find both, one or none of two mentions in each of some articles."""

    def make(*numbers):
        articles = [gold(TEXT, *BOTH, name=f"a{number}") for number in range(len(numbers))]
        predicted = [
            mention for place, number in enumerate(numbers) for mention in found(TEXT, *BOTH[:number], name=f"a{place}")
        ]
        return evaluate(articles, predicted)

    return make


def row(differences, figure):
    return next(one for one in differences if one.figure == figure)


def test_equal_predictions_do_not_differ(evaluated):
    differences = compare(evaluated(2, 1, 0), evaluated(2, 1, 0), resamples=50)

    assert {(one.difference, one.low, one.high, one.not_better) for one in differences} == {(0, 0, 0, 1)}


def test_what_is_better_everywhere_is_better_in_every_resample(evaluated):
    trigger = row(compare(evaluated(2, 2, 2), evaluated(1, 1, 1), resamples=50), "trigger_f1")

    # Recall 1 against 1/2 in every article, so the F1 of 2/3 does not vary either.
    assert (trigger.a, trigger.b, trigger.not_better) == (1, pytest.approx(2 / 3), 0)
    assert trigger.difference == trigger.low == trigger.high == pytest.approx(1 / 3)


def test_what_is_better_in_some_articles_only_varies(evaluated):
    trigger = row(compare(evaluated(2, 1, 1, 1), evaluated(1, 1, 1, 2), resamples=400), "trigger_f1")

    assert trigger.difference == 0
    assert trigger.low < 0 < trigger.high
    assert 0.3 < trigger.not_better < 0.8


def test_interval_holds_the_difference_over_all_articles(evaluated):
    trigger = row(compare(evaluated(2, 2, 1, 2, 1, 0), evaluated(1, 2, 0, 1, 1, 0), resamples=400), "trigger_f1")

    assert trigger.low < trigger.difference < trigger.high
    assert trigger.not_better < 0.05


def test_swapping_turns_the_sign(evaluated):
    one, other = evaluated(2, 1, 1), evaluated(1, 1, 0)
    there, back = (row(compare(*pair, resamples=100), "trigger_f1") for pair in ((one, other), (other, one)))

    assert (there.difference, there.low) == (pytest.approx(-back.difference), pytest.approx(-back.high))


def test_seed_fixes_the_resamples(evaluated):
    one, other = evaluated(2, 1, 1, 0), evaluated(1, 2, 0, 0)

    assert compare(one, other, resamples=60) == compare(one, other, resamples=60)
    assert compare(one, other, resamples=60) != compare(one, other, resamples=60, seed=1)


def test_figure_that_is_undefined_is_left_out(evaluated):
    figures = [one.figure for one in compare(evaluated(2, 2), evaluated(1, 1), resamples=20)]

    assert "trigger_f1" in figures
    assert "date_accuracy" not in figures  # gold dates nothing


def test_evaluations_of_different_gold_are_refused(evaluated):
    with pytest.raises(ValueError, match="not of the same gold articles"):
        compare(evaluated(2, 2), evaluated(2, 2, 2))
