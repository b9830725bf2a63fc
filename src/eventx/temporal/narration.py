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
from eventx.temporal.inheritance import of_same_event

# Sentences that a day runs on for; further down a report has changed its subject more often than not.
REACH = 2

# Days between a told day and publication; an older one is background, which jumps.
RECENT = 7

_SETTING = re.compile(r"[\"'“‘`]*(?:(?:On|Late|Early|Late\s+on|Early\s+on)\s+)?", re.IGNORECASE)


def run_on(
    analysis: Analysis, mentions: Sequence[EventMention], timexes: Sequence[Timex], whens: Mapping[str, When]
) -> dict[str, When]:
    """Date undated mentions by what was told just before them.

    Args:
        analysis: The article.
        mentions: Its mentions.
        timexes: Its temporal expressions.
        whens: The dates that are known, by ``mention_id``.

    Returns:
        The additional dates, by ``mention_id``.
    """
    added: dict[str, When] = {}
    told: dict[str, tuple[int, When]] = {}
    for mention in sorted(mentions, key=lambda mention: (mention.trigger.start, mention.type)):
        index = analysis.sentence_at(mention.trigger.start)
        if index is None or mention.modality != "asserted":
            continue
        when = whens.get(mention.mention_id) or added.get(mention.mention_id)
        if when is None:
            when = _told_before(analysis, mention, index, timexes, told.get(mention.type))
            if when is not None:
                added |= of_same_event(mention, mentions, when, whens)
        if when is not None:
            told[mention.type] = (index, when)
    return added


def _told_before(
    analysis: Analysis, mention: EventMention, index: int, timexes: Sequence[Timex], told: tuple[int, When] | None
) -> When | None:
    """The day that runs on to a mention, None where none does."""
    published = analysis.article.published_day
    if published is None or not anchoring_words().narrated.intersection(mention.arguments.roles):
        return None
    day = told[1] if told and index - told[0] <= REACH else None
    if day is not None and (day.granularity != "day" or not 0 <= (published - day.start).days <= RECENT):
        day = None
    if day is None:
        day = _scene(analysis, index, timexes)
    return evolve(day, source="inherited") if day and _goes_on(analysis, mention, index, timexes) else None


def _scene(analysis: Analysis, index: int, timexes: Sequence[Timex]) -> When | None:
    """The day that a sentence just before sets: "On Aug. 7, the two men sat down to lunch."."""
    for sentence in reversed(analysis.sentences[max(0, index - REACH) : index]):
        for timex in timexes:
            if timex.granularity != "day" or not sentence.start <= timex.span.start < sentence.end:
                continue
            opening = sentence.text[: timex.span.start - sentence.start]
            rest = sentence.text[timex.span.end - sentence.start :]
            if timex.start and timex.end and _SETTING.fullmatch(opening) and rest.startswith(","):
                return When(start=timex.start, end=timex.end, granularity="day", expression=timex.span)
    return None


def _goes_on(analysis: Analysis, mention: EventMention, index: int, timexes: Sequence[Timex]) -> bool:
    """Whether a sentence tells its event in the plain past and names no other time."""
    sentence = analysis.sentences[index]
    if not anchoring_words().elsewhen.isdisjoint(re.findall(r"\w+", sentence.text.lower())):
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
