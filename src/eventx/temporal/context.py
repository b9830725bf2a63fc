"""What readers need to know of an expression's surroundings, and what they yield."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache

from attrs import define, frozen

from eventx.model import TimexType
from eventx.temporal.calendar import Period
from eventx.temporal.cues import Cues
from eventx.temporal.grammar import Hit
from eventx.temporal.lexicon import Lexicon, Tokens

NOT_PUBLISHED = "counted from the publication date, which is not known"
_PAST_WEIGHTS = {2: 8.0, 1: 1.5, 0: 0.25, -1: 0.12, -2: 0.03}
"""How a day in the past weighs against one in the future, by cue: the lighter is taken as the nearer. News looks back;
and even "will" does not move a day of last month into next year."""
_SCHEDULED_WEIGHT = 3.0
_ATTRIBUTE_REACH = 5  # tokens
_SINCE_REACH = 5  # tokens: "since an election in December"
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


@lru_cache(maxsize=4096)
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


@define(kw_only=True)
class Context:
    """Where an expression stands; the tagger moves it on through the text.

    Attributes:
        tokens: The text's tokens.
        lexicon: The language.
        cues: What the text's words say of directions.
        published: Day of publication, None where unknown.
        clock: Time of publication, None where unknown.
        reference: The last resolved stretch of the calendar before it in the text.
        quarter: The last quarter mentioned before it.
        near: Whether ``reference`` stands in the same sentence.
        previous: The expression before it.
        previous_last: Where that ends: the number of the token after it.
        is_of_a_game: Whether the text tells of a game, whose quarters are none of the year's.
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
    is_of_a_game: bool = False

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

    def is_attribute(self, hit: Hit) -> bool:
        """Whether an expression follows a determiner: "the May siege", "their Friday talks", but "the May 3", too."""
        before = self.before(hit)
        return before in self.lexicon.words["determiners"] or before in _GENITIVES

    def thing(self, hit: Hit) -> str:
        """The done or scheduled thing that an expression is an attribute of: ``siege`` in "the November hotel siege".

        Empty where there is none.
        """
        genitive = self.after(hit) in _GENITIVES
        if not genitive and not self.is_attribute(hit):
            return self._subject(hit)
        words = self.lexicon.words
        for count in range(2 if genitive else 1, _ATTRIBUTE_REACH + 2):
            word = self.after(hit, count)
            if word in words["done"] or word in words["scheduled"]:
                return word
            if word in words["ends_attribute"] or not (word[:1].isalnum() or word in (".", "-")):
                return ""
        return ""

    def _subject(self, hit: Hit) -> str:
        """The done or scheduled thing that stands right before an expression: ``vote`` in "the vote in May"."""
        if self.before(hit) not in ("on", "in") or self.cues.is_auxiliary(self.after(hit)):
            return ""  # "a vote in May would …"
        thing = self.before(hit, 2)
        words = self.lexicon.words
        return thing if thing in words["done"] or thing in words["scheduled"] else ""

    def next_letter(self, hit: Hit) -> str:
        """The first character of what follows an expression, as written."""
        return self.tokens.surface(hit.last)[:1] if hit.last < len(self.tokens.words) else ""

    def is_glued(self, hit: Hit) -> bool:
        """Whether no blank separates an expression from what stands before it."""
        return hit.first > 0 and self.tokens.ends[hit.first - 1] == hit.start

    def is_opening(self, hit: Hit) -> bool:
        """Whether an expression opens a sentence or a quotation, where a capital says nothing."""
        return hit.first == 0 or (not self.before(hit)[0].isalnum() and self.before(hit) != ",")

    def is_title(self, hit: Hit) -> bool:
        """Whether an expression is written as a name, or part of one: "The Weekly Echo", "his show 'This Week'"."""
        if not self.tokens.is_capitalised(hit.last - 1):
            return False
        return self.next_letter(hit).isupper() or hit.last - hit.first > 1

    def direction(self, hit: Hit, thing: str | None = None) -> tuple[int, str | None]:
        """Whether the words around an expression look ahead (1, 2), back (-1, -2) or neither way (0), and the word why.

        The greater the surer.

        Args:
            hit: Where it stands.
            thing: Its `thing`, where that is known already.
        """
        thing, words = self.thing(hit) if thing is None else thing, self.lexicon.words
        if thing in words["done"]:
            return -2, thing  # "will appeal against Friday's ruling"
        if thing and self.is_attribute(hit) and self.before(hit, 2) in words["before_scheduled"]:
            return 2, f"{self.before(hit, 2)} the {thing}"
        direction, cue = self.cues.direction(hit.first, hit.last)
        if direction == -2 and self.is_attribute(hit):
            direction = -1  # "campaigned in the state's May primary": the verb is further off
        return direction, cue

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
        thing = self.thing(hit) if hit is not None else ""
        direction, cue = self.direction(hit, thing) if hit is not None else (0, None)
        if hit is not None and "since" in self.tokens.words[max(0, hit.first - _SINCE_REACH) : hit.first]:
            options = [period for period in options if period.start <= published] or options
        weight = _PAST_WEIGHTS[direction]
        if direction < 2 and thing in self.lexicon.words["scheduled"]:
            weight, cue = _SCHEDULED_WEIGHT, thing  # elections are told of before and after
            direction = 0
        best = _nearest(tuple(options), published, weight)
        if direction == 0:
            return best, f"nearest {cue}" if weight == _SCHEDULED_WEIGHT else "nearest, the past preferred"
        return best, f"{'future' if direction > 0 else 'past'} cue {cue!r}"


@lru_cache(maxsize=4096)  # the dates of an article are told again and again
def _nearest(options: tuple[Period, ...], published: dt.date, past_weight: float) -> Period:
    return min(options, key=lambda period: _distance(period, published, past_weight))


def _distance(period: Period, published: dt.date, past_weight: float) -> float:
    if period.start > published:
        return float((period.start - published).days)
    if period.end < published:
        return (published - period.end).days * past_weight
    return 0.0
