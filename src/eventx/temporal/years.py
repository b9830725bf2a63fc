"""Readers of named stretches of a month or longer: months, seasons, years, decades, centuries."""

from __future__ import annotations

import datetime as dt

from eventx.temporal.calendar import SEASONS, Period, make_day
from eventx.temporal.choice import mod_of, month_number, ordinal_of, step_of, turned, year_of, years_around
from eventx.temporal.context import Context, Reading, dated
from eventx.temporal.grammar import Hit
from eventx.temporal.parts import read_year

_QUOTES = ("'", "`", "‘")


def month(hit: Hit, context: Context) -> Reading | None:
    """``May 2011``, ``last April``, ``early December``, ``in March``."""
    number, mod, year = month_number(hit, context), mod_of(hit, context), year_of(hit, context)
    if year is not None:
        first = make_day(year, number, 1)
        return None if first is None else dated(Period("month", first), mod=mod)
    if context.after(hit).isdigit() or not (mod or hit.words("rel") or hit.words("edge") or _is_month(hit, context)):
        return None  # "February 30" is no month either
    options = [Period("month", dt.date(candidate, number, 1)) for candidate in years_around(context)]
    found, why = turned(options, hit, context)
    return dated(found, mod=mod, anchor=context.day, note=f"year: {why}")


def _is_month(hit: Hit, context: Context) -> bool:
    """Whether a month's name by itself is one, and no verb, modal or given name."""
    words, lexicon = hit.words("month"), context.lexicon
    before, letter = context.before(hit), context.next_letter(hit)
    prepositions = lexicon.words["before_month"]
    if words[-1] != "." and words[0] in lexicon.values["monthabbr"] and words[0] not in lexicon.values["monthname"]:
        return before in prepositions and not letter.isupper()  # "Jan Kubis"
    if words[0] not in lexicon.words["doubtful_months"]:
        return True
    if letter.isupper():
        return False  # "by May Smith", "in March Madness"
    if before in lexicon.words["determiners"]:
        return letter.islower() and context.after(hit) not in prepositions  # not "the March on Washington"
    joined = context.joined(hit)
    if joined is not None and joined[0].unit == "month":
        return True  # "in June and August"
    return before in prepositions and before not in lexicon.words["doubtful_before_month"]


def season(hit: Hit, context: Context) -> Reading | None:
    """``spring 1999``, ``last fall``, ``the summer``."""
    word = hit.words("season")[0]
    first_month = 3 + 3 * SEASONS.index(context.lexicon.value("season", word))
    mod, year = mod_of(hit, context), year_of(hit, context)
    if year is not None:
        first = make_day(year, first_month, 1)
        return None if first is None else dated(Period("season", first), mod=mod)
    if word == "fall" and not hit.words("rel") and context.after(hit) in ("of", "in", "to", "from"):
        return None  # "the fall of the city"
    options = [Period("season", dt.date(candidate, first_month, 1)) for candidate in years_around(context)]
    found, why = turned(options, hit, context)
    return dated(found, mod=mod, anchor=context.day, note=f"year: {why}")


def year(hit: Hit, context: Context) -> Reading | None:
    """``1998``, ``fiscal 1998``, ``'98``, ``nineteen ninety-eight``."""
    words = hit.words("year")
    number = read_year(words, context.lexicon, context.published)
    before = context.before(hit)
    if number is None:
        return None
    if words[0][0] in _QUOTES and context.is_glued(hit) and (before in _QUOTES or before[-1].isalnum()):
        return None
    if hit.last - hit.first == 1 and words[0].isdigit() and not _is_year(hit, context, number):
        return None
    first = make_day(number, 1, 1)
    return None if first is None else dated(Period("year", first), mod=mod_of(hit, context))


def _is_year(hit: Hit, context: Context, number: int) -> bool:
    """Whether four figures by themselves are a year, and no count, sum or name."""
    before, after, words = context.before(hit), context.after(hit), context.lexicon.words
    if before in words["numbered"] or after in words["counted"] or (before == "." and context.before(hit, 2) == "no"):
        return False
    if context.next_letter(hit).isupper() and words["streets"].intersection(
        (context.after(hit, 2), context.after(hit, 3))
    ):
        return False  # "1600 Rose Hill Avenue"
    if context.is_glued(hit):
        if before not in words["before_glued_year"]:
            return False
        if before == "-" and context.before(hit, 2).isalpha():
            return context.before(hit, 2) in words["year_prefixes"]
        if before == "-" and len(context.before(hit, 2)) < 4:
            return False  # "07-08-2018": which of the others is the month cannot be told
    if 1900 <= number < 2050:
        return True
    return 1500 <= number < 2100 and before in words["before_year"]


def range_year(hit: Hit, context: Context) -> Reading | None:
    """The second year of ``1997-98``."""
    joined = context.joined(hit)
    if joined is None or joined[0].unit != "year" or not context.is_glued(hit):
        return None
    before = joined[0].start.year
    number = before // 100 * 100 + int(hit.words("year")[0])
    if joined[1] not in ("-", "–") or not before < number <= before + 30:
        return None
    return dated(Period("year", dt.date(number, 1, 1)), note=f"century as in {before}")


def fiscal_year(hit: Hit, context: Context) -> Reading | None:
    """``last fiscal year``: taken as the calendar year, which the note says."""
    period = Period.holding("year", context.day).shift(step_of(hit.words("rel"), context))
    return dated(period, anchor=context.day, note="fiscal year taken as the calendar year")


def decade(hit: Hit, context: Context) -> Reading | None:
    """``the 1980s``, ``the early '90s``, ``the seventies``."""
    mod, word = mod_of(hit, context), hit.words("decade")[0]
    tokens = hit.tokens.words[hit.first : hit.last]
    tens = context.lexicon.value("decadeword", word)
    if tens is not None:
        if tokens[0] != "the" and not hit.words("century") and not mod:
            return None
        number = {"eighteen": 1800, "twenty": 2000}.get(hit.word("century") or "", 1900) + tens * 10
    else:
        number = int(word.rstrip("s").rstrip("'"))
        if number < 100:
            joined = context.joined(hit)
            is_decade = any(token in _QUOTES for token in tokens) or (tokens[0] == "the" and not mod and number >= 20)
            if not is_decade and not (joined and joined[0].unit == "decade"):
                return None  # "in his 40s", "temperatures in the low 80s"
            number = _short_decade(number, context)
    first = make_day(number, 1, 1)
    return None if first is None else dated(Period("decade", first), mod=mod)


def _short_decade(number: int, context: Context) -> int:
    """The decade that two figures stand for: the last such that had begun at publication."""
    latest = context.published.year if context.published else 2029
    return latest - (latest - number) % 100


def century(hit: Hit, context: Context) -> Reading | None:
    """``the 19th century``, ``the mid-fifteenth century``."""
    nth = ordinal_of(hit, context, "nth")
    first = make_day((nth - 1) * 100, 1, 1) if nth else None
    return None if first is None else dated(Period("century", first), mod=mod_of(hit, context))
