"""Readings of dates that are counted from another: yesterday, last week, two years ago, the following day, a year earlier."""

from __future__ import annotations

import datetime as dt

import attrs

from eventx.temporal.calendar import Period
from eventx.temporal.context import NOT_PUBLISHED, Context, Reading, dated, unresolved
from eventx.temporal.durations import length, past_duration_of
from eventx.temporal.grammar import Hit
from eventx.temporal.named import mod_of, month_number, relative_step, time_of, which_year, with_time
from eventx.temporal.parts import read_mod, read_number, read_ordinal, read_time, read_year

_UNITS = {"D": "day", "W": "week", "M": "month", "Q": "quarter", "Y": "year", "10Y": "decade", "100Y": "century"}
_ANAPHORIC = frozenset({"following", "previous", "preceding", "prior", "ensuing", "subsequent"})


def unit_code(hit: Hit, context: Context, name: str = "unit") -> str:
    """The TIMEX3 unit of an expression's unit word: ``D`` of ``days``, ``TH`` of ``hour``."""
    word = hit.words(name)[-1]
    return str(context.lexicon.value("unit", word) or context.lexicon.value("units", word))


def deictic(hit: Hit, context: Context) -> Reading | None:
    """``today``, ``late yesterday``, ``tomorrow night``, ``the day before yesterday``."""
    if context.published is None:
        return unresolved(NOT_PUBLISHED)
    word = hit.words("day")[0]
    step = context.lexicon.value("deictic", word)
    over = hit.words("over")
    if over:
        step += -1 if over[-1] == "before" else 1
    day = Period("day", context.published).shift(step)
    time = time_of(hit, context)
    if time is None and word == "tonight":
        time = "TNI"
    return with_time(day, time, mod=mod_of(hit, context), anchor=context.published, note=None)


def daypart(hit: Hit, context: Context) -> Reading | None:
    """``this morning``, ``last night``, ``that evening``, ``the next morning``."""
    part = "T" + context.lexicon.value("daypart", hit.words("part")[0])
    rel, mod = hit.words("rel"), mod_of(hit, context)
    part = read_time(hit.words("time"), context.lexicon) or part
    published = context.published
    if rel == ["last"] or rel[-1:] == ["this"]:
        if published is None:
            return unresolved(NOT_PUBLISHED, "TIME")
        day = Period("day", published).shift(-1 if rel == ["last"] else 0)
        return with_time(day, part, mod=mod, anchor=published, note=None)
    base = context.base
    if base is None:
        return unresolved(NOT_PUBLISHED, "TIME")
    if base.unit != "day":
        return unresolved(f"the last date before it, {base.value}, is no day", "TIME")
    day = base.shift(relative_step(rel, context))
    return with_time(day, part, mod=mod, anchor=base.start, note=context.base_note())


def clock(hit: Hit, context: Context) -> Reading | None:
    """``9 a.m.``, ``17:30 GMT``, ``1430 GMT``, ``noon``."""
    words = hit.words("time")
    military = hit.words("military")
    if military:
        time: str | None = f"T{military[0][:2]}:{military[0][2:]}"
    else:
        time = read_time(words, context.lexicon)
    if time is None:
        return None
    if (
        len(words) == 1
        and words[0].isalpha()
        and hit.tokens.surface(hit.last - 1).istitle()
        and not is_opening(hit, context)
    ):
        return None  # "the newspaper Dawn"
    plain = len(words) == 1 and ":" in words[0] and not hit.words("zone")
    before = context.before(hit)
    if plain and before not in ("at", "by", "until", "from", "before", "after", "around", "about", "since", "to", "-"):
        return None
    if words and words[0] == "overnight" and context.after(hit)[:1].isalpha() and before in ("the", "an", "a"):
        return None
    note = f"zone {hit.word('zone')}" if hit.words("zone") else None
    base = context.reference if context.near and context.reference and context.reference.unit == "day" else None
    day = base or (None if context.published is None else Period("day", context.published))
    if day is None:
        return unresolved(NOT_PUBLISHED, "TIME")
    source = "the day named in its sentence" if base else "the day of publication assumed"
    return with_time(
        day, time, mod=mod_of(hit, context), anchor=day.start, note=f"{note}; {source}" if note else source
    )


