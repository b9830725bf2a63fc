"""What one mention, or all mentions of one event in an article, say: the form in which they are compared."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from zlib import crc32

from attrs import evolve, frozen

from eventx.merging.fillers import Filler, filler, union
from eventx.merging.lexicon import english
from eventx.merging.stems import stem
from eventx.model import Entity, EventMention

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_PRECEDING = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]")

_NOUN_ENDINGS = ("ion", "ment", "ance", "ence")

# A sentence of fewer words may be said of anything.
FEWEST_WORDS = 6

# How far back a determiner is looked for: "the deadly early morning truck" bomb.
_REACH = 5


@frozen
class Trigger:
    """A trigger as merging sees it.

    Attributes:
        stem: Its first word without inflection.
        family: What kind of act it tells, None for a word of no family.
        anaphoric: Whether the word says little of what kind of event it was.
        noun: ``noun``, ``nouns`` (plural), or ``verb`` for anything else.
    """

    stem: str
    family: str | None
    anaphoric: bool
    noun: str


@lru_cache(maxsize=16384)
def read_trigger(text: str) -> Trigger:
    """Look a trigger up in the word lists."""
    lexicon, low = english(), " ".join(text.lower().split())
    words = _WORD.findall(low) or [low]
    family = lexicon.families.get(low)
    for word in words if family is None else ():
        family = lexicon.families.get(word)
        if family:
            break
    last = words[-1]
    noun = (
        "nouns"
        if low in lexicon.plural_nouns or last in lexicon.plural_nouns
        else "noun"
        if low in lexicon.nouns or last in lexicon.nouns or last.endswith(_NOUN_ENDINGS)
        else "verb"
    )
    return Trigger(stem(words[0]), family, low in lexicon.anaphors, noun)


def determiner(text: str, start: int) -> str:
    """How the noun phrase that ends in a trigger is opened, read off the raw text before it.

    Returns:
        ``definite``, ``indefinite``, ``further``, ``many``, ``possessive`` or ``bare``.
    """
    lexicon = english()
    words = _PRECEDING.findall(text[max(0, start - 60) : start])
    seen_further = False
    for word in reversed(words[-_REACH:]):
        low = word.lower()
        if low in lexicon.further:
            seen_further = True
            if low == "another":
                return "further"
        elif low in lexicon.definite:
            return "further" if seen_further else "definite"
        elif low in lexicon.indefinite:
            return "further" if seen_further else "indefinite"
        elif low in lexicon.many:
            return "many"
        elif low.endswith(("'s", "’s", "s'", "s’")):
            return "further" if seen_further else "possessive"
        elif low in lexicon.stops or not word[0].isalnum():
            break
    return "further" if seen_further else "bare"


def opener(text: str, start: int) -> str:
    """The nearest word before a trigger that says how its clause or phrase hangs on what stands before.

    ``when`` for "died when a mine exploded", ``in`` for "died in the explosion", a comma for "exploded, killing two".
    """
    openers = english().clause_openers
    words: list[str] = _PRECEDING.findall(text[max(0, start - 70) : start])
    for word in reversed(words[-9:]):
        low = word.lower()
        if low in openers:
            return low
        if word in ".!?":
            break
    return ""


def _is_verb_here(trigger: str, text: str, start: int) -> bool:
    """Whether a word that may be a noun follows one that makes it a verb, or is a participle after a comma."""
    before = text[max(0, start - 20) : start].rstrip()
    words = _PRECEDING.findall(before)
    if not words:
        return False
    if trigger.endswith("ing"):
        return words[-1].lower() not in english().definite | english().indefinite and (
            words[-1] == "," or words[-1].lower() in english().before_verbs
        )
    return words[-1].lower() in english().before_verbs


@frozen
class Profile:
    """A mention, or several that corefer, ready to be compared.

    Attributes:
        type: Name of the event type.
        modality: Of the mention.
        triggers: Of the mentions, in text order.
        fillers: What fills each role.
        spans: Where the arguments stand, to see two triggers share one.
        roles: The role of each of ``spans``.
        words: Stems of the words of all arguments and triggers.
        days: First and last day, where a date is known.
        sentence: Index of the sentence, -1 where unknown.
        start: Offset of the trigger.
        determiner: See `determiner`; ``verb`` for a trigger that is no noun.
        opener: See `opener`.
        undated: Whether it came without a date, not even that of publication: who dated the others left it undated.
        said: What marks its sentence and place in it, to know the same words again elsewhere.
    """

    type: str
    modality: str
    triggers: tuple[Trigger, ...]
    fillers: Mapping[str, Filler]
    spans: frozenset[tuple[int, int]]
    roles: Mapping[tuple[int, int], str]
    words: frozenset[str]
    days: tuple[dt.date, dt.date] | None
    sentence: int
    start: int
    determiner: str
    opener: str = ""
    undated: bool = False
    said: frozenset[str] = frozenset()


def profile(
    mention: EventMention, sentence: int = -1, text: str = "", entities: Mapping[str, Entity] | None = None
) -> Profile:
    """Read a mention.

    Args:
        mention: The mention.
        sentence: Index of its sentence in the article.
        text: The article's text; without it nothing is known of determiners.
        entities: Entities by id.
    """
    by_role: dict[str, list[Filler]] = {}
    for argument in mention.arguments:
        by_role.setdefault(argument.role, []).append(filler(argument, entities))
    fillers = {role: union(several) for role, several in by_role.items()}
    roles = {(argument.span.start, argument.span.end): argument.role for argument in mention.arguments}
    when = mention.when
    trigger, opened = read_trigger(mention.trigger.text), "bare"
    if trigger.noun != "verb" and text:
        if _is_verb_here(mention.trigger.text, text, mention.trigger.start):
            trigger = evolve(trigger, noun="verb")
        else:
            opened = determiner(text, mention.trigger.start)
    return Profile(
        mention.type,
        mention.modality,
        (trigger,),
        fillers,
        frozenset(roles),
        roles,
        _words(fillers.values()),
        (when.start, when.end) if when is not None and when.source != "publication" else None,
        sentence,
        mention.trigger.start,
        opened if trigger.noun != "verb" else "verb",
        opener(text, mention.trigger.start) if text else "",
        when is None and mention.modality == "asserted",
        said(mention),
    )


def said(mention: EventMention) -> frozenset[str]:
    """What marks a mention's sentence and its place in it; nothing where the sentence is short or not known."""
    if mention.sentence is None:
        return frozenset()
    words = _WORD.findall(mention.sentence.text.lower())
    if len(words) < FEWEST_WORDS:
        return frozenset()
    before = len(_WORD.findall(mention.sentence.text[: mention.trigger.start - mention.sentence.start]))
    return frozenset((f"={crc32(' '.join(words).encode('utf-8', 'replace')):08x}:{before}",))


