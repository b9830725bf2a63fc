"""What belongs to a noun without hanging on it: of whom an aside tells it, and what hangs on its rank."""

from __future__ import annotations

from collections.abc import Iterator

from eventx_rules.tree import Tree

# Which of several an event is.
RANKS = frozenset(("first", "second", "third", "last", "latest", "only", "next"))
_GOALS = frozenset(("to", "on", "in"))


def told_of(tree: Tree, noun: int) -> list[int]:
    """Of whom an aside tells something: "the envoy, on a visit to Oslo, said", "Holm, on the last leg of a tour, …"."""
    preposition = tree.heads[noun]
    while tree.lower[preposition] == "of" and tree.deps[tree.heads[preposition]] == "pobj":
        preposition = tree.heads[tree.heads[preposition]]
    above = tree.heads[preposition]
    if tree.tags[preposition] != "IN" or above >= preposition or not tree.is_noun(above):
        return []
    return [above] if tree.words[min(tree.subtree(preposition)) - 1] == "," else []


def of_rank(tree: Tree, noun: int) -> Iterator[int]:
    """The prepositions that hang on an event's rank: "the visit, the first by a premier to Oslo"."""
    said = tree.all(noun, "appos")
    if tree.deps[noun] == "nsubj":
        said += tree.all(tree.heads[noun], "attr")
    for rank in said:
        for preposition in tree.all(rank, "prep") if tree.lower[rank] in RANKS else ():
            yield preposition
            for actor in tree.all(preposition, "pobj") if tree.lower[preposition] == "by" else ():
                yield from (p for p in tree.all(actor, "prep") if tree.lower[p] in _GOALS)
