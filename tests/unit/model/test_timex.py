from __future__ import annotations

import datetime as dt

import pytest

from eventx.model import Span, Timex, When

SPAN = Span(start=0, end=9, text="last week")
MONDAY, SUNDAY = dt.date(2024, 5, 6), dt.date(2024, 5, 12)


def when(start, end, granularity="interval"):
    return When(start=start, end=end, granularity=granularity)


def test_interval_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="first day 2024-05-12 is after last day 2024-05-06"):
        when(SUNDAY, MONDAY)


def test_intervals_overlap_where_they_share_a_day():
    assert when(MONDAY, SUNDAY).overlaps(when(SUNDAY, dt.date(2024, 6, 1)))
    assert not when(MONDAY, MONDAY).overlaps(when(SUNDAY, SUNDAY))


@pytest.mark.parametrize(
    ("start", "end", "granularity", "text"),
    [
        (MONDAY, MONDAY, "day", "2024-05-06"),
        (dt.date(2024, 5, 1), dt.date(2024, 5, 31), "month", "2024-05"),
        (dt.date(2024, 1, 1), dt.date(2024, 12, 31), "year", "2024"),
        (MONDAY, SUNDAY, "week", "2024-05-06/2024-05-12"),
        (dt.date(987, 1, 1), dt.date(987, 12, 31), "year", "0987"),
    ],
)
def test_interval_reads_as_briefly_as_it_can(start, end, granularity, text):
    assert str(when(start, end, granularity)) == text


@pytest.mark.parametrize("fields", [{"granularity": "fortnight"}, {"source": "guess"}])
def test_unknown_words_are_refused(fields):
    with pytest.raises(ValueError, match=next(iter(fields))):
        When(**{"start": MONDAY, "end": SUNDAY, "granularity": "week"} | fields)


@pytest.mark.parametrize(
    "fields", [{"start": MONDAY}, {"start": MONDAY, "end": SUNDAY}, {"end": SUNDAY}, {"granularity": "week"}]
)
def test_half_a_stretch_of_the_calendar_is_refused(fields):
    with pytest.raises(ValueError, match="together or not at all"):
        Timex(span=SPAN, type="DATE", **fields)


def test_backward_timex_is_refused():
    with pytest.raises(ValueError, match="'last week': first day"):
        Timex(span=SPAN, type="DATE", start=SUNDAY, end=MONDAY, granularity="week")


def test_unresolved_timex_needs_no_days():
    assert Timex(span=SPAN, type="DURATION", value="P1W").start is None