def is_opening(hit: Hit, context: Context) -> bool:
    """Whether an expression opens a sentence, where a capital says nothing."""
    return hit.first == 0 or (not hit.tokens.words[hit.first - 1][0].isalnum() and context.before(hit) != ",")


def stretch(hit: Hit, context: Context) -> Reading | None:
    """``last week``, ``earlier this year``, ``the following month``, ``the end of the year``, ``year-end``."""
    rel, mod = hit.words("rel"), mod_of(hit, context)
    unit = hit.words("unit")
    if not unit:  # year-end
        unit, mod, rel = hit.words("mod")[:1], "END", ["this"]
    code = str(context.lexicon.value("unit", unit[0]))
    name = _UNITS.get(code)
    if code == "WE":
        name = "weekend"
    first = hit.tokens.words[hit.first]
    if name == "quarter":
        return None  # read by ``same_quarter``
    if name is None:
        return past_duration_of(hit, context, code) if rel and relative_step(rel, context) else None
    if unit[0] == "night":
        return None
    step = relative_step(rel, context)
    the = rel[:1] == ["the"] or first == "the" and not mod
    before = context.before(hit)
    if the and step and rel[-1] not in _ANAPHORIC and (name not in ("day", "decade", "century") or rel[-1] == "past"):
        if before in ("over", "in", "within", "for", "during", "throughout", "of"):
            return past_duration_of(hit, context, code)
    published = context.published
    back = rel in (["before"], ["after"])
    if back:
        if context.after(hit)[:1].isalpha() and context.after(hit) not in ("and", "in", "at", "when", "but", "with"):
            return None
        step = -1 if rel == ["before"] else 1
    if rel[:1] == ["current"]:
        rel = ["this"]
    if (
        back
        or rel[:1] == ["that"]
        or "same" in rel
        or rel[-1:]
        and rel[-1] in _ANAPHORIC
        or (name == "day" and (step or not rel))
        or (the and step > 0)
    ):
        if name == "day" and not step and rel[:1] == ["this"]:
            return None
        base = context.base
        if base is None:
            return unresolved(NOT_PUBLISHED)
        if name == "day" and base.unit not in ("day", "week", "weekend"):
            return unresolved(f"the last date before it, {base.value}, is no day")
        if name == "day" and rel[-1:] == ["last"]:
            return None
        period = Period.holding(name, base.end if step > 0 and name == "day" else base.start).shift(step)
        return dated(period, mod=mod, anchor=base.start, note=context.base_note())
    if name == "day":
        return None
    if published is None:
        return unresolved(NOT_PUBLISHED)
    if not rel and mod:  # "at the end of the year"
        base = context.reference if context.near else None
        start = base.start if base and base.unit in ("day", "week", "month", "quarter") else published
        return dated(
            Period.holding(name, start),
            mod=mod,
            anchor=start,
            note="the one of the date in its sentence" if base else "the current one",
        )
    return dated(Period.holding(name, published).shift(step), mod=mod, anchor=published, note=None)


def ago(hit: Hit, context: Context) -> Reading | None:
    """``two days ago``, ``about a year ago``, ``years ago``."""
    if "vague" in hit.rule.pattern.groupindex:
        return Reading(value="PAST_REF")
    if context.published is None:
        return unresolved(NOT_PUBLISHED)
    number = _quantity(hit, context)
    if number is None:
        return None
    code = unit_code(hit, context)
    if code == "Y" and number == 1 and context.quarter and _follows_sum(hit, context):
        return _a_year_before(context.quarter)
    if hit.tokens.words[hit.last - 4 : hit.last - 1] == ["and", "a", "half"] and number == int(number):
        number += 0.5
    mod = read_mod(hit.words("mod"), context.lexicon)
    if code.startswith("T"):
        return _hours_ago(number, code, context, mod)
    return _moved(Period("day", context.published), code, -number, mod=mod, anchor=context.published, note=None)


def _quantity(hit: Hit, context: Context) -> float | None:
    words = hit.words("qty")
    if words[:1] == ["half"] or words[1:2] == ["half"]:
        return 0.5
    return read_number(words, context.lexicon)


