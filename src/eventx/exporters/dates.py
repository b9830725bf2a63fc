"""Dates as people write them."""

from __future__ import annotations

import datetime as dt

from eventx.model import When


def readable_date(when: When | None) -> str:
    """A date for people: ``21 Oct 2011``, ``20-21 Oct 2011``, ``Sep 2011``; a fallback is marked ``≤``.

    A publication date as fallback says only that the event was known by then.
    """
    if when is None:
        return "undated"
    if when.source == "publication":
        return f"≤ {_day(when.end)}"
    if when.granularity == "month":
        return f"{when.start:%b %Y}"
    if when.granularity == "year":
        return f"{when.start:%Y}"
    if when.start == when.end:
        return _day(when.start)
    if (when.start.year, when.start.month) == (when.end.year, when.end.month):
        return f"{when.start.day}–{_day(when.end)}"
    return f"{_day(when.start)} – {_day(when.end)}"


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%b %Y}"
