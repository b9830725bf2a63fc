"""Whether an event that an article foresees is still to come where a noun names it again: "the visit", "his trip".

A noun has no tense. "The visit comes at a bad time" is to come in an article that says "the premier will visit Oslo on
Friday", and "she will see the mill during her stay" is told of one who has arrived.
"""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from eventx.model import EventMention, Span
from eventx_rules.tree import Tree

# Nouns in these phrases of a clause in the past name what took place.
_TOOK_PLACE = frozenset(
    ("during", "on", "after", "following", "upon", "since", "amid", "at", "in", "with", "from", "despite", "by")
)
# As many earlier events of its type are looked at, at most, to settle one.
_REACH = 200
_PAST = frozenset(("recent", "past", "last", "previous", "earlier", "latest", "historic"))


@frozen(kw_only=True)
class Told:
    """A mention as its sentence tells it.

    Attributes:
        mention: The mention, with the modality that its sentence gives it.
        is_open: Whether the article may know better.
        has_tense: Whether it is a verb with a tense, which the article knows it from.
        named: Whom the sentence names, where one of them may have a role that it leaves open.
    """

    mention: EventMention
    is_open: bool
    has_tense: bool
    named: tuple[Span, ...] = ()


def is_open(tree: Tree, noun: int) -> bool:
    """Whether a noun takes its event for known, and nothing beside it says that it took place."""
    children = tree.children[noun]
    known = any(
        tree.deps[c] == "poss" or (tree.deps[c] == "det" and tree.lower[c] in ("the", "this", "that")) for c in children
    )
    if not known or any(tree.tags[c] == "CD" or tree.lower[c] in _PAST for c in children):
        return False
    while tree.deps[noun] == "pobj" and tree.lower[tree.heads[noun]] == "of":
        # "the first leg of her tour", "the purpose of the visit"
        noun = tree.heads[tree.heads[noun]]
    label, head = tree.deps[noun], tree.heads[noun]
    if label in ("nsubj", "nsubjpass"):
        return not _is_past(tree, head)
    if label == "pobj" and tree.lower[head] in _TOOK_PLACE:
        verb = next((above for above in tree.ancestors(head) if tree.is_verb(above)), None)
        return verb is not None and _is_to_come(tree, verb)
    return label != "appos"


def has_tense(tree: Tree, verb: int) -> bool:
    """Whether a verb has a tense or is foreseen outright; a participle and a bare infinitive have none."""
    if not tree.is_verb(verb):
        return False
    return tree.tags[verb] in ("VBD", "VBZ", "VBP") or any(
        tree.deps[c] in ("aux", "auxpass") for c in tree.children[verb]
    )


def _is_past(tree: Tree, verb: int) -> bool:
    finite = next((c for c in tree.children[verb] if tree.deps[c] in ("aux", "auxpass")), verb)
    return tree.tags[finite] == "VBD"


def _is_to_come(tree: Tree, verb: int) -> bool:
    if any(tree.tags[c] == "MD" for c in tree.children[verb]):
        return True
    return tree.is_infinitive(verb) and tree.lower[tree.heads[verb]] in ("is", "are")


def settle(told: Sequence[Told], roles: Mapping[str, Sequence[str]]) -> list[EventMention]:
    """The mentions of an article, those that are open settled by the ones that are not.

    Args:
        told: The mentions, in text order.
        roles: The roles by which the mentions of a type are known to be of one event.
    """
    known: dict[str, list[EventMention]] = {}
    for mention in sorted((one.mention for one in told if one.has_tense), key=_start):
        if mention.modality in ("asserted", "planned"):
            known.setdefault(mention.type, []).append(mention)
    return [
        _settled(one.mention, known[one.mention.type], roles.get(one.mention.type, ()))
        if one.is_open and one.mention.type in known
        else one.mention
        for one in told
    ]


def _start(mention: EventMention) -> int:
    return mention.trigger.start


def _settled(mention: EventMention, known: Sequence[EventMention], roles: Sequence[str]) -> EventMention:
    """The mention with the modality of the last one before it that may be of its event, at its place if one is."""
    who, *others = roles or ("",)
    where = [role for role in others if _names(mention, role)]
    last = None
    end = bisect.bisect_left(known, mention.trigger.start, key=_start)
    for other in reversed(known[max(0, end - _REACH) : end]):
        if other.sentence == mention.sentence or _differs(mention, other, who):
            continue
        last = last or other
        if not where or any(_agrees(mention, other, role) for role in where):
            last = other
            break
    return mention if last is None else evolve(mention, modality=last.modality)


def _names(mention: EventMention, role: str) -> set[str]:
    return {a.span.text.split()[-1].lower() for a in mention.arguments if a.role == role and a.span.text[:1].isupper()}


def _differs(one: EventMention, other: EventMention, role: str) -> bool:
    mine, theirs = _names(one, role), _names(other, role)
    return bool(mine and theirs and not mine & theirs)


def _agrees(one: EventMention, other: EventMention, role: str) -> bool:
    return bool(_names(one, role) & _names(other, role))
