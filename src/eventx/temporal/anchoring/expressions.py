"""The dates of a sentence as they bear on events: ranges joined, "since" opened, durations counted back."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from attrs import evolve, frozen

from eventx.model import Article, Granularity, Modality, Span, Timex, When
from eventx.temporal.anchoring.counts import counted_back, last_counted, running_days
from eventx.temporal.datelines import is_dateline

_REACH = 40
_SINCE = re.compile(r"\bsince(?:\s+(?:the|early|mid|late|at\s+least))*\s*$", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|between)(?:\s+(?:the|early|mid|late))*\s*$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:,\s*)?(?:to|until|till|through|and|[-–—])(?:\s+(?:the|early|mid|late))*\s*", re.IGNORECASE)
_DASH = re.compile(r"\s*[-–—]\s*")
_TO_DAY = re.compile(
    r"\s*(?:to|until|through|and|[-–—])\s*(\d{1,2})(?:st|nd|rd|th)?\b(?![:.]\d|\s*(?:%|percent|per\s+cent))"
)
_TO_YEAR = re.compile(r"\s?[-–—]\s?(\d{2})\b")
_CREDIT = re.compile(r"\s*[,.]?\s*(?:©|\(c\))", re.IGNORECASE)  # the date of a photograph, not of what it shows
_STAMP = re.compile(r"\b(?:updated|published|posted|modified|created|date|printed)\s*:\s*(?:on\s+)?$", re.IGNORECASE)
_SOURCE = re.compile(r"\baccording to [^,;]*$", re.IGNORECASE)
_SOURCE_REACH = 120
# Not "hours before the mayor arrived", who need not have come on the day told.
_AT_DISTANCE = re.compile(
    r"\s*(?:later|afterwards|earlier|(?:after|before)(?=\s*[,.;]|\s+(?:the|that)\b))\b", re.IGNORECASE
)
_SAME_DAY = re.compile(
    r"(?:(?:the|that)\s+same|that)\s+(?:day|morning|afternoon|evening|night)|(?:later|earlier)\s+(?:in\s+the|that|the"
    r"\s+same)\s+day",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_SETTLED = re.compile(
    r"\d{4}|\b(?:last|past|previous|next|coming|following|this|ago|today|tomorrow|yesterday|later|earlier)\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?:about|around|at|some|(?:shortly|just|soon)\s+(?:after|before)|\s)*(?:\d{1,4}\s*(?:[:.]|a\.?m|p\.?m|hours|gmt|o)|midnight|noon)",
    re.IGNORECASE,
)


_DAY_WORD = re.compile(
    r"day\b|(?<!mid)night|morning|evening|afternoon|yesterday|tomorrow|\d{4}-|[A-Z][a-z]{2,8}\.?\s\d|\d\s[A-Z][a-z]{2,8}"
)


@frozen(kw_only=True)
class DateExpression:
    """One stretch of the calendar that a sentence names.

    Attributes:
        span: The expression in the article, of a range from its first date to its last.
        core: The part that the parse is asked about.
        start: First day.
        end: Last day.
        granularity: Of the stretch.
        since: Whether "since" or "from" stands before it: what it modifies went on up to the day of publication.
        ahead: Whether the words around it say that it lies ahead.
    """

    span: Span
    core: Span
    start: dt.date
    end: dt.date
    granularity: Granularity
    since: bool = False
    ahead: bool = False

    @property
    def when(self) -> When:
        """The stretch as the date of an event."""
        return When(start=self.start, end=self.end, granularity=self.granularity, expression=self.span)

    def opened(self, published: dt.date | None) -> DateExpression | None:
        """The stretch from the expression on, up to the day of publication; None where that is none."""
        if published is None or self.start > published:
            return None
        return evolve(self, end=published, granularity="interval")

    def turned(self, modality: Modality, published: dt.date | None) -> DateExpression:
        """The same expression in the past or the future, if what it dates must lie there and it may be read so."""
        if published is None or _SETTLED.search(self.span.text):
            return self
        weekday = _WEEKDAY.search(self.span.text)
        try:
            if modality == "planned" and weekday and self.granularity == "day" and self.end < published:
                week = dt.timedelta(7)
                return evolve(self, start=self.start + week, end=self.end + week)
            if (
                modality == "asserted"
                and not self.ahead
                and not weekday
                and self.granularity in ("day", "month")
                and self.start > published
            ):
                return evolve(
                    self, start=_year_before(self.start, self.granularity), end=_year_before(self.end, self.granularity)
                )
        except (ValueError, OverflowError):
            pass
        return self


def expressions_in(
    article: Article, sentence: Span, timexes: Sequence[Timex], told: dt.date | None = None
) -> tuple[DateExpression, ...]:
    """The dates in a sentence that can date an event, in text order.

    Args:
        article: The article.
        sentence: One of its sentences.
        timexes: The article's temporal expressions that lie in it, in text order.
        told: The day of the event told last, which "the same day" and "an hour later" count from.
    """
    text = article.text
    found = [
        DateExpression(
            span=stretch.span, core=stretch.span, start=stretch.start, end=stretch.end, granularity="interval"
        )
        for stretch in running_days(article, sentence, timexes)
    ]
    names_a_day = any(timex.type == "DATE" and timex.granularity == "day" for timex in timexes)
    skip = -1
    for position, timex in enumerate(timexes):
        if position <= skip:
            continue
        before = text[max(sentence.start, timex.span.start - _REACH) : timex.span.start]
        after = text[timex.span.end : min(sentence.end, timex.span.end + _REACH)]
        if told is not None and _is_told_from(timex, after) and not (timex.type == "TIME" and names_a_day):
            found.append(DateExpression(span=timex.span, core=timex.span, start=told, end=told, granularity="day"))
        elif _names_no_day(timex) or _is_of_the_text(before, after) or _is_of_source(sentence, timex):
            continue
        elif timex.start is None or timex.end is None or timex.granularity is None:
            end = last_counted(article, timex, timexes)
            first = counted_back(timex, before, end)
            if first is not None and end is not None:
                found.append(
                    DateExpression(span=timex.span, core=timex.span, start=first, end=end, granularity="interval")
                )
        else:
            following = timexes[position + 1] if position + 1 < len(timexes) else None
            plain = DateExpression(
                span=timex.span,
                core=timex.span,
                start=timex.start,
                end=timex.end,
                granularity=timex.granularity,
                ahead="future cue" in (timex.note or ""),
            )
            joined = _joined(article, plain, following, before, after)
            if joined is not None:
                found.append(joined)
                skip = position + (following is not None and joined.span.end == following.span.end)
            elif _SINCE.search(before) or (_FROM.search(before) and not _TO.match(after)):
                found.append(evolve(plain, since=True))
            else:
                found.append(plain)
    return tuple(found)


def _is_told_from(timex: Timex, after: str) -> bool:
    """Whether an expression counts from the event told before: "the same day", "half an hour later", "at 2:30 p.m."."""
    if timex.type == "TIME" and _names_no_day(timex):
        return True
    if timex.type == "DURATION":
        return (timex.value or "").startswith("PT") and _AT_DISTANCE.match(after) is not None
    return _SAME_DAY.fullmatch(timex.span.text) is not None


def _is_of_the_text(before: str, after: str) -> bool:
    """Whether a date tells of the text and not of what it tells: a dateline, a stamp, a picture's credit."""
    if _CREDIT.match(after) or _STAMP.search(before):
        return True
    return is_dateline(before, after)


