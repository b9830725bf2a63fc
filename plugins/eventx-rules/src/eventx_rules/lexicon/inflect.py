"""Lemmas to inflected forms: trigger files hold lemmas, the pipeline that reads news has no lemmatiser."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

_VOWELS = "aeiou"


@cache
def _irregular() -> tuple[dict[str, list[str]], dict[str, str], frozenset[str]]:
    """Verb parts (past, participle), noun plurals, and verbs that double their last consonant although longer."""
    text = resources.files("eventx_rules.data").joinpath("irregular.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return table["verbs"], table["nouns"], frozenset(table["doubling"])


def _doubles(lemma: str) -> bool:
    if len(lemma) < 3 or lemma[-1] in _VOWELS or lemma[-1] in "wxy" or lemma[-2] not in _VOWELS:
        return False
    # One vowel group only: "stab", "shoot" has two vowels in a row, "visit" two syllables.
    return lemma[-3] not in _VOWELS and sum(letter in _VOWELS for letter in lemma[:-2]) == 0


def _s_form(lemma: str) -> str:
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def verb_forms(lemma: str) -> tuple[str, ...]:
    """Every inflected form of a verb, the lemma first.

    >>> verb_forms("stab")
    ('stab', 'stabs', 'stabbing', 'stabbed')
    """
    if lemma == "be":
        return ("be", "is", "are", "am", "was", "were", "been", "being", "'s", "'re", "'m", "’s", "’re", "’m")
    if lemma == "have":
        return ("have", "has", "had", "having", "'ve", "'d", "’ve", "’d")
    irregular = _irregular()[0].get(lemma)
    if lemma.endswith("ie"):
        gerund = lemma[:-2] + "ying"
    elif lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        gerund = lemma[:-1] + "ing"
    elif _doubles(lemma):
        gerund = lemma + lemma[-1] + "ing"
    else:
        gerund = lemma + "ing"
    if irregular is not None:
        past = list(irregular)
    elif lemma.endswith("e"):
        past = [lemma + "d"]
    elif lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        past = [lemma[:-1] + "ied"]
    elif _doubles(lemma):
        past = [lemma + lemma[-1] + "ed"]
    else:
        past = [lemma + "ed"]
    third = lemma + "es" if lemma.endswith("o") and lemma[-2:-1] not in _VOWELS else _s_form(lemma)
    forms = [lemma, third, gerund, *past]
    if lemma in _irregular()[2]:
        # Both spellings are in the news: "travelled" and "traveled".
        forms += [lemma + lemma[-1] + "ing", lemma + lemma[-1] + "ed"]
    return tuple(dict.fromkeys(forms))


def may_be_participle(form: str) -> bool:
    """Whether a form of a verb can stand before or behind a noun as an adjective does: "stolen", "the stabbing man"."""
    return form.endswith(("ed", "ing", "en")) or form in _irregular_parts()


@cache
def _irregular_parts() -> frozenset[str]:
    return frozenset(form for forms in _irregular()[0].values() for form in forms)


def noun_forms(lemma: str) -> tuple[str, ...]:
    """Singular and plural of a noun.

    >>> noun_forms("siege"), noun_forms("casualty"), noun_forms("gunman")
    (('siege', 'sieges'), ('casualty', 'casualties'), ('gunman', 'gunmen'))
    """
    regular = lemma[:-2] + "en" if lemma.endswith("man") else _s_form(lemma)
    return tuple(dict.fromkeys([lemma, _irregular()[1].get(lemma) or regular]))
