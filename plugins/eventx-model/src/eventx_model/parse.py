"""A parsed sentence with what the features ask of a word computed once."""

from __future__ import annotations

from functools import cached_property, lru_cache

from eventx.analysis import DependencyTree
from eventx_model.vectors import word_vectors

_CONTENT = frozenset(("NN", "VB", "JJ"))


class Parse(DependencyTree):
    """A parse, with keys of its words.

    Attributes:
        bases: Of the lower-case words, see `base`.
        stems: Of the lower-case words, see `stem`.
    """

    def __init__(self, tree: DependencyTree) -> None:
        self.share(tree)
        self.bases = [base(word) for word in self.lower]
        self.stems = [stem(word) for word in self.lower]

    @cached_property
    def rows(self) -> list[int]:
        """The words as the word vectors number them."""
        return word_vectors().rows(self.lower)

    @cached_property
    def content(self) -> list[int]:
        """The tokens that say something by themselves."""
        return [i for i, tag in enumerate(self.tags) if tag[:2] in _CONTENT]


# Longest first. What is cut off need not be the suffix that a grammar names: bases and stems are keys, not words.
_INFLECTIONS = ("ings", "ing", "ied", "ies", "ed", "es", "s", "e", "y")
_SUFFIXES = (
    "ations", "ation", "itions", "ings", "ions", "ing", "ers", "ors", "ied", "ies", "ion", "ants", "ant", "ive", "ed",
    "er", "or", "es", "al", "s", "e", "y",
)  # fmt: skip
_AS_I = frozenset(("ied", "ies", "y"))
_SHORTEST = 3


@lru_cache(maxsize=50_000)
def base(word: str) -> str:
    """A key that the inflected forms of a word share: "accuse" and "accusing" have one, "accusation" has another.

    >>> base("denied") == base("deny") != base("denial")
    True
    """
    return _without(word, _INFLECTIONS)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A key that the forms of a word and the words made from it share: "accuse", "accusing" and "accusation" have one.

    >>> stem("accusation") == stem("accused") == stem("accuses")
    True
    """
    return _without(word, _SUFFIXES)


def _without(word: str, suffixes: tuple[str, ...]) -> str:
    for suffix in suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
            word = word[: -len(suffix)] + ("i" if suffix in _AS_I else "")
            break
    if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "aeiousl":
        return word[:-1]
    return word
