"""Dates that a mention takes from elsewhere: from other mentions of its event, or from a date heading."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve

from eventx.model import Article, EventMention, Timex, When
from eventx.temporal.anchoring import Claim, Claims
from eventx.temporal.anchoring_stays import is_stay
from eventx.temporal.anchoring_words import anchoring_words

# A line with more letters than this around its date is a sentence, not a heading.
_HEADING_EXTRA = 3

# A stay that ended on a day and one of its days before that are one stay if they lie no further apart.
_ONE_STAY = dt.timedelta(30)

_COARSE = ("month", "quarter", "season", "year", "decade", "century")


def settle(mentions: Sequence[EventMention], claims: Claims) -> dict[str, When]:
    """Date the mentions of an article by their own sentences and by the other mentions of their events.

    Args:
        mentions: The mentions, with ``event_id``.
        claims: What their own sentences say.

    Returns:
        The dates by ``mention_id``; what nothing dates is left out.
    """
    events: dict[str, list[EventMention]] = {}
    for mention in mentions:
        events.setdefault(mention.event_id or f"#{mention.mention_id}", []).append(mention)
    whens: dict[str, When] = {}
    for event in events.values():
        whens |= _settle_event(event, claims)
    return whens


def _settle_event(event: Sequence[EventMention], claims: Claims) -> dict[str, When]:
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
        elif own is None or (own.granularity in _COARSE and _is_within(best, own)):
            whens[mention.mention_id] = evolve(best, source="inherited")
        else:
            whens[mention.mention_id] = own
    return whens


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


def date_headings(article: Article, timexes: Iterable[Timex]) -> tuple[Timex, ...]:
    """The dates that stand on a line of their own, in text order: they date what follows them."""
    text, headings = article.text, []
    for timex in timexes:
        if timex.start is None:
            continue
        first = text.rfind("\n", 0, timex.span.start) + 1
        last = text.find("\n", timex.span.end)
        rest = text[first : timex.span.start] + text[timex.span.end : len(text) if last < 0 else last]
        if len(re.sub(r"[\W_]+", "", rest)) <= _HEADING_EXTRA:
            headings.append(timex)
    return tuple(headings)
