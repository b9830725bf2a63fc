"""Which accusation a denial answers, which attack an accusation is about: within an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from eventx.merging.aboutness import reasons_about
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
    for group in groups:
        wanted = types[mentions[group[0]].type].about if mentions[group[0]].type in types else ()
        if not wanted:
            continue
        best, target = 0.0, None
        for other in groups:
            if mentions[other[0]].type not in wanted or other is group:
                continue
            score = max(total(reasons_about(profiles[i], profiles[j]), table) for i in group for j in other)
            if score > best:
                best, target = score, mentions[other[0]].event_id
        if target is not None:
            for i in group:
                out[i] = attrs.evolve(out[i], about=target)
    return out
