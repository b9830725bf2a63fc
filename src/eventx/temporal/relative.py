"""Readers of dates counted from another: yesterday, last week, two years ago, the next day, the week before last."""

from __future__ import annotations

import datetime as dt

import attrs

from eventx.temporal.calendar import Period
from eventx.temporal.choice import is_anaphoric, mod_of, step_of, time_of, weekday_number
from eventx.temporal.context import Context, Reading, Unresolvable, dated
from eventx.temporal.durations import length, quantity_of, unit_code
from eventx.temporal.grammar import Hit
from eventx.temporal.parts import read_mod
from eventx.temporal.quarters import a_year_before, follows_figure

_UNITS = {
    "D": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year", "10Y": "decade",
    "100Y": "century",
}  # fmt: skip
_SECONDS = {"TS": 1, "TM": 60, "TH": 3600}
_DAY, _YEAR = 86_400, 366 * 86_400  # seconds
_LATELY = 7  # days
_HALF_A_WEEK = 3  # days
_FURTHEST = 100_000  # units that are counted at most: more days than any news looks back
_FINER = {"day": ("day", "week", "weekend"), "week": ("day", "week", "weekend", "month")}


def deictic(hit: Hit, context: Context) -> Reading | None:
    """``today``, ``late yesterday``, ``tomorrow night``, ``the day before yesterday``, ``today's youth``."""
    word, over = hit.words("day")[0], hit.words("over")
    is_bare = hit.last - hit.first == 1
    if word == "today" and is_bare and context.belonging(hit) in context.lexicon.words["of_these_times"]:
        return Reading(value="PRESENT_REF")  # "today's youth"
    if over and context.is_title(hit):
        return None  # a film or a book
    step = context.lexicon.value("deictic", word) + (0 if not over else -1 if over[-1] == "before" else 1)
    time = time_of(hit, context) or ("TNI" if word == "tonight" else None)
    return dated(Period("day", context.day).shift(step), time=time, mod=mod_of(hit, context), anchor=context.day)


def stretch(hit: Hit, context: Context) -> Reading | None:
    """``last week``, ``earlier this year``, ``the following month``, ``that day``, ``the day before``."""
    rel, word = hit.words("rel"), hit.words("unit")[0]
    code, step, mod = unit_code([word], context), step_of(rel, context), mod_of(hit, context)
    unit = _UNITS.get(code)
    if word in ("night", "quarter") or (context.is_title(hit) and not context.after(hit)[:1].isdigit()):
        return None  # have readers of their own; and "his show 'This Week'"
    if unit is None:
        return Reading(type="DURATION", value=length(1, code)) if step else None
    if rel in (["before"], ["after"]):
        if context.after(hit)[:1].isalpha() and context.after(hit) not in context.lexicon.words["after_adverb"]:
            return None  # "the day before the vote": the vote is not known
        return _beside(unit, -1 if rel == ["before"] else 1, mod, context)
    if step < 0 and rel == ["last"] and context.before(hit) in context.lexicon.words["possessives"]:
        return None  # "his last year in office"
    has_article = rel[0] == "the" or hit.tokens.words[hit.position("rel") - 1] == "the"
    if is_anaphoric(rel, context):
        return _beside(unit, step, mod, context)
    if unit == "day":
        return _beside(unit, step, mod, context) if step > 0 else None
    if has_article and step and (unit not in ("decade", "century") or rel[-1] == "past"):
        if context.before(hit) in context.lexicon.words["before_length"]:
            return Reading(type="DURATION", value=length(1, code))  # "over the next year"
        if step > 0:
            return _beside(unit, step, mod, context)
    return dated(Period.holding(unit, context.day).shift(step), mod=mod, anchor=context.day)


def _beside(unit: str, step: int, mod: str | None, context: Context) -> Reading:
    """The stretch so many before or after the last date."""
    base = context.base
    if base.unit not in _FINER.get(unit, (base.unit,)):
        raise Unresolvable(f"the last date before it, {base.value}, is no {unit}")
    start = base.end if step > 0 and unit == "day" else base.start
    return dated(Period.holding(unit, start).shift(step), mod=mod, anchor=base.start, note=context.base_note())


def within(hit: Hit, context: Context) -> Reading | None:
    """``the end of the year``, ``later in the day``, ``year-end``: of the date in its sentence, else of publication."""
    unit = _UNITS[unit_code(hit.words("unit"), context)]
    mod = mod_of(hit, context) or "END"
    if unit == "day":
        base = context.base
        told = base.unit == "day" and (context.near or (_is_recent(base, context) and context.direction(hit)[0] <= 0))
        day = context.base if told else Period("day", context.day)
        return dated(day, mod=mod, anchor=day.start, note="the last day named, else that of publication")
    near = context.reference if context.near else None
    if near is not None and near.unit in ("day", "week", "month", "quarter"):
        return dated(Period.holding(unit, near.start), mod=mod, anchor=near.start, note=f"that of {near.value}")
    return dated(Period.holding(unit, context.day), mod=mod, anchor=context.day, note="the current one")


def _is_recent(base: Period, context: Context) -> bool:
    """Whether a report may go on to tell of a day that was named in an earlier sentence."""
    return context.published is None or abs((context.published - base.start).days) <= _LATELY


