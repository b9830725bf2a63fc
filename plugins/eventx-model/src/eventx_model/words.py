"""The words that may tell of an event."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from attrs import field, frozen

from eventx_model.parse import base


@frozen(kw_only=True)
class Vocabulary:
    """What is looked at and what is looked for.

    Attributes:
        classes: By base, the classes of words that may tell of an event.
        candidates: The bases of words that may be triggers.
        screen: Those for which a sentence is read.
    """

    classes: Mapping[str, tuple[str, ...]] = field(repr=False)
    candidates: frozenset[str] = field(repr=False)
    screen: frozenset[str] = field(repr=False)

    @classmethod
    def of(cls, shares: Mapping[str, float], least_read: float) -> Vocabulary:
        """The classes of the word lists, and what training found of words.

        Args:
            shares: By base, how often a word is a trigger.
            least_read: From which share on a sentence is read for a word.
        """
        read = frozenset(word for word, share in shares.items() if share >= least_read)
        return cls(classes=word_classes(), candidates=frozenset(shares), screen=read)


def word_classes() -> dict[str, tuple[str, ...]]:
    """By base, the classes that its words belong to."""
    found: dict[str, list[str]] = {}
    for name, words in _lists()["triggers"].items():
        for word in words.split():
            classes = found.setdefault(base(word), [])
            if name not in classes:
                classes.append(name)
    return {key: tuple(classes) for key, classes in found.items()}


@cache
def noun_classes() -> dict[str, str]:
    """What a noun is, by the lower-case word."""
    found: dict[str, str] = {}
    for name, words in _lists()["nouns"].items():
        for word in words.split():
            found.setdefault(word, name)
    return found


@cache
def topics() -> dict[str, tuple[str, ...]]:
    """The topics that a lower-case word tells of."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in _lists()["topics"].items():
        for word in words.split():
            found[word] = (*found.get(word, ()), name)
    return found


@cache
def cues() -> dict[str, tuple[str, ...]]:
    """What a lower-case word says of whether an event happened."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in _lists()["cues"].items():
        for word in words.split():
            found[word] = (*found.get(word, ()), name)
    return found


@cache
def signals(name: str) -> frozenset[str]:
    """The words of a list that features ask for by name."""
    return frozenset(_lists()["features"][name].split())


@cache
def _lists() -> dict[str, dict[str, str]]:
    text = resources.files("eventx_model.data").joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
