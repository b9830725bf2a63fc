"""Readings of dates that have names or numbers: days, months, weekdays, seasons, quarters, years, holidays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from eventx.temporal.calendar import SEASONS, Period, make_day, read_figures
from eventx.temporal.context import NOT_PUBLISHED, Context, Reading, dated, unresolved
from eventx.temporal.grammar import Hit
from eventx.temporal.holidays import holiday_in, holiday_table
from eventx.temporal.lexicon import split_words
from eventx.temporal.parts import read_mod, read_ordinal, read_time, read_year

_HOLIDAYS = {" ".join(split_words(name)): (name, entry) for name, entry in holiday_table().items()}
_AMERICAN = ("%m/%d/%Y", "%m/%d/%y", "%d/%m/%Y", "%d/%m/%y")
_MONTH_PREPOSITIONS = frozenset(
    "in since by until till through during from between of for last next this to before after and or early late mid "
    "- beginning end around about every each on , per".split()
)


def with_time(day: Period, time: str | None, *, mod: str | None, anchor: dt.date | None, note: str | None) -> Reading:
    """The reading of a day, or of a time on it."""
    if time is None:
        return dated(day, mod=mod, anchor=anchor, note=note)
    return Reading(type="TIME", value=day.value + time, mod=mod, period=day, anchor=anchor, note=note)


def time_of(hit: Hit, context: Context) -> str | None:
    """The time of day that an expression names."""
    return read_time(hit.words("time") or hit.words("part"), context.lexicon)


def mod_of(hit: Hit, context: Context) -> str | None:
    """The modifier that an expression begins with."""
    return read_mod(hit.words("mod"), context.lexicon) or read_mod(hit.words("mod2"), context.lexicon)


def figures(hit: Hit, context: Context) -> Reading | None:
    """``2011-09-22``, ``9/22/2011``, ``22.9.2011``."""
    text = hit.word("text") or ""
    if "-" in text:
        formats: tuple[str, ...] = ("%Y-%m-%dt%H:%M:%S", "%Y-%m-%dt%H:%M", "%Y-%m-%d")
    else:
        formats = _AMERICAN if "/" in text else ("%d.%m.%Y",)
    read = read_figures(text, formats)
    if read is None:
        return None
    note = None
    if "/" in text:
        first, second = text.split("/")[:2]
        if int(first) <= 12 and int(second) <= 12 and first != second:
            note = "month before day assumed"
    day = Period("day", read.date())
    return with_time(day, f"T{read:%H:%M}" if ":" in text else None, mod=None, anchor=None, note=note)


def month_number(words: list[str], context: Context) -> int:
    """The number of a month's name or abbreviation."""
    lexicon = context.lexicon
    return int(lexicon.value("monthname", words[0]) or lexicon.value("monthabbr", words[0]))


def weekday_number(words: list[str], context: Context) -> int:
    """The ISO number of a weekday's name or abbreviation."""
    lexicon = context.lexicon
    number = lexicon.value("weekday", words[0]) or lexicon.value("weekdayabbr", words[0])
    return int(number or lexicon.value("weekdays", words[0]))


def month_day(hit: Hit, context: Context) -> Reading | None:
    """``Oct. 21``, ``21 October 2011``, ``5 p.m. EST Nov. 9``."""
    month = month_number(hit.words("month"), context)
    number = read_ordinal(hit.words("day"), context.lexicon)
    if number is None or number > 31:
        return None
    mod, time = mod_of(hit, context), time_of(hit, context)
    year = read_year(hit.words("year"), context.lexicon, context.published)
    if year is not None:
        day = make_day(year, month, number)
        return None if day is None else with_time(Period("day", day), time, mod=mod, anchor=None, note=None)
    published = context.published
    if published is None:
        return unresolved(f"the year is not given, and {NOT_PUBLISHED}")
    weekday = hit.words("weekday")
    reach = 5 if weekday else 1
    days = [
        day
        for candidate in range(published.year - reach, published.year + reach + 1)
        if (day := make_day(candidate, month, number))
        and (not weekday or day.isoweekday() == weekday_number(weekday, context))
    ] or [
        day
        for candidate in range(published.year - 4, published.year + 5)
        if (day := make_day(candidate, month, number))
    ]
    found = context.nearest((Period("day", day) for day in days), hit)
    if found is None:
        return None
    return with_time(found[0], time, mod=mod, anchor=published, note=f"year: {found[1]}")


