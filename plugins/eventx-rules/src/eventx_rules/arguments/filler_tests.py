"""What can be asked of the head of a filler: is it a name, a number, a time, a place, a word of a list?"""

from __future__ import annotations

import re
from collections.abc import Callable

from eventx_rules.arguments.voice import is_passive
from eventx_rules.tree import Tree

Test = Callable[[Tree, int], bool]

_NUMERAL = re.compile(r"\d[\d,.]*")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DAY = re.compile(r"(?:[12]?\d|3[01])(?:st|nd|rd|th)")
_CLOCK = re.compile(r"(?:1[5-9]|20)\d\d|\d{1,2}:\d\d")


def _is_name(tree: Tree, token: int) -> bool:
    return tree.tags[token] in ("NNP", "NNPS")


def _is_pronoun(tree: Tree, token: int) -> bool:
    return tree.tags[token] in ("PRP", "PRP$")


def _is_clause(tree: Tree, token: int) -> bool:
    if tree.deps[token] in ("ccomp", "pcomp", "xcomp"):
        return True
    return tree.is_verb(token) and tree.deps[token] not in ("amod", "compound")


def _is_numeral(tree: Tree, token: int) -> bool:
    return tree.tags[token] == "CD" and not _YEAR.fullmatch(tree.words[token])


def _is_noun(tree: Tree, token: int) -> bool:
    return tree.is_noun(token)


def _is_agentive(tree: Tree, token: int) -> bool:
    """Whether it is the possessor of a noun that names its object too: "Israel's killing of the two"."""
    noun = tree.heads[token]
    return tree.deps[token] == "poss" and any(tree.lower[c] == "of" for c in tree.children[noun] if c > noun)


def _is_alone(tree: Tree, token: int) -> bool:
    """Whether a verb's subject stands without an opponent: "Kurds and Turks clashed", not "… clashed with the army"."""
    return not any(
        tree.deps[c] == "dobj" or tree.lower[c] in ("with", "against") for c in tree.children[tree.heads[token]]
    )


def _is_passive(tree: Tree, token: int) -> bool:
    return tree.is_verb(token) and is_passive(tree, token)


def _is_leading(tree: Tree, token: int) -> bool:
    """Whether a modifier says under whose lead: a "US-led" raid, as one word."""
    return tree.lower[token].endswith("-led")


def _is_single(tree: Tree, token: int) -> bool:
    """Whether it is one who is not named: "a guard", "the premier", "his driver"; not "Ada Holm", "them"."""
    return tree.tags[token] == "NN" and any(tree.deps[c] in ("det", "poss") for c in tree.children[token])


def _is_self(tree: Tree, token: int) -> bool:
    """Whether nobody else is hit: "shot himself", but not "shot himself and two guards"."""
    return tree.lower[token] in _SELVES and not tree.conjuncts(token)


def _is_sole(tree: Tree, token: int) -> bool:
    """Whether a verb has a preposition and no object: "shot at a bus", not "was shot at a bus stop"."""
    verb = tree.heads[tree.heads[token]]
    return tree.is_verb(verb) and tree.child(verb, "dobj") is None and not is_passive(tree, verb)


_SELVES = frozenset(("himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself", "yourselves"))

# Tests that every trigger file knows; "count" and the rest are made where word lists are read (`lexicon.reading`).
BUILT_IN: dict[str, Test] = {
    "name": _is_name,
    "pronoun": _is_pronoun,
    "clause": _is_clause,
    "noun": _is_noun,
    "numeral": _is_numeral,
    "agentive": _is_agentive,
    "alone": _is_alone,
    "leading": _is_leading,
    "passive": _is_passive,
    "single": _is_single,
    "self": _is_self,
    "sole": _is_sole,
}


def in_list(words: frozenset[str]) -> Test:
    """Whether a head's word is in a list, alone or, for a list's entry of two words, with the word before it.

    "Some of the claims" are claims.
    """
    pairs = any(" " in word for word in words)

    def test(tree: Tree, token: int) -> bool:
        if tree.lower[token] in words:
            return True
        if tree.lower[token] in _SHARES:
            return any(
                test(tree, n) for p in tree.all(token, "prep") if tree.lower[p] == "of" for n in tree.all(p, "pobj")
            )
        return pairs and token > 0 and f"{tree.lower[token - 1]} {tree.lower[token]}" in words

    return test


def personal(titles: frozenset[str]) -> Test:
    """Whether a name is that of a person: behind a title ("Premier Holm"), or told of with "who"."""

    def test(tree: Tree, token: int) -> bool:
        if not _is_name(tree, token):
            return False
        before = [c for c in tree.children[token] if tree.deps[c] in ("compound", "nmod")]
        # A first name may have the title: "King Olav Berg".
        before += [n for c in before for n in tree.children[c]]
        told = (n for c in tree.all(token, "relcl") for n in tree.children[c])
        return any(tree.lower[c] in titles for c in before) or any(tree.tags[n] == "WP" for n in told)

    return test


_SHARES = frozenset(
    (
        "some",
        "many",
        "most",
        "all",
        "any",
        "part",
        "much",
        "one",
        "none",
        "each",
        "several",
        "parts",
        "dozens",
        "hundreds",
        "thousands",
        "scores",
    )
)


def counting(quantities: frozenset[str]) -> Test:
    """Whether a phrase says how many: it is, or is preceded by, a number or a word of quantity."""

    def test(tree: Tree, token: int) -> bool:
        if _is_numeral(tree, token) or tree.lower[token] in quantities:
            return True
        for noun in (n for c in tree.children[token] if tree.lower[c] == "of" for n in tree.children[c]):
            # "a family of six", "a total of 140 militants"
            if _is_numeral(tree, noun) or (
                tree.lower[token] in _TOTALS and any(_is_numeral(tree, n) for n in tree.all(noun, "nummod"))
            ):
                return True
        return any(
            tree.deps[c] in ("nummod", "amod", "det", "quantmod", "nmod", "compound")
            and (_is_numeral(tree, c) or tree.lower[c] in quantities)
            for c in tree.children[token]
        )

    return test


_TOTALS = frozenset(("total", "group", "family", "crowd", "team", "average", "series", "estimated"))


def located(places: frozenset[str], others: frozenset[str]) -> Test:
    """Whether a phrase is where something can happen: a kind of place, or a name that is known for nothing else."""

    other = in_list(others)

    def test(tree: Tree, token: int) -> bool:
        if token + 2 < len(tree) and tree.words[token + 1] == "-" and tree.is_verb(token + 2):
            # "a Chad-based sect", cut in three
            return False
        if tree.lower[token] in _SHARES:
            # "one of the main streets"
            of = [p for p in tree.all(token, "prep") if tree.lower[p] == "of"]
            return any(test(tree, n) for p in of for n in tree.all(p, "pobj"))
        if tree.lower[token] in places:
            # "Islamic State" is no state.
            return not (_is_name(tree, token) and other(tree, token) and tree.lower[token] not in others)
        # Names in the plural are peoples: those of places are in the lists.
        return tree.tags[token] == "NNP" and not other(tree, token) and not tree.words[token].endswith("%")

    return test


def temporal(units: frozenset[str]) -> Test:
    """Whether a phrase is a time: a month, a weekday, a year, a unit of time."""

    def test(tree: Tree, token: int) -> bool:
        word = tree.words[token]
        if word == "May" and any(tree.tags[c] == "NNP" and tree.deps[c] == "compound" for c in tree.children[token]):
            # "Theresa May"
            return False
        return tree.lower[token] in units or bool((_CLOCK if tree.tags[token] == "CD" else _DAY).fullmatch(word))

    return test
