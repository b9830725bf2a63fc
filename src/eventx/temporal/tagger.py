"""Finds the temporal expressions of a text and says what they mean."""

from __future__ import annotations

import datetime as dt

import attrs

from eventx.model import Article, Span, Timex
from eventx.temporal.calendar import Period
from eventx.temporal.context import Context, Reading
from eventx.temporal.cues import Cues
from eventx.temporal.grammar import Grammar, Hit, english
from eventx.temporal.lexicon import english_data
from eventx.temporal.normalise import READERS


def find_dates(text: str, published: dt.date | None = None) -> tuple[Timex, ...]:
    """The temporal expressions of a text, in order, none overlapping another.

    Args:
        text: Any English text.
        published: The day it was written on (a datetime keeps its hour in mind). Without it, whatever is counted from
            that day is found but left unresolved: ``value`` is None, and ``note`` says why.

    >>> [(str(timex.span), timex.value) for timex in find_dates("Troops left last week.", dt.date(2024, 5, 2))]
    [('last week', '2024-W17')]
    """
    return _Tagger(english(), text, published).run()


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


class _Tagger:
    """One pass over one text."""

    def __init__(self, grammar: Grammar, text: str, published: dt.date | None) -> None:
        self._grammar = grammar
        self._text = text
        self._tokens = grammar.tokenise(text)
        is_instant = isinstance(published, dt.datetime)
        self._context = Context(
            tokens=self._tokens,
            lexicon=grammar.lexicon,
            cues=Cues(english_data()),
            published=published.date() if isinstance(published, dt.datetime) else published,
            clock=published.time() if isinstance(published, dt.datetime) and is_instant else None,
        )
        self._last_end = 0
        self._found: list[Timex] = []

    def run(self) -> tuple[Timex, ...]:
        """Tag the text."""
        for first, limit in self._grammar.places(self._tokens):
            at = first
            while at < limit:
                at = self._step(at, limit)
        return tuple(self._found)

    def _step(self, at: int, limit: int) -> int:
        for hit in self._grammar.hits(self._tokens, at, limit):
            if self._last_end < hit.first:
                self._note_distance(hit)
            reading = READERS[hit.rule.make](hit, self._context)
            if reading is not None:
                self._take(hit, reading)
                return hit.last
        return at + 1

    def _note_distance(self, hit: Hit) -> None:
        """Forget that the last date is near once a sentence has ended since."""
        if self._context.near:
            cues = self._context.cues
            if any(cues.is_sentence_end(self._tokens, index) for index in range(self._last_end, hit.first)):
                self._context = attrs.evolve(self._context, near=False)

    def _take(self, hit: Hit, reading: Reading) -> None:
        start, end = hit.start, hit.end
        period = reading.period
        self._found.append(
            Timex(
                span=Span(start=start, end=end, text=self._text[start:end]),
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
        self._last_end = hit.last
        self._context = attrs.evolve(self._context, previous=reading, previous_last=hit.last)
        refers: Period | None = reading.refers or period
        if refers is not None and not reading.is_comparison:
            quarter = refers if refers.unit == "quarter" else self._context.quarter
            self._context = attrs.evolve(self._context, reference=refers, quarter=quarter, near=True)
