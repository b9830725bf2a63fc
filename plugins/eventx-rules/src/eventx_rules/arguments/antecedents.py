"""What relative clauses and pronouns stand for, also where the parser hung a clause on the last of several nouns."""

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


def where(tree: Tree, verb: int, adverb: int) -> int:
    """What "where" stands for: the noun of its clause, or the one before it."""
    before = adverb - 2 if adverb > 1 and tree.words[adverb - 1] == "," else adverb - 1
    if tree.lower[adverb] != "where" or before < 0:
        return adverb
    if tree.deps[verb] == "relcl" and (before == adverb - 1 or tree.tags[before] != "NNP"):
        return tree.heads[verb]
    # "Aides in Chad and Niger, where she arrived": the parser hangs the clause on the aides.
    return tree.first_conjunct(before) if tree.is_noun(before) else adverb


def counterpart(tree: Tree, noun: int) -> list[int]:
    """Whom a possessive pronoun stands for that opens a second conjunct: "Holm and his visiting counterpart"."""
    if tree.deps[noun] == "appos" and tree.child(noun, "poss") is None:
        noun = tree.heads[noun]
    owner = tree.child(noun, "poss")
    if tree.deps[noun] != "conj" or owner is None or tree.tags[owner] != "PRP$":
        return []
    return [tree.heads[noun]]


def is_whole(tree: Tree, clause: int) -> bool:
    """Whether a clause behind a noun lacks nothing that the noun could be: "claims he broke the law", not "he made"."""
    subject = tree.child(clause, "nsubj", "nsubjpass")
    if subject is None or tree.tags[subject] in ("WDT", "WP") or tree.lower[subject] == "that":
        return False
    opening = min(tree.subtree(clause))
    if any(tree.tags[c] in ("WDT", "WP", "WRB") or tree.lower[c] == "that" for c in (opening, *tree.children[clause])):
        return False
    # "claims he groped or slapped them": the object stands by the last verb.
    last = tree.conjuncts(clause)[-1:] or (clause,)
    filled = any(
        tree.lower[v] in _DONE_TO_NOTHING
        or tree.child(v, "dobj", "attr", "acomp", "ccomp", "xcomp", "auxpass") is not None
        for v in (clause, *last)
    )
    return filled and all(tree.child(c, "pobj", "pcomp") is not None for c in tree.all(clause, "prep"))


# Verbs without an object: "claims he lied to the court".
_DONE_TO_NOTHING = frozenset(
    (
        "lied", "lies", "interfered", "interfering", "meddled", "meddling", "colluded", "conspired", "cheated",
        "profited", "benefited", "participated", "tampered", "spied", "plotted", "fought", "intruded", "discriminated",
        "retaliated", "misbehaved", "trespassed", "profiteered", "overreacted",
    )
)  # fmt: skip
