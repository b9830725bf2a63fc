"""Which of its kind a named stretch is: this, last, next, that, of this year, nearest."""

from __future__ import annotations

from collections.abc import Sequence

from eventx.temporal.calendar import Period
from eventx.temporal.context import Context, Unresolvable
from eventx.temporal.grammar import Hit
from eventx.temporal.parts import read_mod, read_ordinal, read_time, read_year

_JUST_ENDED = 31  # days

# Most expressions name none of these parts, which is asked at once.
_TIMES = frozenset(("military", "time", "part"))
_MODS = frozenset(("mod", "mod2"))
_YEARS = frozenset(("which", "year"))


def time_of(hit: Hit, context: Context) -> str | None:
    """The TIMEX3 time of day that an expression names."""
    if not hit.names(_TIMES):
        return None
    military = hit.words("military")
    if military:
        return f"T{military[0][:2]}:{military[0][2:]}"
    return read_time(hit.words("time") or hit.words("part"), context.lexicon, hit.word("part"))


def mod_of(hit: Hit, context: Context) -> str | None:
    """The TIMEX3 modifier that an expression begins with."""
    if not hit.names(_MODS):
        return None
    return read_mod(hit.words("mod"), context.lexicon) or read_mod(hit.words("mod2"), context.lexicon)


def ordinal_of(hit: Hit, context: Context, name: str) -> int | None:
    """The number that a named part of an expression is."""
    return read_ordinal(hit.words(name), context.lexicon)


def month_number(hit: Hit, context: Context) -> int:
    """The number of the month that an expression names."""
    word, lexicon = hit.words("month")[0], context.lexicon
    return int(lexicon.value("monthname", word) or lexicon.value("monthabbr", word))


def weekday_number(hit: Hit, context: Context) -> int:
    """The ISO number of the weekday that an expression names."""
    word, lexicon = (hit.words("weekday") or hit.words("plural"))[0], context.lexicon
    return int(lexicon.value("weekday", word) or lexicon.value("weekdayabbr", word) or lexicon.value("weekdays", word))


def year_of(hit: Hit, context: Context) -> int | None:
    """The year that an expression gives: ``1998``, ``'98``, ``this year``, ``the following year``; None where none.

    Raises:
        Unresolvable: If it is counted from a day that is not known.
    """
    if not hit.names(_YEARS):
        return None
    words = hit.words("which")
    if not words:
        return read_year(hit.words("year"), context.lexicon, context.published)
    if words[0].isdigit():
        return int(words[0])
    step = step_of(words, context)
    if words[0] == "the" and "current" not in words and "past" not in words and "coming" not in words:
        return context.base.start.year + step
    return context.day.year + step


def step_of(words: Sequence[str], context: Context) -> int:
    """-1, 0 or 1 for ``last``, ``this``, ``next`` and their like."""
    for word in words:
        step = context.lexicon.value("last", word) or context.lexicon.value("next", word)
        if step:
            return int(step)
    return 0


def is_anaphoric(words: Sequence[str], context: Context) -> bool:
    """Whether ``that``, ``the same``, ``the following`` count from the last date and not from publication."""
    if not words:
        return False
    return words[0] == "that" or words[-1] == "same" or words[-1] in context.lexicon.words["anaphoric"]


def years_around(context: Context, reach: int = 2) -> range:
    """The years up to ``reach`` from that of publication.

    Raises:
        Unresolvable: If the day of publication is not known.
    """
    if context.published is None:
        raise Unresolvable("the year is not given, and the publication date is not known")
    return range(context.published.year - reach, context.published.year + reach + 1)


def turned(options: Sequence[Period], hit: Hit, context: Context) -> tuple[Period, str]:
    """Choose the stretch that a name means, with or without ``last``, ``this``, ``next`` or ``that`` before it.

    Raises:
        Unresolvable: If that depends on a day that is not known.
    """
    words = hit.words("rel")
    if not words or not options:
        return context.nearest(options, hit)
    step, note = step_of(words, context), f"{' '.join(words)!r}"
    base = Period("day", context.day)
    if is_anaphoric(words, context):
        base, note = context.base, context.base_note()
    if step < 0:
        ended = sorted((p for p in options if p.end < base.start), key=lambda p: p.start)
        if not ended:
            raise Unresolvable("the calendar has no such day before")
        # In March, "last February" is the year before's: this year's would be "last month".
        is_recent = ended[-1].unit in ("month", "season") and (base.start - ended[-1].end).days <= _JUST_ENDED
        return ended[-2 if is_recent and ended[-1].end.year == base.start.year else -1], note
    if step > 0:
        return min((p for p in options if p.start > base.end), key=lambda p: p.start), note
    if words == ["this"] and options[0].unit == "month":
        return next(p for p in options if p.start.year == base.start.year), note
    return min(options, key=lambda p: abs((p.start - base.start).days)), note
