"""Readers of what no day can be told for: sets such as ``every Friday``, vague references such as ``recently``."""

from __future__ import annotations

from eventx.temporal.choice import month_number, weekday_number
from eventx.temporal.context import Context, Reading
from eventx.temporal.durations import length, unit_code
from eventx.temporal.grammar import Hit
from eventx.temporal.parts import read_number


def every(hit: Hit, context: Context) -> Reading | None:
    """``every day``, ``each Friday``, ``Mondays``, ``twice a week``, ``daily``."""
    lexicon, part = context.lexicon, hit.words("part")
    time = "" if not part else "T" + str(lexicon.value("plural_part", part[0]) or lexicon.value("daypart", part[0]))
    if hit.words("word"):
        if context.is_title(hit):
            return None  # "the Daily Planet"
        value = str(lexicon.value("frequency", hit.words("word")[0]))
    elif hit.words("plural") or hit.words("weekday"):
        value = f"XXXX-WXX-{weekday_number(hit, context)}{time}"
    elif hit.words("month"):
        day = hit.word("day") or ""
        value = f"XXXX-{month_number(hit, context):02}" + (f"-{int(day):02}" if day.isdigit() else "")
    elif hit.words("season"):
        value = f"XXXX-{lexicon.value('season', hit.words('season')[0])}"
    elif part:
        value = f"XXXX-XX-XX{time}"
    else:
        quantity = hit.words("qty")
        number = read_number(quantity, lexicon) if quantity else 2.0 if hit.words("other") else 1.0
        if number is None:
            return None
        value = length(number, unit_code(hit.words("unit"), context))
    return Reading(type="SET", value=value)


def reference(hit: Hit, context: Context) -> Reading | None:
    """``now``, ``recently``, ``soon``."""
    word, following, before = hit.words("word")[0], context.after(hit), context.before(hit)
    if word == "soon" and (following in ("after", "as") or before in ("as", "too", "so")):
        return None
    if word == "now" and (following == "that" or (context.is_opening(hit) and hit.tokens.is_capitalised(hit.first))):
        return None  # "Now, the question is"
    return Reading(value=context.lexicon.value("reference", word))


def vague(hit: Hit, context: Context) -> Reading | None:
    """``in recent years``, ``the future``, ``these days``."""
    following, words = context.after(hit), hit.tokens.words[hit.first : hit.last]
    if words[-1] in ("future", "past") and (following == "of" or following[:1].isdigit()):
        return None  # "the future of the port"
    if words == ["future"] and context.before(hit) != "in":
        return None  # "future earnings"
    if words[-1] in ("term", "run", "haul") and (following[:1].isalpha() or following == "-"):
        return None  # "the long-term plan"
    return Reading(value=str(hit.rule.options["value"]))
