"""Marked text: a stretch of an article cut at what a mention points to, for pages and notebooks to show.

The cutting lives beside the values because both notebooks (the values' own ``_repr_html_``) and exporters need it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypeAlias

from eventx.model.mention import EventMention
from eventx.model.span import Span


class Mark(NamedTuple):
    """A stretch to be marked.

    Attributes:
        start: Offset of its first character in the article's text.
        end: Offset after its last character.
        kind: ``trigger``, ``argument``, ``source`` (who says so) or ``date``.
        label: The event type of a trigger, the role of an argument.
    """

    start: int
    end: int
    kind: str
    label: str


class Marked(NamedTuple):
    """A marked piece of text and what is in it."""

    kind: str
    label: str
    pieces: tuple[Piece, ...]


Piece: TypeAlias = str | Marked

_ORDER = ("source", "argument", "date", "trigger")


def marks_of(mention: EventMention) -> tuple[Mark, ...]:
    """What a mention points to in its article: trigger, arguments, who says so, and the date expression."""
    marks = [_mark(mention.trigger, "trigger", mention.type)]
    marks += [_mark(argument.span, "argument", argument.role) for argument in mention.arguments]
    if mention.attribution:
        marks.append(_mark(mention.attribution, "source", "says so"))
    if mention.when and mention.when.expression:
        marks.append(_mark(mention.when.expression, "date", "when"))
    return tuple(marks)


def mark_text(text: str, marks: Iterable[Mark], *, offset: int = 0) -> tuple[Piece, ...]:
    """Cut a text at marks; marks may nest, and of two that cross the later one is cut in two.

    Args:
        text: The text to cut.
        marks: In any order; what lies outside the text is left out.
        offset: Where the text begins in the article that the marks count in.

    Returns:
        Pieces that, put together, are the text.

    >>> mark_text("Rebels shelled Selby.", [Mark(0, 6, "argument", "attacker"), Mark(7, 14, "trigger", "ATTACK")])
    (Marked(kind='argument', label='attacker', pieces=('Rebels',)), ' ', \
Marked(kind='trigger', label='ATTACK', pieces=('shelled',)), ' Selby.')
    """
    moved = (Mark(mark.start - offset, mark.end - offset, mark.kind, mark.label) for mark in marks)
    return _cut(text, 0, len(text), [mark for mark in moved if mark.start < len(text) and mark.end > 0])


def _cut(text: str, start: int, end: int, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    waiting = sorted((_within(mark, start, end) for mark in set(marks)), key=_outermost_first)
    while waiting:
        outer, *others = waiting
        if outer.start > start:
            pieces.append(text[start : outer.start])
        inner = [_within(mark, outer.start, outer.end) for mark in others if mark.start < outer.end]
        pieces.append(Marked(outer.kind, outer.label, _cut(text, outer.start, outer.end, inner)))
        start = outer.end
        waiting = sorted((_within(mark, start, end) for mark in others if mark.end > start), key=_outermost_first)
    if start < end:
        pieces.append(text[start:end])
    return tuple(pieces)


def _mark(span: Span, kind: str, label: str) -> Mark:
    return Mark(span.start, span.end, kind, label)


def _within(mark: Mark, start: int, end: int) -> Mark:
    return mark._replace(start=max(mark.start, start), end=min(mark.end, end))


def _outermost_first(mark: Mark) -> tuple[int, int, int, str]:
    return (mark.start, -mark.end, _ORDER.index(mark.kind) if mark.kind in _ORDER else 0, mark.label)
