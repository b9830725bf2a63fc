"""Dates as intervals, and the temporal expressions (TIMEX) that they rest on."""

from __future__ import annotations

import datetime as dt
from typing import Literal, get_args

from attrs import field, frozen
from attrs.validators import in_, optional

from eventx.model.span import Span

Granularity = Literal["day", "week", "month", "quarter", "season", "year", "decade", "century", "interval"]
GRANULARITIES: tuple[str, ...] = get_args(Granularity)

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TIMEX_TYPES: tuple[str, ...] = get_args(TimexType)

WhenSource = Literal["text", "inherited", "publication"]
WHEN_SOURCES: tuple[str, ...] = get_args(WhenSource)


@frozen(kw_only=True)
class Timex:
    """A temporal expression and what it means, after TIMEX3.

    Attributes:
        span: Where the expression stands.
        type: ``DATE``, ``TIME``, ``DURATION`` or ``SET``.
        value: The TIMEX3 value (``2011-09-22``, ``2011-W38``, ``P3D``, ``PAST_REF``, …); None where unresolved.
        mod: The TIMEX3 modifier (``START``, ``MID``, ``END``, ``APPROX``, ``MORE_THAN``, …), or None.
        start: First possible day; None for what is no stretch of the calendar (durations, sets, vague references).
        end: Last possible day, inclusive.
        granularity: Of the stretch ``start`` to ``end``.
        anchor: The day it was resolved against, None for absolute dates.
        note: What was assumed ("future cue 'will'"), or why it could not be resolved.

    Raises:
        ValueError: If ``start``, ``end`` and ``granularity`` are not given together, or ``start`` is after ``end``.
    """

    span: Span
    type: TimexType = field(validator=in_(TIMEX_TYPES))
    value: str | None = None
    mod: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    granularity: Granularity | None = field(default=None, validator=optional(in_(GRANULARITIES)))
    anchor: dt.date | None = None
    note: str | None = None

    def __attrs_post_init__(self) -> None:
        if (self.start is None) != (self.end is None) or (self.start is None) != (self.granularity is None):
            raise ValueError(f"timex {self.span.text!r}: start, end and granularity are given together or not at all")
        if self.start is not None and self.end is not None and self.start > self.end:
            raise ValueError(f"timex {self.span.text!r}: first day {self.start} is after last day {self.end}")


@frozen(kw_only=True)
class When:
    """When an event happened, or is to happen: never a bare day, always an interval and how it was come by.

    Attributes:
        start: First possible day.
        end: Last possible day, inclusive.
        granularity: ``day``, ``week``, ``month``, … or ``interval`` for anything else.
        source: ``text`` (an expression in reach of the trigger), ``inherited`` (from another mention of the event
            or a date heading) or ``publication`` (a fallback: nothing says).
        expression: The expression it rests on; None for a publication date and for dates given from outside.

    Raises:
        ValueError: If ``start`` is after ``end``, or there is no such granularity or source.
    """

    start: dt.date
    end: dt.date = field()
    granularity: Granularity = field(validator=in_(GRANULARITIES))
    source: WhenSource = field(default="text", validator=in_(WHEN_SOURCES))
    expression: Span | None = None

    @end.validator
    def _check(self, _attribute: object, end: dt.date) -> None:
        if self.start > end:
            raise ValueError(f"interval: first day {self.start} is after last day {end}")

    def overlaps(self, other: When) -> bool:
        """Whether the two intervals share a day."""
        return self.start <= other.end and other.start <= self.end

    def __str__(self) -> str:
        if self.granularity == "day":
            return self.start.isoformat()
        if self.granularity == "month":
            return self.start.isoformat()[:7]
        if self.granularity == "year":
            return self.start.isoformat()[:4]
        return f"{self.start.isoformat()}/{self.end.isoformat()}"
