"""Mending words for acts of violence: nouns taken for verbs or adjectives, and what hangs on them."""

from __future__ import annotations

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
        if tree.lower[who + 1] == "more" and tree.heads[who + 1] == word:
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
