"""The functions that read expressions, by the names that the language file calls them."""

from __future__ import annotations

from collections.abc import Callable

from eventx.temporal import clocks, days, durations, feasts, quarters, recurring, relative, years
from eventx.temporal.context import Context, Reading
from eventx.temporal.grammar import Hit

READERS: dict[str, Callable[[Hit, Context], Reading | None]] = {
    reader.__name__: reader
    for reader in (
        clocks.clock, clocks.daypart,
        days.edge_day, days.figures, days.lone_day, days.month_day, days.nth_weekday, days.range_day, days.week_of,
        days.weekday, days.weekday_day, days.weekend,
        durations.bare_units, durations.business_year, durations.duration, durations.half_unit, durations.past_duration,
        durations.quarter_unit, durations.unit_long, durations.vague_length,
        feasts.holiday,
        quarters.half_year, quarters.quarter, quarters.same_quarter, quarters.year_earlier,
        recurring.every, recurring.reference, recurring.vague,
        relative.ago, relative.apart, relative.before_last, relative.deictic, relative.stretch, relative.within,
        years.century, years.decade, years.fiscal_year, years.month, years.range_year, years.season, years.year,
    )
}  # fmt: skip
"""A reader returns None where the words turn out to be no temporal expression; the next longest is tried then.
It raises `Unresolvable` where they are one that cannot be resolved."""
