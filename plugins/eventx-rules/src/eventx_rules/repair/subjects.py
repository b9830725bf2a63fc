"""Mending subjects: those that the parser gave to another word, and words that it took for one."""

from __future__ import annotations

from eventx_rules.lexicon.inflect import verb_forms
from eventx_rules.tree import Tree

_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_LEAVING = frozenset(form for lemma in ("leave", "depart", "head", "embark") for form in verb_forms(lemma))
_VISITING = frozenset(form for lemma in ("visit", "tour", "leave") for form in verb_forms(lemma))


def subject_taken_by_a_participle(tree: Tree, participle: int) -> None:
    """ "After a gunman pledging loyalty to the sect killed nine": the gunman killed them."""
    verb = tree.heads[participle]
    subject = tree.child(participle, "nsubj")
    if tree.tags[participle] not in ("VBG", "VBN"):
        return
    if verb < participle or subject is None or not tree.is_noun(subject) or tree.tags[verb] not in _FINITE:
        return
    if subject > participle or tree.has_subject(verb) or tree.child(participle, "aux", "auxpass") is not None:
        return
    for c in tree.all(participle, "mark", "advmod"):
        if c < subject:
            tree.hang(c, verb, tree.deps[c])
    tree.hang(subject, verb, "nsubj")
    tree.hang(participle, subject, "acl")


def verb_taken_for_a_participle(tree: Tree, verb: int) -> None:
    """ "A man armed with a rifle killed two": with an object it is no participle of the rifle, but what the man did."""
    participle = tree.heads[tree.heads[tree.heads[verb]]]
    subject = tree.heads[participle]
    if tree.tags[verb] != "VBD" or tree.child(verb, "dobj") is None:
        return
    if tree.deps[participle] != "acl" or not tree.is_noun(subject):
        return
    if tree.tags[participle] not in ("VBN", "VBG") or not subject < participle < verb:
        return
    above = tree.heads[subject]
    if above == subject:
        tree.hang(verb, subject, "acl")
        tree.swap(verb, subject, "nsubj")
    elif tree.is_verb(above) and len(tree.all(above, "nsubj")) > 1 and verb < above:
        # "… killed two, police said": the saying has a subject of its own.
        tree.hang(verb, above, "ccomp")
        tree.hang(subject, verb, "nsubj")


def clause_of_whom(tree: Tree, told: int) -> None:
    """ "Five were shot, two of whom died": the shooting is no complement of the dying."""
    verb = tree.heads[told]
    counted = [c for c in tree.all(verb, "nsubj", "nsubjpass") if c > told]
    of_whom = any(tree.lower[g] == "whom" for c in counted for p in tree.all(c, "prep") for g in tree.children[p])
    if told < verb and of_whom:
        tree.swap(told, verb, "advcl")


def visiting_subject(tree: Tree, word: int) -> None:
    """ "Visiting Danish premier Holm met …": the participle belongs to the subject."""
    head = tree.heads[word]
    subject = tree.child(head, "nsubj", "nsubjpass")
    if tree.tags[word] == "VBG" and not tree.children[word] and subject is not None and subject > word:
        tree.hang(word, subject, "amod")


def owner_taken_for_subject(tree: Tree, noun: int) -> None:
    """ "Holm's killing shocked …": a possessor, whatever the gerund behind it is."""
    gerund = tree.heads[noun]
    if tree.tags[gerund] == "VBG" and gerund == noun + 2 and tree.lower[noun + 1] in ("'s", "’s"):
        tree.relabel(noun, "poss")


def goal_taken_for_subject(tree: Tree, word: int) -> None:
    """ "Left for Oman to attend a summit": nobody called Oman attends it."""
    if tree.lower[word] != "for":
        return
    verb = tree.heads[word]
    goal = tree.child(verb, "nsubj")
    head = tree.heads[verb]
    if goal is not None and goal > word and tree.tags[goal] == "NNP" and tree.lower[head] in _LEAVING:
        tree.hang(word, head, "prep")
        tree.hang(goal, word, "pobj")


def place_taken_for_subject(tree: Tree, verb: int) -> None:
    """ "Had visited Oman to sign a pact": nobody called Oman signs it."""
    head = tree.heads[verb]
    place = tree.child(verb, "nsubj")
    if place is None or tree.tags[place] != "NNP" or tree.lower[head] not in _VISITING or not head < place < verb:
        return
    if tree.tags[verb] == "VB" and tree.lower[verb - 1] == "to":
        tree.hang(place, head, "dobj")
        tree.relabel(verb, "advcl")