def _words(fillers: Iterable[Filler]) -> frozenset[str]:
    return frozenset().union(*(one.words for one in fillers))


# A mention that asserts outweighs one that announces, and so on.
MODALITY_ORDER = ("asserted", "planned", "negated", "hypothetical", "generic")


# From so many mentions that fill a role, a description that fewer than this share of them use is left out of the whole:
# it is more likely that the mention was put in the wrong place than that it tells what the others do not.
CROWDED = 4
TYPICAL = 0.25


def merged(profiles: Sequence[Profile]) -> Profile:
    """All that several mentions of one event say."""
    if len(profiles) == 1:
        return profiles[0]
    profiles = sorted(profiles, key=lambda one: one.start)
    by_role: dict[str, list[Filler]] = {}
    for one in profiles:
        for role, given in one.fillers.items():
            by_role.setdefault(role, []).append(given)
    fillers = {role: union(dict.fromkeys(_typical(several))) for role, several in by_role.items()}
    first = profiles[0]
    days = min((one.days for one in profiles if one.days), key=lambda pair: (pair[1] - pair[0], pair), default=None)
    return Profile(
        first.type,
        min((one.modality for one in profiles), key=MODALITY_ORDER.index),
        tuple(dict.fromkeys(trigger for one in profiles for trigger in one.triggers)),
        fillers,
        frozenset(),
        {},
        _words(fillers.values()),
        days,
        first.sentence,
        first.start,
        first.determiner,
        first.opener,
        all(one.undated for one in profiles),
        frozenset().union(*(one.said for one in profiles)),
    )


def _typical(given: Sequence[Filler]) -> Sequence[Filler]:
    if len(given) < CROWDED:
        return given
    heads = Counter(head for one in given for head in one.heads)
    kept = [
        one for one in given if one.named or max((heads[head] for head in one.heads), default=0) >= TYPICAL * len(given)
    ]
    return kept or given
