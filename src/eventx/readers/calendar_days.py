"""Full dates as news writes them, read into days. What could be two days is none."""

from __future__ import annotations

import datetime as dt
import re

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        1,
    )
    for name in names
}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_YEAR = r"(?:1[89]|20)\d\d"
_WEEKDAY = r"(?:Mon|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs?(?:day)?)?|Fri|Sat(?:urday)?|Sun)(?:day)?"

# A date without its year, for datelines.
DAY_AND_MONTH = rf"(?:(?P<month1>{_MONTH})\.?[ ](?P<day1>\d{{1,2}})|(?P<day2>\d{{1,2}})[ ](?P<month2>{_MONTH})\.?)"

# A month with its year and no day, after a word that makes it a time.
MONTH = re.compile(
    rf"\b(?:in|since|of|by|until|last|from)[ ](?:(?:early|late|mid)[- ])?(?P<month>{_MONTH})\.?,?[ ](?P<year>{_YEAR})\b"
)

FULL_DATE = re.compile(
    rf"(?<![\w/.-])(?:(?P<weekday>{_WEEKDAY})\.?,?[ ]+(?:the[ ])?)?(?:"
    rf"(?P<m1>{_MONTH})\.?[ ]+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?[ ]+(?P<y1>{_YEAR})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:[ ]of)?[ -]+(?P<m2>{_MONTH})\.?,?[ -]+(?P<y2>{_YEAR})"
    rf"|(?P<y3>{_YEAR})[ -](?P<m3>{_MONTH})[ -](?P<d3>\d{{1,2}})"
    rf"|(?P<y4>{_YEAR})(?P<sep4>[-/.])(?P<m4>\d{{1,2}})(?P=sep4)(?P<d4>\d{{1,2}})(?:T\d\d:\d\d[\d:.]*(?:Z|[+-]\d\d:?\d\d)?)?"
    rf"|(?P<a5>\d{{1,2}})(?P<sep5>[-/.])(?P<b5>\d{{1,2}})(?P=sep5)(?P<y5>{_YEAR})"
    r")(?![\w/-]|\.\d)",
    re.IGNORECASE,
)


def day_of(match: re.Match[str]) -> dt.date | None:
    """The day that a match of `FULL_DATE` means; None if there is no such day, or if it could be two.

    A weekday that does not fit, and ``03/05/2016``, leave it open which day is meant.
    """
    found = match.groupdict()
    if found["a5"]:
        day = _numeric(int(found["a5"]), int(found["b5"]), int(found["y5"]))
    else:
        which = next(number for number in "1234" if found[f"y{number}"])
        month = found[f"m{which}"]
        day = make_day(found[f"y{which}"], month, found[f"d{which}"])
    weekday = found["weekday"]
    if day and weekday and weekday[:3].lower() != _WEEKDAYS[day.weekday()]:
        return None
    return day


def first_of_month(match: re.Match[str]) -> dt.date | None:
    """The first day of the month that a match of `MONTH` means."""
    return make_day(match["year"], match["month"], "1")


def make_day(year: str, month: str, day: str) -> dt.date | None:
    """The day of a year, a month's name or number and a day's number; None if there is none such.

    >>> make_day("2011", "Sept", "26")
    datetime.date(2011, 9, 26)
    """
    number = int(month) if month.isdigit() else _MONTHS.get(month.lower(), 0)
    try:
        return dt.date(int(year), number, int(day))
    except ValueError:
        return None


def _numeric(first: int, second: int, year: int) -> dt.date | None:
    days = {make_day(str(year), str(month), str(day)) for month, day in ((first, second), (second, first))} - {None}
    return days.pop() if len(days) == 1 else None
