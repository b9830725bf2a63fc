"""Phrases joined to one argument, or cut to what counts: "theft" and "of lying", a bar and the town it lies in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from eventx_rules.arguments.phrases import SAID_IN, phrase
from eventx_rules.day_words import is_date
from eventx_rules.tree import Tree


def joined(tree: Tree, trigger: tuple[int, ...], head: int, end: int, without: frozenset[int]) -> int:
    """The end of an object with what the parser hung on the verb instead: "denied any part in the raid"."""
    if end >= len(tree) or end != head + 1:
        return end
    if tree.lower[end] in ("in", "with", "to", "against") and tree.heads[end] in trigger:
        if any(tree.lower[c] in SAID_IN for c in tree.all(end, "pobj")):
            # "denied contact in a statement"
            return end
        below = list(tree.subtree(end))
        if without.isdisjoint(below):
            return max(below) + 1
    return end


def further_in(tree: Tree, head: int, end: int) -> int:
    """The end of a place with the larger one that it lies in, where the parser hung both on the act.

    "In a fight at a bar in Oran" is at a bar in Oran.
    """
    preposition = tree.heads[head]
    if tree.deps[head] != "pobj" or tree.tags[head][:3] == "NNP" or end >= len(tree):
        return end
    if tree.lower[end] not in ("in", "at") or tree.deps[end] != "prep" or tree.heads[end] != tree.heads[preposition]:
        return end
    inner = tree.child(end, "pobj")
    if inner is None or is_date(tree, inner) or not (tree.tags[inner] == "NNP" or tree.lower[end] == "at"):
        return end
    return phrase(tree, inner)[1]


def in_one(tree: Tree, found: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """What is told in two halves as one: "accused of theft and of lying"; each with its head, first token and end."""
    before: tuple[int, int, int] | None = None
    for token, first, end in sorted(found, key=lambda each: each[1]):
        between = tree.lower[before[2] : first] if before else ()
        if before and between and any(word in ("and", "or") for word in between) and _JOINTS.issuperset(between):
            before = before[0], before[1], end
            continue
        if before:
            yield before
        before = token, first, end
    if before:
        yield before


_JOINTS = frozenset((",", "and", "or", "of", "with", "for", "also"))


def counted_from(tree: Tree, head: int, first: int) -> int:
    """Where a phrase that says how many begins: "a further 200 people" are 200."""
    number = tree.child(head, "nummod")
    if number is None or number < first:
        return first
    inside = (t for t in tree.subtree(number) if first <= t <= number and tree.tags[t] not in ("JJ", "DT"))
    start = min(inside, default=number)
    # "several hundred people"
    return start - 1 if start > first and tree.lower[start - 1] in ("several", "many", "few") else max(first, start)


def runs(tree: Tree, tokens: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Fillers of one role, modifiers of one noun that stand side by side taken together: "nerve gas" attack.

    Yields:
        The last token of each, which is its head, and its first.
    """
    before = -2
    start = before
    for token in sorted(set(tokens)):
        if tree.deps[tree.first_conjunct(token)] not in _MODIFIERS:
            yield token, token
            continue
        top = tree.first_conjunct(token)
        over = tree.heads[tree.first_conjunct(before)]
        # A "Saudi-led coalition" strike
        joined = before >= 0 and tree.heads[top] in (over, before, tree.heads[over])
        if joined and all(
            tree.deps[t] in ("cc", "punct", "conj") or tree.deps[t] in _MODIFIERS for t in range(before + 1, token)
        ):
            before = token
            continue
        if before >= 0:
            yield before, start
        before = start = token
    if before >= 0:
        yield before, start


_MODIFIERS = frozenset(("compound", "amod", "nmod", "npadvmod"))
