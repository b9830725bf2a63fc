"""Shapes that the parser gets wrong, by hand: the mending must not hang on one version of the parser."""

from __future__ import annotations

import pytest
from eventx_rules.repair.mending import repair
from eventx_rules.tree import Tree

from eventx.analysis import DependencyTree


def tree(*rows: tuple[str, str, str, int]) -> Tree:
    words, tags, deps, heads = (list(column) for column in zip(*rows, strict=True))
    return repair(Tree(DependencyTree(words, tags, deps, heads)))


def test_finite_verb_goes_back_to_the_finite_verb():
    mended = tree(
        ("they", "PRP", "nsubj", 1),
        ("denied", "VBD", "ROOT", 1),
        ("it", "PRP", "nsubj", 4),
        ("had", "VBD", "aux", 4),
        ("fired", "VBN", "ccomp", 1),
        ("and", "CC", "cc", 4),
        ("accused", "VBD", "conj", 4),
        ("him", "PRP", "dobj", 6),
    )
    assert (mended.heads[6], mended.deps[6]) == (1, "conj")


def test_participle_of_a_passive_stays():
    mended = tree(
        ("they", "PRP", "nsubj", 1),
        ("denied", "VBD", "ROOT", 1),
        ("he", "PRP", "nsubjpass", 4),
        ("was", "VBD", "auxpass", 4),
        ("seized", "VBN", "ccomp", 1),
        ("and", "CC", "cc", 4),
        ("killed", "VBN", "conj", 4),
    )
    assert mended.heads[6] == 4


def test_object_takes_the_noun_beside_it():
    mended = tree(
        ("killed", "VBD", "ROOT", 0),
        ("monks", "NNS", "dobj", 0),
        ("and", "CC", "cc", 0),
        ("three", "CD", "conj", 0),
    )
    assert mended.heads[2:] == [1, 1]


def test_phrase_behind_a_weekday_belongs_to_the_verb():
    mended = tree(
        ("landed", "VBD", "ROOT", 0),
        ("on", "IN", "prep", 0),
        ("Monday", "NNP", "pobj", 1),
        ("in", "IN", "prep", 2),
        ("Oran", "NNP", "pobj", 3),
    )
    assert mended.heads[3] == 0


def test_goal_of_leaving_is_no_subject():
    mended = tree(
        ("left", "VBD", "ROOT", 0),
        ("for", "IN", "mark", 4),
        ("Oran", "NNP", "nsubj", 4),
        ("to", "TO", "aux", 4),
        ("rest", "VB", "advcl", 0),
    )
    assert (mended.heads[2], mended.deps[2]) == (1, "pobj")


def test_who_is_held_responsible_is_an_object():
    mended = tree(
        ("holds", "VBZ", "ROOT", 0),
        ("them", "PRP", "nsubj", 2),
        ("responsible", "JJ", "ccomp", 0),
    )
    assert (mended.heads[1], mended.deps[1]) == (0, "dobj")


def test_children_follow_what_is_rehung():
    mended = tree(("left", "VBD", "ROOT", 0), ("nine", "CD", "nummod", 2), ("dead", "JJ", "oprd", 0))
    assert mended.children == [[1, 2], [], []]


@pytest.mark.parametrize(("participle", "head"), [("killing", 1), ("citing", 4)])
def test_participle_behind_a_saying_belongs_to_what_is_said_unless_it_is_speech(participle, head):
    mended = tree(
        ("mines", "NNS", "nsubj", 1),
        ("hit", "VBD", "ROOT", 1),
        (",", ",", "punct", 1),
        ("police", "NNS", "nsubj", 4),
        ("said", "VBD", "parataxis", 1),
        (",", ",", "punct", 4),
        (participle, "VBG", "advcl", 4),
        ("nine", "CD", "dobj", 6),
    )
    assert mended.heads[6] == head


def test_subject_is_given_back_to_the_finite_verb():
    mended = tree(
        ("days", "NNS", "npadvmod", 5),
        ("after", "IN", "mark", 3),
        ("gunmen", "NNS", "nsubj", 3),
        ("linked", "VBN", "advcl", 5),
        ("overseas", "RB", "advmod", 3),
        ("killed", "VBD", "ROOT", 5),
        ("nine", "CD", "dobj", 5),
    )
    assert (mended.heads[2], mended.deps[2]) == (5, "nsubj")
    assert (mended.heads[3], mended.deps[3]) == (2, "acl")


def test_those_held_hostage_are_the_object():
    mended = tree(
        ("they", "PRP", "nsubj", 1),
        ("held", "VBD", "ROOT", 1),
        ("two", "CD", "nummod", 4),
        ("nurses", "NNS", "compound", 4),
        ("hostage", "NN", "dobj", 1),
    )
    assert (mended.heads[3], mended.deps[3]) == (1, "dobj")
    assert mended.heads[2] == 3


def test_verb_with_an_object_is_no_participle_of_the_weapon():
    mended = tree(
        ("man", "NN", "ROOT", 0),
        ("armed", "VBN", "acl", 0),
        ("with", "IN", "prep", 1),
        ("axe", "NN", "pobj", 2),
        ("killed", "VBD", "acl", 3),
        ("two", "CD", "dobj", 4),
    )
    assert (mended.deps[4], mended.heads[0], mended.deps[0]) == ("ROOT", 4, "nsubj")


def test_who_is_left_hurt_may_end_a_sentence_that_breaks_off():
    mended = tree(
        ("it", "PRP", "nsubj", 1),
        ("left", "VBD", "ROOT", 1),
        ("nine", "CD", "nsubj", 3),
        ("dead", "JJ", "ccomp", 1),
        ("and", "CC", "cc", 3),
        ("injured", "JJ", "conj", 3),
        ("wounded", "JJ", "amod", 3),
        ("dozens", "NNS", "nsubj", 5),
    )
    assert mended.deps[7] == "nsubjpass"
