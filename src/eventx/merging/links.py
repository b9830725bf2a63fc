"""Which accusation a denial answers, which attack an accusation is about: within an article."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence

import attrs

from eventx.merging.aboutness import reasons_about, reasons_placed
from eventx.merging.neighbours import FEWEST, PAIRS
from eventx.merging.profiles import Profile
from eventx.merging.similarity import total
from eventx.merging.weights import weights
from eventx.model import EventMention
from eventx.schema import EventType

# How much of what ties an event to another is the firmest tie among their mentions; the rest is the mean of what each
# mention says. A mention alone may stand close to an attack without speaking of it.
FIRMEST = 0.5


def link_within(
    mentions: Sequence[EventMention],
    profiles: Sequence[Profile],
    groups: Sequence[Sequence[int]],
    types: Mapping[str, EventType],
) -> list[EventMention]:
    """Write ``about`` into the mentions of an article, whose event ids are set; those of one event say the same."""
    table, out = weights("about"), list(mentions)
    group_of = {i: number for number, group in enumerate(groups) for i in group}
    ties: dict[int, dict[int, list[float]]] = {}
    for i, candidates in reasons_linked(profiles, types):
        best: dict[int, float] = {}
        for j, reasons in candidates:
            score, target = total(reasons, table), group_of[j]
            if target != group_of[i]:
                best[target] = max(best.get(target, score), score)
        for target, score in best.items():
            ties.setdefault(group_of[i], {}).setdefault(target, []).append(score)
    for number, targets in ties.items():
        tie, target = max((_tie(scores), -target) for target, scores in targets.items())  # the first of equals
        if tie > 0:
            for i in groups[number]:
                out[i] = attrs.evolve(out[i], about=mentions[groups[-target][0]].event_id)
    return out


def reasons_linked(
    profiles: Sequence[Profile], types: Mapping[str, EventType]
) -> Iterator[tuple[int, list[tuple[int, list[str]]]]]:
    """Each mention of an article that may be about another, with all of these and the reasons for and against."""
    sources = [i for i, one in enumerate(profiles) if one.type in types and types[one.type].about]
    by_type: dict[str, list[int]] = {}
    for i, one in enumerate(profiles):
        by_type.setdefault(one.type, []).append(i)
    for i in sources:
        kind = profiles[i].type
        targets = sorted(j for other in types[kind].about for j in _around(i, by_type.get(other, []), len(sources)))
        placed = reasons_placed(i, targets, kind)
        yield i, [(j, reasons_about(profiles[i], profiles[j]) + placed.get(j, [])) for j in targets]


def _tie(scores: Sequence[float]) -> float:
    return FIRMEST * max(scores) + (1 - FIRMEST) * sum(scores) / len(scores)


def _around(i: int, targets: Sequence[int], sources: int) -> Sequence[int]:
    """What the mention at ``i`` may be about: everything, unless there is very much; then what stands around it."""
    if sources * len(targets) <= PAIRS:
        return targets
    at, each = bisect.bisect_left(targets, i), max(FEWEST, PAIRS // (2 * sources))
    return targets[max(0, at - each) : at + each]
