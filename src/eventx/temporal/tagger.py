"""Finds the temporal expressions of a text and says what they mean."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from eventx.model import Article, Span, Timex
from eventx.temporal.calendar import Period
from eventx.temporal.context import Context, Reading, Unresolvable
from eventx.temporal.cues import Cues, CueWords
from eventx.temporal.datelines import is_dateline
from eventx.temporal.grammar import Grammar, Hit, english
from eventx.temporal.lexicon import english_data
from eventx.temporal.normalise import READERS

# What every expression holds at least: a word of three letters, a year, figures of a date or a time.
_POSSIBLE = re.compile(r"[a-zA-Z]{3}|\d{4}|\d[/:.-]\d|['’`‘]\d\d|[aApP]\.? ?[mM]|[qQ]\d")


def find_dates(text: str, published: dt.date | None = None) -> tuple[Timex, ...]:
    """The temporal expressions of a text, in order, none overlapping another.

    Args:
        text: Any English text.
        published: The day it was written on; of a datetime, the hour counts too ("two hours ago"). Without it,
            whatever is counted from that day is found but left unresolved: ``value`` is None and ``note`` says why.

    >>> [(str(timex.span), timex.value) for timex in find_dates("Troops left last week.", dt.date(2024, 5, 2))]
    [('last week', '2024-W17')]
    """
    if not _POSSIBLE.search(text):
        return ()
    return _Tagger(english(), _english_cues(), text, published).run()


def find_timexes(article: Article) -> tuple[Timex, ...]:
    """The temporal expressions of an article outside its boilerplate, in order, none overlapping another."""
    found = find_dates(article.text, article.published)
    if not article.boilerplate:
        return found
    return tuple(
        timex
        for timex in found
        if not any(start < timex.span.end and timex.span.start < end for start, end in article.boilerplate)
    )


@lru_cache(maxsize=1)
def _english_cues() -> CueWords:
    return CueWords(english_data())


# A dateline stands so near to the top, and lags publication by so many days at most: what was sent in the evening is
# published the next day.
_DATELINE_TOP = 200  # characters
_DATELINE_LAG = 2


class _Tagger:
    """One pass over one text."""

    def __init__(self, grammar: Grammar, cues: CueWords, text: str, published: dt.date | None) -> None:
        instant = published if isinstance(published, dt.datetime) else None
        self._grammar = grammar
        self._tokens = grammar.tokenise(text)
        self._found: list[Timex] = []
        self._searched = 0  # up to here no sentence has ended unnoticed
        self._context = Context(
            tokens=self._tokens,
            lexicon=grammar.lexicon,
            cues=Cues(cues, self._tokens),
            published=instant.date() if instant else published,
            clock=instant.time() if instant else None,
            is_of_a_game=not grammar.lexicon.words["games"].isdisjoint(self._tokens.words),
        )

    def run(self) -> tuple[Timex, ...]:
        """Tag the text."""
        for first, limit in self._grammar.places(self._tokens):
            at = first
            while at < limit:
                at = self._step(at, limit)
        return tuple(self._found)

    def _step(self, at: int, limit: int) -> int:
        """Read what stands at a token, and return where to go on."""
        for hit in self._grammar.hits(self._tokens, at, limit):
            self._notice_sentence_end(at)
            reading = self._read(hit)
            if reading is not None:
                self._take(hit, reading)
                return hit.last
        return at + 1

    def _read(self, hit: Hit) -> Reading | None:
        try:
            return READERS[hit.rule.make](hit, self._context)
        except Unresolvable as reason:
            return Reading(type="TIME" if hit.words("time") or hit.words("part") else "DATE", note=str(reason))
        except (ValueError, OverflowError):
            # Python's calendar ends with the year 9999, and some text always goes beyond.
            return Reading(note="outside the calendar")

    def _notice_sentence_end(self, at: int) -> None:
        """Forget that the last date is near once a sentence has ended since."""
        context = self._context
        if context.near and context.cues.sentence_ends_within(max(context.previous_last, self._searched), at):
            context.near = False
        self._searched = at

    def _notice_dateline(self, start: int, end: int, period: Period | None) -> None:
        """Count from the day of writing, where a report names one just before publication."""
        text, published = self._tokens.text, self._context.published
        if published is None or period is None or period.unit != "day" or start > _DATELINE_TOP:
            return
        line = text.rfind("\n", 0, start) + 1
        is_before = 0 < (published - period.start).days <= _DATELINE_LAG
        if is_before and is_dateline(text[line:start], text[end : end + _DATELINE_TOP]):
            self._context.published, self._context.clock = period.start, None

    def _take(self, hit: Hit, reading: Reading) -> None:
        period, context, start, end = reading.period, self._context, hit.start, hit.end
        self._found.append(
            Timex(
                span=Span(start=start, end=end, text=self._tokens.text[start:end]),
                type=reading.type,
                value=reading.value,
                mod=reading.mod,
                start=period.start if period else None,
                end=period.end if period else None,
                granularity=period.granularity if period else None,
                anchor=reading.anchor,
                note=reading.note,
            )
        )
        self._notice_dateline(start, end, period)
        context.previous, context.previous_last = reading, hit.last
        if period is not None and not reading.is_comparison:
            context.reference, context.near = period, True
            if period.unit == "quarter":
                context.quarter = period
