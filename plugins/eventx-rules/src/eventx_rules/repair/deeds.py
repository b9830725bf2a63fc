"""Mending words for acts of violence: nouns taken for verbs or adjectives, and what hangs on them."""

from __future__ import annotations

from eventx_rules.day_words import is_date
from eventx_rules.tree import Tree

_GERUNDS = frozenset(("shooting", "bombing", "killing", "stabbing", "beating", "kidnapping", "hijacking", "raping"))
_DEEDS = _GERUNDS | {
    f"{noun}{ending}"
    for noun in ("murder", "massacre", "shooting", "killing", "assault", "assassination", "beating", "rape", "arrest")
    for ending in ("", "s")
}
# Who and what a deed is named before: "a shooting suspect".
_KINDS = frozenset(
    f"{noun}{ending}"
    for noun in ("suspect", "victim", "case", "scene", "investigation", "site", "survivor", "plot", "trial")
    for ending in ("", "s")
)
_TIMES = frozenset(("times",))
_HURT = frozenset(("dead", "wounded", "injured", "hurt", "missing"))


def deed_taken_for_a_verb(tree: Tree, word: int) -> None:
    """ "Against the 'odious and cowardly attack'": what has an article is a noun.

    Args:
        tree: The sentence; changed in place.
        word: What stands where a noun stands.
    """
    if tree.tags[word] in ("VB", "VBP") and tree.child(word, "det") is not None and tree.child(word, "dobj") is None:
        tree.tags[word] = "NN"


def deed_beside_its_suspect(tree: Tree, word: int) -> None:
    """ "The shooting suspect", "the massacre victims": nobody shoots the suspect.

    Args:
        tree: The sentence; changed in place.
        word: What is taken for an adjective or a noun before a noun.
    """
    noun = tree.heads[word]
    if tree.lower[word] not in _DEEDS or noun != word + 1 or tree.lower[noun] not in _KINDS:
        return
    if tree.tags[word] in ("VBG", "JJ") and tree.child(word, "dobj", "advmod") is None:
        tree.tags[word] = "NN"
        tree.relabel(word, "compound")


def how_often(tree: Tree, times: int) -> None:
    """ "Shot a guard several times", "shot her several times": nobody shoots times.

    Args:
        tree: The sentence; changed in place.
        times: An object.
    """
    verb = tree.heads[times]
    if tree.lower[times] not in _TIMES or times < verb or tree.child(times, "amod", "nummod") is None:
        return
    for owner in tree.all(times, "poss"):
        if tree.lower[owner] == "her" and owner == verb + 1:
            tree.tags[owner] = "PRP"
            tree.hang(owner, verb, "dobj")
    if any(c != times and c < times for c in tree.all(verb, "dobj")):
        tree.relabel(times, "npadvmod")


def others_left_hurt(tree: Tree, word: int) -> None:
    """ "Left nine dead and dozens more injured": the dozens were left so, too.

    Args:
        tree: The sentence; changed in place.
        word: What is coordinated with the leaving.
    """
    if tree.tags[word] != "JJ" or tree.lower[word] not in _HURT or tree.lower[word] == "dead":
        return
    if not any(tree.lower[c] in _HURT for c in tree.children[tree.heads[word]]):
        return
    for who in tree.all(word, "nsubj"):
        tree.tags[word] = "VBN"
        tree.relabel(who, "nsubjpass")
        if who + 1 < len(tree) and tree.lower[who + 1] == "more" and tree.heads[who + 1] == word:
            tree.hang(who + 1, who, "amod")


def sufferer_beside_the_doer(tree: Tree, preposition: int) -> None:
    """ "The shooting by police of Ann Lee": it is no police of hers.

    Args:
        tree: The sentence; changed in place.
        preposition: Of what a noun is.
    """
    doer = tree.heads[preposition]
    by = tree.heads[doer]
    deed = tree.heads[by]
    if tree.lower[preposition] != "of" or tree.deps[doer] != "pobj" or tree.lower[by] != "by":
        return
    if tree.lower[deed] not in _DEEDS or any(tree.lower[c] == "of" for c in tree.children[deed]):
        return
    plural = tree.tags[doer] in ("NNS", "NNP") or tree.lower[doer] in ("police", "man", "officer", "gunman")
    if plural and preposition == doer + 1:
        tree.hang(preposition, deed, "prep")


