"""The dates of a sentence as they bear on events: ranges joined, "since" opened, durations counted back."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from attrs import field, frozen

from eventx.model import Article, Granularity, Span, Timex

_SINCE = re.compile(r"\bsince(?:\s+(?:the|early|mid|late|at\s+least))*\s*$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|between)(?:\s+(?:the|early|mid|late))*\s*$", re.IGNORECASE)
_BEFORE = 40
_TO = re.compile(r"\s*(?:,\s*)?(?:to|until|till|through|and|[-–—])(?:\s+(?:the|early|mid|late))*\s*", re.IGNORECASE)
_PAST = re.compile(r"\b(?:past|last)\s*$", re.IGNORECASE)
_STARTS_PAST = re.compile(r"(?:the\s+)?(?:past|last)\s", re.IGNORECASE)
_DURATION = re.compile(r"P(T?)(\d+)([HMDWYS])$")


@frozen(kw_only=True)
class DateExpression:
    """One stretch of the calendar that a sentence names.

    Attributes:
        span: The expression in the article, of a range from its first date to its last.
        core: The part that the parse is asked about.
        start: First day.
        end: Last day.
        granularity: Of the stretch.
        since: Whether it is open towards the day of publication, so that a ranking word makes it a mere comparison.
    """

    span: Span
    core: Span
    start: dt.date
    end: dt.date
    granularity: Granularity
    since: bool = field(default=False)


def expressions_in(article: Article, sentence: Span, timexes: Sequence[Timex]) -> tuple[DateExpression, ...]:
    """The dates in a sentence that can date an event, in text order.

    Args:
        article: The article.
        sentence: One of its sentences.
        timexes: The article's temporal expressions that lie in it, in text order.
    """
    text, published = article.text, article.published_day
    found: list[DateExpression] = []
    skip = -1
    for position, timex in enumerate(timexes):
        if position <= skip:
            continue
        before = text[max(sentence.start, timex.span.start - _BEFORE) : timex.span.start]
        if timex.start is None or timex.end is None or timex.granularity is None:
            counted = _counted_back(timex, before, published)
            if counted is not None:
                found.append(counted)
            continue
        start, end, granularity, span, since = timex.start, timex.end, timex.granularity, timex.span, False
        following = timexes[position + 1] if position + 1 < len(timexes) else None
        gap = text[timex.span.end : following.span.start] if following else ""
        if (
            following is not None
            and following.end is not None
            and following.start is not None
            and following.end > end
            and _TO.fullmatch(gap)
            and (_FROM.search(before) or gap.strip() in ("-", "–", "—"))
        ):
            end, granularity, skip = following.end, "interval", position + 1
            span = article.span(timex.span.start, following.span.end)
        elif (_SINCE.search(before) or (_FROM.search(before) and start < (published or start))) and published:
            if start > published:
                continue
            end, granularity, since = published, "interval", True
        found.append(
            DateExpression(span=span, core=timex.span, start=start, end=end, granularity=granularity, since=since)
        )
    return tuple(found)


def _counted_back(timex: Timex, before: str, published: dt.date | None) -> DateExpression | None:
    """The days of "the past three weeks" and its like, which end on the day of publication."""
    if published is None or timex.type != "DURATION" or not timex.value:
        return None
    if not (_PAST.search(before) or _STARTS_PAST.match(timex.span.text)):
        return None
    parts = _DURATION.fullmatch(timex.value)
    if parts is None:
        return None
    number, unit = int(parts[2]), parts[3]
    try:
        if parts[1]:
            first = published - dt.timedelta(-(-number // 24) if unit == "H" else 1)
        elif unit == "D":
            first = published - dt.timedelta(number - 1)
        elif unit == "W":
            first = published - dt.timedelta(7 * number)
        elif unit == "M":
            first = _months_before(published, number)
        else:
            first = _months_before(published, 12 * number)
    except (ValueError, OverflowError):
        return None
    return DateExpression(span=timex.span, core=timex.span, start=first, end=published, granularity="interval")


def _months_before(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for shorter in range(4):  # the 31st of a month of 28 days
        try:
            return dt.date(year, month + 1, day.day - shorter)
        except ValueError:
            continue
    raise ValueError(f"no such month: {year}-{month + 1}")
