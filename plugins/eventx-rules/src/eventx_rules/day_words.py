"""Words for days, months and years, which end what an argument quotes."""

from __future__ import annotations

import re

from eventx_rules.tree import Tree


def is_date(tree: Tree, token: int) -> bool:
    """Whether a token is a day, a month or a year, or a part of one: "Monday", "May 5", "Monday night"."""
    if tree.lower[token] in _DATES or any(tree.lower[c] in _DATES for c in tree.all(token, "compound")):
        return True
    if tree.words[token] == "May" and tree.deps[token] == "pobj" and tree.child(token, "compound") is None:
        return True
    return tree.tags[token] == "CD" and bool(_YEAR.fullmatch(tree.words[token]))


_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DATES = frozenset(
    (
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "june", "july", "august", "september", "october", "november", "december",
        "jan.", "feb.", "aug.", "sept.", "oct.", "nov.", "dec.",
    )
)  # fmt: skip


def is_dated(tree: Tree, child: int) -> bool:
    """Whether what hangs on a verb tells its day, with which the time and place of the deed begin."""
    if tree.deps[child] == "npadvmod":
        return is_date(tree, child) or tree.lower[child] in _SEASONS
    return tree.deps[child] == "prep" and any(is_date(tree, c) for c in tree.all(child, "pobj"))


_SEASONS = frozenset(("year", "month", "week", "fall", "spring", "summer", "winter", "autumn"))
