"""What readers need to know of an expression's surroundings, and what they yield."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from attrs import frozen

from eventx.model import TimexType
from eventx.temporal.calendar import Period
from eventx.temporal.cues import Cues
from eventx.temporal.grammar import Hit
from eventx.temporal.lexicon import Lexicon, Tokens

NOT_PUBLISHED = "counted from the publication date, which is not known"
_PAST_WEIGHTS = {1: 8.0, 0: 0.25, -1: 0.12}
"""How a day in the past weighs against one in the future, by cue: the lighter is taken as the nearer. News looks back;
and even "will" does not move a day of last month into next year."""
_RANGES = frozenset({"to", "through", "until", "till", "-", "–", "—"})
_GENITIVES = frozenset({"'s", "’s"})
_JOINTS = _RANGES | {"and", "or"}


class Unresolvable(Exception):  # noqa: N818 - it is caught for every reader, and means no error to anybody
    """An expression is one, but what it stands for cannot be told; the message is the note its `Timex` gets."""


@frozen(kw_only=True)
class Reading:
    """What an expression means.

    Attributes:
        type, value, mod, anchor, note: As in `eventx.model.Timex`.
        period: The stretch of the calendar it stands for, None where it is none.
        is_comparison: Whether it is only mentioned to compare with, so that nothing counts from it.
    """

    type: TimexType = "DATE"
    value: str | None = None
    mod: str | None = None
    period: Period | None = None
    anchor: dt.date | None = None
    note: str | None = None
    is_comparison: bool = False


def dated(
    period: Period,
    *,
    time: str | None = None,
    mod: str | None = None,
    anchor: dt.date | None = None,
    note: str | None = None,
) -> Reading:
    """The reading of a stretch of the calendar, or, given a TIMEX3 time such as ``T09:00``, of a time on a day."""
    return Reading(
        type="DATE" if time is None else "TIME",
        value=period.value + (time or ""),
        mod=mod,
        period=period,
        anchor=anchor,
        note=note,
    )


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
    def day(self) -> dt.date:
        """The day of publication.

        Raises:
            Unresolvable: If it is not known.
        """
        if self.published is None:
            raise Unresolvable(NOT_PUBLISHED)
        return self.published

    @property
    def base(self) -> Period:
        """What "later" and "the following" count from: the last resolved stretch, else the day of publication.

        Raises:
            Unresolvable: If there is neither.
        """
        return self.reference if self.reference is not None else Period("day", self.day)

    def base_note(self) -> str:
        """Says what `base` is."""
        if self.reference is not None:
            return f"counted from {self.reference.value}, the last date before it"
        return "no date before it: counted from publication"

    def before(self, hit: Hit, count: int = 1) -> str:
        """The word so many tokens before an expression, empty where there is none."""
        index = hit.first - count
        return self.tokens.words[index] if index >= 0 else ""

    def after(self, hit: Hit, count: int = 1) -> str:
        """The word so many tokens after an expression, empty where there is none."""
        index = hit.last + count - 1
        return self.tokens.words[index] if index < len(self.tokens.words) else ""

    def belonging(self, hit: Hit) -> str:
        """The word that an expression in the genitive stands before: ``ruling`` in "Friday's ruling"; empty if none."""
        return self.after(hit, 2) if self.after(hit) in _GENITIVES else ""

    def next_letter(self, hit: Hit) -> str:
        """The first character of what follows an expression, as written."""
        return self.tokens.surface(hit.last)[:1] if hit.last < len(self.tokens.words) else ""

    def is_glued(self, hit: Hit) -> bool:
        """Whether no blank separates an expression from what stands before it."""
        return hit.first > 0 and self.tokens.ends[hit.first - 1] == hit.start

    def is_opening(self, hit: Hit) -> bool:
        """Whether an expression opens a sentence or a quotation, where a capital says nothing."""
        return hit.first == 0 or (not self.before(hit)[0].isalnum() and self.before(hit) != ",")

    def direction(self, hit: Hit) -> tuple[int, str | None]:
        """Whether the words around an expression look ahead (1), back (-1) or say nothing (0), and the word why."""
        return self.cues.direction(self.tokens, hit.first, hit.last)

    def joined(self, hit: Hit) -> tuple[Period, str] | None:
        """What this expression is joined to by ``and``, ``to`` or a dash, and the joint; None if it is not."""
        if self.previous is None or self.previous.period is None or not 1 <= hit.first - self.previous_last <= 2:
            return None
        between = self.tokens.words[self.previous_last : hit.first]
        if between[0] not in _JOINTS:
            return None
        if len(between) == 2 and between[1] not in ("on", "the", "from"):
            return None
        return self.previous.period, between[0]

    def beside(self, options: Sequence[Period], hit: Hit) -> tuple[Period, str] | None:
        """Of a joined expression, the option beside what it is joined to; None if it is not joined to its like."""
        joined = self.joined(hit)
        if joined is None or joined[0].unit != options[0].unit:
            return None
        other, joint = joined
        later = [period for period in options if period.start > other.start] if joint in _RANGES else []
        best = min(later or options, key=lambda period: abs((period.start - other.start).days))
        return best, f"beside {other.value}"

    def nearest(self, options: Sequence[Period], hit: Hit | None) -> tuple[Period, str]:
        """Choose among the stretches that an expression could mean, and say why.

        Args:
            options: The stretches.
            hit: Where it stands; None if the words around do not matter.

        Raises:
            Unresolvable: If the day of publication is not known, or there is no option.
        """
        published = self.day
        if not options:
            raise Unresolvable("the calendar has no such day near publication")
        if hit is not None:
            found = self.beside(options, hit)
            if found is not None:
                return found
        direction, cue = self.direction(hit) if hit is not None else (0, None)
        if hit is not None and self.before(hit) == "since":
            options = [period for period in options if period.start <= published] or options
        weight = _PAST_WEIGHTS[direction]
        best = min(options, key=lambda period: _distance(period, published, weight))
        return best, {1: f"future cue {cue!r}", -1: f"past cue {cue!r}", 0: "nearest, the past preferred"}[direction]


def _distance(period: Period, published: dt.date, past_weight: float) -> float:
    if period.start > published:
        return float((period.start - published).days)
    if period.end < published:
        return (published - period.end).days * past_weight
    return 0.0
