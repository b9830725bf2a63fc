"""Which mentions of one article tell one event."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from eventx.analysis import Analysis
from eventx.merging.cluster import average_link
from eventx.merging.profiles import Profile, profile
from eventx.merging.similarity import reasons_within, total
from eventx.merging.weights import weights
from eventx.model import EventMention

# A mention is compared with this many before it of its type: more than any news article has, and a book costs no more
# than its length times this.
REACH = 120

# What a pair beyond that reach is taken to score.
BEYOND = -1.0


def profiles_of(analysis: Analysis, mentions: Sequence[EventMention]) -> list[Profile]:
    """The mentions of an article, read."""
    text = analysis.article.text
    return [
        profile(mention, -1 if (index := analysis.sentence_at(mention.trigger.start)) is None else index, text)
        for mention in mentions
    ]


def clusters(profiles: Sequence[Profile]) -> list[list[int]]:
    """Group the mentions of one article, given in text order, by the event they tell."""
    table = weights("within")
    by_type: dict[str, list[int]] = {}
    for number, one in enumerate(profiles):
        by_type.setdefault(one.type, []).append(number)
    groups: list[list[int]] = []
    for numbers in by_type.values():
        scores = {
            (i, j): total(reasons_within(profiles[numbers[i]], profiles[numbers[j]]), table)
            for j in range(len(numbers))
            for i in range(max(0, j - REACH), j)
        }
        groups += [[numbers[i] for i in group] for group in average_link(len(numbers), scores, missing=BEYOND)]
    return sorted(groups)


def number_events(mentions: Sequence[EventMention], groups: Sequence[Sequence[int]]) -> list[EventMention]:
    """Write the article-wide event ids, ``ARTICLE:eK`` with K by first mention."""
    out = list(mentions)
    for number, group in enumerate(groups, start=1):
        for i in group:
            out[i] = attrs.evolve(out[i], event_id=f"{mentions[i].article_id}:e{number}")
    return out
