"""Which mentions of one article tell one event."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import attrs

from eventx.analysis import Analysis
from eventx.merging.cluster import FIRMEST, average_link
from eventx.merging.fillers import Filler
from eventx.merging.neighbours import ALL, naming, neighbours
from eventx.merging.profiles import Profile, merged, profile
from eventx.merging.similarity import reasons_between, reasons_within, total
from eventx.merging.weights import weights
from eventx.model import Entity, EventMention

# What a pair that is not compared, because there are too many, is taken to score; it counts less than one that is.
BEYOND = -1.0
BEYOND_WEIGHT = 0.02


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
        told += [
            [members[i] for i in group]
            for group in _linked([profiles[number] for number in members], reasons_within, weights("sentence"))
        ]
    told.sort()
    wholes = [merged([profiles[number] for number in group]) for group in told]
    once = _once(wholes)
    groups = _linked([wholes[same[0]] for same in once], reasons_between, weights("article"))
    return [[number for i in group for copy in once[i] for number in told[copy]] for group in groups]


def _once(wholes: Sequence[Profile]) -> list[list[int]]:
    """Take those as one that say the same in the same words of somebody or somewhere, if there are very many."""
    if len(wholes) <= ALL:
        return [[i] for i in range(len(wholes))]
    same: dict[object, list[int]] = {}
    for i, one in enumerate(wholes):
        said = (one.triggers, tuple(sorted(one.fillers.items(), key=_role)), one.modality, one.days)
        same.setdefault(said if naming(one) else i, []).append(i)
    return list(same.values())


def _role(item: tuple[str, Filler]) -> str:
    return item[0]


def _linked(
    profiles: Sequence[Profile], reasons: Callable[[Profile, Profile], list[str]], table: Mapping[str, float]
) -> list[list[int]]:
    scores = {(i, j): total(reasons(profiles[i], profiles[j]), table) for i, j in neighbours(profiles)}
    return average_link(len(profiles), scores, missing=BEYOND, missing_weight=BEYOND_WEIGHT, best_weight=FIRMEST)


def number_events(mentions: Sequence[EventMention], groups: Sequence[Sequence[int]]) -> list[EventMention]:
    """Write the article-wide event ids, ``ARTICLE:eK`` with K by first mention."""
    out = list(mentions)
    for number, group in enumerate(groups, start=1):
        for i in group:
            out[i] = attrs.evolve(out[i], event_id=f"{mentions[i].article_id}:e{number}")
    return out
