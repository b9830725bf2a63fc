"""A parsed sentence as plain lists, with what the features ask of a word computed once."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from eventx_model.vectors import word_vectors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.strings import StringStore
    from spacy.tokens import Doc


# Tags and labels by spaCy's number, which is a hash of the name and so the same in every vocabulary.
_NAMES: dict[int, str] = {}


def _named(number: int, strings: StringStore) -> str:
    name = _NAMES.get(number)
    if name is None:
        name = _NAMES[number] = strings[number]
    return name


_CONTENT = frozenset(("NN", "VB", "JJ"))


class Parse:
    """Words, tags, labels and heads of one sentence, by token index.

    Attributes:
        words: As written.
        lower: In lower case.
        bases: Of the lower-case words, see `base`.
        stems: Of the lower-case words, see `stem`.
        tags: Penn tags.
        deps: Dependency labels (ClearNLP style).
        heads: Index of each token's head; a root is its own.
        children: Indices of each token's dependents, in text order.
    """

    def __init__(self, words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
        self.words, self.tags, self.deps, self.heads = words, tags, deps, heads
        self.lower = [word.lower() for word in words]
        self.bases = [base(word) for word in self.lower]
        self.stems = [stem(word) for word in self.lower]
        self.children: list[list[int]] = [[] for _ in words]
        for i, head in enumerate(heads):
            if head != i:
                self.children[head].append(i)

    @classmethod
    def of(cls, doc: Doc) -> Parse:
        """The lists of a spaCy parse."""
        strings = doc.vocab.strings
        rows = doc.to_array(["TAG", "DEP", "HEAD"])
        # HEAD comes as an unsigned distance; only its signed reading is one.
        distances = rows[:, 2].astype("int32").tolist()
        return cls(
            [token.text for token in doc],
            [_named(tag, strings) for tag in rows[:, 0].tolist()],
            [_named(dep, strings) for dep in rows[:, 1].tolist()],
            [i + distance for i, distance in enumerate(distances)],
        )

    @cached_property
    def rows(self) -> list[int]:
        """The words as the word vectors number them."""
        return word_vectors().rows(self.lower)

    @cached_property
    def content(self) -> list[int]:
        """The tokens that say something by themselves."""
        return [i for i, tag in enumerate(self.tags) if tag[:2] in _CONTENT]

    def __len__(self) -> int:
        return len(self.words)

    def subtree(self, token: int) -> Iterator[int]:
        """A token and everything below it, in no particular order."""
        stack = [token]
        while stack:
            current = stack.pop()
            yield current
            stack.extend(self.children[current])


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
