"""What one event of a sentence says of another that fills one of its roles: who is charged with a murder did it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from eventx_rules.acts import nouns_meant
from eventx_rules.entries import Told
from eventx_rules.frames import Filling
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
                if teller.trigger.type == way.type and match.head in _acts(tree, said, way.act):
                    _take(tree, match, filling, way, (teller, said))


def _take(tree: Tree, match: Match, filling: Filling, way: Told, source: tuple[Match, Filling]) -> None:
    teller, said = source
    for theirs, role in way.roles.items():
        if role not in match.trigger.unshared and not filling.roles.get(role):
            for token in said.roles.get(theirs, ()):
                if token not in match.tokens:
                    filling.add(role, token, f"told:{tree.lower[teller.head]}")


def _acts(tree: Tree, said: Filling, act: str) -> Iterator[int]:
    for token in said.roles.get(act, ()):
        yield from nouns_meant(tree, token)
        # "the shooting death of a nurse"
        yield from tree.all(token, "amod")
