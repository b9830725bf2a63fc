"""The words that may tell of an event."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from attrs import field, frozen

from eventx_model.parse import stem


@frozen(kw_only=True)
class Vocabulary:
    """What is looked at and what is looked for.

    Attributes:
        classes: By stem, the classes of words that may tell of an event; none for words that belong to no class but
            did tell of one in the training articles.
        screen: The stems of which a sentence must have one to be read.
    """

    classes: Mapping[str, tuple[str, ...]] = field(repr=False)
    screen: frozenset[str] = field(repr=False)

    @classmethod
    def of(cls, seen: Iterable[str], screen: Iterable[str]) -> Vocabulary:
        """The classes of the word lists, and what training adds.

        Args:
            seen: Stems of triggers in the training articles.
            screen: Stems that make a sentence worth reading.
        """
        return cls(classes={**dict.fromkeys(seen, ()), **word_classes()}, screen=frozenset(screen))


def word_classes() -> dict[str, tuple[str, ...]]:
    """By stem, the classes that its words belong to."""
    found: dict[str, list[str]] = {}
    for name, words in _lists()["triggers"].items():
        for word in words.split():
            classes = found.setdefault(stem(word), [])
            if name not in classes:
                classes.append(name)
    return {key: tuple(classes) for key, classes in found.items()}


@cache
def signals(name: str) -> frozenset[str]:
    """The words of a list that features ask for by name."""
    return frozenset(_lists()["features"][name].split())


@cache
def _lists() -> dict[str, dict[str, str]]:
    text = resources.files("eventx_model.data").joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
