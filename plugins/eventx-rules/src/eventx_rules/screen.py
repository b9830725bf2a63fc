"""The cheap test that says which sentences are worth parsing, made of the trigger data so that it cannot drift."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from eventx_rules.entries import Lexicon, Trigger
from eventx_rules.filters import Condition
from eventx_rules.inflect import may_be_participle

# As the tokeniser cuts: "plot's" is "plot" and "'s", "didn't" has an "n't".
_WORD = re.compile(r"[^\W_]+|['’][a-z]+")
_NOT = re.compile(r"n['’]t\b")

# Behind these a word that is no participle is no verb: "the state", "in charge", "its claims".
_BEFORE_NOUNS = frozenset(
    (
        "a", "an", "the", "its", "their", "my", "our", "your", "his", "'s", "’s", "of", "in", "at", "on", "for", "from",
        "by", "with", "under", "into", "during", "against", "without",
    )
)  # fmt: skip
# Slots that verbs fill.
_VERBAL = frozenset(("clause", "infinitive"))
# How a word is written that counts only where it may be a verb.
_VERB = " (verb)"

# One demand: sets of words of each of which the sentence must hold one.
Demand = tuple[frozenset[str], ...]


class Screen:
    """Whether a sentence's raw text holds what some trigger needs: its head word, its further words, and the words that
    its conditions ask for. A sentence that is refused holds no trigger.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        needs: dict[str, list[tuple[tuple[Demand, ...], ...]]] = {}
        for form, triggers in lexicon.triggers.items():
            for trigger in triggers:
                for head in _spelled((form,), verbs=trigger.kind == "verb"):
                    needs.setdefault(head, []).append(tuple(_demands(trigger)))
        self._needs = {head: tuple(dict.fromkeys(ways)) for head, ways in needs.items()}
        self._enough = frozenset(head for head, ways in self._needs.items() if () in ways)
        self._partial = frozenset(self._needs) - self._enough

    def admits(self, text: str) -> bool:
        """Whether a trigger can be in a sentence with this text."""
        words = _words(text)
        if not words.isdisjoint(self._enough):
            return True
        return any(self._holds(form, words) for form in words & self._partial)

    def reasons(self, text: str) -> frozenset[str]:
        """The words for which a sentence with this text is worth parsing."""
        words = _words(text)
        heads = (words & self._enough) | {form for form in words & self._partial if self._holds(form, words)}
        return frozenset(head.removesuffix(_VERB) for head in heads)

    def _holds(self, form: str, words: frozenset[str]) -> bool:
        return any(
            all(any(all(not words.isdisjoint(some) for some in demand) for demand in demands) for demands in way)
            for way in self._needs[form]
        )


def _words(text: str) -> frozenset[str]:
    lower = text.lower()
    words = _WORD.findall(lower)
    verbs = [after + _VERB for before, after in itertools.pairwise(["", *words]) if before not in _BEFORE_NOUNS]
    if _NOT.search(lower):
        words += ["n't", "n’t", "not"]
        words += [word[:-1] for word in words if word.endswith("n")]
    return frozenset(words).union(verbs)


def _demands(trigger: Trigger) -> Iterator[tuple[Demand, ...]]:
    """What must hold of a sentence's words for a trigger to match in it: of each group one demand."""
    for alternatives in trigger.words:
        yield ((_spelled(alternatives),),)
    for ways in trigger.require:
        demands = tuple(_demand(way) for way in ways)
        if all(demands):
            yield demands


def _demand(condition: Condition) -> Demand:
    verbs = condition.where == "slot" and _VERBAL.issuperset(condition.slots)
    return tuple(_spelled(words, verbs=verbs) for words in condition.demands)


@lru_cache(maxsize=4096)
def _spelled(words: Collection[str], *, verbs: bool = False) -> frozenset[str]:
    return frozenset(
        piece + _VERB if verbs and not may_be_participle(piece) else piece for word in words for piece in _pieces(word)
    )


def _pieces(word: str) -> tuple[str, ...]:
    """The longest piece of a word as `_WORD` cuts it: "u.s." is never seen whole."""
    pieces = _WORD.findall(word)
    return (max(pieces, key=len),) if pieces else ()