_MAY_FOLLOW = frozenset(
    "in at of for to when by as with on during near from about before after because where , . ; : ) - –".split()
)


def range_day(hit: Hit, context: Context) -> Reading | None:
    """The second day of ``Oct. 20-21``."""
    joined = context.joined(hit)
    number = read_ordinal(hit.words("day"), context.lexicon)
    if joined is None or number is None or joined[0].period is None or joined[0].period.unit != "day":
        return None
    first, joint = joined
    if joint in ("and", "or") and context.after(hit) not in _MAY_FOLLOW:
        return None  # "on Oct. 20 and 21 people"
    assert first.period is not None
    before = context.tokens.words[context.previous_last - 1]
    start = first.period.start
    day = make_day(start.year, start.month, number)
    if not (before.isdigit() or before[0].isdigit()) or len(before) == 4 or day is None or day <= start:
        return None  # what is before is no day of a month
    return dated(Period("day", day), anchor=first.anchor, note=f"month as in {first.value}")


def range_year(hit: Hit, context: Context) -> Reading | None:
    """The second year of ``1997-98``."""
    joined = context.joined(hit)
    if (
        joined is None
        or joined[1] not in ("-", "–", "/")
        or joined[0].period is None
        or joined[0].period.unit != "year"
    ):
        return None
    before = joined[0].period.start.year
    number = before // 100 * 100 + int(hit.words("year")[0])
    if not before < number <= before + 30 or hit.tokens.ends[hit.first - 1] != hit.start:
        return None
    return dated(Period("year", dt.date(number, 1, 1)), note=f"century as in {before}")


def _years_around(published: dt.date, reach: int = 1) -> Iterator[int]:
    return iter(range(published.year - reach, published.year + reach + 1))


def which_year(hit: Hit, context: Context) -> int | None:
    """The year of ``1998``, ``this year``, ``last fiscal year``, ``the following year`` as part of an expression."""
    words = hit.words("which")
    if not words:
        return None
    if words[0].isdigit():
        return int(words[0])
    step = {"last": -1, "past": -1, "next": 1, "coming": 1}
    for word in words:
        if word in ("previous", "following", "same"):
            base = context.base
            return None if base is None else base.start.year + {"previous": -1, "following": 1, "same": 0}[word]
    if context.published is None:
        return None
    return context.published.year + sum(step.get(word, 0) for word in words)


def relative_step(words: list[str], context: Context) -> int:
    """-1, 0 or 1 for ``last``, ``this``, ``next`` and their like."""
    for word in words:
        step = context.lexicon.value("last", word) or context.lexicon.value("next", word)
        if step:
            return int(step)
    return 0


def _turned(options: list[Period], hit: Hit, context: Context, published: dt.date) -> tuple[Period, str] | None:
    """Choose the stretch that ``last``, ``this`` or ``next`` with a name means."""
    words = hit.words("rel")
    if not words:
        return context.nearest(options, hit)
    step = relative_step(words, context)
    anaphoric = words[-1] in ("following", "subsequent", "ensuing", "preceding", "previous", "prior")
    base = context.base if anaphoric and context.base is not None else Period("day", published)
    if step < 0:
        ended = sorted((p for p in options if p.end < base.start), key=lambda p: p.start)
        # In March, "last February" is the year before's: this year's would be "last month".
        just = ended[-1].unit in ("month", "season") and (base.start - ended[-1].end).days <= 31
        return ended[-2 if just and ended[-1].end.year == base.start.year else -1], words[-1]
    if step > 0:
        return min((p for p in options if p.start > base.end), key=lambda p: p.start), words[-1]
    if words[0] == "that" or "same" in words:
        base = context.base or base
    elif options[0].unit == "month":
        return next(p for p in options if p.start.year == published.year), "this"
    return min(options, key=lambda p: abs((p.start - base.start).days)), " ".join(words)


