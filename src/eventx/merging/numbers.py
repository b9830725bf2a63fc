"""Counts that phrases state: "at least 17 people", "two dozen", "scores"."""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from eventx.merging.lexicon import english

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
_WORD = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|[a-z]+")
# "A 27-year-old man" is one, and so is "a 12-member team".
_COMPOUND = re.compile(
    r"[^\W_]+(?:-[^\W_]+)*-(?:year|month|week|day|hour|minute|mile|metre|meter|foot|ton|pound|member|storey|story|man|strong)\b[\w-]*"
)
_MANY = 10**9


@frozen
class Count:
    """A count as a phrase states it.

    Attributes:
        low: The least it can mean.
        high: The most it can mean.
        exact: Whether the phrase names one number, with or without "at least" or "about".
        stated: The number named, or ``low`` of a vague one; what claims are compared by.
    """

    low: int
    high: int
    exact: bool
    stated: int

    def allows(self, other: Count) -> bool:
        """Whether both can be true of the same thing."""
        return self.low <= other.high and other.low <= self.high


@lru_cache(maxsize=8192)
def count_in(phrase: str) -> Count | None:
    """The first count that a phrase states, or None.

    >>> count_in("at least 17 people")
    Count(low=17, high=1000000000, exact=True, stated=17)
    >>> count_in("a 27-year-old man") is None
    True
    """
    lexicon, text = english(), _COMPOUND.sub(" ", phrase.lower()) if "-" in phrase else phrase.lower()
    words = _WORD.findall(text)
    total, current, found, place = 0, 0, False, 0
    for position, word in enumerate(words):
        if word[0].isdigit():
            if found:
                break
            number = word.replace(",", "")
            current, found, place = int(min(float(number), _MANY)), True, position  # 400 digits are infinity
        elif word in lexicon.numbers:
            if not found:
                place = position
            current, found = current + lexicon.numbers[word], True
        elif word in lexicon.multipliers and (found or (position and words[position - 1] in {"a", "an"})):
            if not found:
                current, place, found = 1, position, True
            current *= lexicon.multipliers[word]
            if word != "hundred":
                total, current = total + current, 0
        elif word in lexicon.vague_numbers and not found:
            low, high = lexicon.vague_numbers[word]
            return Count(low, high, False, low)
        elif word in lexicon.vague_numbers:
            current *= lexicon.vague_numbers[word][0] if word == "dozen" else 1
            break
        elif found and word != "and":
            break
    if not found:
        return None
    value = total + current
    before = " ".join(words[:place])
    if any(before.endswith(hint) for hint in lexicon.at_least):
        return Count(value, _MANY, True, value)
    if any(before.endswith(hint) for hint in lexicon.at_most):
        return Count(0 if value < 2 else value // 2, value, True, value)
    if any(before.endswith(hint) for hint in lexicon.about):
        return Count(value * 4 // 5, -(-value * 5 // 4), True, value)
    return Count(value, value, True, value)
