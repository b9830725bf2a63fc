"""How long a stay lasts: "a three-day visit", "the second day of her trip", "ended his tour on Monday"."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable

from attrs import frozen

from eventx.model import Article, EventMention, Timex
from eventx.temporal.anchoring.counts import ordinals
from eventx.temporal.anchoring.words import anchoring_words

_REACH = 80
_LONGEST = 60  # days; what lasts longer is a posting, and no day of it dates the rest
_LENGTH = re.compile(r"P(\d+)([DW])$")
_ATTRIBUTIVE = re.compile(r"[-‐‑ ](?:day|week)(?:-long)?$|(?:days|weeks)['’]$", re.IGNORECASE)
_GAP = re.compile(r"[\s,]*(?:[\w.'’-]+[\s,]+){0,4}")
_DAY_OF = re.compile(
    r"\b(?P<which>first|second|third|fourth|fifth|sixth|seventh|last|final)(?:\s+and\s+(?P<final>last|final))?"
    r"\s+day\s+of\s+(?:[\w.'’-]+[\s,]+){0,6}$",
    re.IGNORECASE,
)
_PERFECT = re.compile(r"\b(?:has|have|had)\s+(?:\w+\s+){1,2}(?:an?|his|her|its|their)\s*$", re.IGNORECASE)
_VERBAL = re.compile(
    r"\b(?:to|will|would|shall|should|can|could|may|might|must|not|also|they|we|who|i)\s+$", re.IGNORECASE
)


@frozen(kw_only=True)
class Stay:
    """What a sentence says about the course of a stay.

    Attributes:
        days: How many days it lasts, None where unsaid.
        day: Which day of it the sentence's date is, from 1; None where unsaid.
        ends: Whether the sentence's date is its last day.
    """

    days: int | None = None
    day: int | None = None
    ends: bool = False

    def around(self, date: dt.date) -> tuple[dt.date, dt.date] | None:
        """First and last day of the stay, if ``date`` is the day the sentence names; None where that says no more."""
        try:
            if self.ends:
                length = self.days or self.day
                return (date - dt.timedelta(length - 1), date) if length else None
            first = date - dt.timedelta((self.day or 1) - 1)
            last = first + dt.timedelta(self.days - 1) if self.days else date
        except OverflowError:
            return None
        return (first, last) if first <= date <= last and first != last else None


def stay_of(article: Article, mention: EventMention, timexes: Iterable[Timex]) -> Stay | None:
    """What the words before a trigger say about the course of its event, None where they say nothing.

    Args:
        article: The article.
        mention: The mention; only nouns that can last are asked ("visit", not "arrived").
        timexes: The temporal expressions of the mention's sentence.
    """
    trigger = mention.trigger
    if not is_stay(mention):
        return None
    words = anchoring_words()
    before_from = max(mention.sentence.start if mention.sentence else 0, trigger.start - _REACH)
    days, at = None, trigger.start
    for timex in timexes:
        if timex.type != "DURATION" or not timex.value or not before_from <= timex.span.start < trigger.start:
            continue
        length = _LENGTH.match(timex.value)
        expression = timex.span.text
        if article.text[timex.span.end : timex.span.end + 1] in "'’":
            expression += "'"
        gap = article.text[timex.span.end : trigger.start].lstrip("'’")
        if length and _ATTRIBUTIVE.search(expression) and _GAP.fullmatch(gap):
            days, at = int(length[1]) * (7 if length[2] == "W" else 1), timex.span.start
    before = article.text[before_from:at]
    ends = bool(_ending(words.ending).search(before))
    day = None
    if which := _DAY_OF.search(before):
        counted = which["which"].lower()
        day = ordinals().index(counted) + 1 if counted in ordinals() else None
        ends = day is None or which["final"] is not None
    ends = ends or _going_on(words.ending).match(article.text, trigger.end) is not None
    if _PERFECT.search(before):
        return None  # "has just made a four-day visit": over, and no day of it is told
    if (days is None or not 1 < days <= _LONGEST) and day is None and not ends:
        return None
    return Stay(days=days if days and 1 < days <= _LONGEST else None, day=day, ends=ends)


def is_stay(mention: EventMention) -> bool:
    """Whether the trigger is a noun for something that lasts, such as a visit."""
    if mention.sentence is not None:
        sentence = mention.sentence
        if _VERBAL.search(sentence.text[: mention.trigger.start - sentence.start]):
            return False  # "will visit"
    return mention.trigger.text.rsplit(None, 1)[-1].lower() in anchoring_words().stays


@functools.cache
def _going_on(words: frozenset[str]) -> re.Pattern[str]:
    """What says after a trigger that the date to come is the last day: "her visit, which ends on Friday"."""
    ending = "|".join(sorted(words))
    return re.compile(rf",?\s+(?:which|that)\s+(?:(?:will|is\s+due\s+to|was\s+to)\s+)?(?:{ending})\b", re.IGNORECASE)


@functools.cache
def _ending(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:{'|'.join(sorted(words))})(?:\s+(?:up|off|of))?\s+(?:[\w.'’-]+\s+){{0,4}}$", re.IGNORECASE
    )