_SUMS = frozenset(
    {"million", "billion", "cents", "share", "percent", "%", "$", "guilders", "marks", "yen", "francs", "units"}
)


def _follows_sum(hit: Hit, context: Context) -> bool:
    """Whether an expression follows a sum of money or a share, as where one quarter's figures are set beside another's."""
    return any(word in _SUMS for word in context.tokens.words[max(0, hit.first - 5) : hit.first])


def _a_year_before(quarter: Period) -> Reading:
    return Reading(
        value=quarter.shift(-4).value,
        period=quarter.shift(-4),
        anchor=quarter.start,
        note=f"a year before {quarter.value}, the last quarter named",
        is_comparison=True,
    )


def _hours_ago(number: float, code: str, context: Context, mod: str | None) -> Reading:
    published = context.published
    assert published is not None
    seconds = number * {"TS": 1, "TM": 60, "TH": 3600}[code]
    if seconds > 86400 * 365:
        return unresolved("more hours than a year has")
    when = dt.datetime.combine(published, context.clock or dt.time(12)) - dt.timedelta(seconds=seconds)
    if context.clock is None and seconds < 86400:
        return Reading(
            type="TIME", value="PAST_REF", mod=mod, anchor=published, note="the hour of publication is not known"
        )
    return Reading(
        type="TIME", value=f"{when:%Y-%m-%dT%H:%M}", mod=mod, period=Period("day", when.date()), anchor=published
    )


def _moved(
    base: Period, code: str, number: float, *, mod: str | None, anchor: dt.date | None, note: str | None
) -> Reading:
    """The stretch that lies so many units from another."""
    name = _UNITS.get(code)
    if code == "2W":
        name, number = "week", number * 2
    if name == "year" and number != int(number):
        name, number = "month", number * 12
    if name == "century" or name == "decade" and number != int(number):
        name, number = "year", number * (100 if name == "century" else 10)
    if name is None or number != int(number):
        return unresolved("no unit that can be counted in days")
    count = int(number)
    if abs(count) > 100_000:
        return unresolved("out of the calendar's reach")
    try:
        start = base.end if count > 0 and name == "day" else base.start
        period = Period.holding(name, start).shift(count)
        period.value, period.end  # noqa: B018 - both fail beyond the calendar
    except (ValueError, OverflowError):
        return unresolved("out of the calendar's reach")
    return dated(period, mod=mod, anchor=anchor, note=note)


def apart(hit: Hit, context: Context) -> Reading | None:
    """``two days later``, ``a year earlier``, ``three weeks from now``."""
    direction = hit.words("dir")
    forward = direction[0] in ("later", "afterward", "afterwards", "after", "on", "hence", "from")
    if "vague" in hit.rule.pattern.groupindex:
        return None
    if direction[0] in ("before", "after", "on"):
        following = context.after(hit)
        if following[:1].isalpha() or following[:1].isdigit() or following in ("-", "$", '"', "'", "`"):
            return None  # "two days after the attack": a length
    number = _quantity(hit, context)
    if number is None:
        return None
    code = unit_code(hit, context)
    if code.startswith("T"):
        return None
    base = context.base
    note = context.base_note()
    if direction[0] in ("from", "hence"):
        if context.published is None:
            return unresolved(NOT_PUBLISHED)
        base, note = Period("day", context.published), "counted from publication"
    if base is None:
        return unresolved(NOT_PUBLISHED)
    mod = read_mod(hit.words("mod"), context.lexicon)
    if code == "Y" and number == 1 and not forward:
        if base.unit == "quarter" or (context.quarter and _follows_sum(hit, context)):
            return _a_year_before(context.quarter or base)
        return attrs.evolve(_moved(base, code, -1, mod=mod, anchor=base.start, note=note), is_comparison=True)
    if code in ("D", "W", "M", "Q") and base.unit in ("year", "decade", "century", "season"):
        return unresolved(f"the last date before it, {base.value}, is too coarse to count from")
    return _moved(base, code, number if forward else -number, mod=mod, anchor=base.start, note=note)


