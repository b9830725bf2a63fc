"""Which way an unmarked weekday, month or day looks: words nearby that say so."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from eventx.temporal.lexicon import Tokens

_BACK = 14  # tokens: a longer clause says little about its last adverbial
_AHEAD = 3
_AHEAD_OF_SUBJECT = 14


class Cues:
    """Reads direction from the words around an expression, without a parse.

    Args:
        data: The language file; its table ``cues``.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        cues: Mapping[str, frozenset[str]] = {name: frozenset(words) for name, words in data["cues"].items()}
        self._future, self._auxiliaries = cues["future"], cues["auxiliaries"]
        self._past, self._planning = cues["past"], cues["planning"]
        self._clause, self._aside = cues["clause"], cues["aside"]
        self._before_nouns = cues["before_nouns"]
        self._determiners, self._not_verbs = cues["determiners"], cues["not_verbs"]
        self._presents, self._not_before_plans = cues["presents"], cues["not_before_plans"] | cues["determiners"]
        self._abbreviations, self._passive = cues["abbreviations"], cues["passive"]
        phrases = {phrase.split()[0] for phrase in self._future}
        self._signals = self._future | self._past | self._presents | self._clause | phrases | {"to", ","}
        self._is_dull = lru_cache(maxsize=4096)(self._says_nothing)

    def direction(self, tokens: Tokens, first: int, last: int) -> tuple[int, str | None]:
        """Whether the expression over these tokens looks ahead (1), back (-1) or says nothing (0), and the word why."""
        before = tokens.words[max(0, first - 3) : first]
        if before[-3:-2] == ["as"] and before[-1:] == ["as"]:
            return 1, " ".join(before)  # "as early as Monday"
        direction, cue = self._looking_back(tokens, first)
        return (direction, cue) if direction else self._looking_ahead(tokens, first, last)

    def _looking_back(self, tokens: Tokens, first: int) -> tuple[int, str | None]:
        """The nearest cue before an expression, in its clause."""
        words, weak = tokens.words, None
        for index in range(first - 1, max(-1, first - 1 - _BACK), -1):
            word = words[index]
            if self._is_dull(word):
                continue
            if word in self._future and not (word == "until" and self._opens(tokens, index)):
                return 1, word
            if f"{word} {words[index + 1]}" in self._future:
                return 1, f"{word} {words[index + 1]}"
            if word == "to" and self._is_infinitive(tokens, index):
                cue = f"to {words[index + 1]}"
                if words[index - 1] in self._planning:
                    return 1, cue
                weak = weak or cue  # "a rally to mark the day": the verb above it decides, if there is one
            elif word in self._presents and words[index - 1] not in self._not_before_plans:
                weak = weak or word  # "the leaders meet Monday"
            elif self._is_past(tokens, index):
                return -1, word
            elif index < first - 1 and self._ends_clause(tokens, index):
                break  # a preposition right before the expression ("after", "before") opens no clause
        return (1, weak) if weak else (0, None)

    def _says_nothing(self, word: str) -> bool:
        """Whether a word can be no cue and end no clause, wherever it stands: most words are such."""
        return word not in self._signals and word[0] not in "\n.?!" and not _looks_past(word)

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
                return 1, word
            if word == "to" and words[index - 1] in self._planning and self._is_infinitive(tokens, index):
                return 1, f"{words[index - 1]} to"
            if word in self._past or _looks_past(word):
                return -1, word
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
        return before in self._planning or not (before in self._before_nouns or _looks_past(before))

    def _is_past(self, tokens: Tokens, index: int) -> bool:
        word, before = tokens.words[index], tokens.words[index - 1] if index else ""
        if before in self._passive or before == "to":
            return False  # "to be held", "are counted", "to cut"
        if word in self._past:
            return True
        if tokens.is_capitalised(index) or not _looks_past(word):
            return False
        return before not in self._determiners and word not in self._planning

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
