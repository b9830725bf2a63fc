"""Where a stretch of words begins and ends: not with punctuation, and not amid a word that is cut in three."""

from __future__ import annotations

from eventx_rules.tree import Tree

_OPEN, _CLOSE = frozenset("([{“‘\"'"), frozenset(")]}”’\"'")
EDGES = frozenset((",", ";", ":", "-", "--", "–", "—", "...", "``", "''", '"', ".", "“", "”", "_", "‘"))
_LEADING = frozenset(("det", "poss", "amod", "compound", "nummod"))


def strip(tree: Tree, first: int, end: int, head: int) -> tuple[int, int]:
    """A stretch around a head without punctuation, brackets that nothing matches, and joints at its ends."""
    while first < head and (
        tree.words[first] in EDGES
        or tree.words[first] in _CLOSE
        or tree.deps[first] == "mark"
        or tree.tags[first] == "WRB"
    ):
        first += 1
    while end - 1 > head and (
        tree.words[end - 1] in EDGES
        or tree.words[end - 1] in _OPEN
        or tree.deps[end - 1] in ("case", "cc")
        or (tree.deps[end - 1] == "prep" and tree.lower[end - 1] == "of")
    ):
        end -= 1
    words = tree.words[first:end]
    if ")" in words and "(" not in words and words[-1] == ")":
        end -= 1
    elif "(" in words and ")" not in words:
        if end < len(tree) and tree.words[end] == ")":
            end += 1
        else:
            end = first + words.index("(") if first + words.index("(") > head else end
    return first, end


def unbroken(tree: Tree, first: int, end: int) -> tuple[int, int]:
    """A stretch with the rest of the words joined to its ends by hyphens: "ex-president" is cut in three."""
    while first >= 2 and _joins(tree, first - 1):
        first -= 2
        while first and first <= tree.heads[first - 1] < end and tree.deps[first - 1] in _LEADING:
            first -= 1
    # But "US" alone is whose invasion a "US-led" one is.
    while end + 1 < len(tree) and _joins(tree, end) and not tree.is_verb(end + 1):
        end += 2
    return first, end


def _joins(tree: Tree, token: int) -> bool:
    return tree.words[token] == "-" and not tree.spaced[token] and not tree.spaced[token - 1]