def month(hit: Hit, context: Context) -> Reading | None:
    """``May 2011``, ``last April``, ``early December``, ``in March``."""
    number = month_number(hit.words("month"), context)
    mod = mod_of(hit, context)
    year = read_year(hit.words("year"), context.lexicon, context.published)
    if hit.words("which"):
        year = which_year(hit, context)
        if year is None:
            return unresolved(NOT_PUBLISHED)
    if year is not None:
        first = make_day(year, number, 1)
        return None if first is None else dated(Period("month", first), mod=mod)
    name = hit.words("month")[0]
    if hit.words("month")[-1] != "." and name in context.lexicon.values["monthabbr"] and name != "may":
        following = hit.tokens.surface(hit.last)[:1] if hit.last < len(hit.tokens.words) else ""
        if context.before(hit) not in _MONTH_PREPOSITIONS or following.isupper():  # "Jan Kubis"
            return None
    if name in ("may", "march", "august", "mar", "sep", "jun") and not (mod or hit.words("rel")):
        before, after = context.before(hit), context.after(hit)
        following = hit.tokens.surface(hit.last)[:1] if hit.last < len(hit.tokens.words) else ""
        if before in ("the", "a", "its", "his", "her", "their"):
            if not following.islower() or after in _MONTH_PREPOSITIONS or after in ("on", "against"):
                return None  # "the March on Washington"
        elif before not in _MONTH_PREPOSITIONS or before in (",", "and", "or", "to", "for"):
            return None
        if following.isupper():  # "by May Smith", "in March Madness"
            return None
    published = context.published
    if published is None:
        return unresolved(f"the year is not given, and {NOT_PUBLISHED}")
    options = [Period("month", dt.date(candidate, number, 1)) for candidate in _years_around(published, 2)]
    found = _turned(options, hit, context, published)
    return None if found is None else dated(found[0], mod=mod, anchor=published, note=f"year: {found[1]}")


def weekday(hit: Hit, context: Context) -> Reading | None:
    """``Monday``, ``last Friday``, ``Sunday night``, ``noon Saturday``."""
    number = weekday_number(hit.words("weekday"), context)
    name = hit.words("weekday")[0]
    if name not in context.lexicon.values["weekday"] and not (hit.words("part") or hit.words("time")):
        return None
    if hit.words("part")[:1] and hit.words("part")[0] in ("mornings", "afternoons", "evenings", "nights"):
        return None  # a set
    mod, time = mod_of(hit, context), time_of(hit, context)
    published = context.published
    if published is None:
        return unresolved(NOT_PUBLISHED, "DATE" if time is None else "TIME")
    week = Period.holding("week", published).start
    if hit.words("rel") and hit.rule.pattern.groupindex and hit.tokens.words[hit.last - 1] == "week":
        day = week + dt.timedelta(days=number - 1, weeks=relative_step(hit.words("rel"), context))
        return dated(Period("day", day), mod=mod, anchor=published, note=" ".join(hit.words("rel")) + " week")
    rel = hit.words("rel")
    if not rel and number == published.isoweekday():
        return with_time(
            Period("day", published), time, mod=mod, anchor=published, note="the day of publication itself"
        )
    base = context.base if relative_step(rel, context) and "the" in rel[:1] or rel[:1] == ["that"] else None
    center = (base.start if base else published) - dt.timedelta(
        days=(published.isoweekday() if base is None else (base.start.isoweekday())) - number
    )
    options = [Period("day", center + dt.timedelta(weeks=count)) for count in (-2, -1, 0, 1, 2)]
    if rel:
        found = _turned(options, hit, context, published)
    elif (joined := context.joined(hit)) and joined[0].period and joined[0].period.unit == "day":
        found = context.nearest(options, hit)
    else:
        direction, cue = context.cues.direction(hit.tokens, hit.first, hit.last)
        if direction > 0:
            day = min(option.start for option in options if option.start > published)
            found = Period("day", day), f"future cue {cue!r}"
        else:
            day = max(option.start for option in options if option.start < published)
            found = Period("day", day), f"past cue {cue!r}" if cue else "no future cue: the most recent"
    if found is None:
        return None
    return with_time(found[0], time, mod=mod, anchor=published, note=found[1])


