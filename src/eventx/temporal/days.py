"""Readers of days: dates in figures, months with days, weekdays, weekends."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from eventx.temporal.calendar import Period, make_day, read_figures
from eventx.temporal.choice import (
    is_anaphoric,
    mod_of,
    month_number,
    ordinal_of,
    step_of,
    time_of,
    turned,
    weekday_number,
    year_of,
    years_around,
)
from eventx.temporal.context import Context, Reading, dated
from eventx.temporal.grammar import Hit
from eventx.temporal.holidays import day_of_weekday
from eventx.temporal.years import month

_WEEKDAY_REACH = 5  # years: within eleven, a day of a month falls on each weekday at least once
_ATTACKS = dt.date(2001, 9, 11)
_REMEMBERED = 5  # years
_LAST_BARE = 2006  # later news says which year's 11 September changed the world
_OTHER_ATTACKS = (dt.date(2004, 3, 11), dt.date(2005, 7, 7))  # of Madrid and London
_DAYS_AROUND = 190  # every day of a month falls on each weekday within half a year or so
_NIGHT = "TNI"
_WEEK = 7  # days
_MIDWEEK = 3  # from Wednesday on, "this weekend" is the one to come


def figures(hit: Hit, context: Context) -> Reading | None:
    """``2011-09-22``, ``9/22/2011``, ``22.9.2011``."""
    text = hit.word("text") or ""
    read = read_figures(text)
    if read is None:
        return None
    is_ambiguous = "/" in text[:3] and read.day <= 12 and read.day != read.month
    note = "month before day assumed" if is_ambiguous else None
    return dated(Period("day", read.date()), time=f"T{read:%H:%M}" if ":" in text else None, note=note)


def month_day(hit: Hit, context: Context) -> Reading | None:
    """``Oct. 21``, ``21 October 2011``, ``Monday, Oct. 21``, ``5 p.m. EST Nov. 9``."""
    month, number = month_number(hit, context), ordinal_of(hit, context, "day")
    if number is None:
        return None
    mod, time, year = mod_of(hit, context), time_of(hit, context), year_of(hit, context)
    if year is None and hit.position("day") < hit.position("month") and context.after(hit).isdigit():
        return None  # "19 Sept. 11 hijackers"
    if year is not None:
        day = make_day(year, month, number)
        return None if day is None else dated(Period("day", day), time=time, mod=mod)
    if (month, number) == (9, 11) and _are_attacks(hit, context):
        return dated(Period("day", _ATTACKS), note="the attacks of 2001")
    if other := _other_attacks(hit, context, month, number):
        return dated(Period("day", other), note=f"the attacks of {other.year}")
    options = _days(years_around(context, 1), month, number) or _days(years_around(context, 4), month, number)
    if not options:
        return None
    if hit.words("weekday"):
        weekday_ = weekday_number(hit, context)
        far = _days(years_around(context, _WEEKDAY_REACH), month, number)
        options = tuple(period for period in far if period.start.isoweekday() == weekday_) or options
    found, why = context.nearest(options, hit)
    return dated(found, time=time, mod=mod, anchor=context.day, note=f"year: {why}")


def _are_attacks(hit: Hit, context: Context) -> bool:
    """Whether "Sept. 11" stands for the attacks of 2001."""
    words, published = context.lexicon.words, context.published
    if published is not None and published < _ATTACKS:
        return False
    if context.after(hit) in words["after_september_11"]:
        return True
    return published is not None and published.year <= _LAST_BARE and context.before(hit) in words["before_attacks"]


def _other_attacks(hit: Hit, context: Context, month: int, number: int) -> dt.date | None:
    """The day that "the July 7 bombings" stands for in the years after it."""
    day = next((day for day in _OTHER_ATTACKS if (day.month, day.day) == (month, number)), None)
    if day is None or context.published is None or not 0 <= context.published.year - day.year <= _REMEMBERED:
        return None
    is_attack = context.thing(hit) in ("attack", "attacks", "bombing", "bombings")
    return day if is_attack and context.published >= day else None


@lru_cache(maxsize=1024)
def _days(years: range, month: int, number: int) -> tuple[Period, ...]:
    days = (make_day(year, month, number) for year in years)
    return tuple(Period("day", day) for day in days if day)


def range_day(hit: Hit, context: Context) -> Reading | None:
    """The second day of ``Oct. 20-21``."""
    joined, number = context.joined(hit), ordinal_of(hit, context, "day")
    if joined is None or number is None or joined[0].unit != "day":
        return None
    first, joint = joined[0].start, joined[1]
    if joint in ("and", "or") and context.after(hit) not in context.lexicon.words["after_range"]:
        return None  # "on Oct. 20 and 21 people"
    before = context.tokens.words[context.previous_last - 1]
    day = make_day(first.year, first.month, number)
    if not before[0].isdigit() or len(before) == 4 or day is None or day <= first:
        return None  # what is before ends in no day of a month
    anchor = context.previous.anchor if context.previous else None
    return dated(Period("day", day), anchor=anchor, note=f"month as in {first}")


def lone_day(hit: Hit, context: Context) -> Reading | None:
    """``on the 25th``."""
    number = ordinal_of(hit, context, "day")
    if number is None or not hit.words("day")[0][0].isdigit():
        return None
    if context.before(hit) not in ("on", "by", "until", "from", "since"):
        return None
    if context.after(hit) not in context.lexicon.words["after_lone_day"]:
        return None  # "on the 25th floor"
    month = Period.holding("month", context.day)
    near = context.reference if context.near else None
    if near is not None and near.unit in ("day", "month"):
        months = [Period.holding("month", near.start)]
    else:
        months = [month.shift(-1), month, month.shift(1)]
    days = (make_day(month.start.year, month.start.month, number) for month in months)
    found, why = context.nearest([Period("day", day) for day in days if day], hit)
    return dated(found, anchor=context.day, note=f"month: {why}")


def edge_day(hit: Hit, context: Context) -> Reading | None:
    """``the last day of May``, ``the first day of June 2005``."""
    whole = month(hit, context)
    if whole is None or whole.period is None:
        return None
    day = whole.period.start if hit.words("edge") == ["first"] else whole.period.end
    return dated(Period("day", day), anchor=whole.anchor, note=whole.note)


def nth_weekday(hit: Hit, context: Context) -> Reading | None:
    """``the second Sunday of May``, ``the last Friday in June 2009``."""
    month, weekday_ = month_number(hit, context), weekday_number(hit, context)
    nth = -1 if hit.words("nth") == ["last"] else ordinal_of(hit, context, "nth") or 0
    if nth > 4:
        return None
    year = year_of(hit, context)
    if year is not None:
        return dated(Period("day", day_of_weekday(year, month, weekday_, nth)))
    days = (day_of_weekday(year, month, weekday_, nth) for year in years_around(context, 1))
    found, why = context.nearest([Period("day", day) for day in days], hit)
    return dated(found, anchor=context.day, note=f"year: {why}")


def weekday(hit: Hit, context: Context) -> Reading | None:
    """``Monday``, ``last Friday``, ``the following Sunday``, ``Sunday night``, ``noon Saturday``."""
    number, rel = weekday_number(hit, context), hit.words("rel")
    words = hit.words("weekday")
    is_short = words[0] not in context.lexicon.values["weekday"] and (words[-1] != "." or words[0] in ("sun", "sat"))
    part = hit.word("part")
    if (is_short and not part and not hit.words("time")) or part in context.lexicon.values["plural_part"]:
        return None  # "Sun" may be a firm, "Monday nights" are a set
    if _is_any_weekday(hit, context) or _is_in_name(hit, context):
        return None
    mod, time, published = mod_of(hit, context), time_of(hit, context), context.day
    if not hit.words("time") and time == _NIGHT:
        time = None  # "Sunday night" is told as the day it begins on, and ends on the next
    is_translated = hit.words("zone") and context.before(hit) == "(" and context.previous_last == hit.first - 1
    if is_translated and context.previous and context.previous.period:
        told = context.previous.period.start  # "8 p.m. (0000 GMT Friday)"
        found = min(_weekdays_around(told, number), key=lambda p: abs((p.start - told).days))
        return dated(found, time=time, anchor=told, note="the same moment in another zone")
    if hit.tokens.words[hit.last - 1] == "week":
        week = Period.holding("week", published).shift(step_of(rel, context))
        day = week.start + dt.timedelta(days=number - 1)
        return dated(Period("day", day), time=time, mod=mod, anchor=published, note=f"{' '.join(rel)!r}")
    if not rel and number == published.isoweekday():
        note = "the day of publication itself"
        return dated(Period("day", published), time=time, mod=mod, anchor=published, note=note)
    base = context.base.start if is_anaphoric(rel, context) else published
    options = _weekdays_around(base, number)
    if rel:
        found, why = turned(options, hit, context)
        if abs((found.start - published).days) == 1 and rel in (["last"], ["next"]):
            found = found.shift(7 * step_of(rel, context))  # yesterday is not "last Thursday"
        return dated(found, time=time, mod=mod, anchor=base, note=why)
    beside = context.beside(options, hit)
    if beside is not None:
        return dated(beside[0], time=time, mod=mod, anchor=published, note=beside[1])
    direction, cue = context.direction(hit)
    if direction > 0:
        after = _day_to_come(hit, context) or published
        found, why = min((p for p in options if p.start > after), key=lambda p: p.start), f"future cue {cue!r}"
    else:
        found = max((p for p in options if p.start < published), key=lambda p: p.start)
        why = f"past cue {cue!r}" if cue else "no future cue: the most recent"
    return dated(found, time=time, mod=mod, anchor=published, note=why)


def _is_any_weekday(hit: Hit, context: Context) -> bool:
    """Whether a weekday is no certain one: "on a Sunday in June", "the third Friday of every month"."""
    before, after = context.before(hit), context.after(hit)
    if before in ("a", "one"):
        return after in ("in", "of", "when")
    return after == "of" and (before == "last" or before in context.lexicon.values["ordinal"])


def _is_in_name(hit: Hit, context: Context) -> bool:
    """Whether a weekday is part of a name: "the Sunday Telegraph reported", "a girl named Ruby Tuesday"."""
    words = context.lexicon.words
    if context.after(hit) in words["papers"] and context.next_letter(hit).isupper():
        return context.before(hit) not in ("on", "last", "next", "this")
    return context.before(hit) in words["before_weekday_names"] and hit.tokens.is_capitalised(hit.first - 1)


def weekday_day(hit: Hit, context: Context) -> Reading | None:
    """``Friday the 13th``, ``Monday 5th``: the nearest such weekday with that number."""
    number, weekday_ = ordinal_of(hit, context, "day"), weekday_number(hit, context)
    if number is None or context.after(hit) not in context.lexicon.words["after_lone_day"]:
        return None  # "on Friday the 5th Army left"
    days = [Period("day", context.day).shift(count) for count in range(-_DAYS_AROUND, _DAYS_AROUND)]
    options = [day for day in days if day.start.day == number and day.start.isoweekday() == weekday_]
    if not options:
        return None
    found, why = context.nearest(options, hit)
    return dated(found, anchor=context.day, note=f"month: {why}")


def _day_to_come(hit: Hit, context: Context) -> dt.date | None:
    """The day to come that the next one follows: Monday in "will visit Lima on Monday and Quito on Thursday"."""
    day = context.reference if context.near else None
    if day is None or day.unit != "day" or not 0 < (day.start - context.day).days <= _WEEK:
        return None
    return day.start if "and" in context.tokens.words[context.previous_last : hit.first] else None


@lru_cache(maxsize=256)
def _weekdays_around(base: dt.date, number: int) -> tuple[Period, ...]:
    """A weekday in the weeks about a day."""
    same = base + dt.timedelta(days=number - base.isoweekday())
    return tuple(Period("day", same + dt.timedelta(weeks=count)) for count in (-2, -1, 0, 1, 2))


def week_of(hit: Hit, context: Context) -> Reading | None:
    """``the week of March 6``, ``the weekend of Oct. 7``, ``the weekend of 3-4 May``."""
    reading = month_day(hit, context)
    if reading is None or reading.period is None:
        return reading
    return dated(Period.holding(hit.words("unit")[0], reading.period.start), anchor=reading.anchor, note=reading.note)


def weekend(hit: Hit, context: Context) -> Reading | None:
    """``the weekend``, ``last weekend``, ``the following weekend``."""
    rel, mod = hit.words("rel"), mod_of(hit, context)
    step = step_of(rel, context)
    if is_anaphoric(rel, context) or (rel[0] == "the" and step):
        base = context.base
        period = Period.holding("weekend", base.start).shift(step)
        return dated(period, mod=mod, anchor=base.start, note=context.base_note())
    published = context.day
    this = Period.holding("weekend", published)
    if step:
        # "last weekend" and "next weekend" are never the one that publication lies in.
        return dated(this.shift(step), mod=mod, anchor=published, note=f"{' '.join(rel)!r}")
    if this.start <= published <= this.end:
        return dated(this, mod=mod, anchor=published, note="the weekend of publication")
    direction, cue = context.direction(hit)
    if direction > 0:
        return dated(this, mod=mod, anchor=published, note=f"future cue {cue!r}")
    if direction == 0 and rel == ["this"] and published.isoweekday() >= _MIDWEEK:
        return dated(this, mod=mod, anchor=published, note="late in a week, 'this' looks ahead")
    return dated(this.shift(-1), mod=mod, anchor=published, note="no future cue: the most recent")