def year_earlier(hit: Hit, context: Context) -> Reading | None:
    """``the year-earlier quarter``, ``the year-ago period``."""
    if context.published is None:
        return unresolved(NOT_PUBLISHED)
    unit = hit.words("unit")
    if hit.words("length"):
        code = str(context.lexicon.value("units", hit.words("length")[0]))
        return Reading(type="DURATION", value=length(read_number(hit.words("qty"), context.lexicon), code))
    if unit and unit[0] != "year":
        name = unit[0]
        return dated(Period.holding(name, context.published).shift(-1), anchor=context.published)
    if context.quarter is not None:
        return _a_year_before(context.quarter)
    if hit.words("noun") == ["quarter"]:
        return _a_year_before(_ended_quarter(context.published))
    return dated(Period.holding("year", context.published).shift(-1), anchor=context.published)


def _ended_quarter(published: dt.date) -> Period:
    return Period.holding("quarter", published).shift(-1)


def same_quarter(hit: Hit, context: Context) -> Reading | None:
    """``the quarter``, ``the latest quarter``, ``this quarter``."""
    published = context.published
    if published is None:
        return unresolved(NOT_PUBLISHED)
    rel = hit.words("rel")
    this = Period.holding("quarter", published)
    if context.after(hit) == "-":
        return None  # "quarter-to-quarter"
    if hit.words("month"):
        number = month_number(hit.words("month"), context)
        options = [Period.holding("quarter", dt.date(published.year + shift, number, 1)) for shift in (-1, 0)]
        return dated(max((p for p in options if p.start <= published), key=lambda p: p.start), anchor=published)
    if rel in (["this"], ["current"]):
        return dated(this, anchor=published)
    if rel == ["next"]:
        return dated(this.shift(1), anchor=published)
    last = context.quarter
    if rel and rel[0] in ("previous", "preceding", "prior") and last is not None:
        return dated(last.shift(-1), anchor=last.start, note="before the last quarter named")
    if rel == ["last"] or last is None:
        return dated(this.shift(-1), anchor=published, note="the last that had ended")
    return dated(last, anchor=last.start, note="the last quarter named")


def quarter(hit: Hit, context: Context) -> Reading | None:
    """``the third quarter``, ``the 1988 third quarter``, ``third-quarter``, ``Q3 2011``."""
    word = hit.words("nth")
    if hit.words("earlier"):
        reading = _numbered(hit, context, "quarter", read_ordinal(word, context.lexicon) or 0)
        return reading if reading is None or reading.period is None else _a_year_before(reading.period)
    nth = context.lexicon.value("quartermark", word[0]) or read_ordinal(word, context.lexicon)
    if nth is None or nth > 4:
        return None
    return _numbered(hit, context, "quarter", nth)


def half_year(hit: Hit, context: Context) -> Reading | None:
    """``the first half of 1999``, ``the second half of the year``; a half of anything else is no date."""
    words = hit.words("nth")
    if not words:
        return None
    if not hit.words("which") and hit.tokens.words[hit.last - 1] != "year":
        return None
    return _numbered(hit, context, "half", 1 if words[0] == "first" else 2)


def _numbered(hit: Hit, context: Context, unit: str, nth: int) -> Reading | None:
    year = read_year(hit.words("year"), context.lexicon, context.published)
    if hit.words("which"):
        year = which_year(hit, context)
        if year is None:
            return unresolved(NOT_PUBLISHED)
    if not 1 <= nth <= 4:
        return None
    month = (nth - 1) * (3 if unit == "quarter" else 6) + 1
    if year is not None:
        try:
            return dated(Period(unit, dt.date(year, month, 1)))
        except ValueError:
            return None
    published = context.published
    if published is None:
        return unresolved(f"the year is not given, and {NOT_PUBLISHED}")
    if unit == "half":
        return dated(Period(unit, dt.date(published.year, month, 1)), anchor=published, note="the current year")
    options = [Period(unit, dt.date(published.year + shift, month, 1)) for shift in (-1, 0, 1)]
    found = context.nearest(options, None)  # what is reported or forecast is mostly the quarter at hand
    return None if found is None else dated(found[0], anchor=published, note=f"year: {found[1]}")
