"""Datelines: "VIENNA, Nov. 24 (Xinhua) --", the place and day that a report was written."""

from __future__ import annotations

import re

_BEFORE = re.compile(r"[A-Z][\w.,'’/() -]{2,}$")
_AFTER = re.compile(r"\s*(?:\([^)]{2,40}\)|/\w+/)?\s*(?:--|[–—_]|-\s)")


def is_dateline(before: str, after: str) -> bool:
    """Whether a date is that of a dateline, by what stands before it on its line and right after it.

    >>> is_dateline("VIENNA, ", " (Xinhua) -- The talks began."), is_dateline("It began on ", ", a Monday.")
    (True, False)
    """
    return _AFTER.match(after) is not None and _BEFORE.fullmatch(before) is not None
