"""The parts of expressions: numbers, years, modifiers, times of day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from eventx.temporal.lexicon import Lexicon

_FRACTION = len(("1", "/", "2"))  # tokens
_EVENING = 6  # "at 2:30 last night" is after midnight, "at 6:30 last night" is not
_SPECIAL_MODS: dict[tuple[str, ...], str] = {
    ("at", "least"): "EQUAL_OR_MORE",
    ("at", "most"): "EQUAL_OR_LESS",
    ("up", "to"): "EQUAL_OR_LESS",
    ("no", "more"): "EQUAL_OR_LESS",
    ("no", "less"): "EQUAL_OR_MORE",
    ("no", "fewer"): "EQUAL_OR_MORE",
    ("well", "over"): "MORE_THAN",
    ("just", "over"): "MORE_THAN",
    ("just", "under"): "LESS_THAN",
}


def read_mod(words: Sequence[str], lexicon: Lexicon) -> str | None:
    """The TIMEX3 modifier that these words make."""
    if not words:
        return None
    special = _SPECIAL_MODS.get(tuple(words[:2]))
    if special:
        return special
    if words[0] == "as":
        return "EQUAL_OR_MORE" if words[1:2] != ["little"] else "EQUAL_OR_LESS"
    if words[-1] in ("of", "on") and len(words) > 2:  # "the first week of", "the early hours of"
        mod = lexicon.values["part_of"].get(words[-3])
        if mod:
            return str(mod)
    for name in ("than", "approx", "early", "portion"):
        for word in words:
            mod = lexicon.value(name, word)
            if isinstance(mod, str):
                return mod
    return None


def read_number(words: Sequence[str], lexicon: Lexicon) -> float | None:
    """The number that these words make, None where they make none.

    Args:
        words: Such as ``["twenty", "-", "five"]``, ``["a"]`` or ``["two", "and", "a", "half"]``.
        lexicon: The language.
    """
    if words[-2:-1] == ["/"]:  # "1 1/2", "2-1/2"
        over, under = _figures(words[-3]), _figures(words[-1])
        whole = _figures(words[0]) if len(words) > _FRACTION else 0.0
        return whole + over / under if whole is not None and over and under else None
    text = " ".join(words)
    half = 0.0
    for tail in (" and a half", " and half", " - and - a - half", " - and - half"):
        if text.endswith(tail):
            half, text = 0.5, text.removesuffix(tail)
    total, part, seen = 0.0, 0.0, False
    for word in text.split():
        multiplier = lexicon.value("multiplier", word)
        if word in ("a", "an"):
            part, seen = 1.0, True
        elif multiplier is not None:
            total, part, seen = total + (part or 1.0) * multiplier, 0.0, True
        elif word in ("-", "and", "of"):
            continue
        else:
            number = lexicon.value("cardinal", word) or lexicon.value("tens", word) or _figures(word)
            if number is None:
                return None
            part, seen = part + number, True
    return total + part + half if seen else None


def _figures(word: str) -> float | None:
    plain = word.replace(",", "")
    try:
        return float(plain)
    except ValueError:
        return None


def read_ordinal(words: Sequence[str], lexicon: Lexicon) -> int | None:
    """The number of an ordinal or a day's figure: ``["twenty", "-", "first"]``, ``["7"]``, ``["7th"]``."""
    total = 0
    for word in words:
        if word == "-":
            continue
        number = int(word) if word.isdigit() else lexicon.value("ordinal", word) or lexicon.value("tens", word)
        if not number:
            return None
        total += int(number)
    return total or None


def read_year(words: Sequence[str], lexicon: Lexicon, published: dt.date | None) -> int | None:
    """The year that these words make: ``["1998"]``, ``["'98"]``, ``["nineteen", "ninety", "-", "eight"]``."""
    if not words:
        return None
    last = words[-1]
    if len(last) == 4 and last.isdigit():
        return int(last)
    if not words[0][0].isalnum():
        return short_year(int(words[0][1:]), published)
    if words[:2] == ["two", "thousand"]:
        return 2000 + sum(lexicon.value("cardinal", word) or 0 for word in words[2:])
    century = lexicon.value("cardinal", words[0]) or lexicon.value("tens", words[0])
    rest = sum(lexicon.value("cardinal", word) or lexicon.value("tens", word) or 0 for word in words[1:])
    return century * 100 + rest if century and rest >= 10 else None


def short_year(number: int, published: dt.date | None) -> int:
    """The year that two figures stand for: the one nearest to publication, at most 20 years ahead."""
    latest = (published.year if published else 2029) + 20
    return latest - (latest - number) % 100


def read_time(words: Sequence[str], lexicon: Lexicon, part: str | None = None) -> str | None:
    """The TIMEX3 time of day: ``T09:00`` of ``["9", "a.m."]``, ``TMO`` of ``["dawn"]``.

    Args:
        words: The words that name it.
        lexicon: The language.
        part: Part of the day that stands beside it (``evening``), which tells 9:30 from 21:30.
    """
    if not words:
        return None
    point = lexicon.value("point", words[0]) or lexicon.value("daypart", words[0])
    if point:
        return "T" + str(point)
    head = words[0].replace(".", ":")
    hour_text, _, minute_text = head.partition(":")
    hour = int(hour_text) if hour_text.isdigit() else lexicon.value("cardinal", words[0])
    minute = int(minute_text[:2]) if minute_text[:2].isdigit() else 0
    if hour is None or not 0 <= hour <= 24 or minute > 59:
        return None
    half = lexicon.value("ampm", words[-1])
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif part and hour < 12:
        code = lexicon.value("daypart", part)
        if code in ("AF", "EV") or (code == "NI" and hour >= _EVENING):
            hour += 12
    return f"T{hour:02}:{minute:02}"
