"""The cheap test that says which sentences are worth parsing, made of the trigger data so that it cannot drift."""

from __future__ import annotations

import re

from eventx_rules.lexicon import Lexicon

_WORD = re.compile(r"[^\W_]+(?:['’][a-z]+)?")


class Screen:
    """Whether a sentence's raw text holds what some trigger needs: its head word, and its further words."""

    def __init__(self, lexicon: Lexicon) -> None:
        needs: dict[str, list[tuple[frozenset[str], ...]]] = {}
        for form, triggers in lexicon.triggers.items():
            for trigger in triggers:
                demanded = [*trigger.words]
                for ways in trigger.require:
                    if all(way.where != "slot" for way in ways):
                        demanded.append(frozenset().union(*(way.words for way in ways)))
                needs.setdefault(form, []).append(tuple(demanded))
        self._enough = frozenset(form for form, ways in needs.items() if any(not way for way in ways))
        self._needs = {form: ways for form, ways in needs.items() if form not in self._enough}
        self._partial = frozenset(self._needs)

    def admits(self, text: str) -> bool:
        """Whether a trigger can be in a sentence with this text."""
        words = set(_WORD.findall(text.lower()))
        if not words.isdisjoint(self._enough):
            return True
        for form in words & self._partial:
            for way in self._needs[form]:
                if all(not words.isdisjoint(alternatives) for alternatives in way):
                    return True
        return False
