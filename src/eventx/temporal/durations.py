"""Readings of what is no stretch of the calendar: durations, sets, vague references."""

from __future__ import annotations

from eventx.temporal.context import Context, Reading
from eventx.temporal.grammar import Hit
from eventx.temporal.parts import read_mod, read_number

_RATES = frozenset({"hour", "day", "week", "month", "quarter", "year"})
_LENGTH_PREPOSITIONS = frozenset(
    {"in", "for", "within", "after", "of", "by", "than", "least", "last", "lasted", "only", "just"}
)
_BEFORE_VERB = frozenset("will would can could may might should to still n't not also only 'll".split())
_DAYPARTS = {"mornings": "MO", "afternoons": "AF", "evenings": "EV", "nights": "NI"}


def code_of(words: list[str], context: Context) -> str:
    """The TIMEX3 unit of a unit word."""
    lexicon = context.lexicon
    return str(lexicon.value("unit", words[-1]) or lexicon.value("units", words[-1]))


def length(number: float | None, code: str) -> str:
    """The TIMEX3 duration of so many units, ``X`` where None.

    >>> length(3, "D"), length(1.5, "TH"), length(None, "Y"), length(2, "10Y")
    ('P3D', 'PT1.5H', 'PXY', 'P20Y')
    """
    if code == "WE":
        return "P2D" if number in (None, 1) else f"P{_plain(number)}WE"
    time, code = ("T", code[1:]) if code[0] == "T" else ("", code)
    factor = int(code[:-1] or 1)
    if number is None:
        # A vague number of decades or centuries is given in those units.
        code = {10: "DE", 100: "CE", 1000: "ML"}.get(factor, code[-1]) if code[-1] == "Y" else code[-1]
        return f"P{time}X{code}"
    return f"P{time}{_plain(number * factor)}{code[-1]}"


def _plain(number: float | None) -> str:
    return f"{number:.10g}" if number is not None else "X"


def duration(hit: Hit, context: Context) -> Reading | None:
    """``two days``, ``a few years``, ``an hour and a half``, ``day-long``."""
    lexicon = context.lexicon
    mod = read_mod(hit.words("mod"), lexicon)
    word = hit.words("word")
    if word:
        code = lexicon.value("dayunit", word[0])
        return Reading(type="DURATION", value=length(1 if not _is_plural(word[0]) else None, code))
    if _is_age(hit, context):
        return None
    vague = hit.words("vague")
    unit = hit.words("unit") or vague[-1:]
    code = code_of(unit, context)
    if vague:
        number = 2.0 if "couple" in vague else None
        return Reading(type="DURATION", value=length(number, code), mod=mod)
    quantity = hit.words("qty")
    if hit.words("half") and not quantity:
        return Reading(type="DURATION", value=_half(code), mod=mod)
    number = read_number(quantity, lexicon) if quantity else 1.0
    if number is None or number > 1e7:
        return None
    if hit.words("quarter"):
        return Reading(type="DURATION", value="P25Y" if code == "100Y" else "PT15M") if code in ("TH", "100Y") else None
    if (
        quantity == ["one"]
        and unit == ["day"]
        and not (
            context.before(hit) in _LENGTH_PREPOSITIONS or context.after(hit) in ("after", "before", "later", "earlier")
        )
    ):
        if hit.last - hit.first == 2:
            return None  # "one day she would"
    if context.after(hit) in ("a", "per") and context.after(hit, 2) in _RATES:
        return None  # "24 hours a day"
    if unit[0] in ("second", "quarter", "quarters") and (quantity in (["a"], ["an"], ["three"]) or unit[0] == "second"):
        return None  # "a second", "three quarters of the voters"
    if quantity in (["a"], ["an"]):
        if _is_rate(hit, context, unit[0]):
            return None
    elif quantity and quantity[0].isdigit() and len(quantity[0]) == 4 and 1900 <= number <= 2100:
        return None
    if hit.words("half"):
        number += 0.5
        if code in ("TH", "TM"):
            finer = {"TH": "M", "TM": "S"}[code]
            return Reading(type="DURATION", value=f"PT{int(number)}{code[1]}30{finer}", mod=mod)
    value = length(number, code)
    if hit.words("unit2"):
        second = read_number(hit.words("qty2"), lexicon)
        value = _compound(value, length(second, code_of(hit.words("unit2"), context)))
    return Reading(type="DURATION", value=value, mod=mod)


def _compound(first: str, second: str) -> str:
    if first.startswith("PT") and second.startswith("PT"):
        return first + second[2:]
    return first + second[1:]


def _half(code: str) -> str:
    return {"TH": "PT30M", "TM": "PT30S", "Y": "P6M", "10Y": "P5Y", "100Y": "P50Y", "D": "PT12H"}.get(code) or length(
        0.5, code
    )


def _is_plural(word: str) -> bool:
    return word.removesuffix("long").endswith("s")


def _is_age(hit: Hit, context: Context) -> bool:
    following = context.after(hit)
    if following in ("-", "–"):
        return context.after(hit, 2) in ("old", "olds")
    return following in ("old", "older", "younger") or (following == "of" and context.after(hit, 2) == "age")


