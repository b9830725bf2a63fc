"""How long visits last, and which day of them is named."""

from __future__ import annotations

import datetime as dt

import pytest

from eventx.temporal.anchoring.stays import Stay

STAYS = [
    ("She arrived in Lima on Tuesday for a three-day [visit].", "2024-03-12/2024-03-14"),
    ("The minister began a three-day official [tour] of the region on Tuesday.", "2024-03-12/2024-03-14"),
    ("The minister ended a three-day [visit] to Lima on Tuesday.", "2024-03-10/2024-03-12"),
    ("On Tuesday, the second day of her [visit], she met farmers.", "2024-03-11/2024-03-12"),
    ("On Tuesday, the second day of her three-day [visit], she met farmers.", "2024-03-11/2024-03-13"),
    ("The [visit] on Tuesday went well.", "2024-03-12"),
    ("The minister met farmers on Tuesday at the start of a [visit] to Lima.", "2024-03-12"),
]


@pytest.mark.parametrize(("sentence", "expected"), STAYS)
def test_stay_takes_its_days(claims, sentence, expected):
    assert claims(sentence, event_type="VISIT", roles=("visitor",)) == [expected]


def test_arrival_keeps_its_day_and_the_visit_takes_the_whole(claims):
    text = "She [arrived|v] in Lima on Tuesday for a three-day [visit|v]. The [trip|v] is her first."

    assert claims(text, event_type="VISIT") == ["2024-03-12", "2024-03-12/2024-03-14", "2024-03-12/2024-03-14"]


def test_visit_that_ended_on_a_day_began_with_the_arrival(claims):
    text = "She [arrived|v] in Lima on Monday. She ended her [visit|v] to Lima on Wednesday."

    assert claims(text, event_type="VISIT") == ["2024-03-11", "2024-03-11/2024-03-13"]


def test_stay_beyond_the_calendar_is_none():
    assert Stay(days=50).around(dt.date.max) is None


def test_stay_of_a_known_day_without_length_ends_with_that_day():
    assert Stay(day=3).around(dt.date(2024, 3, 12)) == (dt.date(2024, 3, 10), dt.date(2024, 3, 12))


def test_reception_is_of_the_first_day_and_not_of_the_whole_stay(claims):
    text = "She began a three-day [visit|e1] to the port on March 12. The mayor [welcomed|e1] her at the gate."

    assert claims(text, event_type="VISIT") == ["2024-03-12/2024-03-14", "2024-03-12"]
