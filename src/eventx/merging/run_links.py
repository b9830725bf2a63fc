"""Links between events of different articles: what answers what, and which plan took place."""

from __future__ import annotations

import bisect
import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from eventx.merging.aboutness import reasons_about_across
from eventx.merging.across import Unit
from eventx.merging.blocking import NEIGHBOURS, keys
from eventx.merging.profiles import Profile, merged
from eventx.merging.similarity import reasons_across, total
from eventx.merging.weights import weights
from eventx.schema import EventType

# What a plan and its taking place must score, their modality left aside: as much as two reports of one visit and more.
TOOK_PLACE = 1.0

_NAMES = frozenset(("names:2", "names:3"))
_AGREED_DATES = frozenset(("date:same-day", "date:same", "date:overlap"))

# How many days after the planned day an event may still be what was planned.
DELAY = dt.timedelta(days=3)


@frozen
class Whole:
    """An event of the run, before it is built.

    Attributes:
        event_id: Its run-wide id.
        profile: All that its mentions say.
        first: When the first article that tells it was published.
        units: What each article says.
    """

    event_id: str
    profile: Profile
    first: dt.date | None
    units: tuple[Unit, ...]


def whole(event_id: str, units: Sequence[Unit]) -> Whole:
    """Gather what all articles say of an event."""
    first = min((unit.published for unit in units if unit.published), default=None)
    return Whole(event_id, merged([unit.profile for unit in units]), first, tuple(units))


def about_links(wholes: Sequence[Whole], types: Mapping[str, EventType]) -> dict[str, str]:
    """``about`` by event id: what most mentions of an event are about in their own articles, else what fits best."""
    out = _voted(wholes)
    table = weights("about_across")
    index = _Index(wholes)
    for one in wholes:
        wanted = types[one.profile.type].about if one.profile.type in types else ()
        if not wanted or one.event_id in out:
            continue
        best, target = 0.0, None
        for kind in wanted:
            for other in index.near(kind, one):
                score = total(reasons_about_across(one.profile, other.profile, _days(other.first, one.first)), table)
                if score > best:
                    best, target = score, other.event_id
        if target is not None:
            out[one.event_id] = target
    return out


def realised(wholes: Sequence[Whole]) -> dict[str, str]:
    """``realises`` by event id: for what was planned, the event in which it took place."""
    table = dict(weights("across")) | {"modality:asserted-planned": 0.0}
    taken = [one for one in wholes if one.profile.modality == "asserted"]
    index, out = _Index(taken), {}
    for plan in wholes:
        if plan.profile.modality != "planned":
            continue
        best, target = TOOK_PLACE, None
        for event in index.near(plan.profile.type, plan):
            if not _in_time(plan, event):
                continue
            reasons = reasons_across(plan.profile, event.profile, _days(plan.first, event.first))
            score = total(reasons, table)
            if score > best and _recognised(reasons):
                best, target = score, event.event_id
        if target is not None:
            out[plan.event_id] = target
    return out


def _voted(wholes: Sequence[Whole]) -> dict[str, str]:
    run_wide = {
        (mention.article_id, mention.event_id): one.event_id
        for one in wholes
        for unit in one.units
        for mention in unit.mentions
        if mention.event_id is not None
    }
    out = {}
    for one in wholes:
        votes = Counter(
            target
            for unit in one.units
            for mention in unit.mentions
            if mention.about is not None and (target := run_wide.get((mention.article_id, mention.about)))
        )
        if votes:
            out[one.event_id] = min(votes, key=lambda target: (-votes[target], target))
    return out


def _recognised(reasons: Sequence[str]) -> bool:
    """Whether two names agree, or one and the date: a plan and another's visit to the same country agree in one."""
    if not _NAMES.isdisjoint(reasons):
        return True
    return "names:1" in reasons and not _AGREED_DATES.isdisjoint(reasons)


def _in_time(plan: Whole, event: Whole) -> bool:
    """Whether what happened can be what was planned: not before the plan was told, nor long after its day."""
    if event.profile.days is None:
        return plan.first is None or event.first is None or event.first >= plan.first
    if plan.first is not None and event.profile.days[1] < plan.first:
        return False
    if plan.profile.days is None:
        return True
    return plan.profile.days[0] <= event.profile.days[1] and event.profile.days[0] - plan.profile.days[1] <= DELAY


def _days(earlier: dt.date | None, later: dt.date | None) -> int | None:
    return (later - earlier).days if earlier and later else None


class _Index:
    """Events by what names them, so that a link is sought among a few."""

    def __init__(self, wholes: Sequence[Whole]) -> None:
        self._found: dict[tuple[str, str, int], list[tuple[dt.date, str, Whole]]] = {}
        for one in sorted(wholes, key=_first):
            for word, month in keys(one.profile, one.first):
                self._found.setdefault((one.profile.type, word, month), []).append((*_first(one), one))

    def near(self, kind: str, one: Whole) -> Iterator[Whole]:
        """Events of a type that share a word and a month with ``one``, each once; of many those reported around it."""
        found: dict[str, Whole] = {}
        for word, month in keys(one.profile, one.first):
            block = self._found.get((kind, word, month), [])
            at = bisect.bisect_left(block, _first(one), key=lambda entry: entry[:2])
            around = block[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
            found.update((event_id, other) for _, event_id, other in around if other is not one)
        for event_id in sorted(found):
            yield found[event_id]


def _first(one: Whole) -> tuple[dt.date, str]:
    return one.first or dt.date.min, one.event_id
