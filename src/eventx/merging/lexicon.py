"""What merging knows about English words, read once from ``data/english.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources

from attrs import frozen

from eventx.merging.stems import stem


@frozen(kw_only=True)
class Lexicon:
    """Word lists; see the comments in the data file."""

    definite: frozenset[str]
    indefinite: frozenset[str]
    further: frozenset[str]
    many: frozenset[str]
    stops: frozenset[str]
    clause_openers: frozenset[str]
    pronouns: frozenset[str]
    empty: frozenset[str]
    measure: frozenset[str]
    vague: frozenset[str]
    numbers: Mapping[str, int]
    multipliers: Mapping[str, int]
    vague_numbers: Mapping[str, tuple[int, int]]
    at_least: tuple[str, ...]
    at_most: tuple[str, ...]
    about: tuple[str, ...]
    families: Mapping[str, str]
    acts: Mapping[str, frozenset[str]]
    nouns: frozenset[str]
    plural_nouns: frozenset[str]
    before_verbs: frozenset[str]
    anaphors: frozenset[str]
    anaphoric_stems: frozenset[str]
    joins: frozenset[frozenset[str]]
    deadly: frozenset[str]
    marks: Mapping[str, str]
    missing: Mapping[str, str]
    plurals: frozenset[str]
    the_places: frozenset[str]
    wide: frozenset[str]
    bodies: frozenset[str]
    collectives: frozenset[str]
    singles: frozenset[str]
    opposites: tuple[tuple[str, str], ...]
    sides: tuple[tuple[str, str], ...]
    place_roles: frozenset[str]
    victim_roles: frozenset[str]
    shared_roles: frozenset[str]
    assailants: frozenset[str]
    strangers: frozenset[str]
    claims: frozenset[str]
    openers: frozenset[str]
    maybe_names: frozenset[str]
    untold: frozenset[str]
    months: tuple[str, ...]


@cache
def english() -> Lexicon:
    """The English word lists."""
    data = tomllib.loads(resources.files("eventx.merging").joinpath("data/english.toml").read_text(encoding="utf-8"))
    determiners, numbers = data["determiners"], data["numbers"]
    return Lexicon(
        definite=frozenset(determiners["definite"]),
        indefinite=frozenset(determiners["indefinite"]),
        further=frozenset(determiners["further"]),
        many=frozenset(determiners["many"]),
        clause_openers=frozenset(determiners["clause_openers"]),
        stops=frozenset(determiners["stops"]),
        pronouns=frozenset(determiners["pronouns"]),
        empty=frozenset(determiners["empty"]),
        measure=frozenset(determiners["measure"]),
        vague=frozenset(data["vague"]["words"]),
        numbers=numbers["small"],
        multipliers=numbers["large"],
        vague_numbers={word: (low, high) for word, (low, high) in numbers["vague"].items()},
        at_least=tuple(numbers["at_least"]),
        at_most=tuple(numbers["at_most"]),
        about=tuple(numbers["about"]),
        families={word: family for family, words in data["families"].items() for word in words},
        acts=_by_stem(data["families"]),
        nouns=frozenset(data["nouns"]["words"]),
        plural_nouns=frozenset(_plural(word) for word in data["nouns"]["words"]),
        before_verbs=frozenset(determiners["before_verbs"]),
        anaphors=frozenset(data["anaphors"]["words"]),
        anaphoric_stems=_anaphoric(data),
        joins=frozenset(frozenset(pair) for pair in data["joins"]["pairs"]),
        deadly=frozenset(data["deadly"]["families"]),
        marks=data["marks"],
        missing=data["missing"],
        plurals=frozenset(data["plurals"]["words"]),
        opposites=_both_ways(data["opposites"]["pairs"]),
        sides=_both_ways(data["sides"]["pairs"]),
        the_places=frozenset(data["the_places"]["words"]),
        wide=frozenset(data["wide"]["words"]),
        bodies=frozenset(data["bodies"]["categories"]),
        collectives=frozenset(data["plurals"]["collective"]),
        singles=frozenset(data["plurals"]["single"]),
        place_roles=frozenset(data["place_roles"]["names"]),
        victim_roles=frozenset(data["victim_roles"]["names"]),
        shared_roles=frozenset(data["shared_roles"]["names"]),
        assailants=frozenset(stem(word) for word in data["assailants"]["words"]),
        strangers=frozenset(stem(word) for word in data["strangers"]["words"]),
        claims=frozenset(stem(word) for word in data["claims"]["words"]),
        openers=frozenset(data["openers"]["words"])
        | frozenset(determiners["definite"] + determiners["indefinite"] + determiners["further"] + determiners["many"])
        | frozenset(numbers["small"]),
        maybe_names=frozenset(determiners["further"]),
        untold=frozenset(data["untold"]["words"]),
        months=tuple(data["months"]["names"]),
    )


def _by_stem(families: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """The families of each stem: words of several are found by none of them."""
    found: dict[str, set[str]] = {}
    for family, words in families.items():
        for word in words:
            if " " not in word:
                found.setdefault(stem(word), set()).add(family)
    return {word: frozenset(several) for word, several in found.items()}


def _anaphoric(data: Mapping[str, Mapping[str, Iterable[str]]]) -> frozenset[str]:
    """The stems of words that name an attack of any kind: no pronouns, and no words for what is said."""
    others = {*data["determiners"]["pronouns"], *data["determiners"]["empty"], *data["claims"]["words"]}
    return frozenset(stem(word) for word in data["anaphors"]["words"] if word not in others)


def _both_ways(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for one, other in pairs for pair in ((one, other), (other, one)))


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("sh", "ch", "s", "x")) else "s")
