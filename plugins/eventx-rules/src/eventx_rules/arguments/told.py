"""What one event of a sentence says of another that fills one of its roles: who is charged with a murder did it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from eventx_rules.acts import nouns_meant
from eventx_rules.arguments.filling import Filling
from eventx_rules.lexicon.entries import Told
from eventx_rules.tree import Tree
from eventx_rules.triggers import Match


def tell(tree: Tree, found: Sequence[tuple[Match, Filling]], told: Mapping[str, Sequence[Told]]) -> None:
    """Fill empty roles of an event from the event that it is an argument of: "faces charges of murder".

    Args:
        tree: The sentence.
        found: Its matches, each with the roles it has by itself; these are added to.
        told: By event type, what others say of it.
    """
    for match, filling in found:
        for way in told.get(match.trigger.type, ()):
            for teller, said in found:
                if teller.trigger.type == way.type and match.head in _acts(tree, teller, said, way.act):
                    _take(tree, match, filling, way, (teller, said))


def _take(tree: Tree, match: Match, filling: Filling, way: Told, source: tuple[Match, Filling]) -> None:
    teller, said = source
    for theirs, role in way.roles.items():
        if role not in match.trigger.unshared and not filling.roles.get(role):
            for token in said.roles.get(theirs, ()):
                # Of two sides that blame one another only one can have done it.
                if token not in match.tokens and tree.lower[token - 1] not in ("each", "one"):
                    filling.add(role, token, f"told:{tree.lower[teller.head]}")


def _acts(tree: Tree, teller: Match, said: Filling, act: str) -> Iterator[int]:
    beside = (t for slot in _OVER for t in teller.slots.get(slot, ())) if teller.trigger.kind == "verb" else ()
    for token in (*said.roles.get(act, ()), *beside):
        for noun in nouns_meant(tree, token):
            yield noun
            # "the shooting death of a nurse"
            yield from tree.all(noun, "amod")
            for below in _further(tree, noun):
                yield from nouns_meant(tree, below)
                yield from tree.all(below, "amod")


def _further(tree: Tree, noun: int) -> Iterator[int]:
    """What a charge goes on to name: "crimes, including an attack", "murder in the shooting of two nurses"."""
    for preposition in tree.all(noun, "prep") if tree.is_noun(noun) and tree.lower[noun] not in _SIDES else ():
        if tree.lower[preposition] in ("including", *_OVER):
            yield from tree.all(preposition, "pobj")


# Who has a role in a massacre need not have killed.
_SIDES = frozenset(("role", "roles", "part", "involvement", "complicity", "hand", "participation", "conspiracy"))
# How a charge names what it is about: "charged in the killing", "with murder over the deaths".
_OVER = ("in", "over", "in connection")
