"""Dates that run on through a report: "Two guards were shot on Sunday. … A third was wounded when a mine went off."

A report of one day's violence names the day once. What it goes on to tell, in the next sentences and in the same tense,
happened that day, unless it says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from attrs import evolve

from eventx.analysis import Analysis
from eventx.model import EventMention, Timex, When
from eventx.temporal.anchoring_tree import SentenceTree
from eventx.temporal.anchoring_words import anchoring_words

# Sentences that a day runs on for; further down a report has changed its subject more often than not.
REACH = 2

# Days between a told day and publication; an older one is background, which jumps.
RECENT = 7

_ELSEWHEN = re.compile(
    r"\b(?:earlier|previous|previously|past|ago|before|recent|recently|since|last|history|once|years?|months?|weeks?"
    r"|another\s+day|former|already|so\s+far|repeatedly|often|continu\w+)\b",
    re.IGNORECASE,
)


def run_on(
    analysis: Analysis, mentions: Sequence[EventMention], timexes: Sequence[Timex], whens: Mapping[str, When]
) -> dict[str, When]:
    """Date undated mentions by the event that was told just before them.

    Args:
        analysis: The article.
        mentions: Its mentions.
        timexes: Its temporal expressions.
        whens: The dates that are known, by ``mention_id``.

    Returns:
        The additional dates, by ``mention_id``.
    """
    published = analysis.article.published_day
    if published is None:
        return {}
    roles = anchoring_words().narrated
    added: dict[str, When] = {}
    told: dict[str, tuple[int, When]] = {}
    for mention in sorted(mentions, key=lambda mention: (mention.trigger.start, mention.type)):
        index = analysis.sentence_at(mention.trigger.start)
        if index is None or mention.modality != "asserted":
            continue
        when = whens.get(mention.mention_id) or added.get(mention.mention_id)
        if when is None and mention.type in told and roles.intersection(mention.arguments.roles):
            since, day = told[mention.type]
            if index - since <= REACH and _goes_on(analysis, mention, index, timexes):
                when = evolve(day, source="inherited")
                added |= _same_event(mention, mentions, when, whens)
        if when is None:
            continue
        if when.granularity == "day" and 0 <= (published - when.start).days <= RECENT:
            told[mention.type] = (index, when)
        else:
            told.pop(mention.type, None)
    return added


def _goes_on(analysis: Analysis, mention: EventMention, index: int, timexes: Sequence[Timex]) -> bool:
    """Whether a sentence tells its event in the plain past and names no other time."""
    sentence = analysis.sentences[index]
    if _ELSEWHEN.search(sentence.text):
        return False
    if any(timex.start and sentence.start <= timex.span.start < sentence.end for timex in timexes):
        return False
    parsed = analysis.parse(index)
    if parsed is None:
        return False
    tree = SentenceTree(parsed)
    head = tree.head_of(tree.tokens(mention.trigger.start, mention.trigger.end))
    if head is None or tree.deps[head] in ("amod", "compound"):
        return False
    verb = next((token for token in tree.climb(head) if tree.is_verb(token)), head)
    return not any(
        tree.lower[token] in ("has", "have", "had", "'ve", "'s") and tree.deps[token] == "aux"
        for token in tree.children(verb, verb - 8, verb)
    )


def _same_event(
    mention: EventMention, mentions: Sequence[EventMention], when: When, whens: Mapping[str, When]
) -> dict[str, When]:
    return {
        other.mention_id: when
        for other in mentions
        if other.mention_id not in whens
        and other.modality != "generic"
        and (other is mention or (other.event_id is not None and other.event_id == mention.event_id))
    }
