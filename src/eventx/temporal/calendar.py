"""Stretches of the calendar, their TIMEX3 values, and the reading of dates written in figures."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

from attrs import frozen

from eventx.model import Granularity

UNITS = ("day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century")
"""Kinds of `Period`, finest first."""

SEASONS = ("SP", "SU", "FA", "WI")
"""Northern seasons in TIMEX3's spelling; each lasts three months, spring from March; winter belongs to its December."""

FIRST_YEAR, LAST_YEAR = 100, 9800
"""Years that are calculated with: inside Python's own limits by more than anything a text can add."""

_GRANULARITY: dict[str, Granularity] = {"weekend": "interval", "half": "interval"}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}


@frozen(cache_hash=True)  # readings are remembered by it
class Period:
    """A day, week, weekend, month, quarter, half-year, season, year, decade or century.

    Attributes:
        unit: One of `UNITS`.
        start: Its first day.
    """

    unit: str
    start: dt.date

    @classmethod
    def holding(cls, unit: str, day: dt.date) -> Period:
        """The period of this kind that ``day`` lies in (of a weekend: of whose ISO week it lies in).

        >>> Period.holding("quarter", dt.date(2024, 5, 20)).value
        '2024-Q2'
        """
        if unit == "day":
            return cls("day", day)
        if unit == "week":
            return cls("week", day - dt.timedelta(days=day.weekday()))
        if unit == "weekend":
            return cls("weekend", day - dt.timedelta(days=day.weekday() - 5))
        months = day.year * 12 + day.month - 1
        size, offset = _MONTHS[unit], 2 if unit == "season" else 0
        first = (months - offset) // size * size + offset
        return cls(unit, dt.date(first // 12, first % 12 + 1, 1))

    def shift(self, count: int) -> Period:
        """The period of the same kind ``count`` later, or earlier where negative."""
        if self.unit == "day":
            return Period("day", self.start + dt.timedelta(days=count))
        if self.unit in ("week", "weekend"):
            return Period(self.unit, self.start + dt.timedelta(weeks=count))
        months = self.start.year * 12 + self.start.month - 1 + count * _MONTHS[self.unit]
        return Period(self.unit, dt.date(months // 12, months % 12 + 1, 1))

    def shift_by(self, unit: str, count: int) -> Period:
        """This period moved by ``count`` of another unit: a quarter by a year, a day by two weeks."""
        if unit == self.unit:
            return self.shift(count)
        if unit in ("day", "week", "weekend"):
            moved = self.start + dt.timedelta(days=count * (1 if unit == "day" else 7))
        else:
            moved = add_months(self.start, count * _MONTHS[unit])
        return Period.holding(self.unit, moved)

    @property
    def end(self) -> dt.date:
        """Its last day; of one that goes beyond Python's calendar the last that this has."""
        if self.unit == "day":
            return self.start
        try:
            if self.unit == "weekend":
                return self.start + dt.timedelta(days=1)
            return self.shift(1).start - dt.timedelta(days=1)
        except (ValueError, OverflowError):
            return dt.date.max

    @property
    def granularity(self) -> Granularity:
        """What a `Timex` of it says about its fineness."""
        return _GRANULARITY.get(self.unit, self.unit)  # type: ignore[arg-type] # the other units are granularities

    @property
    def value(self) -> str:
        """Its TIMEX3 value."""
        day = self.start
        match self.unit:
            case "day":
                return day.isoformat()
            case "week" | "weekend":
                iso = day.isocalendar()
                return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if self.unit == "weekend" else "")
            case "month":
                return f"{day.year:04}-{day.month:02}"
            case "quarter":
                return f"{day.year:04}-Q{(day.month + 2) // 3}"
            case "half":
                return f"{day.year:04}-H{(day.month + 5) // 6}"
            case "season":
                return f"{day.year:04}-{SEASONS[(day.month - 3) // 3]}"
            case "year":
                return f"{day.year:04}"
            case "decade":
                return f"{day.year:04}"[:3]
            case _:
                return f"{day.year:04}"[:2]


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day of the month so many months on; the month's last day where it is too short."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def make_day(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None where the calendar has no such day or the year is out of all reason."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


_FIGURES = re.compile(
    r"(?P<iso>\d{4}[-/]\d\d?[-/]\d\d?(?P<clock>t(?:[01]\d|2[0-3]):[0-5]\d(?P<seconds>:[0-5]\d)?)?)"
    r"|(?P<slashed>\d\d?/\d\d?/(?:\d{4}|(?P<short>\d\d)))|\d\d?\.\d\d?\.\d{4}",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def read_figures(text: str) -> dt.datetime | None:
    """Read a date written in figures: ``2011-09-22T14:30``, ``9/22/2011``, ``22.9.2011``; None if it is none.

    Of ``8/7/1998`` the month is taken to come first; where only the other way makes a date, the day.

    >>> read_figures("22/9/2011")
    datetime.datetime(2011, 9, 22, 0, 0)
    """
    match = _FIGURES.fullmatch(text)
    if match is None:
        return None
    first, second, third = (int(part) for part in re.split(r"[-/.t:]", text, maxsplit=3, flags=re.IGNORECASE)[:3])
    if match["iso"]:
        shape = "%Y/%m/%d" if "/" in text else "%Y-%m-%d"
        if match["clock"]:
            shape += f"{match['clock'][0]}%H:%M" + (":%S" if match["seconds"] else "")
        is_date = make_day(first, second, third) is not None
    elif match["slashed"]:
        year = "%y" if match["short"] else "%Y"
        month_first = first <= 12
        shape = f"%m/%d/{year}" if month_first else f"%d/%m/{year}"
        month, day = (first, second) if month_first else (second, first)
        is_date = make_day(2000 + third if match["short"] else third, month, day) is not None
    else:
        shape, is_date = "%d.%m.%Y", make_day(third, second, first) is not None
    # What is no date is not shown to dateparser, which would go through every locale's ways of writing one.
    return _parse(text, shape) if is_date else None


def _parse(text: str, shape: str) -> dt.datetime | None:
    # Imported here because few articles hold a date in figures.
    import dateparser

    settings = {"PREFER_DATES_FROM": "current_period", "RETURN_AS_TIMEZONE_AWARE": False}
    read: dt.datetime | None = dateparser.parse(text, languages=["en"], date_formats=[shape], settings=settings)
    return read
