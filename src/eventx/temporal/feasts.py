"""The reader of days with names of their own: Christmas, last Easter, the day after Thanksgiving."""

from __future__ import annotations

from eventx.temporal.calendar import Period
from eventx.temporal.choice import mod_of, turned, year_of, years_around
from eventx.temporal.context import Context, Reading, Unresolvable, dated
from eventx.temporal.grammar import Hit
from eventx.temporal.holidays import holiday_in, holiday_table
from eventx.temporal.lexicon import split_words

_HOLIDAYS = {" ".join(split_words(name)): (name, entry) for name, entry in holiday_table().items()}


def holiday(hit: Hit, context: Context) -> Reading | None:
    """``Christmas Day``, ``last Easter``, ``Thanksgiving 1999``, ``Easter week``, ``the day after Christmas``."""
    words = hit.words("name")
    name, entry = _HOLIDAYS[" ".join(words)]
    if name[0].isupper() and not _is_name(hit, words):
        return None
    if "unresolved" in entry:
        raise Unresolvable(entry["unresolved"])
    unit, mod, year = hit.word("stretch") or "day", mod_of(hit, context), year_of(hit, context)
    step = {"after": 1, "before": -1}.get((hit.words("over") or [""])[-1], 0)
    if year is not None or "year" in entry:
        day = holiday_in(entry, entry["year"] if year is None else year)
        if day is None or ("year" in entry and context.published is not None and context.published < day):
            return None  # "9/11" before 2001
        return dated(Period.holding(unit, day).shift(step), mod=mod)
    days = (holiday_in(entry, year) for year in years_around(context))
    found, why = turned([Period.holding(unit, day) for day in days if day], hit, context)
    return dated(found.shift(step), mod=mod, anchor=context.day, note=f"year: {why}")


def _is_name(hit: Hit, words: list[str]) -> bool:
    """Whether a holiday's name begins with a capital where it stands."""
    found = hit.tokens.words[hit.first : hit.last]
    at = next((index for index in range(len(found)) if found[index : index + len(words)] == words), 0)
    return hit.tokens.is_capitalised(hit.first + at)
