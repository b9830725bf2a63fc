"""Which role a filler gets: the first choice of its slot that it passes the tests of, and whose roles may hold it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from eventx.schema import EventType
from eventx_rules.arguments.filler_tests import Test
from eventx_rules.arguments.nobody import is_anybody, is_none, is_unresolved
from eventx_rules.lexicon.filters import Choice
from eventx_rules.tree import Tree
from eventx_rules.triggers import Match


class Chooser:
    """Chooses roles for fillers, by what the event types say that a role holds.

    Args:
        types: The event types.
        tests: The tests of the lexicon, for what is a time and what a clause.
    """

    def __init__(self, types: Iterable[EventType], tests: Mapping[str, Test]) -> None:
        self._kinds = {(t.name, role.name): role.filler for t in types for role in t.roles}
        self._is_time, self._is_clause = tests["time"], tests["clause"]

    def choose(self, tree: Tree, match: Match, choices: Iterable[Choice], token: int) -> Choice | None:
        """The choice for a filler with this head, or None where it is to fill nothing."""
        for choice in choices:
            if choice.admits(tree, token) and all(self._may(tree, match, role, token) for role in choice.roles):
                return choice
        return None

    def kind(self, match: Match, role: str) -> str:
        """What a role holds: ``entity``, ``place``, ``number``, ``clause`` or ``phrase``."""
        return self._kinds[match.trigger.type, role]

    def is_place(self, match: Match, role: str) -> bool:
        """Whether a role holds a place."""
        return self.kind(match, role) == "place"

    def gives_place(self, match: Match, choice: Choice) -> bool:
        """Whether a choice makes a place of its filler."""
        return any(self.is_place(match, role) for role in choice.roles)

    def is_means(self, match: Match, choice: Choice | None) -> bool:
        """Whether a choice makes a means of its filler, which may be an event word: "killed by gunfire"."""
        return bool(choice and choice.roles and all(self.kind(match, role) == "phrase" for role in choice.roles))

    def _may(self, tree: Tree, match: Match, role: str, token: int) -> bool:
        kind = self.kind(match, role)
        if role == "accused" and is_anybody(tree, token):
            # "have not accused anyone", "no one has been charged": it is told all the same whom they mean.
            return True
        if is_unresolved(tree, token) or (kind not in ("clause", "phrase") and is_none(tree, token)):
            return False
        if kind == "entity" and tree.lower[token] in ("this", "that"):
            # "That could include firing": nobody is meant.
            return False
        if kind == "number" and tree.tags[token - 1] == "NNP" and self._is_time(tree, token - 1):
            # "the Oct. 23 killing"
            return False
        if kind == "place" and tree.tags[token] == "CD" and not tree.child(token, "prep"):
            return False
        return not self._is_time(tree, token) and (kind in ("clause", "phrase") or not self._is_clause(tree, token))