def _is_of_source(sentence: Span, timex: Timex) -> bool:
    """Whether a day ends a sentence after its source: "…, according to sources in the ministry Thursday."."""
    place = timex.span.start - sentence.start
    rest = sentence.text[place + len(timex.span.text) :]
    return _SOURCE.search(sentence.text, max(0, place - _SOURCE_REACH), place) is not None and not rest.strip(" .\n")


def _names_no_day(timex: Timex) -> bool:
    """Whether an expression is no more than a time of day ("at 11:30 pm"), or a bound ("more than two years ago")."""
    if timex.type == "TIME":
        return _CLOCK.match(timex.span.text) is not None and _DAY_WORD.search(timex.span.text) is None
    return timex.mod == "MORE_THAN"


def _joined(
    article: Article, first: DateExpression, following: Timex | None, before: str, after: str
) -> DateExpression | None:
    """The range that an expression begins ("from 3 to 9 May", "1987-88"), None where it begins none."""
    last, until = None, 0
    if (
        following is not None
        and following.start is not None
        and following.end is not None
        and following.end > first.end
    ):
        gap = article.text[first.span.end : following.span.start]
        is_next = (
            gap.strip() == "and"
            and following.start == first.end + dt.timedelta(1)
            and following.granularity == first.granularity
        )
        if is_next or (
            _TO.fullmatch(gap) and (_FROM.search(before) or _DASH.fullmatch(gap) or gap.strip() == "through")
        ):
            last, until = following.end, following.span.end
    if last is None and first.granularity == "day" and first.span.text[-1:].isdigit():
        day = _TO_DAY.match(after)
        if day and (_FROM.search(before) or _DASH.match(after)) and first.start.day < int(day[1]) <= 31:
            last, until = _replaced(first.start, day=int(day[1])), first.span.end + day.end(1)
    if last is None and first.granularity == "year":
        year = _TO_YEAR.match(after)
        if year and int(year[1]) > first.start.year % 100:
            last = _replaced(first.end, year=first.end.year - first.end.year % 100 + int(year[1]))
            until = first.span.end + year.end()
    if last is None:
        return None
    return evolve(first, span=article.span(first.span.start, until), end=last, granularity="interval")


def _year_before(day: dt.date, granularity: Granularity) -> dt.date:
    if granularity == "month" and day.month == 2 and day.day > 27:
        return dt.date(day.year - 1, 3, 1) - dt.timedelta(1)
    return day.replace(year=day.year - 1)


def _replaced(date: dt.date, *, year: int | None = None, day: int | None = None) -> dt.date | None:
    try:
        return date.replace(year=year or date.year, day=day or date.day)
    except ValueError:
        return None
