"""Words that stand where somebody might, and name nobody: "no group", "who", "himself"."""

from __future__ import annotations

from eventx_rules.tree import Tree

SELVES = frozenset(("himself", "herself", "itself", "themselves"))
# Those who are not there, and those who are who acts.
_NOBODY = SELVES | {"nobody", "nothing", "none", "anyone", "anybody"}
_ANYBODY = frozenset(("anyone", "anybody", "nobody", "no-one"))


def is_unresolved(tree: Tree, token: int) -> bool:
    """Whether a word stands for nothing found, like a relative pronoun, or for nobody of its own."""
    return tree.tags[token] in ("WDT", "WP") or tree.lower[token] in _NOBODY or tree.lower[token] == "where"


def is_none(tree: Tree, token: int) -> bool:
    """Whether there is nobody who did it: "no group", "no one", "none of the rebels"."""
    if _is_no_one(tree, token):
        return True
    return any(tree.lower[c] == "no" and tree.deps[c] in ("det", "neg") for c in tree.children[token])


def is_anybody(tree: Tree, token: int) -> bool:
    """Whether a word means whoever there may be: "anyone", "no one"."""
    return _is_no_one(tree, token) or tree.lower[token] in _ANYBODY


def _is_no_one(tree: Tree, token: int) -> bool:
    return tree.lower[token] == "one" and token > 0 and tree.lower[token - 1] == "no"
