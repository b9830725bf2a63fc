"""What an article is about, as far as a word's sense hangs on it: whose words it uses more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

_WORD = re.compile(r"[^\W_]+")
# A capital where no sentence begins.
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+\b")
_SMALL = re.compile(r"\b[a-z]+\b")


class ArticleWords:
    """How often an article uses the words of a list.

    Nothing is counted before somebody asks: most articles hold no word whose sense hangs on the rest of the text.

    Args:
        texts: The article's sentences.
    """

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._texts = tuple(texts)
        self._asked: dict[frozenset[str], int] = {}

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(_WORD.findall("\n".join(self._texts).lower()))

    @cached_property
    def _names(self) -> frozenset[str]:
        text = "\n".join(self._texts)
        return frozenset(_INSIDE.findall(text)) - {word.capitalize() for word in _SMALL.findall(text)}

    def is_name(self, word: str) -> bool:
        """Whether the article writes a word with a capital inside sentences too, and never without."""
        return word in self._names

    def count(self, words: frozenset[str]) -> int:
        """How often words of a list occur, all together."""
        known = self._asked.get(words)
        if known is None:
            counts = self._counts
            self._asked[words] = known = sum(counts[word] for word in words & counts.keys())
        return known
