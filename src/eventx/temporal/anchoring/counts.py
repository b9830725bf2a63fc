"""Stretches that are counted back: "the past three weeks", "for a fifth day"."""

from __future__ import annotations

import datetime as dt
import functools
import math
import re
from collections.abc import Sequence

from attrs import frozen

from eventx.model import Article, Span, Timex
from eventx.temporal.anchoring.words import anchoring_words

_PAST = re.compile(r"\b(?:the|these|this|over|in|during|for|within)\s+(?:past|last)\s*$", re.IGNORECASE)
_STARTS_PAST = re.compile(r"(?:(?:the|these)\s+)?(?:past|last)\s", re.IGNORECASE)
_SHORT = re.compile(r"P(?:T|\d+[DW])")  # months and years are rounder than a day or two
_LATEST_COUNT = 3  # days before publication
_DURATION = re.compile(r"P(T?)(\d+(?:\.\d+)?)([HMDWYS])$")


@frozen(kw_only=True)
class Stretch:
    """Days that a sentence counts.

    Attributes:
        span: The expression.
        start: First day.
        end: Last day.
    """

    span: Span
    start: dt.date
    end: dt.date


def running_days(article: Article, sentence: Span, timexes: Sequence[Timex]) -> list[Stretch]:
    """What runs "for a fifth day", up to the day that the sentence names, else the day of publication."""
    found: list[Stretch] = []
    for match in _nth_day().finditer(sentence.text):
        days = {timex.start for timex in timexes if timex.granularity == "day" and timex.start}
        last = days.pop() if len(days) == 1 else article.published_day
        number = ordinals().index(match[1].lower()) + 1
        if last is not None and last.toordinal() > number:
            span = article.span(sentence.start + match.start(1), sentence.start + match.end())
            first = last - dt.timedelta(number - 1)
            found.append(Stretch(span=span, start=first, end=last))
    return found


def last_counted(article: Article, timex: Timex, timexes: Sequence[Timex]) -> dt.date | None:
    """What "the past nine days" count back from: the day of "police said on Thursday", else that of publication."""
    published = article.published_day
    days = {other.start for other in timexes if other.granularity == "day" and other.start}
    day = days.pop() if len(days) == 1 else None
    if day is None or published is None or not _SHORT.match(timex.value or ""):
        return published
    return day if 0 <= (published - day).days <= _LATEST_COUNT else published


def counted_back(timex: Timex, before: str, last: dt.date | None) -> dt.date | None:
    """The first day of "the past three weeks" and its like, which end on the day given; None for others."""
    if last is None or timex.type != "DURATION" or not timex.value:
        return None
    if not (_PAST.search(before) or _STARTS_PAST.match(timex.span.text)):
        return None
    parts = _DURATION.fullmatch(timex.value)
    if parts is None:
        return None
    number, unit = float(parts[2]), parts[3]
    try:
        if parts[1]:
            first = last - dt.timedelta(math.ceil(number / 24) if unit == "H" else 1)
        elif unit == "D":
            first = last - dt.timedelta(int(number) - 1)
        elif unit == "W":
            first = last - dt.timedelta(int(7 * number))
        else:
            first = _months_before(last, int(number if unit == "M" else 12 * number))
    except (ValueError, OverflowError):
        return None
    return first


def _months_before(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for shorter in range(4):  # the 31st of a month of 28 days
        try:
            return dt.date(year, month + 1, day.day - shorter)
        except ValueError:
            continue
    raise ValueError(f"no such month: {year}-{month + 1}")


@functools.cache
def ordinals() -> tuple[str, ...]:
    """The ordinals that days are counted by, from "first"."""
    return tuple(anchoring_words().ordinals)


@functools.cache
def _nth_day() -> re.Pattern[str]:
    # The days of a stay are counted from its own dates; see `eventx.temporal.anchoring.stays`.
    return re.compile(
        rf"\b(?:an?|the|its|their)\s+({'|'.join(ordinals()[1:])})\s+(?:(?:straight|consecutive|successive|full)\s+)?day"
        r"\b(?!\s+of\s+(?:his|her))",
        re.IGNORECASE,
    )