def ago(hit: Hit, context: Context) -> Reading | None:
    """``two days ago``, ``about a year ago``, ``years ago``, ``a year ago today``, ``two weeks ago Friday``."""
    is_couple = "couple" in hit.words("vague")
    if not hit.words("qty") and not is_couple:
        return Reading(value="PAST_REF")
    number, code = 2.0 if is_couple else quantity_of(hit, context), unit_code(hit.words("unit"), context)
    if number is None:
        return None
    if code == "Y" and number == 1 and context.quarter is not None and follows_figure(hit, context):
        return a_year_before(context.quarter)
    mod = "APPROX" if is_couple else read_mod(hit.words("mod"), context.lexicon)
    if hit.words("to"):
        return _ago_to_the_day(hit, context, code, number)
    if code in _SECONDS:
        return _hours_ago(number * _SECONDS[code], context, mod)
    return _moved(Period("day", context.day), code, -number, mod=mod, note=None)


def _ago_to_the_day(hit: Hit, context: Context, code: str, number: float) -> Reading | None:
    unit, word = _UNITS.get(code), hit.words("to")[-1]
    if unit not in ("week", "month", "year", "decade") or not number.is_integer() or number > _FURTHEST:
        return None
    today = Period("day", context.day)
    if hit.words("weekday"):
        ahead = (weekday_number(hit, context) - context.day.isoweekday()) % 7
        # An anniversary may well be the one to come; a week is counted from the last.
        to = today.shift(ahead if unit != "week" and ahead <= _HALF_A_WEEK else ahead - 7 if ahead else 0)
    else:
        to = Period.holding(word, context.day) if word in ("week", "month") else today
    return dated(to.shift_by(unit, -int(number)), anchor=context.day, note=f"counted from {to.value}")


def before_last(hit: Hit, context: Context) -> Reading | None:
    """``the week before last``, ``the night before last``, ``the Friday before last``."""
    if context.after(hit)[:1].isalnum() and context.after(hit) not in context.lexicon.words["after_adverb"]:
        return None  # "the week before last Christmas"
    today = Period("day", context.day)
    if hit.words("weekday"):
        back = (context.day.isoweekday() - weekday_number(hit, context) - 1) % 7 + 1
        return dated(today.shift(-back - 7), anchor=context.day)
    unit = hit.words("unit")[0]
    period = today if unit == "night" else Period.holding(unit, context.day)
    return dated(period.shift(-2), anchor=context.day)


def _hours_ago(seconds: float, context: Context, mod: str | None) -> Reading:
    if seconds > _YEAR:
        raise Unresolvable("more hours than a year has")
    if context.clock is None and seconds < _DAY:
        note = "the hour of publication is not known"
        return Reading(type="TIME", value="PAST_REF", mod=mod, anchor=context.day, note=note)
    instant = dt.datetime.combine(context.day, context.clock or dt.time(12)) - dt.timedelta(seconds=seconds)
    day = Period("day", instant.date())
    return dated(day, time=f"T{instant:%H:%M}" if context.clock else None, mod=mod, anchor=context.day)


def _moved(base: Period, code: str, number: float, *, mod: str | None, note: str | None) -> Reading:
    """The stretch that lies so many units from another."""
    if code == "2W":
        code, number = "W", number * 2
    if code == "Y" and not number.is_integer():
        code, number = "M", number * 12
    if code == "100Y" or (code == "10Y" and not number.is_integer()):
        code, number = "Y", number * int(code[:-1])
    unit = _UNITS.get(code)
    if unit is None or not number.is_integer() or abs(number) > _FURTHEST:
        raise Unresolvable("no length that the calendar can count")
    start = base.end if number > 0 and unit == "day" else base.start
    return dated(Period.holding(unit, start).shift(int(number)), mod=mod, anchor=base.start, note=note)


def apart(hit: Hit, context: Context) -> Reading | None:
    """``two days later``, ``a year earlier``, ``three weeks from now``."""
    direction, number = hit.words("dir"), quantity_of(hit, context)
    code = unit_code(hit.words("unit"), context)
    if number is None or code in _SECONDS:
        return None
    if direction[0] in ("before", "after", "on"):
        following = context.after(hit)
        if following[:1].isalnum() or following in ("-", "$", '"', "'", "`", "“"):
            return None  # "two days after the attack": a length
    is_forward = direction[0] in context.lexicon.words["forward"]
    if is_forward and context.reference is None and direction[0] not in ("from", "hence"):
        raise Unresolvable("no date before it to count from")
    if direction[0] in ("from", "hence"):
        base, note = Period("day", context.day), "counted from publication"
    else:
        base, note = context.base, context.base_note()
    mod = read_mod(hit.words("mod"), context.lexicon)
    if code == "Y" and number == 1 and not is_forward:
        if base.unit == "day" and context.reference is not None and follows_figure(hit, context):
            # "$2 million in the year ended Sept. 30, from $1 million a year earlier": one balance beside the other
            return attrs.evolve(
                dated(base.shift_by("year", -1), mod=mod, anchor=base.start, note=note), is_comparison=True
            )
        if base.unit == "quarter" or (context.quarter is not None and follows_figure(hit, context)):
            return a_year_before(context.quarter or base)
        return attrs.evolve(_moved(base, code, -1.0, mod=mod, note=note), is_comparison=True)
    if code in ("D", "W", "M", "Q") and base.unit in ("year", "decade", "century", "season"):
        raise Unresolvable(f"the last date before it, {base.value}, is too coarse to count from")
    return _moved(base, code, number if is_forward else -number, mod=mod, note=note)
