"""Mending lists of crimes: what stands beside a crime that somebody is accused of is one more."""

from __future__ import annotations

from eventx_rules.repair.charges import CHARGES, SPANS, TRYING
from eventx_rules.tree import Tree

_COUNTS = frozenset(("count", "counts", "charge", "charges"))


def list_of_charges(tree: Tree, noun: int) -> None:
    """ "Two counts of murder, two counts of arson and four firearms violations": no count stands for another.

    Args:
        tree: The sentence; changed in place.
        noun: What is taken for another name of the noun before it.
    """
    first = tree.heads[noun]
    if tree.lower[noun] in _COUNTS and tree.lower[first] in _COUNTS:
        tree.relabel(noun, "conj")


def count_beside_a_weapon(tree: Tree, noun: int) -> None:
    """ "Charged with assault with a rifle and two counts of theft": the counts are no weapons.

    Args:
        tree: The sentence; changed in place.
        noun: What is coordinated with a noun.
    """
    first = tree.first_conjunct(noun)
    if tree.lower[noun] not in _COUNTS or tree.lower[first] in _COUNTS or tree.deps[first] != "pobj":
        return
    charge = tree.first_conjunct(tree.heads[tree.heads[first]])
    preposition = tree.heads[charge]
    if tree.deps[charge] == "pobj" and tree.lower[tree.heads[preposition]] in TRYING:
        tree.hang(noun, charge, "conj")


def attempted(tree: Tree, word: int) -> None:
    """ "Charged with homicide, attempted murder and theft": nobody attempts while he is charged.

    Args:
        tree: The sentence; changed in place.
        word: A participle that is taken for a clause of its own.
    """
    crime = tree.child(word, "dobj")
    verb = tree.heads[word]
    if tree.lower[word] != "attempted" or crime is None or tree.lower[verb] not in TRYING or verb > word:
        return
    first = next((n for p in tree.all(verb, "prep") for n in tree.all(p, "pobj") if p < n < word), None)
    if first is not None:
        tree.hang(crime, first, "conj")
        tree.hang(word, crime, "amod")


def crime_beside_the_accused(tree: Tree, noun: int) -> None:
    """ "He is accused of theft, two counts of assault and fraud": nobody accuses the counts.

    Args:
        tree: The sentence; changed in place.
        noun: What is taken for an object, a time or an apposition beside a verb.
    """
    verb = tree.heads[noun]
    if tree.deps[noun] == "appos" and tree.deps[verb] == "nsubjpass":
        verb = tree.heads[verb]
    start = min(t for t in tree.subtree(noun) if tree.deps[t] != "punct")
    if tree.lower[verb] not in TRYING or start <= verb or tree.words[start - 1] != ",":
        return
    if tree.tags[noun] not in ("NN", "NNS") or tree.lower[noun] in SPANS or _takes_up(tree, noun):
        return
    told = (n for p in tree.all(verb, "prep") if tree.lower[p] in _OF_WHAT for n in tree.all(p, "pobj") if n < start)
    first = max(told, default=None)
    if first is not None and max(tree.subtree(first)) == start - 2:
        tree.hang(noun, first, "conj")


def _takes_up(tree: Tree, noun: int) -> bool:
    """Whether a noun only names again what was said: "accused him of theft, a charge he denies"."""
    return tree.lower[noun] in CHARGES and any(tree.lower[c] in ("a", "an") for c in tree.all(noun, "det"))


_OF_WHAT = frozenset(("of", "with", "for", "on"))


def deed_beside_the_accusing(tree: Tree, gerund: int) -> None:
    """ "Accused Holm of groping or harassing them", "of opening fire, then spraying": she harassed nobody.

    Args:
        tree: The sentence; changed in place.
        gerund: A verb that is coordinated with another, or beside it.
    """
    verb = tree.heads[gerund]
    if tree.tags[gerund] != "VBG" or tree.tags[verb] == "VBG" or tree.lower[verb] not in TRYING or gerund < verb:
        return
    if tree.has_subject(gerund) or tree.child(gerund, "mark", "aux") is not None:
        return
    joints = [c for c in tree.all(verb, "cc") if c < gerund]
    phrases = (p for p in tree.all(verb, "prep") if tree.lower[p] in _OF_WHAT)
    told = (g for p in phrases for g in tree.all(p, "pcomp", "pobj") if tree.tags[g] == "VBG" and g < gerund)
    first = max(told, default=None)
    if first is None or not (joints or tree.lower[min(tree.subtree(gerund))] == "then"):
        return
    for joint in joints:
        if first < joint:
            tree.hang(joint, first, "cc")
    tree.hang(gerund, first, "conj")
