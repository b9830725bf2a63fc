"""The cheap test that says which sentences are worth parsing."""

from __future__ import annotations

import re

from eventx_model.parse import base
from eventx_model.words import Vocabulary

_WORD = re.compile(r"[^\W\d_]+")


class Screen:
    """Whether a sentence's raw text has a word that told of events often enough in the training articles.

    Args:
        vocabulary: The words.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._bases = vocabulary.screen
        self._known: dict[str, bool] = {}

    def admits(self, text: str) -> bool:
        """Whether a sentence with this text is read."""
        known = self._known
        for word in _WORD.findall(text.lower()):
            admitted = known.get(word)
            if admitted is None:
                admitted = base(word) in self._bases
                if len(known) < _LARGEST:
                    known[word] = admitted
            if admitted:
                return True
        return False


# Words to remember the answer for; the vocabulary of news is larger than memory should be.
_LARGEST = 100_000