def doing_of_one_so_old(tree: Tree, verb: int) -> None:
    """ "An 18-year-old opened fire, killing two": he did, and it was no opened fire.

    Args:
        tree: The sentence; changed in place.
        verb: What is taken for an adjective before a noun.
    """
    old, noun = verb - 1, tree.heads[verb]
    aged = verb > 1 and tree.lower[old] == "old" and tree.lower[verb - 2] == "-" and tree.heads[old] == noun
    if tree.tags[verb] != "VBN" or not aged or tree.deps[noun] != "ROOT" or noun < verb:
        return
    tree.tags[verb], tree.tags[old] = "VBD", "NN"
    tree.swap(verb, noun, "dobj")
    for c in tree.children[noun].copy():
        if c < verb:
            tree.hang(c, verb if c == old else old, "nsubj" if c == old else tree.deps[c])
        elif c > noun:
            tree.hang(c, verb, "advcl" if tree.deps[c] == "acl" else tree.deps[c])


def doer_beyond_a_phrase(tree: Tree, preposition: int) -> None:
    """ "Was hacked to death with an axe by two men", "in Basra by rebels": by whom it was done.

    Args:
        tree: The sentence; changed in place.
        preposition: What hangs on a noun.
    """
    noun = tree.heads[preposition]
    if tree.lower[preposition] != "by" or tree.deps[noun] != "pobj" or noun > preposition:
        return
    above = tree.heads[noun]
    verb = tree.heads[above]
    passive = tree.child(verb, "auxpass") is not None and tree.child(verb, "agent") is None
    whom = tree.child(preposition, "pobj")
    if not passive or whom is None or is_date(tree, whom):
        return
    if tree.lower[above] == "with" or tree.tags[noun] == "NNP":
        tree.hang(preposition, verb, "agent")


def people_who_are_hurt(tree: Tree, word: int) -> None:
    """ "Visited the wounded in hospital": people, of whom nobody tells how they were wounded.

    Args:
        tree: The sentence; changed in place.
        word: What stands where a noun stands.
    """
    if tree.lower[word] in ("wounded", "injured") and any(tree.lower[c] == "the" for c in tree.all(word, "det")):
        tree.tags[word] = "NNS"


def hostage_taken_for_a_verb(tree: Tree, word: int) -> None:
    """ "Took some 50 people hostage in a theatre": whom, and where.

    Args:
        tree: The sentence; changed in place.
        word: What is taken for a clause of its own.
    """
    verb = tree.heads[word]
    taken = word > 0 and tree.deps[word - 1] == "dobj" and tree.heads[word - 1] == verb
    if tree.lower[word] not in ("hostage", "captive") or not taken:
        return
    tree.tags[word] = "NN"
    tree.relabel(word, "oprd")
    for c in tree.all(word, "prep"):
        tree.hang(c, verb, "prep")


def deed_taken_for_an_infinitive(tree: Tree, word: int) -> None:
    """ "Accessory to murder", "it comes to assault rifles": nobody is to murder or to assault.

    Args:
        tree: The sentence; changed in place.
        word: What is taken for a verb.
    """
    if tree.tags[word] != "VB" or tree.lower[word - 1] != "to":
        return
    weapons = [c for c in tree.all(word, "dobj") if c == word + 1 and tree.lower[c] in _ARMS]
    if word > 1 and tree.lower[word - 2] in _AIDING and tree.lower[word] in _DEEDS:
        tree.tags[word - 1] = "IN"
        tree.tags[word] = "NN"
        tree.hang(word - 1, word - 2, "prep")
        tree.hang(word, word - 1, "pobj")
    elif weapons and tree.lower[word] == "assault":
        tree.tags[word] = "NN"


_ARMS = frozenset(("weapon", "weapons", "rifle", "rifles"))
_AIDING = frozenset(("accessory", "accessories", "accomplice", "accomplices"))
