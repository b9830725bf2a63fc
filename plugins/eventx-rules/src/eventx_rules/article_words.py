"""What an article is about, as far as a word's sense hangs on it: whose words it uses more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

_WORD = re.compile(r"[^\W_]+")


class ArticleWords:
    """How often an article uses the words of a list.

    Nothing is counted before somebody asks: most articles hold no word whose sense hangs on the rest of the text.

    Args:
        texts: The article's sentences.
    """

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._texts = texts
        self._asked: dict[frozenset[str], int] = {}

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(_WORD.findall("\n".join(self._texts).lower()))

    def count(self, words: frozenset[str]) -> int:
        """How often words of a list occur, all together."""
        known = self._asked.get(words)
        if known is None:
            counts = self._counts
            self._asked[words] = known = sum(counts[word] for word in words & counts.keys())
        return known
