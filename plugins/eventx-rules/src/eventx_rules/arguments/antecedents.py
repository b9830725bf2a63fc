"""Whom a relative clause tells of, where the parser hung it on the last of several nouns as well."""

from __future__ import annotations

from eventx_rules.tree import Tree

RELATIVES = frozenset(("WDT", "WP", "WP$"))
# Prepositions that put somebody or something somewhere.
PLACING = frozenset(("in", "at", "near", "outside", "inside", "on"))


def antecedent(tree: Tree, token: int) -> int:
    """The noun that a relative pronoun stands for; the token itself where it is none."""
    if tree.tags[token] in RELATIVES or (tree.lower[token] == "that" and tree.deps[token] in ("nsubj", "dobj")):
        for node in (token, *tree.ancestors(token)):
            if tree.deps[node] == "relcl" or (tree.deps[node] == "acl" and tree.deps[token] == "dobj"):
                noun = of_many(tree, tree.heads[node], node)
                return _person(tree, noun) if tree.lower[token] == "who" else noun
    return token


def of_many(tree: Tree, noun: int, verb: int) -> int:
    """Who is meant where a clause is hung on the last noun: "a group of poachers that", "members of a family who"."""
    plural = any(tree.lower[c] in ("were", "are", "have") for c in (verb, *tree.children[verb]))
    if plural and tree.deps[noun] == "conj" and tree.tags[noun] in ("NN", "NNP"):
        # "a colonel and his wife, who were killed"
        return tree.first_conjunct(noun)
    preposition = tree.heads[noun]
    whole = tree.heads[preposition]
    if tree.deps[noun] != "pobj" or tree.lower[preposition] != "of" or not tree.is_noun(whole):
        return noun
    many = tree.tags[whole] == "NNS" and tree.tags[noun] == "NN"
    return whole if tree.lower[whole] in _CROWDS or (many and plural) else noun


_CROWDS = frozenset(
    (
        "group", "groups", "dozens", "hundreds", "thousands", "scores", "crowd", "crowds", "gang", "gangs", "team",
        "couple", "pair", "trio", "handful", "band", "bunch",
    )
)  # fmt: skip


def _person(tree: Tree, noun: int) -> int:
    """Who is meant where the parser hung "who" on a place: "the guards at the gate who fled"."""
    preposition = tree.heads[noun]
    if tree.deps[noun] == "pobj" and tree.lower[preposition] in PLACING and tree.is_noun(tree.heads[preposition]):
        return tree.heads[preposition]
    return noun
