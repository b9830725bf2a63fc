"""Words that stand where a role is filled and mean the event itself: "a series of raids killed two"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventx_rules.arguments.antecedents import PLACING
from eventx_rules.arguments.filler_tests import Test
from eventx_rules.arguments.slots import COURSES
from eventx_rules.around import hangs_by_of
from eventx_rules.tree import Tree
from eventx_rules.triggers import Match


def barred(tree: Tree, match: Match, events: Sequence[int], is_location: Test) -> Iterator[int]:
    """The words that fill no role of a match, because they are events of its type or stand for one.

    Args:
        tree: The sentence.
        match: The match.
        events: The heads of the sentence's matches of its type.
        is_location: Whether a phrase is where something can happen.
    """
    yield from events
    for event in events:
        above = tree.heads[event]
        if hangs_by_of(tree, event) and tree.tags[tree.heads[above]] not in ("NNP", "PRP"):
            # "a series of raids killed two": the series did nothing that the raids did not.
            # But in "convicted Lane of murder" Lane did.
            yield tree.heads[above]
        if tree.deps[event] == "compound" and tree.lower[above] in COURSES:
            # "a bombing campaign killed two"
            yield above
        for among in tree.children[event]:
            if tree.lower[among] == "including":
                # "air strikes, including one that hit a ward": one of the strikes.
                yield from (one for one in tree.all(among, "pobj") if tree.tags[one] == "CD")
    if not any(tree.lower[c] == "who" for c in tree.children[match.head]):
        # But in "fired at men who threw stones" the men did.
        yield from _where_it_happened(tree, match, events, is_location)


def _where_it_happened(tree: Tree, match: Match, events: Sequence[int], is_location: Test) -> Iterator[int]:
    """Subjects on which the parser hung a clause that tells of an event: "the raid in Bonn, which killed two"."""
    for token in match.slots.get("subject", ()):
        top = token
        while tree.deps[top] == "appos":
            top = tree.heads[top]
        preposition = tree.heads[top]
        if tree.deps[top] != "pobj" or tree.lower[preposition] == "by":
            continue
        # Nor did the shrine kill in "one at a shrine that killed two".
        place = tree.lower[preposition] in PLACING and is_location(tree, top)
        if place or tree.heads[preposition] in events:
            yield token
