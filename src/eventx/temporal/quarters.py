"""Readers of quarters and half-years, as business news counts them: a quarter is set beside that of a year before."""

from __future__ import annotations

import datetime as dt

from eventx.temporal.calendar import Period
from eventx.temporal.choice import month_number, ordinal_of, step_of, year_of, years_around
from eventx.temporal.context import Context, Reading, dated
from eventx.temporal.durations import length, unit_code
from eventx.temporal.grammar import Hit
from eventx.temporal.parts import read_number

_SUM_REACH = 5  # tokens


def quarter(hit: Hit, context: Context) -> Reading | None:
    """``the third quarter``, ``the 1988 third quarter``, ``third-quarter``, ``Q3 2011``."""
    if context.is_of_a_game:
        return None
    nth = context.lexicon.value("quartermark", hit.words("nth")[0]) or ordinal_of(hit, context, "nth")
    if nth is None or nth > 4:
        return None
    reading = _numbered(hit, context, "quarter", nth)
    return a_year_before(reading.period) if hit.words("earlier") and reading.period else reading


def half_year(hit: Hit, context: Context) -> Reading | None:
    """``the first half of 1999``, ``the second half of the year``; a half of anything else is no date."""
    if not hit.words("which") and hit.tokens.words[hit.last - 1] != "year":
        return None
    return _numbered(hit, context, "half", 1 if hit.words("nth")[0] == "first" else 2)


def _numbered(hit: Hit, context: Context, unit: str, nth: int) -> Reading:
    month, year = (nth - 1) * (3 if unit == "quarter" else 6) + 1, year_of(hit, context)
    if year is not None:
        return dated(Period(unit, dt.date(year, month, 1)))
    options = [Period(unit, dt.date(candidate, month, 1)) for candidate in years_around(context, 1)]
    if unit == "half":
        return dated(options[1], anchor=context.day, note="the current year")
    # No cues: what is reported or forecast is mostly the quarter at hand.
    found, why = context.nearest(options, None)
    return dated(found, anchor=context.day, note=f"year: {why}")


def same_quarter(hit: Hit, context: Context) -> Reading | None:
    """``the quarter``, ``the latest quarter``, ``this quarter``, ``the quarter ended Sept. 30``."""
    if context.after(hit) == "-" or context.is_of_a_game:
        return None  # "quarter-to-quarter"
    published, rel, last = context.day, hit.words("rel"), context.quarter
    this = Period.holding("quarter", published)
    if hit.words("month"):
        months = (dt.date(year, month_number(hit, context), 1) for year in years_around(context, 1))
        options = [Period.holding("quarter", first) for first in months]
        return dated(max((p for p in options if p.start <= published), key=lambda p: p.start), anchor=published)
    if rel and rel[0] in ("this", "current", "next"):
        return dated(this.shift(step_of(rel, context)), anchor=published)
    if last is not None and rel and rel[0] in context.lexicon.words["anaphoric"]:
        return dated(last.shift(step_of(rel, context)), anchor=last.start, note=f"beside {last.value}, the last named")
    if last is None or rel == ["last"]:
        return dated(this.shift(-1), anchor=published, note="the last that had ended")
    return dated(last, anchor=last.start, note="the last quarter named")


def year_earlier(hit: Hit, context: Context) -> Reading | None:
    """``the year-earlier quarter``, ``the year-ago period``, ``the year-earlier nine months``."""
    if hit.words("length"):
        number = read_number(hit.words("qty"), context.lexicon)
        return Reading(type="DURATION", value=length(number, unit_code(hit.words("length"), context)))
    unit, published = hit.word("unit") or "year", context.day
    if unit == "year" and context.quarter is not None:
        return a_year_before(context.quarter)
    if unit == "year" and hit.words("noun") == ["quarter"]:
        return a_year_before(Period.holding("quarter", published).shift(-1))
    return dated(Period.holding(unit, published).shift(-1), anchor=published)


def follows_figure(hit: Hit, context: Context) -> bool:
    """Whether an expression follows a sum, a share or a comparative: one quarter's figures are set beside another's."""
    sums = context.lexicon.words["sums"]
    if context.before(hit) in context.lexicon.words["compared"]:
        return True
    return any(word in sums for word in context.tokens.words[max(0, hit.first - _SUM_REACH) : hit.first])


def a_year_before(quarter: Period) -> Reading:
    """The same quarter of the year before; nothing counts on from it."""
    before = quarter.shift(-4)
    note = f"a year before {quarter.value}, the last quarter named"
    return Reading(value=before.value, period=before, anchor=quarter.start, note=note, is_comparison=True)
