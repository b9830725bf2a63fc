"""Mending objects, and what is said of them: "left nine dead", "holds the army responsible"."""

from __future__ import annotations

from eventx_rules.lexicon.inflect import verb_forms
from eventx_rules.tree import Tree

_BECOMING = frozenset(
    form for lemma in ("hold", "find", "call", "deem", "consider", "leave") for form in verb_forms(lemma)
)
_WANTING = frozenset(form for lemma in ("want", "have", "get", "see", "need", "like") for form in verb_forms(lemma))
_BEING = frozenset(("be", "is", "are", "was", "were", "been", "'s", "’s", "'re", "’re", "am"))
_HURT = frozenset(("dead", "wounded", "injured", "hurt", "missing", "homeless"))


def small_clause(tree: Tree, word: int) -> None:
    """ "Holds the army responsible": who is responsible is the object; "want the zoo closed": they close no zoo."""
    head = tree.heads[word]
    if tree.tags[word] == "VBD" and tree.lower[head] in _WANTING and tree.child(word, "aux", "dobj", "mark") is None:
        tree.tags[word] = "VBN"
        for subject in tree.all(word, "nsubj"):
            tree.relabel(subject, "nsubjpass")
        return
    if (
        tree.tags[word] != "JJ"
        or tree.lower[head] not in _BECOMING
        or tree.child(word, "aux", "cop", "mark") is not None
    ):
        return
    for subject in tree.all(word, "nsubj"):
        tree.hang(subject, head, "dobj")
        tree.relabel(word, "oprd")


def counted_dead(tree: Tree, word: int) -> None:
    """ "Left nine dead": a number is who is dead."""
    head = tree.heads[word]
    for subject in tree.all(word, "nsubj"):
        # "left 17 people dead": whom they left so
        tree.hang(subject, head, "dobj")
    number = tree.child(word, "nummod")
    if tree.lower[word] in _HURT and number is not None and tree.child(head, "dobj") is None:
        tree.hang(number, head, "dobj")
        for c in tree.all(word, "advmod", "quantmod", "amod"):
            if c < number:
                tree.hang(c, number, "quantmod")


def word_beside_an_object(tree: Tree, word: int) -> None:
    """ "Holding two nurses hostage" and "wounded hundreds more": the nurses and the hundreds are the object."""
    verb = tree.heads[word]
    beside = word - 1
    if tree.lower[word] not in ("hostage", "captive", "more"):
        return
    if tree.lower[word] == "more":
        if beside in tree.children[verb] and tree.deps[beside] == "dobj":
            tree.hang(word, beside, "amod")
        return
    if beside in tree.children[word] and tree.tags[beside][:2] == "NN" and tree.deps[beside] == "compound":
        for c in tree.children[word].copy():
            if c < beside:
                tree.hang(c, beside, tree.deps[c])
        tree.hang(beside, verb, "dobj")
        tree.relabel(word, "oprd")


def aside_taken_for_object(tree: Tree, noun: int) -> None:
    """ "Travelled to fight, a path that others took": what follows a comma is no object."""
    verb = tree.heads[noun]
    start = min(tree.subtree(noun))
    if start > verb + 1 and start < noun and tree.words[start - 1] == "," and start - 2 == verb:
        tree.relabel(noun, "appos")


def blame(tree: Tree, word: int) -> None:
    """ "Is to blame", "holds the port to blame": who is, blames nobody; but "it is easy to blame the port"."""
    if tree.lower[word] != "blame":
        return
    head = tree.lower[tree.heads[word]]
    easy = tree.child(tree.heads[word], "acomp", "attr") is not None
    if tree.lower[word - 1] == "to" and not easy and (head in _BEING or head in _BECOMING):
        tree.tags[word] = "JJ"
        tree.relabel(word, "acomp" if head in _BEING else "oprd")
        for c in tree.all(word, "dobj"):
            tree.relabel(c, "dep")