def weekend(hit: Hit, context: Context) -> Reading | None:
    """``the weekend``, ``last weekend``, ``the weekend of Oct. 7``."""
    published = context.published
    if hit.words("month"):
        reading = month_day(hit, context)
        if reading is None or reading.period is None:
            return reading
        unit = "week" if "week" in hit.tokens.words[hit.first : hit.first + 2] else "weekend"
        return dated(Period.holding(unit, reading.period.start), anchor=reading.anchor, note=reading.note)
    if published is None:
        return unresolved(NOT_PUBLISHED)
    rel, mod = hit.words("rel"), mod_of(hit, context)
    this = Period.holding("weekend", published)
    if rel[0] == "that" or "same" in rel or (rel[0] == "the" and len(rel) > 1):
        base = context.base or this
        period = Period.holding("weekend", base.start).shift(relative_step(rel, context))
        return dated(period, mod=mod, anchor=base.start, note=context.base_note())
    step = relative_step(rel, context)
    if step:
        # "last weekend" and "next weekend" are never the one that publication lies in.
        return dated(this.shift(step), mod=mod, anchor=published, note=" ".join(rel))
    if rel == ["this", "past"]:
        return dated(this.shift(-1), mod=mod, anchor=published, note="this past")
    if this.start <= published <= this.end:
        return dated(this, mod=mod, anchor=published, note="the weekend of publication")
    direction, cue = context.cues.direction(hit.tokens, hit.first, hit.last)
    ahead = direction > 0 or (direction == 0 and rel == ["this"] and published.isoweekday() >= 3)
    note = (
        f"future cue {cue!r}" if direction > 0 else "the most recent" if not ahead else "this weekend, late in a week"
    )
    return dated(this if ahead else this.shift(-1), mod=mod, anchor=published, note=note)


def season(hit: Hit, context: Context) -> Reading | None:
    """``spring 1999``, ``last fall``, ``the summer``."""
    name = context.lexicon.value("season", hit.words("season")[0])
    surface = hit.words("season")[0]
    mod = mod_of(hit, context)
    year = read_year(hit.words("year"), context.lexicon, context.published) or which_year(hit, context)
    month = 3 + 3 * SEASONS.index(name)
    if year is not None:
        first = make_day(year, month, 1)
        return None if first is None else dated(Period("season", first), mod=mod)
    if surface == "fall" and not hit.words("rel") and context.after(hit) in ("of", "in", "to", "from"):
        return None  # "the fall of Saigon"
    published = context.published
    if published is None:
        return unresolved(NOT_PUBLISHED)
    options = [Period("season", dt.date(candidate, month, 1)) for candidate in _years_around(published, 2)]
    found = _turned(options, hit, context, published)
    return None if found is None else dated(found[0], mod=mod, anchor=published, note=f"year: {found[1]}")


def year(hit: Hit, context: Context) -> Reading | None:
    """``1998``, ``fiscal 1998``, ``'98``, ``nineteen ninety-eight``."""
    number = read_year(hit.words("year"), context.lexicon, context.published)
    if number is None:
        return None
    words = hit.words("year")
    bare = hit.last - hit.first == 1
    before, after = context.before(hit), context.after(hit)
    if (
        words[0] in ("'", "`", "‘")
        and (before in ("'", "`", "''") or before[-1:].isalnum())
        and hit.tokens.ends[hit.first - 1] == hit.start
    ):
        return None
    if bare and not _is_year(hit, context, number, before, after):
        return None
    first = make_day(number, 1, 1)
    return None if first is None else dated(Period("year", first), mod=mod_of(hit, context))


_COUNTED = frozenset(
    "people men women children soldiers troops shares points miles kilometers kilometres meters metres feet tons tonnes "
    "barrels jobs dollars pounds euros yen troops police policemen workers students prisoners refugees homes houses "
    "homes percent % million billion km kg mm votes seats members employees residents civilians deaths victims "
    "passengers megawatts watts cars vehicles times degrees acres hectares square calories words pages".split()
)


def _is_year(hit: Hit, context: Context, number: int, before: str, after: str) -> bool:
    """Whether four figures by themselves are a year, and no count or sum."""
    if before in ("$", "£", "€", "#", "no", "number", "route", "highway", "flight", "boeing", "room", "+"):
        return False
    if after in _COUNTED or (before == "." and hit.first > 1 and context.before(hit, 2) == "no"):
        return False
    glued = hit.first > 0 and hit.tokens.ends[hit.first - 1] == hit.start
    if glued and before not in ("(", "-", "–", "—", "/", "`", "'", '"', "“", "[", "."):
        return False
    if glued and before == "-" and not context.before(hit, 2).isdigit() and context.before(hit, 2).isalpha():
        return context.before(hit, 2) in ("mid", "early", "late", "pre", "post")
    if 1900 <= number <= 2049:
        return True
    return 1500 <= number < 2100 and before in (
        "in",
        "since",
        "of",
        "by",
        "until",
        "from",
        "before",
        "after",
        "during",
        "year",
        "between",
        "to",
        "back",
        "(",
        "around",
        "about",
        "circa",
        "early",
        "late",
        "through",
        "and",
    )


