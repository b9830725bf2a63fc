"""The fullest name for what a filler stands for."""

from __future__ import annotations

from eventx_rules.arguments.phrases import is_close
from eventx_rules.arguments.understood import surface_subject
from eventx_rules.tree import Tree


def named(tree: Tree, token: int) -> int:
    """The fullest name for what a filler stands for.

    "Lima, an aide who …" and "an aide, Lima," are both Lima; "Lima is the first aide to …" and "one of the aides who …"
    are who they are said of.
    """
    if tree.lower[token] == "it":
        return _told_of_it(tree, token)
    if tree.tags[token] in ("NN", "NNS") or (tree.tags[token] == "NNP" and _is_one_of(tree, token)):
        if tree.deps[token] == "appos" and tree.is_noun(tree.heads[token]):
            return tree.heads[token]
        # "The mother of a boy, Ana Vela,": the parser hangs Ana on the boy.
        of = [n for p in tree.all(token, "prep") if tree.lower[p] == "of" for n in tree.all(p, "pobj")]
        for c in (c for noun in (token, *(n for n in of if tree.tags[n] == "NN")) for c in tree.children[noun]):
            if tree.deps[c] == "appos" and c > token and not is_close(tree, c) and _names(tree, token, c):
                return c
    return _said_of(tree, token)


def who_speaks(tree: Tree, pronoun: int) -> int:
    """Who "he" is in "Holm said he would quit over the charges": who says so; the pronoun itself elsewhere."""
    verb = tree.heads[pronoun]
    above = tree.heads[verb]
    if tree.lower[pronoun] not in ("he", "she", "they") or tree.deps[verb] != "ccomp" or above > verb:
        return pronoun
    for speaker in tree.all(above, "nsubj"):
        plural = tree.tags[speaker] in ("NNS", "NNPS") or tree.child(speaker, "conj") is not None
        if tree.is_noun(speaker) and plural is (tree.lower[pronoun] == "they"):
            return speaker
    return pronoun


def _told_of_it(tree: Tree, it: int) -> int:
    """What "it" only announces: "it is not true that they fired"."""
    verb = tree.heads[it]
    if tree.deps[it] != "nsubj" or tree.child(verb, "acomp") is None or tree.lower[verb] not in _COPULAS:
        return it
    told = (c for c in tree.all(verb, "ccomp") if any(tree.lower[m] == "that" for m in tree.all(c, "mark")))
    return next(told, it)


def _is_one_of(tree: Tree, name: int) -> bool:
    """Whether a name with an article tells of what people or party somebody is: "an Australian, Ada Holm"."""
    return any(tree.lower[c] in ("a", "an") for c in tree.all(name, "det"))


def _names(tree: Tree, noun: int, name: int) -> bool:
    """Whether an apposition is the name of one person: "the village chief, Bello", but "his wife, Ada" is both."""
    if tree.tags[noun] not in ("NN", "NNP") or tree.tags[name] != "NNP" or tree.child(name, "conj") is not None:
        return False
    # "the bishop and the nuns, all of them French"
    return tree.child(noun, "poss") is None and tree.child(name, "nsubj") is None


def _said_of(tree: Tree, token: int) -> int:
    word = token
    if tree.deps[word] == "pobj" and tree.lower[tree.heads[word]] == "of":
        over = tree.heads[tree.heads[word]]
        singular = any(
            tree.deps[c] == "relcl" and any(tree.lower[v] in ("is", "was", "has") for v in (c, *tree.children[c]))
            for c in tree.children[token]
        )
        if tree.lower[over] == "one" and singular:
            word = over
    if tree.deps[word] == "nsubj" and tree.tags[word] == "NN" and tree.lower[tree.heads[word]] in _COPULAS:
        # "The last premier to visit was Ada Kuria."
        infinitive = tree.child(word, "acl", "relcl")
        name = tree.child(tree.heads[word], "attr")
        if infinitive is not None and name is not None and tree.tags[infinitive] == "VB" and tree.tags[name] == "NNP":
            return name
    word = tree.first_conjunct(word)
    if tree.deps[word] == "attr" and tree.lower[tree.heads[word]] in _COPULAS:
        for subject in surface_subject(tree, tree.heads[word]):
            if subject < word and (tree.is_noun(subject) or tree.lower[subject] in ("he", "she", "they", "i", "we")):
                return subject
    return token


_COPULAS = frozenset(
    ("is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re", "become", "becomes", "became")
)
