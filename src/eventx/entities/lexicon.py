"""English words that say what somebody or something is: titles, role nouns, first names, pronouns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any, Literal

from attrs import frozen

Gender = Literal["male", "female"]
Kind = Literal["person", "people", "group", "place", "thing"]
GENDERS: tuple[Gender, ...] = ("male", "female")
# Of the nouns of a section of ``roles.toml``, what one stands for, and what several.
_NOUN_KINDS: tuple[tuple[str, Kind, Kind], ...] = (
    ("person", "person", "people"),
    ("male", "person", "people"),
    ("female", "person", "people"),
    ("place", "place", "place"),
    ("group", "group", "group"),
    ("thing", "thing", "thing"),
)


def read_data(name: str) -> dict[str, Any]:
    """Read a data file of this package."""
    return tomllib.loads(resources.files("eventx.entities").joinpath("data", name).read_text(encoding="utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """A list of words of ``words.toml``."""
    return frozenset(_words()[name].split())


def either(name: str) -> str:
    """A list of words of ``words.toml`` as a regular expression, longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words(name)), key=lambda word: (-len(word), word))) + ")"


@cache
def offices() -> Mapping[str, frozenset[str]]:
    """By a word for somebody in office, the offices that it may stand for."""
    return {word: frozenset(others.split()) for word, others in _words()["offices"].items()}


@cache
def _words() -> dict[str, Any]:
    return read_data("words.toml")


@cache
def spellings() -> Mapping[str, str]:
    """The spelling by which a word of a name is compared, by its other spellings."""
    return {word: one for one, others in _words()["spellings"].items() for word in others.split()}


@cache
def pronouns() -> Mapping[str, tuple[str, Gender | None]]:
    """What each pronoun stands for, and its gender: ``person``, ``thing``, ``plural``, ``speaker``, …."""
    kinds: dict[str, tuple[str, Gender | None]] = {}
    for kind, forms in _words()["pronouns"].items():
        entry: tuple[str, Gender | None] = ("person", kind) if kind in ("male", "female") else (kind, None)
        kinds.update(dict.fromkeys(forms, entry))
    return kinds


@frozen(kw_only=True)
class Lexicon:
    """What is known of single words. Nouns and titles are in lower case, first names as written.

    Attributes:
        titles: Category by title word; ``""`` where the title says nothing ("Mr.").
        nouns: Category by head noun, singular and plural.
        kinds: What a noun stands for: a ``person``, ``people``, a ``group``, a ``place`` or a ``thing``.
        genders: Gender by title, noun or first name.
        countries: Nouns for a country ("the country"), besides ``kinds``.
        towns: Nouns for a town ("the city").
        common: Words that begin a sentence in capitals without being a name.
    """

    titles: Mapping[str, str]
    nouns: Mapping[str, str]
    kinds: Mapping[str, Kind]
    genders: Mapping[str, Gender]
    first_names: Mapping[str, Gender]
    countries: frozenset[str]
    towns: frozenset[str]
    common: frozenset[str]
    organisations: frozenset[str]
    landmarks: frozenset[str]


@cache
def _irregular_plurals() -> Mapping[str, str]:
    return dict(_words()["irregular_plurals"])


@cache
def _irregular_singulars() -> Mapping[str, str]:
    return {many: one for one, many in _irregular_plurals().items()}


def plural(noun: str) -> str:
    """The regular plural of a noun, or its irregular one."""
    if noun in _irregular_plurals():
        return _irregular_plurals()[noun]
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def singular(noun: str) -> str:
    """The singular of a plural noun; a noun that is none comes back unchanged."""
    if noun in _irregular_singulars():
        return _irregular_singulars()[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith("ss"):
        return noun[:-1]
    return noun


def is_plural(noun: str) -> bool:
    """Whether a head noun in lower case takes a plural verb or is referred to by "they"."""
    if noun in words("always_plural") or noun in _irregular_singulars():
        return True
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and noun not in words("singular_in_s")


@cache
def load_lexicon() -> Lexicon:
    """The lexicon; read once."""
    roles, names = read_data("roles.toml"), read_data("first_names.toml")
    titles: dict[str, str] = {}
    for category, text in roles["titles"].items():
        if category not in GENDERS:
            for word in text.split():
                titles.setdefault(word.lower(), category if category.isupper() else "")
    nouns: dict[str, str] = {}
    for category, text in roles["nouns"].items():
        for word in _with_plurals(text.split()):
            nouns.setdefault(word, category)
    kinds: dict[str, Kind] = {}
    genders: dict[str, Gender] = {}
    for gender in GENDERS:
        for word in (*roles["titles"][gender].split(), *roles["kinds"][gender].split()):
            genders[word.lower()] = gender
    for section, one, many in _NOUN_KINDS:
        for word in roles["kinds"][section].split():
            kinds.setdefault(word, one)
            if not is_plural(word):
                kinds.setdefault(plural(word), many)
    for word in nouns:
        kinds.setdefault(word, "people" if is_plural(word) else "person")
    return Lexicon(
        titles=titles,
        nouns=nouns,
        kinds=kinds,
        genders=genders,
        first_names={
            **dict.fromkeys(names["male"].split(), "male"),
            **dict.fromkeys(names["female"].split(), "female"),
        },
        countries=frozenset(roles["kinds"]["country"].split()),
        towns=frozenset(roles["kinds"]["town"].split()),
        common=words("common"),
        organisations=words("organisations"),
        landmarks=words("landmarks"),
    )


def _with_plurals(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        yield word.lower()
        if not is_plural(word):
            yield plural(word.lower())
