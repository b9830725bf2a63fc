"""Readers of lengths of time: durations such as ``three days``, ``the past two years``, ``for months``."""

from __future__ import annotations

from eventx.temporal.calendar import Period
from eventx.temporal.context import Context, Reading, dated
from eventx.temporal.grammar import Hit
from eventx.temporal.parts import read_mod, read_number

_HALVES = {"TH": "PT30M", "TM": "PT30S", "D": "PT12H", "Y": "P6M", "10Y": "P5Y", "100Y": "P50Y"}
_LONGEST = 1e7  # units: more is no length that news speaks of


def unit_code(words: list[str], context: Context) -> str:
    """The TIMEX3 unit of a unit word: ``D`` of ``days``, ``TH`` of ``hour``, ``10Y`` of ``decade``."""
    lexicon = context.lexicon
    return str(lexicon.value("unit", words[-1]) or lexicon.value("units", words[-1]))


def length(number: float | None, code: str) -> str:
    """The TIMEX3 duration of so many units, a vague number of them where None.

    >>> length(3, "D"), length(1.5, "TH"), length(None, "Y"), length(2, "10Y")
    ('P3D', 'PT1.5H', 'PXY', 'P20Y')
    """
    if code == "WE":
        return "P2D" if number in (None, 1) else f"P{number:.10g}WE"
    time, code = ("T", code[1:]) if code[0] == "T" else ("", code)
    factor, unit = int(code[:-1] or 1), code[-1]
    if number is None:
        return f"P{time}X" + {10: "DE", 100: "CE", 1000: "ML"}.get(factor, unit)
    return f"P{time}{number * factor:.10g}{unit}"


def quantity_of(hit: Hit, context: Context) -> float | None:
    """How many units an expression counts: ``two and a half``, ``a``, ``half a``; None where it does not tell."""
    words = hit.words("qty")
    if "half" in words[:2]:
        return 0.5
    number = read_number(words, context.lexicon)
    return number if number is None or not hit.words("half") else number + 0.5


def _lasting(value: str, hit: Hit, context: Context) -> Reading:
    return Reading(type="DURATION", value=value, mod=read_mod(hit.words("mod"), context.lexicon))


def duration(hit: Hit, context: Context) -> Reading | None:
    """``two days``, ``at least a week``, ``an hour and a half``, ``two hours and 30 minutes``."""
    unit, quantity = hit.words("unit")[0], hit.words("qty")
    code = unit_code([unit], context)
    number = quantity_of(hit, context) if quantity else 1.0
    if (
        number is None
        or number > _LONGEST
        or context.is_title(hit)
        or _is_age(hit, context)
        or not _is_length(hit, context, unit, quantity)
    ):
        return None
    if hit.words("half") and code in ("TH", "TM"):
        return _lasting(f"PT{int(number)}{code[1]}30{'M' if code == 'TH' else 'S'}", hit, context)
    value = length(number, code)
    if hit.words("unit2"):
        second = length(read_number(hit.words("qty2"), context.lexicon), unit_code(hit.words("unit2"), context))
        value += second.removeprefix("PT" if value.startswith("PT") else "P")
    return _lasting(value, hit, context)


def _is_length(hit: Hit, context: Context, unit: str, quantity: list[str]) -> bool:
    """Whether a number and a unit are a length of time, and no rate, fraction, idiom or year."""
    words, after = context.lexicon.words, context.after(hit)
    if after in ("a", "per") and context.after(hit, 2) in words["rates"]:
        return False  # "24 hours a day"
    if quantity in (["a"], ["an"]):
        return unit not in ("second", "quarter") and not _is_rate(hit, context, unit)
    if quantity == ["one"] and unit == "day" and hit.last - hit.first == 2:
        return context.before(hit) in words["before_length"] or after in words["beside"]  # else "one day she left"
    if quantity == ["three"] and unit == "quarters":
        return after != "of"
    is_year = len(quantity) == 1 and len(quantity[0]) == 4 and quantity[0].startswith(("19", "20"))
    return not (is_year and quantity[0].isdigit()) and not (unit == "second" and hit.last - hit.first == 2)


