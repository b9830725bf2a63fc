"""Which mentions of one article tell one event."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import attrs

from eventx.analysis import Analysis
from eventx.merging.cluster import average_link
from eventx.merging.profiles import Profile, merged, profile
from eventx.merging.similarity import reasons_between, reasons_within, total
from eventx.merging.weights import weights
from eventx.model import Entity, EventMention

# A mention is compared with this many before it of its type: more than any news article has, and a book costs no more
# than its length times this.
REACH = 120

# What a pair beyond that reach is taken to score.
BEYOND = -1.0


def profiles_of(analysis: Analysis, mentions: Sequence[EventMention], entities: Sequence[Entity] = ()) -> list[Profile]:
    """The mentions of an article, read."""
    text, known = analysis.article.text, {entity.entity_id: entity for entity in entities}
    sentences = [analysis.sentence_at(mention.trigger.start) for mention in mentions]
    return [
        profile(mention, -1 if index is None else index, text, known)
        for mention, index in zip(mentions, sentences, strict=True)
    ]


def clusters(profiles: Sequence[Profile]) -> list[list[int]]:
    """Group the mentions of one article, given in text order, by the event they tell.

    First those of each sentence ("killing five and wounding ten"), so that what a sentence says of an event is known
    as a whole when sentences are compared.
    """
    by_type: dict[str, list[int]] = {}
    for number, one in enumerate(profiles):
        by_type.setdefault(one.type, []).append(number)
    return sorted(sorted(group) for numbers in by_type.values() for group in _of_one_type(profiles, numbers))


def _of_one_type(profiles: Sequence[Profile], numbers: Sequence[int]) -> list[list[int]]:
    by_sentence: dict[int, list[int]] = {}
    for position, number in enumerate(numbers):
        # Where the sentence is not known each mention stands for one of its own.
        sentence = profiles[number].sentence
        by_sentence.setdefault(sentence if sentence >= 0 else -1 - position, []).append(number)
    told: list[list[int]] = []
    for members in by_sentence.values():
        scores = _scores([profiles[number] for number in members], reasons_within, weights("sentence"))
        told += [[members[i] for i in group] for group in average_link(len(members), scores, missing=BEYOND)]
    told.sort()
    wholes = [merged([profiles[number] for number in group]) for group in told]
    scores = _scores(wholes, reasons_between, weights("article"))
    return [[number for i in group for number in told[i]] for group in average_link(len(told), scores, missing=BEYOND)]


def _scores(
    profiles: Sequence[Profile], reasons: Callable[[Profile, Profile], list[str]], table: Mapping[str, float]
) -> dict[tuple[int, int], float]:
    return {
        (i, j): total(reasons(profiles[i], profiles[j]), table)
        for j in range(len(profiles))
        for i in range(max(0, j - REACH), j)
    }


def number_events(mentions: Sequence[EventMention], groups: Sequence[Sequence[int]]) -> list[EventMention]:
    """Write the article-wide event ids, ``ARTICLE:eK`` with K by first mention."""
    out = list(mentions)
    for number, group in enumerate(groups, start=1):
        for i in group:
            out[i] = attrs.evolve(out[i], event_id=f"{mentions[i].article_id}:e{number}")
    return out
