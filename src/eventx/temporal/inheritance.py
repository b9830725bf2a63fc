"""Dates that a mention takes from other mentions of its event."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from attrs import evolve

from eventx.model import EventMention, When
from eventx.temporal.anchoring import Claim, Claims
from eventx.temporal.anchoring_stays import is_stay
from eventx.temporal.anchoring_words import anchoring_words
from eventx.temporal.dating import Dating

# A stay that ended on a day and one of its days before that are one stay if they lie no further apart.
_ONE_STAY = dt.timedelta(30)

# Sentences.
NEAR = 4

_COARSE = ("month", "quarter", "season", "year", "decade", "century")


def settle(dating: Dating, claims: Claims) -> None:
    """Date mentions by their own sentences, and by the other mentions of their events.

    Args:
        dating: The article's mentions, by events.
        claims: What their own sentences say.
    """
    for event in dating.events.values():
        dating.whens.update(_settle_event(dating, event, claims))


def _settle_event(dating: Dating, event: Sequence[EventMention], claims: Claims) -> dict[str, When]:
    dates = claims.dates
    said = sorted((mention for mention in event if mention.mention_id in dates), key=lambda m: _rank(m, dates))
    if not said:
        return {}
    best = dates[said[0].mention_id].when
    for mention in said[1:]:
        when = dates[mention.mention_id].when
        if _is_within(when, best):
            best = when  # "in February", and elsewhere "on 14 February"
    whole = _whole_stay(event, claims, best)
    whens = {}
    for mention in event:
        if mention.modality == "generic":
            continue
        claim = dates.get(mention.mention_id)
        own = claim.when if claim else None
        if whole is not None and _takes_whole(mention, own):
            whens[mention.mention_id] = whole if claim else evolve(whole, source="inherited")
        elif own is None:
            near = [other for other in said if _reaches(dating, other, mention)]
            if near:
                whens[mention.mention_id] = evolve(_source(mention, near, dates, best), source="inherited")
        elif own.granularity in _COARSE and _is_within(best, own):
            whens[mention.mention_id] = evolve(best, source="inherited")
        else:
            whens[mention.mention_id] = own
    return whens


def _source(mention: EventMention, said: Sequence[EventMention], dates: Mapping[str, Claim], best: When) -> When:
    """The date that an undated mention inherits.

    Where the dates of an event contradict each other, two events may have been taken for one: then the mention that
    uses the same word is asked, else the nearest.
    """
    if all(dates[other.mention_id].when.overlaps(best) for other in said):
        return best
    word = _word(mention)
    nearest = min(
        said,
        key=lambda other: (
            _word(other) != word,
            abs(other.trigger.start - mention.trigger.start),
            other.mention_id,
        ),
    )
    return dates[nearest.mention_id].when


def _reaches(dating: Dating, source: EventMention, mention: EventMention) -> bool:
    """Whether a mention may take the date of another.

    What is told early and dated only far below, in other words, is more often another event of its kind: background.
    """
    if source.trigger.start < mention.trigger.start or _word(source) == _word(mention):
        return True
    here, there = dating.sentence_of(mention), dating.sentence_of(source)
    return here is not None and there is not None and there - here <= NEAR


def _word(mention: EventMention) -> str:
    return mention.trigger.text.split()[0].lower().removesuffix("s")


def _takes_whole(mention: EventMention, own: When | None) -> bool:
    """Whether a mention is of the whole stay: "the visit", and whatever is not said to be of its first or last day."""
    if is_stay(mention):
        return own is None or own.granularity == "day"
    return own is None and mention.trigger.text.split()[0].lower() not in anchoring_words().arrivals


def _rank(mention: EventMention, claims: Mapping[str, Claim]) -> tuple[bool, int, int, str]:
    return (mention.modality != "asserted", claims[mention.mention_id].cost, mention.trigger.start, mention.type)


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
