"""The word lists that modality is read by, loaded once."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

from attrs import frozen

from eventx.model import Modality
from eventx_rules.lexicon.inflect import noun_forms, verb_forms

_LABELS: tuple[Modality, ...] = ("planned", "hypothetical", "negated")

# What each listed form says of the event it governs.
Table = Mapping[str, Modality]


@frozen(kw_only=True)
class Governors:
    """Words that decide over what depends on them, by their word class."""

    verbs: Table
    nouns: Table
    adjectives: Table


@frozen(kw_only=True)
class ModalityWords:
    """The lists of ``data/modality.toml``, inflected."""

    auxiliaries: Table
    would: frozenset[str]
    perceived: frozenset[str]
    negative_adverbs: frozenset[str]
    negative_determiners: frozenset[str]
    negative_pronouns: frozenset[str]
    focus: frozenset[str]
    condition_marks: frozenset[str]
    future_marks: frozenset[str]
    doubt_adverbs: frozenset[str]
    future_times: frozenset[str]
    infinitive: Governors
    gerund: Governors
    that: Governors
    event: Governors
    averting: frozenset[str]
    factive: frozenset[str]
    modifiers: Table
    without: frozenset[str]
    meanwhile: frozenset[str]
    beside: frozenset[str]
    calls: frozenset[str]
    carrier_subjects: frozenset[str]
    carrier_objects: frozenset[str]
    carrier_prepositions: frozenset[str]
    carrier_nouns: frozenset[str]
    generic_verbs: frozenset[str]
    generic_wholes: frozenset[str]
    going_on: frozenset[str]
    generic_changes: frozenset[str]
    generic_adverbs: frozenset[str]
    generic_nouns: frozenset[str]
    generic_heads: frozenset[str]
    generic_charges: frozenset[str]
    generic_acts: frozenset[str]
    particular: frozenset[str]
    ending: frozenset[str]
    praise: frozenset[str]
    soon: frozenset[str]
    announced: frozenset[str]
    truth: frozenset[str]
    expecting: frozenset[str]
    advising: frozenset[str]
    left_undone: frozenset[str]
    of_only: frozenset[str]
    telling: frozenset[str]
    past: frozenset[str]
    instead: frozenset[str]
    weekdays: frozenset[str]
    proofs: frozenset[str]
    supposing: frozenset[str]
    turning_down: frozenset[str]
    turned_down: frozenset[str]
    be: frozenset[str]


def verb_keys(entry: str) -> list[str]:
    """Every form of a verb, each with the particle or preposition that the entry names behind it."""
    verb, _, particle = entry.partition(" ")
    return [f"{form} {particle}" if particle else form for form in verb_forms(verb)]


def _table(lists: Mapping[str, list[str]], forms: Callable[[str], Iterable[str]]) -> Table:
    return {key: label for label in _LABELS for entry in lists.get(label, ()) for key in forms(entry)}


def _same(entry: str) -> tuple[str]:
    return (entry,)


def _all(entries: Iterable[str], forms: Callable[[str], Iterable[str]]) -> frozenset[str]:
    return frozenset(form for entry in entries for form in forms(entry))


def _governors(*sections: Mapping[str, Any]) -> Governors:
    def merged(kind: str, forms: Callable[[str], Iterable[str]]) -> Table:
        return {key: label for section in sections for key, label in _table(section.get(kind, {}), forms).items()}

    return Governors(
        verbs=merged("verbs", verb_keys), nouns=merged("nouns", noun_forms), adjectives=merged("adjectives", _same)
    )


@cache
def modality_words() -> ModalityWords:
    """The lists, read from the package when first asked for."""
    data = tomllib.loads(resources.files("eventx_rules.data").joinpath("modality.toml").read_text(encoding="utf-8"))
    negation, conditions, carriers, generic = (
        data[name] for name in ("negation", "conditions", "carriers", "genericity")
    )
    return ModalityWords(
        auxiliaries=_table(data["auxiliaries"], _same),
        would=frozenset(data["auxiliaries"]["reported_future"]),
        perceived=_all(data["auxiliaries"]["perceived"], verb_forms),
        negative_adverbs=frozenset(negation["adverbs"]),
        negative_determiners=frozenset(negation["determiners"]),
        negative_pronouns=frozenset(negation["pronouns"]),
        focus=frozenset(negation["focus"]),
        condition_marks=frozenset(conditions["marks"]),
        future_marks=frozenset(conditions["future_marks"]),
        doubt_adverbs=frozenset(conditions["adverbs"]),
        future_times=frozenset(conditions["future_times"]),
        infinitive=_governors(data["clause"], data["infinitive"]),
        gerund=_governors(data["clause"], data["gerund"]),
        that=_governors(data["that"]),
        event=_governors(data["event"]),
        averting=_all(data["event"]["averting"], verb_forms),
        factive=_all(data["gerund"]["factive"], verb_forms),
        modifiers=_table(data["event"]["modifiers"], _same),
        without=frozenset(data["event"]["without"]),
        meanwhile=frozenset(data["event"]["meanwhile"]),
        beside=frozenset(data["event"]["beside"]),
        calls=_all(data["event"]["calls"], noun_forms),
        carrier_subjects=_all(carriers["subjects"], verb_forms),
        carrier_objects=_all(carriers["objects"], verb_forms),
        carrier_prepositions=_all(carriers["prepositions"], verb_keys),
        carrier_nouns=_all(carriers["nouns"], noun_forms),
        going_on=_all(generic["going_on"], verb_forms),
        generic_wholes=_all(generic["wholes"], noun_forms),
        generic_changes=_all(generic["changes"], verb_forms),
        generic_adverbs=frozenset(generic["adverbs"]),
        generic_verbs=_all(generic["verbs"], verb_keys),
        generic_nouns=_all(generic["nouns"], noun_forms),
        generic_heads=frozenset(generic["heads"]),
        generic_charges=frozenset(generic["charges"]),
        generic_acts=_all(generic["acts"], verb_forms),
        particular=frozenset(generic["particular"]),
        instead=frozenset(data["event"]["instead"]),
        praise=frozenset(data["event"]["praise"]),
        announced=frozenset(conditions["announced"]),
        soon=frozenset(conditions["soon"]),
        truth=frozenset(conditions["truth"]),
        expecting=_all(("expect",), verb_forms),
        advising=_all(negation["advising"], verb_forms),
        left_undone=_all(negation["left_undone"], verb_keys),
        of_only=_all(data["gerund"]["of_only"], noun_forms),
        telling=_all(data["event"]["telling"], verb_forms),
        past=frozenset(data["event"]["past"]),
        weekdays=frozenset(conditions["weekdays"]),
        proofs=_all(data["that"]["proofs"], noun_forms),
        supposing=_all(data["that"]["supposing"], verb_forms),
        ending=_all(carriers["ending"], verb_forms),
        turning_down=_all(data["turning_down"]["verbs"], verb_forms),
        turned_down=_all(data["turning_down"]["nouns"], noun_forms),
        be=frozenset(verb_forms("be")),
    )
