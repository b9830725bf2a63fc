"""Dates that a mention takes from other mentions of its event."""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Mapping, Sequence

from attrs import evolve

from eventx.model import EventMention, When
from eventx.temporal.anchoring.anchors import Claim, Claims
from eventx.temporal.anchoring.stays import is_stay
from eventx.temporal.anchoring.words import anchoring_words
from eventx.temporal.dating import Dating

# A stay that ended on a day and one of its days before that are one stay if they lie no further apart.
_ONE_STAY = dt.timedelta(30)

# Sentences.
NEAR = 4

# Sentences over which "accused" goes on to be the same utterance; further off it is said again.
_SAID = 8

# Before publication; what lies further back is background beside what is recent.
_OLD = dt.timedelta(31)

_COARSE = ("month", "quarter", "season", "year", "decade", "century")


def settle(dating: Dating, claims: Claims) -> None:
    """Date mentions by their own sentences, and by the other mentions of their events.

    Args:
        dating: The article's mentions, by events.
        claims: What their own sentences say.
    """
    recent = frozenset(
        mention.type
        for mention in dating.mentions
        if mention.mention_id in claims.dates and dating.is_recent(claims.dates[mention.mention_id].when)
    )
    for event in dating.events.values():
        dating.whens.update(_settle_event(dating, event, claims, recent))


def _lends(dating: Dating, source: EventMention, when: When, mention: EventMention, recent: frozenset[str]) -> bool:
    """Whether a mention may take the date of another mention of its event."""
    is_long = when.granularity == "interval" and when.end - when.start > _OLD
    if mention.type == "ATTACK" and is_long and mention.trigger.text.lower() != source.trigger.text.lower():
        return False  # "attacks in the past year" are many, "the attack" is one
    published = dating.analysis.article.published_day
    is_old = published is not None and published - when.end > _OLD
    is_before = mention.trigger.start < source.trigger.start
    if is_before and mention.type in recent and (is_old or when.granularity in _COARSE):
        return False  # a report of a raid ends with earlier ones
    if is_old and _is_news(dating, mention):
        return False
    here, there = dating.sentence_of(mention), dating.sentence_of(source)
    is_spoken = not anchoring_words().spoken.isdisjoint(mention.arguments.roles)
    if is_spoken and here is not None and there is not None and abs(here - there) > _SAID:
        return False
    return dating.may_take(mention, when, source)


def _is_news(dating: Dating, mention: EventMention) -> bool:
    """Whether a mention is told in the present perfect: "has been killed"."""
    found = dating.in_parse(mention)
    return found is not None and found[0].is_perfect(found[1])


def _settle_event(
    dating: Dating, event: Sequence[EventMention], claims: Claims, recent: frozenset[str]
) -> dict[str, When]:
    dates = claims.dates
    said = sorted((mention for mention in event if mention.mention_id in dates), key=lambda m: _rank(m, dates))
    if not said:
        return {}
    told = [dates[mention.mention_id].when for mention in said]
    told = list({(when.start, when.end): when for when in reversed(told)}.values())[::-1]  # each once, the surest first
    best = _finest(told[0], told)
    whole = _whole_stay(event, claims, best)
    agree = all(when.overlaps(best) for when in told)
    sources = _Sources(dating, said)
    whens = {}
    for mention in event:
        if mention.modality == "generic":
            continue
        claim = dates.get(mention.mention_id)
        own = claim.when if claim else None
        if whole is not None and _takes_whole(mention, own):
            whens[mention.mention_id] = whole if claim else evolve(whole, source="inherited")
        elif own is None:
            source = sources.nearest(mention)
            if source is not None and _lends(dating, source, dates[source.mention_id].when, mention, recent):
                # Where the dates of an event contradict each other, two events may have been taken for one.
                when = best if agree else _finest(dates[source.mention_id].when, told)
                whens[mention.mention_id] = evolve(when, source="inherited")
        elif own.granularity in _COARSE and (finer := _finest(own, told)) != own:
            whens[mention.mention_id] = evolve(finer, source="inherited")
        else:
            whens[mention.mention_id] = own
    return whens


class _Sources:
    """The dated mentions of an event, of which an undated one asks that with the same word, else the nearest."""

    def __init__(self, dating: Dating, said: Sequence[EventMention]) -> None:
        self._dating = dating
        self._all = sorted(said, key=_start)
        self._by_word: dict[str, list[EventMention]] = {}
        for mention in self._all:
            self._by_word.setdefault(_word(mention), []).append(mention)

    def nearest(self, mention: EventMention) -> EventMention | None:
        """The mention whose date another may take; None where none is in reach."""
        alike = _beside(self._by_word.get(_word(mention), []), mention)
        return min(
            alike or [other for other in _beside(self._all, mention) if self._reaches(other, mention)],
            key=lambda other: (abs(other.trigger.start - mention.trigger.start), other.mention_id),
            default=None,
        )

    def _reaches(self, source: EventMention, mention: EventMention) -> bool:
        """Whether a mention may take the date of another, told in other words.

        What is told early and dated only far below is more often another event of its kind: background.
        """
        if source.trigger.start < mention.trigger.start:
            return True
        here, there = self._dating.sentence_of(mention), self._dating.sentence_of(source)
        return here is not None and there is not None and there - here <= NEAR


def _beside(ordered: Sequence[EventMention], mention: EventMention) -> Sequence[EventMention]:
    """Of mentions in text order the last before a mention and the first after it."""
    at = bisect.bisect_left(ordered, mention.trigger.start, key=_start)
    return ordered[max(0, at - 1) : at + 1]


def _start(mention: EventMention) -> int:
    return mention.trigger.start


def _word(mention: EventMention) -> str:
    return mention.trigger.text.split()[0].lower().removesuffix("s")


def _takes_whole(mention: EventMention, own: When | None) -> bool:
    """Whether a mention is of the whole stay: "the visit", and whatever is not said to be of its first or last day."""
    if is_stay(mention):
        return own is None or own.granularity == "day"
    return own is None and mention.trigger.text.split()[0].lower() not in anchoring_words().arrivals


def _rank(mention: EventMention, claims: Mapping[str, Claim]) -> tuple[bool, int, int, str]:
    return (mention.modality != "asserted", claims[mention.mention_id].cost, mention.trigger.start, mention.type)


def _finest(when: When, told: Sequence[When]) -> When:
    """A date, or a finer one within it: "in February", and elsewhere "on 14 February"."""
    for other in told:
        if _is_within(other, when):
            when = other
    return when


def _is_within(inner: When, outer: When) -> bool:
    return (
        outer.start <= inner.start and inner.end <= outer.end and (inner.start, inner.end) != (outer.start, outer.end)
    )


def _whole_stay(event: Sequence[EventMention], claims: Claims, best: When) -> When | None:
    """The whole of a stay of which single days are known."""
    days = sorted(
        claim.when.start
        for mention in event
        if (claim := claims.dates.get(mention.mention_id)) and claim.when.granularity == "day"
    )
    for mention in event:
        stay = claims.stays.get(mention.mention_id)
        if stay is None:
            continue
        claim = claims.dates.get(mention.mention_id)
        when = claim.when if claim else best
        if when.granularity != "day":
            continue
        reach = stay.around(when.start)
        if reach is None and stay.ends and claim and days and days[0] < when.start <= days[0] + _ONE_STAY:
            reach = days[0], when.start
        if reach is not None:
            return evolve(when, start=reach[0], end=reach[1], granularity="interval")
    return None
