"""The functions that read expressions, by the names that the language file calls them."""

from __future__ import annotations

from collections.abc import Callable

from eventx.temporal import durations, named, relative
from eventx.temporal.context import Context, Reading
from eventx.temporal.grammar import Hit

READERS: dict[str, Callable[[Hit, Context], Reading | None]] = {
    reader.__name__: reader
    for reader in (
        named.century,
        named.decade,
        named.figures,
        named.fiscal_year,
        named.holiday,
        named.month,
        named.month_day,
        named.range_day,
        named.range_year,
        named.season,
        named.weekday,
        named.weekend,
        named.year,
        relative.ago,
        relative.apart,
        relative.clock,
        relative.daypart,
        relative.deictic,
        relative.half_year,
        relative.quarter,
        relative.same_quarter,
        relative.stretch,
        relative.year_earlier,
        durations.bare_units,
        durations.business_year,
        durations.duration,
        durations.every,
        durations.past_duration,
        durations.reference,
        durations.vague,
    )
}
"""A reader returns None where the words turn out to be no temporal expression; the next longest is tried then."""
