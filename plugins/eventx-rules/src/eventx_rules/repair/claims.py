"""Mending what is claimed: "a probe of claims that Oslo meddled"."""

from __future__ import annotations

from eventx_rules.lexicon.inflect import verb_forms
from eventx_rules.tree import Tree

_CLAIMS = frozenset(
    form
    for noun in ("charge", "allegation", "accusation", "claim", "complaint", "report", "finding", "suspicion", "rumor")
    for form in (noun, f"{noun}s")
)
# What is done to claims: "the claims that he made" tells none of them.
HANDLING = frozenset(
    form
    for lemma in (
        "make", "face", "bring", "deny", "reject", "dismiss", "hear", "raise", "level", "file", "get", "receive", "see",
        "read", "call", "describe", "publish", "release", "issue", "write", "support", "refute", "answer", "repeat",
        "drop", "press", "lodge", "dispute", "have", "send", "cite", "submit", "prepare", "pursue", "withdraw", "find",
    )
    for form in verb_forms(lemma)
)  # fmt: skip
_FROM = frozenset(("from", "by"))
_DISMISSING = frozenset(form for lemma in ("dismiss", "reject") for form in verb_forms(lemma))
_CALLING = _DISMISSING | frozenset(
    form
    for lemma in ("call", "describe", "brand", "label", "denounce", "term", "deride", "condemn")
    for form in verb_forms(lemma)
)


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
    if tree.lower[verb] in HANDLING and tree.child(verb, "dobj") in (None, that):
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


def kinds_of_claims(tree: Tree, claim: int) -> None:
    """ "Keep harassment and bias claims out of court": the claims are of both.

    Args:
        tree: The sentence; changed in place.
        claim: A noun that is coordinated with another.
    """
    first, kind = tree.heads[claim], tree.child(claim, "compound")
    joint = tree.child(first, "cc")
    if kind is None or joint is None or tree.lower[claim] not in _CLAIMS or tree.lower[first] in _CLAIMS:
        return
    if tree.tags[first] != "NN" or tree.tags[kind] != "NN" or tree.child(claim, "det", "poss") is not None:
        return
    if tree.heads[first] == first or min(tree.subtree(claim)) != joint + 1:
        return
    tree.swap(claim, first, "nmod")
    tree.hang(kind, first, "conj")


def claim_that_is_handled(tree: Tree, verb: int) -> None:
    """ "Claims that Oslo denies": what is denied is the claim, and the denying is none.

    Args:
        tree: The sentence; changed in place.
        verb: The verb of what is taken for the content of a noun.
    """
    that = tree.child(verb, "mark")
    if that is None or tree.lower[that] != "that" or tree.lower[verb] not in HANDLING or not tree.has_subject(verb):
        return
    if tree.lower[tree.heads[verb]] in _CLAIMS and tree.child(verb, "dobj", "ccomp", "xcomp", "auxpass") is None:
        tree.relabel(verb, "relcl")
        tree.relabel(that, "dobj")


def said_of_a_claim(tree: Tree, preposition: int) -> None:
    """ "Described the report as unfounded": the describing is done so, and not the report.

    Args:
        tree: The sentence; changed in place.
        preposition: A preposition.
    """
    claim = tree.heads[preposition]
    verb = tree.lower[tree.heads[claim]]
    called = verb in _DISMISSING or (verb in _CALLING and tree.lower[claim] in _CLAIMS)
    if called and tree.lower[preposition] == "as" and tree.deps[claim] == "dobj":
        tree.hang(preposition, tree.heads[claim], "prep")


def claim_that_is_called_so(tree: Tree, claim: int) -> None:
    """ "Called the report garbage": the report is no kind of garbage.

    Args:
        tree: The sentence; changed in place.
        claim: A noun before a noun.
    """
    called = tree.heads[claim]
    verb = tree.heads[called]
    if tree.lower[claim] not in _CLAIMS or called != claim + 1 or tree.deps[called] != "dobj":
        return
    if tree.lower[verb] not in _CALLING or tree.child(called, "det", "poss") is None or tree.tags[called] != "NN":
        return
    for c in tree.children[called].copy():
        if c < claim:
            tree.hang(c, claim, tree.deps[c])
    tree.hang(claim, verb, "dobj")
    tree.relabel(called, "oprd")


def what_somebody_is_called(tree: Tree, noun: int) -> None:
    """ "Branded his rival a traitor": the traitor is what the rival is called.

    Args:
        tree: The sentence; changed in place.
        noun: The object of a verb.
    """
    verb = tree.heads[noun]
    before = [c for c in tree.all(verb, "dobj") if verb < c < noun]
    if tree.lower[verb] in _CALLING and before and "," not in tree.words[before[-1] : noun]:
        tree.relabel(noun, "oprd")
