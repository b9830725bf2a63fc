"""Dates that run on through a report: "Two guards were shot on Sunday. … A third was wounded when a mine went off."

A report of one day's violence names the day once. What it goes on to tell, in the next sentences and in the same tense,
happened that day, unless it says otherwise.
"""

from __future__ import annotations

import re

from attrs import evolve

from eventx.model import EventMention, Span, When
from eventx.temporal.anchoring.tree import tree_of
from eventx.temporal.anchoring.words import anchoring_words
from eventx.temporal.dating import Dating

# Sentences that a day runs on for; further down a report has changed its subject more often than not.
REACH = 2

# Days between a told day and publication; an older one is background, which jumps.
RECENT = 7

_SETTING = re.compile(r"[\"'“‘`]*(?:(?:On|Late|Early|Late\s+on|Early\s+on)\s+)?", re.IGNORECASE)


def run_on(dating: Dating) -> None:
    """Date undated mentions by what was told just before them."""
    told: dict[str, tuple[int, When]] = {}
    for mention in dating.mentions:
        index = dating.sentence_of(mention)
        if index is None or mention.modality != "asserted":
            continue
        if dating.lacks(mention):
            when = _told_before(dating, mention, index, told.get(mention.type))
            if when is not None:
                dating.give(mention, when)
        if mention.mention_id in dating.whens:
            told[mention.type] = (index, dating.whens[mention.mention_id])


def _told_before(dating: Dating, mention: EventMention, index: int, told: tuple[int, When] | None) -> When | None:
    """The day that runs on to a mention, None where none does."""
    published = dating.analysis.article.published_day
    is_narrated = not anchoring_words().narrated.isdisjoint(mention.arguments.roles) and not dating.is_any(mention)
    if published is None or not is_narrated:
        return None
    day = told[1] if told and index - told[0] <= REACH else None
    if day is not None and (day.granularity != "day" or not 0 <= (published - day.start).days <= RECENT):
        day = None
    if day is None:
        day = _scene(dating, index)
    return evolve(day, source="inherited") if day and _goes_on(dating, mention, index) else None


def _scene(dating: Dating, index: int) -> When | None:
    """The day that a sentence just before sets: "On Aug. 7, the two men sat down to lunch."."""
    for before in range(index - 1, max(-1, index - 1 - REACH), -1):
        sentence = dating.analysis.sentences[before]
        for timex in dating.timexes_in(sentence):
            opening = sentence.text[: timex.span.start - sentence.start]
            rest = sentence.text[timex.span.end - sentence.start :]
            if timex.granularity != "day" or not _SETTING.fullmatch(opening) or not rest.startswith(","):
                continue
            if timex.start and timex.end and not _is_of_words(dating, before, timex.span):
                return When(start=timex.start, end=timex.end, granularity="day", expression=timex.span)
    return None


def _is_of_words(dating: Dating, index: int, date: Span) -> bool:
    """Whether a day is that of what was said or judged: "On Monday, a court jailed a man for …"."""
    parsed = dating.analysis.parse(index)
    tree = None if parsed is None else tree_of(parsed)
    head = None if tree is None else tree.head(date)
    return tree is not None and head is not None and tree.lower[tree.governor(head)[0]] in anchoring_words().speaking


def _goes_on(dating: Dating, mention: EventMention, index: int) -> bool:
    """Whether a sentence tells its event in the plain past and names no other time."""
    sentence = dating.analysis.sentences[index]
    words = re.findall(r"\w+", sentence.text.lower())
    if not anchoring_words().elsewhen.isdisjoint(words) or dating.names_a_time(sentence):
        return False
    parsed = dating.analysis.parse(index)
    if parsed is None:
        return False
    tree = tree_of(parsed)
    head = tree.head(mention.trigger)
    if head is None or tree.deps[head] in ("amod", "compound"):
        return False
    verb = next((token for token in tree.climb(head) if tree.is_verb(token)), head)
    if tree.deps[verb] == "acl" or tree.tags[verb] in ("VBZ", "VBP"):
        return False  # "soldiers fighting rebels", "the dead include …": told by the way
    return not any(
        tree.lower[token] in ("has", "have", "had", "'ve", "'s") and tree.deps[token] == "aux"
        for token in tree.children_between(verb, verb - 8, verb)
    )