def fiscal_year(hit: Hit, context: Context) -> Reading | None:
    """``last fiscal year``: taken as the calendar year, which the note says."""
    if context.published is None:
        return unresolved(NOT_PUBLISHED)
    step = -1 if hit.words("rel") == ["latest"] else relative_step(hit.words("rel"), context)
    period = Period.holding("year", context.published).shift(step)
    return dated(period, anchor=context.published, note="fiscal year taken as the calendar year")


def decade(hit: Hit, context: Context) -> Reading | None:
    """``the 1980s``, ``the early '90s``, ``the seventies``."""
    mod = mod_of(hit, context)
    if not hit.words("decade"):
        return None
    word = hit.words("decade")[0]
    tens = context.lexicon.value("decadeword", word)
    figures_ = word.replace("'", "").replace("’", "").rstrip("s")
    if tens is not None:
        if context.before(hit) in ("his", "her", "their", "your", "my"):
            return None
        if hit.tokens.words[hit.first] != "the" and not hit.words("century") and not mod:
            return None
        century = {"eighteen": 18, "twenty": 20}.get(hit.word("century") or "", 19)
        number = century * 100 + tens * 10
    elif len(figures_) == 4:
        number = int(figures_)
    elif any(word in ("'", "`", "‘") for word in hit.tokens.words[hit.first : hit.last]):
        number = short_decade(int(figures_), context)
    elif hit.tokens.words[hit.first] == "the" and mod is None and int(figures_) >= 20:
        number = short_decade(int(figures_), context)
    elif (
        context.near
        and context.reference
        and context.reference.unit == "decade"
        and context.before(hit) in (",", "and", "or", "to", "-")
    ):
        number = short_decade(int(figures_), context)  # "the 1960s and 70s"
    else:
        return None  # "in his 40s", "temperatures in the low 80s"
    first = make_day(number, 1, 1)
    return None if first is None else dated(Period("decade", first), mod=mod)


def short_decade(number: int, context: Context) -> int:
    """The decade that two figures stand for: the last such that had begun at publication."""
    latest = context.published.year if context.published else 2029
    return latest - (latest - number) % 100


def century(hit: Hit, context: Context) -> Reading | None:
    """``the 19th century``, ``the mid-fifteenth century``."""
    nth = read_ordinal(hit.words("nth"), context.lexicon)
    first = make_day((nth - 1) * 100, 1, 1) if nth else None
    return None if first is None else dated(Period("century", first), mod=mod_of(hit, context))


def holiday(hit: Hit, context: Context) -> Reading | None:
    """``Christmas Day``, ``last Easter``, ``Thanksgiving 1999``, ``Easter week``."""
    words = hit.words("name")
    name, entry = _HOLIDAYS[" ".join(words)]
    if name[0].isupper() and not _is_name(hit, words):
        return None
    if "unresolved" in entry:
        return unresolved(entry["unresolved"])
    number = read_year(hit.words("year"), context.lexicon, context.published) or which_year(hit, context)
    unit, mod = hit.word("stretch") or "day", mod_of(hit, context)
    if number is not None or "year" in entry:
        day = holiday_in(entry, number or entry["year"])
        return None if day is None else dated(Period.holding(unit, day), mod=mod)
    if context.published is None:
        return unresolved(f"the year is not given, and {NOT_PUBLISHED}")
    days = (holiday_in(entry, candidate) for candidate in _years_around(context.published, 2))
    options = [Period.holding(unit, day) for day in days if day]
    found = _turned(options, hit, context, context.published)
    return None if found is None else dated(found[0], mod=mod, anchor=context.published, note=f"year: {found[1]}")


def _is_name(hit: Hit, words: list[str]) -> bool:
    """Whether a holiday's name begins with a capital where it stands."""
    found = hit.tokens.words[hit.first : hit.last]
    at = next((index for index in range(len(found)) if found[index : index + len(words)] == words), 0)
    return hit.tokens.is_capitalised(hit.first + at)
