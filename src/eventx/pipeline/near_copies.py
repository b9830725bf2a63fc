"""Near copies: the same wire report in several papers, recognised by the runs of words that they share."""

from __future__ import annotations

import heapq
import re
import zlib
from array import array
from typing import TypeAlias

from eventx.model import Article

# Runs of so many words are compared: short enough to outlive an editor's changes, too long to be shared by chance.
_RUN = 4
# Of an article's runs the smallest by hash are kept, and those among them looked up: as good a sample as any, the same
# for the same text, and bounded, so that the cost of an article does not grow with the number of others.
_KEPT, _LOOKED_UP = 96, 16
# An article is a near copy if the shorter of both shares so much with the longer, and is no mere quotation of it.
_SHARED, _SHORTEST, _FEWEST = 0.6, 1 / 3, 8

_WORD = re.compile(r"\w+")

# Sorted; as an array it takes a twentieth of what a set does, and there is one for every article.
Sketch: TypeAlias = "array[int]"


class NearCopies:
    """Tells of each article whether it is a near copy of one before it.

    Time and memory are linear in the articles: each is compared with few others, found by what they share.

    Attributes:
        of: The id of the first article of that wording, by the id of each near copy.
    """

    def __init__(self) -> None:
        self.of: dict[str, str] = {}
        self._holders: dict[int, int] = {}
        self._originals: list[tuple[str, Sketch, int]] = []

    def add(self, article: Article) -> str | None:
        """Note an article.

        Returns:
            The id of the earlier article that it is a near copy of; None if it is of its own wording.
        """
        runs = _runs(article)
        if not runs:
            return None
        kept = heapq.nsmallest(_KEPT, runs)
        sketch = array("Q", kept)
        candidates = {self._holders[run] for run in kept[:_LOOKED_UP] if run in self._holders}
        for number in sorted(candidates):
            original, other, length = self._originals[number]
            if original != article.id and _alike(sketch, len(runs), other, length):
                self.of[article.id] = original
                return original
        for run in kept[:_LOOKED_UP]:
            self._holders.setdefault(run, len(self._originals))
        self._originals.append((article.id, sketch, len(runs)))
        return None


def _runs(article: Article) -> set[int]:
    text, end, pieces = article.text, 0, []
    for start, after in article.boilerplate:
        pieces.append(text[end:start])
        end = after
    words = _WORD.findall(" ".join((*pieces, text[end:])).lower())
    if len(words) < _RUN:
        return {zlib.crc32(" ".join(words).encode("utf-8", "replace"))} if words else set()
    return {
        zlib.crc32(" ".join(words[at : at + _RUN]).encode("utf-8", "replace")) for at in range(len(words) - _RUN + 1)
    }


def _alike(one: Sketch, one_runs: int, other: Sketch, other_runs: int) -> bool:
    if one == other and one_runs == other_runs:
        return True
    if min(one_runs, other_runs) < _SHORTEST * max(one_runs, other_runs):
        return False
    # Up to the largest run that a cut sketch holds it holds all of its article's: equal samples of both.
    limit = min((sketch[-1] for sketch, runs in ((one, one_runs), (other, other_runs)) if runs > _KEPT), default=2**32)
    first, second = ({run for run in sketch if run <= limit} for sketch in (one, other))
    fewer = min(len(first), len(second))
    return fewer >= _FEWEST and len(first & second) >= _SHARED * fewer