def _is_rate(hit: Hit, context: Context, unit: str) -> bool:
    """Whether ``a year`` says how often or how much: ``$3 million a year``, ``700 seats a week``."""
    lexicon, before = context.lexicon, context.before(hit)
    if unit not in lexicon.words["rates"]:
        return False
    if before in lexicon.words["sums"] or before[:1].isdigit() or before in lexicon.values["units"]:
        return True
    counted = context.tokens.words[max(0, hit.first - 4) : max(0, hit.first - 1)]
    return before.endswith("s") and any(read_number([word], lexicon) for word in counted if word not in ("a", "an"))


def _is_age(hit: Hit, context: Context) -> bool:
    following = context.after(hit)
    if following in ("-", "–"):
        return context.after(hit, 2) in ("old", "olds")
    if following in ("and", "or") and context.after(hit, 2) in ("older", "over", "above", "up", "under", "younger"):
        return True
    return following in ("old", "older", "younger") or (following == "of" and context.after(hit, 2) == "age")


def half_unit(hit: Hit, context: Context) -> Reading | None:
    """``half an hour``, ``half-year``, ``the past half-century``."""
    code = unit_code(hit.words("unit"), context)
    return _lasting(_HALVES.get(code) or length(0.5, code), hit, context)


def quarter_unit(hit: Hit, context: Context) -> Reading | None:
    """``a quarter-century``, ``a quarter of an hour``."""
    value = {"TH": "PT15M", "100Y": "P25Y"}.get(unit_code(hit.words("unit"), context))
    return None if value is None else _lasting(value, hit, context)


def vague_length(hit: Hit, context: Context) -> Reading | None:
    """``a few years``, ``several days``, ``a couple of weeks``, ``months-long``."""
    if _is_age(hit, context):
        return None
    words = hit.words("vague")
    return _lasting(length(2 if "couple" in words else None, unit_code(hit.words("unit"), context)), hit, context)


def unit_long(hit: Hit, context: Context) -> Reading | None:
    """``week-long``, ``daylong``, ``decadeslong``."""
    word = hit.words("word")
    if not word:
        return Reading(type="DURATION", value=length(1, unit_code(hit.words("unit"), context)))
    code = context.lexicon.value("dayunit", word[0])
    return Reading(type="DURATION", value=length(None if word[0].removesuffix("long").endswith("s") else 1, code))


def bare_units(hit: Hit, context: Context) -> Reading | None:
    """``for years``, ``within hours``, ``days after``."""
    before, words = context.before(hit), context.lexicon.words
    if context.after(hit) not in words["beside"] and before not in words["before_units"]:
        return None
    if hit.words("unit") == ["seconds"] or _is_age(hit, context):
        return None
    return _lasting(length(None, unit_code(hit.words("unit"), context)), hit, context)


def past_duration(hit: Hit, context: Context) -> Reading | None:
    """``the past two years``, ``the next few days``, ``the first nine months``, ``the past decade``."""
    unit, quantity, rel = hit.words("unit")[0], hit.words("qty"), hit.words("rel")[0]
    has_article = hit.tokens.words[hit.first] != rel
    if rel == "last" and not has_article and context.before(hit) in context.lexicon.words["before_verb"]:
        return None  # "the rain will last several weeks"
    number: float | None = 1.0
    if quantity:
        number = 2.0 if "couple" in quantity else read_number(quantity, context.lexicon)
    elif unit in context.lexicon.values["units"]:
        number = None
        if context.after(hit) == "of" and rel == "early":
            return None  # "the early hours of the siege"
        if not has_article and rel not in context.lexicon.values["last"]:
            return None
    elif not has_article and context.before(hit) != "this":
        return None
    if hit.words("half") and number is not None:
        number += 0.5
    return Reading(type="DURATION", value=length(number, unit_code([unit], context)))


def business_year(hit: Hit, context: Context) -> Reading | None:
    """``the year ended March 31``: twelve months that need be no calendar year; ``for the year``: the current one."""
    if context.after(hit) in ("ended", "ending"):
        return Reading(type="DURATION", value="P1Y")
    if context.before(hit) not in ("for", "during") or context.after(hit)[:1].isalnum():
        return None
    return dated(Period.holding("year", context.day), anchor=context.day, note="the current year")
