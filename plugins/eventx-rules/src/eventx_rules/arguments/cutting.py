"""The arguments of a match: the words for each filler, up to where the trigger or another argument begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from eventx.model import Argument, Span
from eventx_rules.arguments.filling import Filling
from eventx_rules.arguments.phrases import members, phrase
from eventx_rules.arguments.stretches import counted_from, further_in, in_one, joined, runs
from eventx_rules.lexicon.entries import Lexicon
from eventx_rules.tree import Tree
from eventx_rules.triggers import Match

if TYPE_CHECKING:
    from eventx.analysis import ParsedSentence

_WORD_CHARACTER = re.compile(r"\w")


class Cutter:
    """Cuts the arguments of a match out of its sentence.

    Args:
        lexicon: What says which role holds what.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._kinds = {(name, role.name): role.filler for name, t in lexicon.types.items() for role in t.roles}
        # Where it happens is a role of its own, and no part of who does it.
        self._placed = {n for n, t in lexicon.types.items() if any(role.filler == "place" for role in t.roles)}
        self._relational = lexicon.lists.get("relational", frozenset())

    def arguments(
        self, sentence: ParsedSentence, tree: Tree, match: Match, filling: Filling, events: frozenset[int]
    ) -> Iterator[tuple[int, Argument]]:
        """The arguments of a match, each with the head that fills the role.

        Args:
            sentence: The sentence, to cut them from.
            tree: The same as the rules read it.
            match: The match.
            filling: Its roles.
            events: Heads of other events of its act, at which an argument ends.
        """
        # Who is met "for talks with X" does not end the talks.
        apart = (t for role, tokens in filling.roles.items() for t in tokens if " " not in filling.reasons[role, t])
        heads = frozenset(apart) | set(match.tokens) | events
        for role, tokens in filling.roles.items():
            kind = self._kinds[match.trigger.type, role]
            stretches = runs(tree, tokens)
            found = [(token, *self._stretch(tree, match, kind, token, also, heads)) for token, also in stretches]
            if kind == "clause":
                found = list(in_one(tree, found))
            for token, first, end in found:
                span = sentence.cut(first, end)
                if _WORD_CHARACTER.search(span.text):
                    parts: tuple[Span, ...] = tuple(sentence.cut(*part) for part in members(tree, token))
                    yield token, Argument(role=role, span=span, members=parts)

    def _stretch(
        self, tree: Tree, match: Match, kind: str, token: int, also: int, heads: frozenset[int]
    ) -> tuple[int, int]:
        """The first token of the argument with this head, and the token after its last."""
        if token == match.head:
            # "there was no collusion", "he never took part": what is denied, without its "no" before a noun.
            first, end = phrase(tree, token, whole=True)
            return max((t + 1 for t in match.tokens if t < token and not tree.is_verb(token)), default=first), end
        whole = kind in ("clause", "phrase")
        placed = kind in ("entity", "number") and match.trigger.type in self._placed
        first, end = phrase(tree, token, without=heads - {token}, whole=whole, placed=placed)
        inside = [t for t in match.tokens if first <= t < token]
        if inside and (match.trigger.speech or _is_described(tree, inside, token, first)):
            # "the alleged ringleader", "allegedly stole": what is said begins behind the saying; "the slain editor".
            first = max(inside) + 1
        while first < token and (first in match.tokens or tree.deps[first] == "cc"):
            # "the besieged and starving town"
            first += 1
        if any(first <= t < end for t in match.tokens) and not first < token < end:
            first, end = token, token + 1
        while first < token < match.head and not whole and _only_describes(tree, first, token):
            # "a major government offensive": the government's.
            first += 1
        first, end = min(first, also), max(end, also + 1)
        if kind == "number":
            first = counted_from(tree, token, first)
        if kind == "place":
            end = further_in(tree, token, end)
        against = end < len(tree) and tree.lower[end] == "against"
        if whole and (against or tree.lower[token] in self._relational):
            end = joined(tree, match.tokens, token, end, heads)
        return first, end


def _only_describes(tree: Tree, adjective: int, modifier: int) -> bool:
    """Whether an adjective before a noun that itself modifies the trigger says nothing of who or what is meant."""
    plain = tree.deps[adjective] == "amod" and tree.tags[adjective] == "JJ" and tree.words[adjective].islower()
    return (plain or tree.tags[adjective] == "CD") and tree.deps[modifier] in ("compound", "nmod")


def _is_described(tree: Tree, triggers: list[int], noun: int, first: int) -> bool:
    """Whether a trigger is an adjective of its own argument, which nothing before it counts: "two slain editors"."""
    counted = any(tree.tags[token] == "CD" for token in range(first, min(triggers)))
    return not counted and all(
        tree.deps[t] == "amod" and tree.heads[t] == noun and tree.tags[t] != "VBG" for t in triggers
    )
