"""Dates of what was said: a report names the day on which somebody spoke once, and goes on quoting.

"The minister told parliament on Monday … He denied …": the denial is Monday's, as he said it then. "… he told reporters
on arrival": so is the arrival; and "the minister then toured a factory".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from eventx.analysis import Analysis
from eventx.model import EventMention, Timex, When
from eventx.temporal.anchoring.expressions import expressions_in
from eventx.temporal.anchoring.tree import SentenceTree, tree_of
from eventx.temporal.anchoring.words import anchoring_words
from eventx.temporal.dating import Dating

# A report gives the day of what was said in its first sentences, and runs at most this many days later.
LEAD = 2
LATEST = 3
# What the sentence just before told may lie longer back.
JUST_TOLD = 7
_AGAIN = frozenset(("He", "She", "They", "he", "she", "they"))

_UNDER_WAY = re.compile(r"\b(?:during|on|upon)\s+(?:[\w'’-]+\s+){0,4}$", re.IGNORECASE)
_SHORTEST_NAME = 3
_OF_ANOTHER = re.compile(r"\s+(?:for|from|of|to|with)\s+")


@frozen(kw_only=True)
class Speech:
    """A day on which somebody acted or spoke, by one sentence.

    Attributes:
        sentence: The sentence's index.
        speaker: The words of the subject of a verb that speaks, in lower case; none of another verb.
        when: The day.
    """

    sentence: int
    speaker: frozenset[str]
    when: When


def date_by_speeches(dating: Dating) -> None:
    """Date undated mentions by the day that the report gives somebody's words."""
    speeches: tuple[Speech, ...] | None = None
    for mention in dating.mentions:
        index = dating.sentence_of(mention)
        if index is None or mention.modality != "asserted" or not dating.lacks(mention):
            continue
        sentence = dating.analysis.sentences[index]
        speakers = _named_in(mention, anchoring_words().speakers)
        visitors = _named_in(mention, anchoring_words().guests)
        if (
            not speakers
            and not visitors
            and not _UNDER_WAY.search(sentence.text[: mention.trigger.start - sentence.start])
        ):
            continue
        if dating.names_a_time(sentence):
            if speakers:
                continue
            visitors = frozenset()
        if speeches is None:
            speeches = tuple(_speeches(dating.analysis, dating.timexes))
        parsed = dating.analysis.parse(index) if speeches or speakers else None
        if parsed is None:
            continue
        tree = tree_of(parsed)
        day = _day_of_words(tree, mention, index, speakers, speeches) if speakers else None
        if day is None and speakers:
            day = _day_just_told(dating, tree, mention, index, speakers)
        lead = next((speech for speech in speeches if speech.sentence < LEAD), None)
        if day is None and lead and _is_said_meanwhile(tree, mention):
            day = lead.when
        if day is None and lead and _goes_on(dating, tree, mention, visitors, lead):
            dating.whens[mention.mention_id] = lead.when
        if day is not None:
            dating.give(mention, day)


def _goes_on(dating: Dating, tree: SentenceTree, mention: EventMention, visitors: frozenset[str], lead: Speech) -> bool:
    """Whether a visit is told in the plain past, of somebody of whose day the report's first sentences tell."""
    head = tree.head(mention.trigger)
    if head is None or tree.tags[head] not in ("VB", "VBD", "VBG") or "have" in tree.lower:
        return False
    if not anchoring_words().elsewhen.isdisjoint(tree.lower):
        return False
    told = dating.analysis.sentences[lead.sentence].text.lower()
    return not visitors.isdisjoint(re.findall(r"\w+", told))


def _named_in(mention: EventMention, roles: frozenset[str]) -> frozenset[str]:
    """The last words of the names of those who speak, or visit, in a mention, in lower case."""
    names = [
        name
        for argument in mention.arguments
        if argument.role in roles
        for name in (_named(argument.name or ""), _named(argument.text))
        if name and name[-1].isalnum()
    ]
    # spaCy cuts names at their hyphens.
    words = (name.split()[-1].rsplit("-", 1)[-1] for name in names)
    return frozenset(word.lower() for word in words if len(word) >= _SHORTEST_NAME and word[0].isupper())


def _named(text: str) -> str:
    """What the words for somebody name, without the one whom an aide or a town whom a mayor belongs to."""
    return _OF_ANOTHER.split(text)[0] if text[:1].islower() else text


