"""Claims that a sentence takes up again: "accused X of fraud, a charge that X denied"."""

from __future__ import annotations

from collections.abc import Sequence

from eventx_rules.arguments.filling import Filling
from eventx_rules.tree import Tree
from eventx_rules.triggers import Match

_BESIDE = frozenset(("appos", "npadvmod", "dobj", "dep", "conj", "ROOT", "attr", "ccomp", "parataxis"))
_CLAIMS = frozenset(("charge", "charges", "allegation", "allegations", "accusation", "accusations", "claim", "claims"))
_INDEFINITE = frozenset(("a", "an"))


def restate(found: Sequence[tuple[Match, Filling]], tree: Tree) -> None:
    """Give a noun that takes up the claim made before it the roles of that claim.

    The noun "charge" in "accused X of fraud, a charge that X denied" says nothing of its own: who accused whom of what
    stands before it. What denies "a charge" denies the fraud.

    Args:
        found: The matches of a sentence with the roles they have so far; these are replaced.
        tree: The sentence.
    """
    meant: dict[int, Filling] = {}
    for match, filling in found:
        if match.trigger.speech and match.trigger.kind == "noun" and _takes_up(tree, match.head):
            before = [
                other
                for earlier, other in found
                if earlier.head < match.head and earlier.trigger.type == match.trigger.type
            ]
            if before:
                filling.roles.clear()
                for role, tokens in before[-1].roles.items():
                    for token in tokens:
                        filling.add(role, token, "restated")
                meant[match.head] = filling
    for match, filling in found:
        if match.trigger.speech and match.trigger.kind == "noun" and not filling.roles:
            _recall(match, filling, found)
        elif match.trigger.speech and match.trigger.kind == "verb":
            _take_up_whole(tree, match, filling, found)
    for _, filling in found if meant else ():
        for role, tokens in filling.roles.items():
            for token in [token for token in tokens if token in meant]:
                if said := meant[token].roles.get(role):
                    tokens.remove(token)
                    for instead in said:
                        filling.add(role, instead, "restated")


def _take_up_whole(tree: Tree, match: Match, filling: Filling, found: Sequence[tuple[Match, Filling]]) -> None:
    """Give "…, which Oslo denies" and "something Oslo denies" the whole of what was said before the comma."""
    if tree.deps[match.head] != "relcl":
        return
    noun = tree.heads[match.head]
    which = any(tree.lower[c] == "which" and tree.words[c - 1] == "," for c in tree.all(match.head, "dobj"))
    if not which and tree.lower[noun] != "something":
        return
    for earlier, other in found:
        if earlier.head >= match.head or earlier.trigger.type == match.trigger.type or not earlier.trigger.speech:
            continue
        for role, tokens in filling.roles.items():
            said = [t for t in other.roles.get(role, ()) if earlier.head < t < match.head and t != noun]
            whole = not which or any(noun in tree.subtree(t) for t in said)
            if noun in tokens and said and whole:
                tokens.remove(noun)
                for instead in said:
                    filling.add(role, instead, "restated")
    clause = _clause_said(tree, noun) if which else None
    if clause is None:
        return
    for role, tokens in filling.roles.items():
        if noun in tokens and not any(tree.lower[t] in _CLAIMS for t in tree.subtree(noun) if t < match.head):
            tokens.remove(noun)
            filling.add(role, clause, "restated")


def _clause_said(tree: Tree, noun: int) -> int | None:
    """The clause that somebody says and a noun ends: "Quito says Lima sent arms to the port, which Lima denies"."""
    for verb in tree.ancestors(noun):
        if tree.is_verb(verb) and tree.deps[verb] == "ccomp" and tree.has_subject(verb):
            return verb
    return None


def _recall(match: Match, filling: Filling, found: Sequence[tuple[Match, Filling]]) -> None:
    """Give a bare noun ("but all charges were dropped") what the claim before it says, but not who made that."""
    before = [
        other
        for earlier, other in found
        if earlier.head < match.head and earlier.trigger.type == match.trigger.type and other.roles
    ]
    for role, tokens in before[-1].roles.items() if before else ():
        for token in tokens:
            if before[-1].reasons[role, token].rpartition(":")[2] not in _SPEAKING:
                filling.add(role, token, "restated")


_SPEAKING = frozenset(("subject", "by", "possessive", "from", "reporter"))


def _takes_up(tree: Tree, noun: int) -> bool:
    """Whether a noun stands in apposition to a clause, and without saying what the claim is."""
    if tree.deps[noun] not in _BESIDE or any(tree.deps[c] in ("poss", "compound") for c in tree.children[noun]):
        return False
    if any(tree.lower[c] in ("of", "against", "that") and tree.deps[c] == "prep" for c in tree.children[noun]):
        return False
    determiners = [c for c in tree.children[noun] if tree.deps[c] == "det"]
    first = determiners[0] if determiners else noun
    if determiners and tree.lower[first] not in _INDEFINITE:
        return False
    return first > 0 and tree.words[first - 1] in (",", "-", "–", "—", "--")
