"""Near copies: the same wire report in several papers, recognised by the runs of words that they share."""

from __future__ import annotations

import heapq
import re
import struct
import zlib
from array import array
from collections.abc import Iterable

from attrs import frozen

from eventx.model import Article

# Runs of so many words are compared: short enough to outlive an editor's changes, too long to be shared by chance.
_RUN = 4
# Of an article's runs the smallest by hash are kept, and those among them looked up: as good a sample as any, the same
# for the same text, and bounded, so that the cost of an article does not grow with the number of others.
_KEPT, _LOOKED_UP = 96, 16
# An article is a near copy if the shorter of both shares so much with the longer, and is no mere quotation of it.
_SHARED, _SHORTEST, _FEWEST = 0.6, 1 / 3, 8

_WORD = re.compile(r"\w+")


@frozen
class Sketch:
    """What is kept of an article's wording.

    Attributes:
        runs: How many different runs of words the article has.
        kept: The smallest of them by hash, sorted. As an array they take a twentieth of what a set does, and there is
            one for every article.
    """

    runs: int
    kept: array[int]

    @classmethod
    def of(cls, article: Article) -> Sketch:
        """Sketch an article, its boilerplate left out."""
        runs = _runs(article)
        return cls(len(runs), array("I", heapq.nsmallest(_KEPT, runs)))

    @classmethod
    def from_bytes(cls, data: bytes) -> Sketch:
        """Read back what `to_bytes` gave.

        Raises:
            ValueError: If it gave something else.
        """
        try:
            runs, *kept = struct.unpack(f"<{len(data) // 4}I", data)
        except (struct.error, TypeError, ValueError) as error:
            raise ValueError(f"no sketch of an article: {error}") from error
        return cls(runs, array("I", kept))

    def to_bytes(self) -> bytes:
        """The sketch as a store keeps it."""
        return struct.pack(f"<{len(self.kept) + 1}I", self.runs, *self.kept)


def near_copies(sketches: Iterable[tuple[str, Sketch]]) -> dict[str, str]:
    """Find the articles that repeat the wording of one before them.

    Time and memory are linear in the articles: each is compared with few others, found by what they share.

    Args:
        sketches: Ids of articles with their sketches.

    Returns:
        The id of the first article of that wording, by the id of each near copy.
    """
    found: dict[str, str] = {}
    holders: dict[int, int] = {}
    originals: list[tuple[str, Sketch]] = []
    for article_id, sketch in sketches:
        looked_up = sketch.kept[:_LOOKED_UP]
        candidates = sorted({holders[run] for run in looked_up if run in holders})
        original = next((originals[number][0] for number in candidates if _alike(sketch, originals[number][1])), None)
        if original is not None:
            found[article_id] = original
        elif sketch.runs:
            for run in looked_up:
                holders.setdefault(run, len(originals))
            originals.append((article_id, sketch))
    return found


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


def _alike(one: Sketch, other: Sketch) -> bool:
    if one == other:
        return True
    if min(one.runs, other.runs) < _SHORTEST * max(one.runs, other.runs):
        return False
    # Up to the largest run that a cut sketch holds it holds all of its article's: equal samples of both.
    limit = min((sketch.kept[-1] for sketch in (one, other) if sketch.runs > _KEPT), default=2**32)
    first, second = ({run for run in sketch.kept if run <= limit} for sketch in (one, other))
    fewer = min(len(first), len(second))
    return fewer >= _FEWEST and len(first & second) >= _SHARED * fewer