def _speeches(
    analysis: Analysis, timexes: Sequence[Timex], wanted: int | None = None, latest: int = LATEST
) -> Iterator[Speech]:
    """The days that verbs of the article have, with their subjects, where they are about the day of publication.

    Args:
        analysis: The article.
        timexes: The expressions to look at.
        wanted: The one sentence that is worth a parse; left out, the first ones are.
        latest: How many days before publication they may lie.
    """
    published = analysis.article.published_day
    for timex in timexes:
        if published is None or timex.granularity != "day" or timex.start is None or timex.end is None:
            continue
        index = analysis.sentence_at(timex.span.start)
        if index is None or not 0 <= (published - timex.start).days <= latest:
            continue
        if not expressions_in(analysis.article, analysis.sentences[index], [timex]):
            continue  # of the text, such as a dateline
        # No sentence further down is worth a parse of its own.
        worth = index < LEAD if wanted is None else index == wanted
        parsed = analysis.parse(index) if worth or analysis.has_parse(index) else None
        if parsed is None:
            continue
        tree = tree_of(parsed)
        head = tree.head(timex.span)
        verb = None if head is None else tree.governor(head)[0]
        if verb is None or not tree.is_verb(verb):
            continue
        speaker = _subject(tree, verb) if tree.lower[verb] in anchoring_words().speaking else frozenset()
        when = When(start=timex.start, end=timex.end, granularity="day", source="inherited", expression=timex.span)
        yield Speech(sentence=index, speaker=speaker, when=when)


def _subject(tree: SentenceTree, verb: int) -> frozenset[str]:
    """The words for the one who speaks by a verb, in lower case: not of whom they speak for, nor of the accused."""
    subject = tree.child(verb, "nsubj")
    if subject is None:
        return frozenset()
    whole = set(tree.subtree(subject))
    asides = [token for token in whole if token != subject and tree.deps[token] in ("prep", "relcl", "acl")]
    for token in asides:
        whole.difference_update(tree.subtree(token))
    return frozenset(tree.lower[token] for token in whole)


def _day_of_words(
    tree: SentenceTree, mention: EventMention, index: int, speakers: frozenset[str], speeches: Sequence[Speech]
) -> When | None:
    """The day on which the one who speaks in a mention is last said to have spoken; for plain past tense only."""
    head = tree.head(mention.trigger)
    if head is None or not (tree.tags[head] in ("VBD", "VBG") or _is_quoted(tree, head, speakers)):
        return None
    spoken = [speech for speech in speeches if speech.sentence < index and speech.speaker & speakers]
    return spoken[-1].when if spoken else None


def _is_quoted(tree: SentenceTree, head: int, speakers: frozenset[str]) -> bool:
    """Whether a sentence quotes it as what one of those says in the past tense: "Lee said the claims were false"."""
    for step in tree.climb(head):
        verb = tree.heads[step]
        if tree.deps[step] in ("acl", "relcl"):
            return False  # "…, said Lee, who has accused the mayor": told by the way
        if tree.lower[verb] in anchoring_words().speaking:
            return tree.tags[verb] == "VBD" and not speakers.isdisjoint(_subject(tree, verb))
    return False


def _day_just_told(
    dating: Dating, tree: SentenceTree, mention: EventMention, index: int, speakers: frozenset[str]
) -> When | None:
    """The day of "The admiral told senators on Thursday … . He also accused …": of the sentence just before."""
    if index == 0 or not any(argument.text in _AGAIN for argument in mention.arguments):
        return None
    head = tree.head(mention.trigger)
    before, here = dating.analysis.sentences[index - 1], dating.analysis.sentences[index]
    if (
        head is None
        or tree.tags[head] not in ("VBD", "VBG")
        or "\n\n" in dating.analysis.article.text[before.end : here.start]
    ):
        return None
    told = [timex for timex in dating.timexes if before.start <= timex.span.start < before.end]
    spoken = [speech for speech in _speeches(dating.analysis, told, index - 1, JUST_TOLD) if speech.speaker & speakers]
    return spoken[-1].when if len(spoken) == 1 else None


def _is_said_meanwhile(tree: SentenceTree, mention: EventMention) -> bool:
    """Whether what hangs on "during" or "on" is when somebody spoke."""
    head = tree.head(mention.trigger)
    if head is None:
        return False
    preposition = tree.heads[head]
    verb = tree.heads[preposition]
    meanwhile = tree.deps[head] == "pobj" and tree.lower[preposition] in ("during", "on", "upon")
    return meanwhile and tree.tags[verb] == "VBD" and tree.lower[verb] in anchoring_words().speaking
