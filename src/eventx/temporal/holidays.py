"""Days with names, from ``data/holidays.toml``."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

from eventx.temporal.calendar import make_day


@lru_cache(maxsize=1)
def holiday_table() -> Mapping[str, Mapping[str, Any]]:
    """Every name of a holiday, as written in the table, and what is known of it."""
    source = (resources.files("eventx.temporal") / "data" / "holidays.toml").read_text(encoding="utf-8")
    return {name: entry for entry in tomllib.loads(source)["holiday"] for name in entry["names"]}


def holiday_in(entry: Mapping[str, Any], year: int) -> dt.date | None:
    """The day of a holiday in a year, None where the table cannot tell."""
    if "unresolved" in entry or make_day(year, 1, 1) is None:
        return None
    if "easter" in entry:
        # dateutil comes with dateparser; imported here because few articles name a movable feast.
        from dateutil.easter import easter

        sunday: dt.date = easter(year)
        return sunday + dt.timedelta(days=entry["easter"])
    if "day" in entry:
        return make_day(entry.get("year", year), entry["month"], entry["day"])
    first = entry.get("first_after", entry["weekday"])
    day = day_of_weekday(year, entry["month"], first, entry["nth"])
    return day + dt.timedelta(days=entry["weekday"] - first)


def day_of_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    """The ``nth`` such weekday (ISO number) of a month; its last where ``nth`` is -1."""
    if nth > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    last = following - dt.timedelta(days=1)
    return last - dt.timedelta(days=(last.isoweekday() - weekday) % 7)
