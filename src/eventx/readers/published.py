"""When an article was published, found in its own text: the most trustworthy place first, and never today.

A place that names two different days names none, and nothing less trustworthy is asked then.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator

from eventx.readers.calendar_days import DAY_AND_MONTH, FULL_DATE, MONTH, day_of, first_of_month, make_day
from eventx.readers.captions import is_of_the_day, looks_like_caption

# Who published and when stands above the text or below it.
_HEAD, _TAIL = 6_000, 2_000
_HEAD_LINES, _TAIL_LINES = 40, 15
_LONGEST = 400

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_TIME = (
    r"(?:[\s,|•·/(@–-]|\bat\b|\bon\b|\d{1,2}[:.]\d\d(?:[:.]\d\d)?|[ap]\.?m\b\.?|\b\d{1,2}(?=\s?[ap]\.?m)|\bhrs?\b"
    r"|\b(?:GMT|UTC|BST|CEST?|[ECMP][SD]?T|IST|PKT|local time)\b(?:\s?[+-]\d{1,2}(?::?\d\d)?)?"
    r"|\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b\.?)*+"
)
_LABEL = (
    r"(?:(?:first|originally|article|story|date)\s+)?(?P<label>published|posted|issued|released|created|date|dated|filed"
    r"|publication date|release date|(?:last\s+)?(?:updated|modified|edited))(?:\s+(?:on|at|date))?\s*:?"
)
_LATER = ("updated", "modified", "edited")
_LABELLED = re.compile(rf"(?:\A|(?<=[|•·/–-])\s*){_LABEL}{_TIME}\Z", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:by|from|written by|posted by|reported by|story by|text by)[\s:]+(?=.*[^\W\d_])", re.IGNORECASE
)
_ONLY_DAYS = re.compile(
    r"(?:by|from)[\s:]+(?:(?:on|the|late|early|noon|midnight|end|of|and|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[\s,]*)*",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"\s*[|•·/(]|{_TIME}(?:\Z|[|•·/(]|by\b)", re.IGNORECASE)
_AFTER_LABEL = re.compile(rf"{_TIME}(?:\Z|[|•·/(]|(?:last\s+)?(?:updated|modified)\b|by\b)", re.IGNORECASE)
_BEFORE_HEADER = re.compile(rf"(?:[A-Z][\w.'’ ,-]{{0,50}}?\s*[|/•·–—-]\s*|[A-Z][\w.'’ ]{{1,30}},\s+)?{_TIME}\Z")
_DATELINE = re.compile(
    rf"[A-Z][\w.'’ ,/-]{{1,60}}?,?[ ]+(?:\([^()\n]{{2,40}}\)[ ]*)?{DAY_AND_MONTH}(?:,?[ ]+(?P<year>(?:1[89]|20)\d\d))?"
    r"[ ]*(?:\([^()\n]{2,40}\)[ ]*)?,?[ ]*(?:--|—|–|_|:|-(?=\s|\Z))"
)
_CREDIT_AFTER = re.compile(r"\.?\s*(?:[\[(].{0,80}[\])]|(?:AP|REUTERS|AFP|Photo|Credit)\b.{0,80})?\Z")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[\s,:©]*(?:[\w.'’ ]{0,40}?\s)?(?P<year>(?:19|20)\d\d)\b(?!\s*[-–]\s*\d)", re.IGNORECASE
)
_YEAR_ALONE = re.compile(r"\b(?:in|since|from|of|by|until) (?P<year>(?:19|20)\d\d)\b")
_IN_URL = re.compile(
    r"(?<=[/_-])(?P<year>(?:19|20)\d\d)(?P<sep>[/_-])(?P<month>0?[1-9]|1[0-2]|[a-z]{3})(?P=sep)(?P<day>\d{1,2})(?=[/_.-]|\Z)"
)

Found = tuple[dt.date, str]


def find_published(text: str, url: str | None = None) -> Found | None:
    """Find the day of publication.

    Args:
        text: An article's text.
        url: Its address, which often names the day.

    Returns:
        The day and where it was found: ``label`` ("Published: 3 May 2016"), ``byline``, ``url``, ``dateline``,
        ``header`` (a line that is a date), ``updated`` or ``caption``; None where it stays unknown.

    >>> find_published("By Ann Ray / May 3, 2016\\n\\nThe envoy left Lima on Monday.")
    (datetime.date(2016, 5, 3), 'byline')
    """
    head, tail = _outer_lines(text)
    outer = head + tail
    places: tuple[tuple[str, Callable[[], Iterator[dt.date | None]]], ...] = (
        ("label", lambda: _labelled(outer, updated=False)),
        ("byline", lambda: _bylines(outer)),
        ("url", lambda: _in_url(url)),
        ("dateline", lambda: _datelines(head, outer)),
        ("header", lambda: _headers(head)),
        ("header", lambda: _headers(tail)),
        ("updated", lambda: _labelled(outer, updated=True)),
        ("caption", lambda: _captions(head, text)),
    )
    for place, look in places:
        days = set(look())
        if days:
            day = days.pop()
            return (day, place) if day and not days else None
    return None


def _outer_lines(text: str) -> tuple[list[str], list[str]]:
    head = _stripped(text[:_HEAD])[:_HEAD_LINES]
    tail = _stripped(text[max(_HEAD, len(text) - _TAIL) :])[-_TAIL_LINES:]
    return head, tail


def _stripped(text: str) -> list[str]:
    return [line for line in (match[0].strip().replace("\xa0", " ") for match in _LINE.finditer(text)) if line]


def _dates(line: str) -> Iterator[tuple[dt.date | None, str, str]]:
    """Each full date of a line with what stands before and after it."""
    if len(line) <= _LONGEST:
        for match in FULL_DATE.finditer(line):
            yield day_of(match), line[: match.start()], line[match.end() :]


def _labelled(lines: list[str], *, updated: bool) -> Iterator[dt.date | None]:
    for line in lines:
        for day, before, after in _dates(line):
            label = _LABELLED.search(before)
            # "Published on May 3, 2016, the report says" is a sentence.
            if label and _AFTER_LABEL.match(after) and updated == label["label"].lower().endswith(_LATER):
                yield day


def _bylines(lines: list[str]) -> Iterator[dt.date | None]:
    for previous, line in zip(["", *lines], lines, strict=False):
        for day, before, after in _dates(line):
            if not _AFTER.match(after) or len(before) > 120:
                continue
            by_author = _BYLINE.match(before) and not _ONLY_DAYS.fullmatch(before)
            below_author = _is_byline(previous) and _BEFORE_HEADER.match(before)
            if by_author or below_author:
                yield day


def _is_byline(line: str) -> bool:
    return len(line) <= 120 and bool(_BYLINE.match(line)) and not line.endswith((".", "!", "?", ":"))


def _headers(lines: list[str]) -> Iterator[dt.date | None]:
    for line in lines:
        for day, before, after in _dates(line):
            if len(line) <= 100 and _BEFORE_HEADER.match(before) and _AFTER.match(after):
                yield day


def _datelines(head: list[str], outer: list[str]) -> Iterator[dt.date | None]:
    for line in head[:12]:
        match = _DATELINE.match(line)
        if match:
            year = match["year"] or _only_year(outer)
            if year:
                yield make_day(year, match["month1"] or match["month2"], match["day1"] or match["day2"])


def _only_year(lines: list[str]) -> str | None:
    years = {match["year"] for line in lines if len(line) <= _LONGEST for match in _COPYRIGHT.finditer(line)}
    return years.pop() if len(years) == 1 else None


def _in_url(url: str | None) -> Iterator[dt.date | None]:
    match = _IN_URL.search(url.lower()) if url else None
    if match and (day := make_day(match["year"], match["month"], match["day"])):
        yield day


def _captions(head: list[str], text: str) -> Iterator[dt.date | None]:
    """The day on which a picture was taken. An old picture shows an old day: then something in the text is later."""
    found = {
        day
        for line in head
        if looks_like_caption(line) and is_of_the_day(line)
        for day, _, after in _dates(line)
        if _CREDIT_AFTER.match(after)
    }
    if found and (len(found) > 1 or _mentions_later(text[: 10 * _HEAD], found)):
        found = {None}
    yield from found


def _mentions_later(text: str, found: set[dt.date | None]) -> bool:
    """Whether the text names a later day, the same month or a later one by its name, or a later year."""
    day = next(iter(found))
    if day is None:
        return True
    return (
        any((other := day_of(match)) and other > day for match in FULL_DATE.finditer(text))
        or any((other := first_of_month(match)) and other >= day.replace(day=1) for match in MONTH.finditer(text))
        or any(int(match["year"]) > day.year for match in _YEAR_ALONE.finditer(text))
    )
