"""Phrases of a trigger that the parser hung on another of its fillers: "accused by two men in Oslo of theft"."""

from __future__ import annotations

from collections.abc import Iterator

from eventx_rules.arguments.filler_tests import BUILT_IN
from eventx_rules.arguments.slots import OWN, Slots, slots_of
from eventx_rules.tree import Tree
from eventx_rules.triggers import Match

# Slots whose fillers may carry what belongs to the trigger, and prepositions that it claims wherever they hang.
_LADEN = ("object", "by", "of", "subject", "against", "on", "from", "with")
_STRONG = frozenset(("of", "by", "for", "on", "against", "to", "into", "with", "over"))
_DONE_AGAINST = frozenset(
    ("crime", "crimes", "genocide", "violence", "attack", "attacks", "offences", "offenses", "war")
)


def misplaced(tree: Tree, match: Match, *, claims: bool) -> Iterator[Slots]:
    """The slots that may be the trigger's, one filler after the other.

    Args:
        tree: The sentence.
        match: The trigger.
        claims: Whether what follows "of" tells a claim, as behind "accuse".
    """
    frame = match.trigger.frame
    for slot in _LADEN:
        for token in match.slots.get(slot, ()):
            if token < match.head or tree.tags[token][:2] not in ("NN", "CD", "PR"):
                continue
            near = slots_of(tree, token) if slot == "object" else {}
            slots = {name: near[name] for name in frame if name in near and name not in OWN and name != "of"}
            for name, fillers in _phrases_below(tree, token):
                if name in frame and name in _STRONG and name not in match.slots:
                    fit = [filler for filler in fillers if _fits(tree, match, name, filler, claims)]
                    if fit:
                        slots[name] = fit
                        if name == "by" and match.trigger.kind == "verb" and "subject" not in match.slots:
                            # "hacked to death with an axe by two men"
                            slots["subject"] = fit
            yield slots


def _fits(tree: Tree, match: Match, name: str, token: int, claims: bool) -> bool:
    if name == "by":
        return match.trigger.kind != "verb" or match.construction in ("passive", "participle")
    if name == "against":
        return tree.lower[tree.heads[tree.heads[token]]] not in _DONE_AGAINST
    if name == "of":
        # "accused the rebels of attacking" or "of theft", but not "killed the leader of the party".
        if not claims or (match.construction == "participle" and tree.deps[match.head] == "amod"):
            return False
        theft = tree.tags[token] in ("NN", "NNS") and match.trigger.kind == "verb"
        return theft or BUILT_IN["clause"](tree, token)
    return True


def _phrases_below(tree: Tree, noun: int) -> Iterator[tuple[str, list[int]]]:
    """The prepositional phrases below a noun, as far as nouns and not clauses lead to them; the last ones first."""
    stack = [noun]
    found = []
    while stack:
        for c in tree.children[stack.pop()]:
            if tree.deps[c] in ("pobj", "conj", "appos") and tree.is_noun(c):
                stack.append(c)
            elif tree.deps[c] == "prep":
                stack.append(c)
                found.append(c)
    for preposition in sorted(found, reverse=True):
        yield tree.lower[preposition], tree.all(preposition, "pobj", "pcomp")
