"""Clauses so far from the date of the one above: "took the step on 6 May, a day after rebels shelled the port"."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Sequence

from attrs import frozen

from eventx.model import Article, Granularity, Span
from eventx.temporal.anchoring.expressions import DateExpression
from eventx.temporal.anchoring.tree import SentenceTree
from eventx.temporal.anchoring.words import anchoring_words
from eventx.temporal.calendar import Period, add_months

_BOUND = re.compile(r"\b(?:than|over|to|every|within)\s+$", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:about|around|almost|approximately|nearly|some|roughly)\s+$", re.IGNORECASE)
_COMES = re.compile(r"\bcame\s+(?:(?:just|only)\s+)?$", re.IGNORECASE)
_MOST = {"day": 60, "month": 24, "year": 30}  # what lies further off is told in rounder figures


@frozen(kw_only=True)
class Distance:
    """The time between a clause and the one above it.

    Attributes:
        expression: The clause's date, as far as the distance tells; its span is what says so.
        clause: The head of the clause, or the noun ("a day after the raid").
        is_from_publication: Whether it is counted from the day of publication, for want of a day named before it.
    """

    expression: DateExpression
    clause: int
    is_from_publication: bool = False


def distances_in(
    article: Article,
    sentence: Span,
    tree: SentenceTree,
    dates: Sequence[DateExpression],
    before: dt.date | None = None,
) -> list[Distance]:
    """The distances that a sentence tells, counted from the day named before them, else from that of publication.

    Args:
        article: The article.
        sentence: One of its sentences.
        tree: Its parse.
        dates: Its dates.
        before: The day that the sentence before names, from which "it came two days after" counts.
    """
    found = []
    for match in _distance().finditer(sentence.text):
        is_day = bool(match["the"]) or match["unit"].lower().startswith("day")
        if _BOUND.search(sentence.text, 0, match.start()) or (
            is_day and _ABOUT.search(sentence.text, 0, match.start())
        ):
            continue
        start = sentence.start + match.start()
        days = [date.start for date in dates if date.granularity == "day" and date.span.end <= start]
        is_before = match["way"].lower() == "before"
        # "came in March, two days after the raid" tells no day to count from.
        vague = any(date.span.end <= start for date in dates)
        comes = _COMES.search(sentence.text, 0, match.start()) is not None
        base = days[-1] if days else None if is_before or vague else (comes and before) or article.published_day
        clause = _clause(tree, sentence.start + match.start("way"))
        number = 1 if match["the"] else _number(match["number"])
        unit = "day" if match["the"] else match["unit"].lower().removesuffix("s")
        if base is None or clause is None or not 0 < number <= _MOST[unit]:
            continue
        try:
            period = _moved(base, unit, number if is_before else -number)
        except (ValueError, OverflowError):  # before the year 1 or after 9999
            continue
        span = article.span(start, sentence.start + match.end())
        granularity: Granularity = period.granularity
        expression = DateExpression(span=span, core=span, start=period.start, end=period.end, granularity=granularity)
        found.append(Distance(expression=expression, clause=clause, is_from_publication=not days))
    return found


def has_distance(sentence: Span) -> bool:
    """Whether a sentence tells a distance, so that it is worth parsing."""
    return _distance().search(sentence.text) is not None


def _moved(base: dt.date, unit: str, number: int) -> Period:
    if unit == "day":
        return Period("day", base).shift(number)
    return Period.holding(unit, add_months(base, number * (12 if unit == "year" else 1)))


def _clause(tree: SentenceTree, start: int) -> int | None:
    """The head of what stands under the "after" or "before" that begins at an offset."""
    conjunction = tree.parsed.token_at(start)
    if conjunction is None:
        return None
    if tree.deps[conjunction] == "mark":
        return tree.heads[conjunction]
    inside = tree.object_of(conjunction)
    return None if inside == conjunction else inside


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return 1 if word.lower() in ("a", "an") else anchoring_words().cardinals.index(word.lower()) + 1


@functools.cache
def _distance() -> re.Pattern[str]:
    numbers = "|".join(anchoring_words().cardinals)
    return re.compile(
        rf"\b(?:(?P<number>an?|\d{{1,2}}|{numbers})\s+(?P<unit>days?|months?|years?)|(?P<the>the\s+day))\s+(?P<way>after|before)\b",
        re.IGNORECASE,
    )
