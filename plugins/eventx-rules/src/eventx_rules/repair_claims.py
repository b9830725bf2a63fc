"""Mending what is claimed, and of whom: "a probe of claims that Oslo meddled", "allegations of theft by clerks"."""

from __future__ import annotations

from eventx_rules.inflect import verb_forms
from eventx_rules.tree import Tree

_CLAIMS = frozenset(
    form
    for noun in ("charge", "allegation", "accusation", "claim", "complaint", "report", "finding", "suspicion", "rumor")
    for form in (noun, f"{noun}s")
)
# What is done to claims: "the claims that he made" tells none of them.
_HANDLING = frozenset(
    form
    for lemma in (
        "make", "face", "bring", "deny", "reject", "dismiss", "hear", "raise", "level", "file", "get", "receive", "see",
        "read", "call", "describe", "publish", "release", "issue", "write", "support", "refute", "answer", "repeat",
        "drop", "press", "lodge", "dispute", "have", "send", "cite", "submit", "prepare", "pursue", "withdraw", "find",
    )
    for form in verb_forms(lemma)
)  # fmt: skip
_FROM = frozenset(("from", "by"))


def clause_of_a_claim(tree: Tree, verb: int) -> None:
    """ "A probe of claims that Oslo meddled" and "claims from a clerk that Holm hit her": what is claimed.

    Args:
        tree: The sentence; changed in place.
        verb: The verb of what is taken for a relative clause.
    """
    that = next((c for c in tree.children[verb] if c < verb and tree.lower[c] == "that"), None)
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if that is None or subject is None or subject == that or tree.deps[that] == "det":
        return
    if tree.deps[that] == "dobj" and tree.lower[verb] in _HANDLING:
        return
    claim = that - 1
    if tree.lower[claim] not in _CLAIMS:
        preposition = tree.heads[tree.heads[verb]]
        claim = tree.heads[preposition]
        if tree.lower[preposition] not in _FROM or tree.lower[claim] not in _CLAIMS:
            return
    if claim not in tree.subtree(verb):
        tree.relabel(that, "mark")
        tree.hang(verb, claim, "acl")


def whose_wrong(tree: Tree, preposition: int) -> None:
    """ "Allegations of misconduct by lawmakers": it is they who misbehaved.

    Args:
        tree: The sentence; changed in place.
        preposition: A preposition.
    """
    charge, told = tree.heads[preposition], preposition - 1
    above = tree.heads[told]
    if tree.lower[preposition] == "by" and tree.lower[charge] in _CLAIMS and tree.lower[above] == "of":
        if tree.heads[above] == charge and tree.tags[told] in ("NN", "NNS") and told > charge:
            tree.hang(preposition, told, "prep")
