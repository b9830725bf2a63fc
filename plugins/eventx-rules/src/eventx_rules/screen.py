"""The cheap test that says which sentences are worth parsing, made of the trigger data so that it cannot drift."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from attrs import frozen

from eventx_rules.lexicon.entries import Lexicon, Trigger
from eventx_rules.lexicon.filters import Condition
from eventx_rules.lexicon.inflect import may_be_participle

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
_VERBAL = frozenset(("clause", "clause infinitive", "infinitive"))
# How a word is written that counts only where it may be a verb.
_VERB = " (verb)"

# Of a verb's phrase so far apart, at most, a word stands from the verb, on either side.
_REACH = 8

# One demand: sets of words of each of which the sentence must hold one.
Demand = tuple[frozenset[str], ...]


@frozen
class _Way:
    """What a sentence must hold for one trigger.

    Attributes:
        demands: Groups of demands, of each of which one must be met.
        phrase: Words that stand near each other: some of the first set, and of the second set some that is so many
            words before it at most, or so many behind it.
    """

    demands: tuple[tuple[Demand, ...], ...]
    phrase: tuple[tuple[frozenset[str], frozenset[str], int, int], ...]

    def holds(self, words: frozenset[str], text: list[str]) -> bool:
        for demands in self.demands:
            if not any(all(not words.isdisjoint(some) for some in demand) for demand in demands):
                return False
        return all(_near(text, *pair) for pair in self.phrase)


class Screen:
    """Whether a sentence's raw text holds what some trigger needs: its head word, its further words, and the words that
    its conditions ask for. A sentence that is refused holds no trigger.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        needs: dict[str, list[_Way]] = {}
        for form, triggers in lexicon.triggers.items():
            for trigger in triggers:
                for head in _spelled((form,), verbs=trigger.kind == "verb"):
                    needs.setdefault(head, []).append(_Way(tuple(_demands(trigger)), tuple(_phrase(form, trigger))))
        self._needs = {head: tuple(dict.fromkeys(ways)) for head, ways in needs.items()}
        self._enough = frozenset(head for head, ways in self._needs.items() if _Way((), ()) in ways)
        self._partial = frozenset(self._needs) - self._enough

    def admits(self, text: str) -> bool:
        """Whether a trigger can be in a sentence with this text."""
        words, in_order = _words(text)
        if not words.isdisjoint(self._enough):
            return True
        return any(self._holds(form, words, in_order) for form in words & self._partial)

    def reasons(self, text: str) -> frozenset[str]:
        """The words for which a sentence with this text is worth parsing."""
        words, in_order = _words(text)
        heads = (words & self._enough) | {form for form in words & self._partial if self._holds(form, words, in_order)}
        return frozenset(head.removesuffix(_VERB) for head in heads)

    def _holds(self, form: str, words: frozenset[str], text: list[str]) -> bool:
        return any(way.holds(words, text) for way in self._needs[form])


def _words(text: str) -> tuple[frozenset[str], list[str]]:
    """The words of a sentence, with all that they are looked for as; and as they stand."""
    lower = text.lower()
    words = _WORD.findall(lower)
    verbs = [after + _VERB for before, after in itertools.pairwise(["", *words]) if before not in _BEFORE_NOUNS]
    if _NOT.search(lower):
        verbs += ["n't", "n’t", "not"]
        verbs += [word[:-1] for word in words if word.endswith("n")]
    return frozenset(words).union(verbs), words


def _demands(trigger: Trigger) -> Iterator[tuple[Demand, ...]]:
    """What must hold of a sentence's words for a trigger to match in it: of each group one demand."""
    for ways in trigger.require:
        demands = tuple(_demand(way) for way in ways)
        if all(demands):
            yield demands


def _phrase(form: str, trigger: Trigger) -> Iterator[tuple[frozenset[str], frozenset[str], int, int]]:
    """The further words of a trigger: a verb's around it, those of a noun or adjective right before it, one by one."""
    here = _spelled((form,))
    for alternatives in trigger.words if trigger.kind == "verb" else reversed(trigger.words):
        further = _spelled(alternatives)
        if trigger.kind == "verb":
            yield here, further, _REACH, _REACH
        else:
            yield here, further, 1, 0
            here = further


def _near(text: list[str], here: frozenset[str], further: frozenset[str], before: int, behind: int) -> bool:
    return any(
        not further.isdisjoint(text[max(0, at - before) : at + behind + 1])
        for at, word in enumerate(text)
        if word in here
    )


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