def _is_rate(hit: Hit, context: Context, unit: str) -> bool:
    """Whether ``a year`` says how often or how much: ``$3 million a year``."""
    if unit not in _RATES:
        return False
    before = context.before(hit)
    if before in ("%", "percent", "million", "billion", "share", "times", "dollars", "barrels", "thousand"):
        return True
    if before[:1].isdigit() or before in context.lexicon.values["units"]:
        return True
    # "700 seats a week"
    counted = context.tokens.words[max(0, hit.first - 4) : max(0, hit.first - 1)]
    return before.endswith("s") and any(
        read_number([word], context.lexicon) for word in counted if word not in ("a", "an")
    )


def business_year(hit: Hit, context: Context) -> Reading | None:
    """``the year ended March 31``: twelve months that need be no calendar year."""
    return Reading(type="DURATION", value="P1Y") if context.after(hit) == "ended" else None


def past_duration(hit: Hit, context: Context) -> Reading | None:
    """``the past two years``, ``the next few days``, ``the first nine months``, ``the past decade``."""
    unit = hit.words("unit")
    code = code_of(unit, context)
    quantity = hit.words("qty")
    if hit.words("half"):
        return Reading(type="DURATION", value=_half(code))
    if hit.tokens.words[hit.first] == "last" and context.before(hit) in _BEFORE_VERB:
        return None  # "the rain will last several weeks"
    number: float | None = 1.0
    if quantity:
        if "couple" in quantity:
            number = 2.0
        else:
            number = read_number(quantity, context.lexicon)
    elif unit[0] in context.lexicon.values["units"]:
        number = None
        if (
            hit.words("rel")[0] in ("first", "final", "initial", "opening", "early")
            and hit.tokens.words[hit.first] != "the"
        ):
            return None
    elif hit.tokens.words[hit.first] != "the" and context.before(hit) not in ("this",):
        return None
    return Reading(type="DURATION", value=length(number, code))


def past_duration_of(hit: Hit, context: Context, code: str) -> Reading | None:
    """``in the last year``, ``the next hour``: a length that ends or begins at publication."""
    return Reading(type="DURATION", value=length(1.0, code))


def bare_units(hit: Hit, context: Context) -> Reading | None:
    """``for years``, ``within hours``."""
    code = code_of(hit.words("unit"), context)
    if context.after(hit) in ("after", "before", "later", "earlier"):
        pass
    elif context.before(hit) not in (
        "for",
        "in",
        "within",
        "after",
        "over",
        "takes",
        "take",
        "took",
        "lasted",
        "last",
        "spent",
    ):
        return None
    if hit.words("unit") == ["seconds"] or _is_age(hit, context):
        return None
    return Reading(type="DURATION", value=length(None, code), mod=read_mod(hit.words("mod"), context.lexicon))


def every(hit: Hit, context: Context) -> Reading | None:
    """``every day``, ``each Friday``, ``Mondays``, ``twice a week``, ``daily``."""
    lexicon = context.lexicon
    word, plural, weekday = hit.words("word"), hit.words("plural"), hit.words("weekday")
    part = hit.words("part")
    suffix = "T" + (_DAYPARTS.get(part[0]) or lexicon.value("daypart", part[0])) if part else ""
    if word:
        return Reading(type="SET", value=lexicon.value("frequency", word[0]))
    if plural or weekday:
        name = (plural or weekday)[0]
        number = lexicon.value("weekdays" if plural else "weekday", name) or lexicon.value("weekdayabbr", name)
        return Reading(type="SET", value=f"XXXX-WXX-{number}{suffix}")
    if hit.words("month"):
        name = hit.words("month")[0]
        month = lexicon.value("monthname", name) or lexicon.value("monthabbr", name)
        day = hit.words("day")
        return Reading(
            type="SET", value=f"XXXX-{month:02}" + (f"-{int(day[0]):02}" if day and day[0].isdigit() else "")
        )
    if hit.words("season"):
        return Reading(type="SET", value=f"XXXX-{lexicon.value('season', hit.words('season')[0])}")
    if part:
        return Reading(type="SET", value=f"XXXX-XX-XX{suffix}")
    code = code_of(hit.words("unit"), context)
    quantity = hit.words("qty")
    number = read_number(quantity, lexicon) if quantity else 2.0 if hit.words("other") else 1.0
    return None if number is None else Reading(type="SET", value=length(number, code))


def reference(hit: Hit, context: Context) -> Reading | None:
    """``now``, ``recently``, ``soon``."""
    word, following, before = hit.words("word")[0], context.after(hit), context.before(hit)
    if word == "soon" and (following in ("after", "as") or before in ("as", "too", "so")):
        return None
    if word == "now" and (following == "that" or before in ("from", "until") and following == "on"):
        return None
    return Reading(value=context.lexicon.value("reference", word))


def vague(hit: Hit, context: Context) -> Reading | None:
    """``in recent years``, ``the future``, ``these days``."""
    following, words = context.after(hit), hit.tokens.words[hit.first : hit.last]
    if words[-1] in ("future", "past") and (following == "of" or following[:1].isdigit()):
        return None
    if words == ["future"] and context.before(hit) != "in":
        return None
    if words[-1] in ("term", "run", "haul") and (following[:1].isalpha() or following == "-"):
        return None
    return Reading(value=str(hit.rule.options["value"]))
