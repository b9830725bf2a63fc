"""Which accusation a denial answers, which attack an accusation is about: within an article."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence

import attrs

from eventx.merging.aboutness import reasons_about
from eventx.merging.neighbours import FEWEST, PAIRS
from eventx.merging.profiles import Profile
from eventx.merging.similarity import total
from eventx.merging.weights import weights
from eventx.model import EventMention
from eventx.schema import EventType


def link_within(
    mentions: Sequence[EventMention],
    profiles: Sequence[Profile],
    groups: Sequence[Sequence[int]],
    types: Mapping[str, EventType],
) -> list[EventMention]:
    """Write ``about`` into the mentions of an article, whose event ids are set; those of one event say the same."""
    table, out = weights("about"), list(mentions)
    group_of = {i: number for number, group in enumerate(groups) for i in group}
    sources = [i for i, mention in enumerate(mentions) if mention.type in types and types[mention.type].about]
    by_type: dict[str, list[int]] = {}
    for i, mention in enumerate(mentions):
        by_type.setdefault(mention.type, []).append(i)
    best: dict[int, tuple[float, int]] = {}
    for i in sources:
        for kind in types[mentions[i].type].about:
            for j in _around(i, by_type.get(kind, []), len(sources)):
                score = total(reasons_about(profiles[i], profiles[j]), table)
                if score > 0 and group_of[j] != group_of[i]:
                    # Of events that fit equally the first.
                    found = (score, -group_of[j])
                    best[group_of[i]] = max(best.get(group_of[i], found), found)
    for number, (_, target) in best.items():
        for i in groups[number]:
            out[i] = attrs.evolve(out[i], about=mentions[groups[-target][0]].event_id)
    return out


def _around(i: int, targets: Sequence[int], sources: int) -> Sequence[int]:
    """What the mention at ``i`` may be about: everything, unless there is very much; then what stands around it."""
    if sources * len(targets) <= PAIRS:
        return targets
    at, each = bisect.bisect_left(targets, i), max(FEWEST, PAIRS // (2 * sources))
    return targets[max(0, at - each) : at + each]
