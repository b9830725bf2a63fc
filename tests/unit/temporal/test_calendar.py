from __future__ import annotations

import datetime as dt

import pytest

from eventx.temporal.calendar import Period, add_months, read_figures
from eventx.temporal.holidays import holiday_in, holiday_table

DAY = dt.date(2024, 2, 29)


@pytest.mark.parametrize(
    ("unit", "value", "first", "last"),
    [
        ("day", "2024-02-29", "2024-02-29", "2024-02-29"),
        ("week", "2024-W09", "2024-02-26", "2024-03-03"),
        ("weekend", "2024-W09-WE", "2024-03-02", "2024-03-03"),
        ("month", "2024-02", "2024-02-01", "2024-02-29"),
        ("quarter", "2024-Q1", "2024-01-01", "2024-03-31"),
        ("half", "2024-H1", "2024-01-01", "2024-06-30"),
        ("season", "2023-WI", "2023-12-01", "2024-02-29"),
        ("year", "2024", "2024-01-01", "2024-12-31"),
        ("decade", "202", "2020-01-01", "2029-12-31"),
        ("century", "20", "2000-01-01", "2099-12-31"),
    ],
)
def test_period_holds_its_day(unit, value, first, last):
    period = Period.holding(unit, DAY)
    assert (period.value, period.start.isoformat(), period.end.isoformat()) == (value, first, last)


def test_week_at_the_turn_of_the_year_counts_to_its_iso_year():
    assert Period.holding("week", dt.date(2021, 1, 2)).value == "2020-W53"


@pytest.mark.parametrize("unit", ["day", "week", "month", "year", "century"])
def test_last_period_of_the_calendar_ends_with_it(unit):
    assert Period.holding(unit, dt.date.max).end == dt.date.max


def test_shift_by_a_year_and_back_is_the_same_period():
    for unit in ("month", "quarter", "season", "decade"):
        period = Period.holding(unit, DAY)
        assert period.shift(4).shift(-4) == period


def test_adding_a_month_to_the_31st_stays_in_the_next_month():
    assert add_months(dt.date(2023, 1, 31), 1) == dt.date(2023, 2, 28)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2011-09-22", dt.datetime(2011, 9, 22)),
        ("2011-09-22T14:30", dt.datetime(2011, 9, 22, 14, 30)),
        ("9/22/2011", dt.datetime(2011, 9, 22)),
        ("22/9/2011", dt.datetime(2011, 9, 22)),
        ("9/22/98", dt.datetime(1998, 9, 22)),
        ("22.9.2011", dt.datetime(2011, 9, 22)),
        ("2/30/2011", None),
        ("2011-99-99", None),
        ("2011-09-22T99:30", None),
        ("1.2", None),
    ],
)
def test_figures_are_read_or_refused(text, expected):
    assert read_figures(text) == expected


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("Thanksgiving", "2011-11-24"),
        ("Memorial Day", "2011-05-30"),
        ("Labor Day", "2011-09-05"),
        ("Election Day", "2011-11-08"),
        ("Easter", "2011-04-24"),
        ("Ash Wednesday", "2011-03-09"),
        ("Independence Day", "2011-07-04"),
    ],
)
def test_holiday_falls_on_its_day(name, day):
    assert holiday_in(holiday_table()[name], 2011) == dt.date.fromisoformat(day)


def test_election_day_is_never_the_first_of_november():
    assert holiday_in(holiday_table()["Election Day"], 2022) == dt.date(2022, 11, 8)


def test_every_holiday_of_the_table_has_a_day_or_a_reason():
    for name, entry in holiday_table().items():
        assert holiday_in(entry, 2024) or entry["unresolved"], name
