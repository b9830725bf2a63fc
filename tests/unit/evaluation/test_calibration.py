from __future__ import annotations

import pytest

from eventx.evaluation import calibrate, evaluate

TEXT = "Rebels shelled the port, raided Selby, shot two guards, bombed a bridge and fled."


@pytest.fixture
def calibrated(gold, found):
    """Two mentions that are right, and two that are not, with these confidences."""

    def make(right, wrong, **options):
        words = ("shelled", "raided", "shot", "bombed")
        predicted = [
            ("ATTACK", word, {}, {"confidence": value}) for word, value in zip(words, [*right, *wrong], strict=True)
        ]
        article = gold(TEXT, ("ATTACK", "shelled", {}, {}), ("ATTACK", "raided", {}, {}))
        return calibrate(evaluate([article], found(TEXT, *predicted)).articles, **options)

    return make


def test_bins_show_what_was_predicted_and_observed(calibrated):
    table = calibrated([0.92, 0.32], [0.98, 0.34])

    assert [(one.low, one.high, one.mentions, one.observed) for one in table.bins] == [
        (0.3, 0.4, 2, 0.5),
        (0.9, 1.0, 2, 0.5),
    ]
    assert [one.predicted for one in table.bins] == [pytest.approx(0.33), pytest.approx(0.95)]
    assert table.error == pytest.approx((2 * 0.17 + 2 * 0.45) / 4)


def test_certainty_falls_into_the_last_bin(calibrated):
    table = calibrated([1.0, 1.0], [0.0, 0.0])

    assert [(one.low, one.observed) for one in table.bins] == [(0.0, 0.0), (0.9, 1.0)]
    assert table.error == 0


def test_number_of_bins_can_be_chosen(calibrated):
    assert [one.high for one in calibrated([0.9, 0.9], [0.1, 0.4], bins=2).bins] == [0.5, 1.0]


def test_no_predictions_have_no_bins(gold):
    table = calibrate(evaluate([gold(TEXT)], []).articles)

    assert (table.bins, table.error) == ((), 0)
