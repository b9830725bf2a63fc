"""The one day of a story: a report of one attack names its day once, and goes on calling it "the attack"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from eventx.model import EventMention, Span, When
from eventx.temporal.anchoring.words import anchoring_words
from eventx.temporal.dating import Dating

# Types, and the tags of their verbs that tell what a story goes on with; "fighting" is more than one day's.
_VERBS = {"ATTACK": ("VBD", "VBN", "VB"), "VISIT": ("VBD", "VBN", "VB", "VBG")}

# Days between what a report is about, if it has told it twice, and publication: trials and inquiries come later.
_LONGEST = 60

_REACH = 60  # characters
_DEFINITE = re.compile(
    r"(?:\b(?:the|this|that|these|those)|['’]s)\s+(?P<attributes>(?:[\w.'’-]+\s+){0,3})$", re.IGNORECASE
)
_PLACE = re.compile(r"\s+(?:in|at|on|near|against)\s+(?:the\s+)?(?P<name>[A-Z]\w+)")
_NAME = re.compile(r"\b[A-Z]\w+")


def date_by_story(dating: Dating) -> None:
    """Date undated attacks, and what is told of a visit, by the only day that a report gives any of them."""
    for event_type in _VERBS:
        _date_type(dating, [mention for mention in dating.mentions if mention.type == event_type])


def _date_type(dating: Dating, mentions: Sequence[EventMention]) -> None:
    told = [mention for mention in mentions if mention.mention_id in dating.whens]
    days = {(dating.whens[mention.mention_id].start, dating.whens[mention.mention_id].end) for mention in told}
    when = dating.whens[told[0].mention_id] if len(days) == 1 else None
    published = dating.analysis.article.published_day
    if when is None or published is None or when.granularity != "day":
        return
    age = (published - when.start).days
    names = {name for mention in told for name in _NAME.findall(_sentence(dating, mention))}
    for mention in mentions:
        if mention.modality != "asserted" or not dating.lacks(mention) or not 0 <= age <= _LONGEST:
            continue
        if (dating.is_recent(when) and _is_known(dating, mention, names)) or (
            len(told) > 1 and _goes_with(dating, mention, when, names)
        ):
            dating.give(mention, evolve(when, source="inherited"))


def _sentence(dating: Dating, mention: EventMention) -> str:
    index = dating.sentence_of(mention)
    return "" if index is None else dating.analysis.sentences[index].text


def _is_known(dating: Dating, mention: EventMention, names: set[str]) -> bool:
    """Whether an attack is a noun with a definite article, and names nothing that the story's attack does not."""
    index = dating.sentence_of(mention)
    if mention.type != "ATTACK" or index is None or dating.names_a_time(dating.analysis.sentences[index]):
        return False
    sentence = dating.analysis.sentences[index]
    place = mention.trigger.start - sentence.start
    definite = _DEFINITE.search(sentence.text, max(0, place - _REACH), place)
    if definite is None or not anchoring_words().others.isdisjoint(definite["attributes"].lower().split()):
        return False
    after = _PLACE.match(sentence.text, place + len(mention.trigger.text))
    if not names.issuperset(_NAME.findall(definite["attributes"] + (after["name"] if after else ""))):
        return False
    found = dating.in_parse(mention)
    return found is not None and found[0].tags[found[1]].startswith("NN")


def _goes_with(dating: Dating, mention: EventMention, when: When, names: set[str]) -> bool:
    """Whether nothing speaks against a mention's being of the one attack or visit of a story told more than once."""
    index = dating.sentence_of(mention)
    words = anchoring_words()
    if index is None or _is_of_another_time(dating, dating.analysis.sentences[index], when):
        return False
    found = dating.in_parse(mention)
    if found is None:
        return False
    tree, head = found
    if not (words.elsewhen | words.others).isdisjoint(tree.lower):
        return False
    verb = next((token for token in tree.climb(head) if tree.is_verb(token)), None)
    if verb is not None and tree.is_perfect(verb):
        return False
    if tree.is_verb(head):
        return tree.tags[head] in _VERBS[mention.type]
    if mention.type == "VISIT":
        return False
    around = [tree.words[token] for token in tree.children[head]]
    named = [name for name in around if _NAME.fullmatch(name)]
    return tree.tags[head] != "NNS" and names.issuperset(named)


def _is_of_another_time(dating: Dating, sentence: Span, when: When) -> bool:
    """Whether a sentence names a time that is no day since the story's: the days since are those of what was said."""
    return any(
        timex.start is not None and (timex.granularity != "day" or timex.start < when.start)
        for timex in dating.timexes_in(sentence)
    )
