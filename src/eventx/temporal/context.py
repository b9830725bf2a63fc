"""What readings need to know of their surroundings, and what they yield."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from attrs import frozen

from eventx.model import TimexType
from eventx.temporal.calendar import Period
from eventx.temporal.cues import Cues
from eventx.temporal.grammar import Hit
from eventx.temporal.lexicon import Lexicon, Tokens

NOT_PUBLISHED = "the article has no publication date to count from"
_PAST_WEIGHTS = {1: 4.0, 0: 0.25, -1: 0.12}
"""How a day in the past weighs against one in the future, by cue: the lighter is taken as the nearer. News looks back;
and even "will" does not move a day of last month into next year."""
_RANGES = frozenset({"to", "through", "until", "till", "-", "–", "—"})
_JOINTS = _RANGES | {"and", "or"}


@frozen(kw_only=True)
class Reading:
    """What an expression means.

    Attributes:
        type, value, mod, anchor, note: As in `eventx.model.Timex`.
        period: The stretch of the calendar it stands for, None where it is none.
        refers: The stretch that later expressions may count from, where it is another than ``period``.
        is_comparison: Whether it is only mentioned to compare with, so that nothing counts from it.
    """

    type: TimexType = "DATE"
    value: str | None = None
    mod: str | None = None
    period: Period | None = None
    anchor: dt.date | None = None
    note: str | None = None
    refers: Period | None = None
    is_comparison: bool = False


def dated(period: Period, *, mod: str | None = None, anchor: dt.date | None = None, note: str | None = None) -> Reading:
    """The reading of a plain stretch of the calendar."""
    return Reading(value=period.value, mod=mod, period=period, anchor=anchor, note=note)


def unresolved(note: str, type_: TimexType = "DATE") -> Reading:
    """The reading of what cannot be resolved, with the reason."""
    return Reading(type=type_, note=note)


@frozen(kw_only=True)
class Context:
    """Where an expression stands.

    Attributes:
        tokens: The text's tokens.
        lexicon, cues: The language.
        published: Day of publication, None where unknown.
        clock: Time of publication, None where unknown.
        reference: The last resolved stretch of the calendar before it in the text.
        quarter: The last quarter mentioned before it.
        near: Whether ``reference`` stands in the same sentence.
        previous: The expression before it.
        previous_last: Where that ends: the number of the token after it.
    """

    tokens: Tokens
    lexicon: Lexicon
    cues: Cues
    published: dt.date | None
    clock: dt.time | None = None
    reference: Period | None = None
    quarter: Period | None = None
    near: bool = False
    previous: Reading | None = None
    previous_last: int = 0

    @property
    def base(self) -> Period | None:
        """What "later" and "the following" count from: the last resolved stretch, else the publication day."""
        if self.reference is not None:
            return self.reference
        return None if self.published is None else Period("day", self.published)

    def base_note(self) -> str:
        """Says what `base` is."""
        if self.reference is not None:
            return f"counted from {self.reference.value}, the last date before it"
        return "no date before it; counted from publication"

    def before(self, hit: Hit, count: int = 1) -> str:
        """The word so many tokens before an expression, empty where there is none."""
        index = hit.first - count
        return self.tokens.words[index] if index >= 0 else ""

    def after(self, hit: Hit, count: int = 1) -> str:
        """The word so many tokens after an expression, empty where there is none."""
        index = hit.last + count - 1
        return self.tokens.words[index] if index < len(self.tokens.words) else ""

    def joined(self, hit: Hit) -> tuple[Reading, str] | None:
        """The expression that this one is joined to by ``and``, ``to`` or a dash, and the joint; None if it is not."""
        between = self.tokens.words[self.previous_last : hit.first]
        if self.previous is None or not 1 <= len(between) <= 2 or between[0] not in _JOINTS:
            return None
        return (self.previous, between[0]) if len(between) == 1 or between[1] in ("on", "the", "from") else None

    def nearest(self, candidates: Iterable[Period], hit: Hit | None) -> tuple[Period, str] | None:
        """Choose among the stretches that an expression could mean, and say why.

        ``hit`` is where it stands; None if cues do not matter. A strong future cue takes the nearest that is not over; otherwise the nearest, the past counting nearer.
        """
        published = self.published
        options = list(candidates)
        if published is None or not options:
            return None
        joined = self.joined(hit) if hit else None
        if joined and joined[0].period is not None and joined[0].period.unit == options[0].unit:
            beside = joined[0].period.start
            later = [period for period in options if period.start > beside] if joined[1] in _RANGES else []
            best = min(later or options, key=lambda period: abs((period.start - beside).days))
            return best, f"beside {joined[0].value}"
        direction, cue = self.cues.direction(self.tokens, hit.first, hit.last) if hit else (0, None)
        weight = _PAST_WEIGHTS[direction]
        best = min(options, key=lambda period: _distance(period, published, weight))
        note = {1: f"future cue {cue!r}", -1: f"past cue {cue!r}", 0: "nearest to publication, the past preferred"}
        return best, note[direction]


def _distance(period: Period, published: dt.date, past_weight: float) -> float:
    if period.start > published:
        return float((period.start - published).days)
    if period.end < published:
        return (published - period.end).days * past_weight
    return 0.0
