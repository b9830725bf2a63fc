"""Which way an unmarked weekday, month or day looks: words nearby that say so."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from eventx.temporal.lexicon import Tokens

_BACK = 14  # tokens: a longer clause says little about its last adverbial
_AHEAD = 3
_AHEAD_OF_SUBJECT = 14
_MOVED_REACH = 8
_HAD_BEEN = ["had", "been"]
_LONGEST_STEM_IN_ING = len("bring")


class Cues:
    """Reads direction from the words around an expression, without a parse.

    Args:
        data: The language file; its table ``cues``.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        cues: Mapping[str, frozenset[str]] = {name: frozenset(words) for name, words in data["cues"].items()}
        self._future, self._auxiliaries = cues["future"], cues["auxiliaries"]
        self._past, self._planning, self._reporting = cues["past"], cues["planning"], cues["reporting"]
        self._clause, self._aside = cues["clause"], cues["aside"]
        self._moved, self._off, self._cancelled = cues["moved"], cues["off"], cues["cancelled"]
        self._progressive = cues["progressive"]
        self._before_nouns = cues["before_nouns"]
        self._determiners, self._not_verbs = cues["determiners"], cues["not_verbs"]
        self._presents, self._not_before_plans = cues["presents"], cues["not_before_plans"] | cues["determiners"]
        self._abbreviations, self._passive = cues["abbreviations"], cues["passive"]
        phrases = {phrase.split()[0] for phrase in self._future}
        self._signals = self._future | self._past | self._presents | self._clause | phrases | {"to", ","}
        self._is_dull = lru_cache(maxsize=4096)(self._says_nothing)

    def direction(self, tokens: Tokens, first: int, last: int) -> tuple[int, str | None]:
        """Which way the expression over these tokens looks, and the word why.

        2 is ahead and -2 back; 1 and -1 likewise, by a word that may be about something else; 0 is neither.
        """
        before = tokens.words[max(0, first - 3) : first]
        if before[-3:-2] == ["as"] and before[-1:] == ["as"]:
            return 2, " ".join(before)  # "as early as Monday"
        if before[-1:] in (["to"], ["until"], ["till"]) and not self._moved.isdisjoint(
            tokens.words[max(0, first - _MOVED_REACH) : first]
        ):
            return 2, " ".join(before[-1:])  # "pushed the talks back to Friday"
        direction, cue = self._looking_back(tokens, first)
        return (direction, cue) if direction else self._looking_ahead(tokens, first, last)

    def _looking_back(self, tokens: Tokens, first: int) -> tuple[int, str | None]:
        """The nearest cue before an expression, in its clause."""
        if self._opens(tokens, first):
            return 0, None
        words, weak, strength = tokens.words, None, 1
        for index in range(first - 1, max(-1, first - 1 - _BACK), -1):
            word = words[index]
            if self._is_dull(word) or (tokens.is_capitalised(index) and not self._opens(tokens, index)):
                continue  # "Will" in the middle of a sentence is a name
            if word in self._off and not self._cancelled.isdisjoint(words[max(0, index - _BACK) : first + _BACK]):
                return -1, word  # "was planned for June but called off"
            if any(
                words[at] in self._planning and words[max(0, at - 2) : at] == _HAD_BEEN for at in (index, index - 1)
            ):
                return -1, "had been"  # "had been due to expire on Friday"
            if word in self._future and not (word == "until" and self._opens(tokens, index)):
                return 2, word
            if f"{word} {words[index + 1]}" in self._future:
                return 2, f"{word} {words[index + 1]}"
            if word == "to" and self._is_infinitive(tokens, index):
                cue = f"to {words[index + 1]}"
                if words[index - 1] in self._planning:
                    return 2, cue
                weak = weak or cue  # "a rally to mark the day": the verb above it decides, if there is one
            elif word in self._presents and words[index - 1] not in self._not_before_plans:
                if weak is None and not word.startswith("plan"):
                    strength = 2
                weak = weak or word  # "the leaders meet Monday"
            elif word.endswith("ing") and first - index <= 2 and words[index - 1] in self._progressive:
                return 2, f"{words[index - 1]} {word}"  # "we are leaving on Monday"
            elif self._is_past(tokens, index):
                return (-1 if weak or word in self._reporting else -2), word
            elif index < first - 1 and self._ends_clause(tokens, index):
                break  # a preposition right before the expression ("after", "before") opens no clause
        return (strength, weak) if weak else (0, None)

    def _says_nothing(self, word: str) -> bool:
        """Whether a word can be no cue and end no clause, wherever it stands: most words are such."""
        return (
            word not in self._signals and word[0] not in "\n.?!" and not _looks_past(word) and not word.endswith("ing")
        )

    def _looking_ahead(self, tokens: Tokens, first: int, last: int) -> tuple[int, str | None]:
        """The nearest cue after an expression: at the head of a sentence beyond the subject, elsewhere close by."""
        words = tokens.words
        opens = self._opens(tokens, first) or (words[first - 1].isalpha() and self._opens(tokens, first - 1))
        begin = last + 1 if opens and words[last : last + 1] == [","] else last
        for index in range(begin, min(len(words), begin + (_AHEAD_OF_SUBJECT if opens else _AHEAD))):
            word = words[index]
            if word == "that" or (word in (",", "and", "but", "or") and not opens):
                break
            if word in self._auxiliaries:
                return 2, word
            if word == "to" and words[index - 1] in self._planning and self._is_infinitive(tokens, index):
                return 2, f"{words[index - 1]} to"
            if word in self._past or _looks_past(word):
                return (-1 if word in self._reporting else -2), word
            if word in self._clause or self.is_sentence_end(tokens, index):
                break
        return 0, None

    def _ends_clause(self, tokens: Tokens, index: int) -> bool:
        if tokens.words[index] == ",":
            return tokens.words[index + 1] in self._aside  # a phrase of its own
        return tokens.words[index] in self._clause or self.is_sentence_end(tokens, index)

    def _opens(self, tokens: Tokens, index: int) -> bool:
        return index <= 0 or self.is_sentence_end(tokens, index - 1)

    def _is_infinitive(self, tokens: Tokens, index: int) -> bool:
        if index + 1 >= len(tokens.words) or index == 0:
            return False
        following, before = tokens.words[index + 1], tokens.words[index - 1]
        if not following.isalpha() or tokens.is_capitalised(index + 1) or following in self._not_verbs:
            return False
        if len(following) > _LONGEST_STEM_IN_ING and following.endswith("ing"):
            return False  # "pleaded guilty to shooting"
        return before in self._planning or not (before in self._before_nouns or _looks_past(before))

    def _is_past(self, tokens: Tokens, index: int) -> bool:
        word, before = tokens.words[index], tokens.words[index - 1] if index else ""
        if before in self._passive or before in ("to", "'t"):
            return False  # "to be held", "are counted", "to cut", "don't have"
        if word in self._past:
            return True
        if tokens.is_capitalised(index) or not _looks_past(word):
            return False
        return before not in self._determiners and word not in self._planning

    def is_auxiliary(self, word: str) -> bool:
        """Whether a word looks ahead where it follows an expression: ``will``, ``would``."""
        return word in self._auxiliaries

    def is_sentence_end(self, tokens: Tokens, index: int) -> bool:
        """Whether a token ends a sentence or a paragraph."""
        word = tokens.words[index]
        if word[0] == "\n" or word in ("?", "!"):
            return True
        if word[0] != ".":
            return False
        before = tokens.words[index - 1] if index else ""
        if before in self._abbreviations or len(before) == 1:
            return False
        return index + 1 >= len(tokens.words) or not tokens.text[tokens.starts[index + 1]].islower()


def _looks_past(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and not word.endswith("eed")
