"""Which way an unmarked weekday, month or day looks: words nearby that say so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eventx.temporal.lexicon import Tokens

_AHEAD = 3
_REACH = 14  # tokens looked back over: a longer clause says little about its last adverbial


class Cues:
    """Reads direction from the words around an expression.

    Args:
        data: The language file; its table ``cues``.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        cues = data["cues"]
        self._future = frozenset(cues["future"])
        self._auxiliaries = frozenset(cues["auxiliaries"])
        self._aside = frozenset(cues["aside"])
        self._determiners = frozenset(cues["determiners"])
        self._past = frozenset(cues["past"])
        self._not_verbs = frozenset(cues["not_verbs"])
        self._planning = frozenset(cues["planning"])
        self._clause = frozenset(cues["clause"])
        self._abbreviations = frozenset(cues["abbreviations"])

    def direction(self, tokens: Tokens, first: int, last: int) -> tuple[int, str | None]:
        """Whether the expression over these tokens looks ahead (1), back (-1) or says nothing (0), and the word why."""
        words = tokens.words
        before = words[max(0, first - 3) : first]
        if before[-3:-2] == ["as"] and before[-1:] == ["as"]:
            return 1, " ".join(before)
        weak = None
        for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
            word = words[index]
            if word in self._future and not (
                word == "until" and (index == 0 or self.is_sentence_end(tokens, index - 1))
            ):
                return 1, word
            if word == "to" and self._is_infinitive(tokens, index):
                cue = "to " + words[index + 1]
                if words[index - 1] in self._planning:
                    return 1, cue
                weak = weak or cue  # "a rally to mark the day": the verb above decides
            elif self._is_past(tokens, index):
                return -1, word
            elif (
                word in self._clause
                or (word == "," and words[index + 1] in self._aside)
                or self.is_sentence_end(tokens, index)
            ):
                break
        if weak:
            return 1, weak
        # At the head of a sentence the verb that decides comes after the subject; elsewhere it is close or not at all.
        opens = first == 0 or self.is_sentence_end(tokens, first - 1)
        opens = opens or first == 1 or (words[first - 1].isalpha() and self.is_sentence_end(tokens, first - 2))
        begin = last + 1 if opens and words[last : last + 1] == [","] else last
        for index in range(begin, min(len(words), begin + (_REACH if opens else _AHEAD))):
            word = words[index]
            if word == "that" or (word in (",", "and", "but", "or") and not opens):
                break
            if word in self._auxiliaries:
                return 1, word
            if word in self._past or self._looks_past(word):
                return -1, word
            if word in self._clause or self.is_sentence_end(tokens, index):
                break
        return 0, None

    def _is_infinitive(self, tokens: Tokens, index: int) -> bool:
        if index + 1 >= len(tokens.words) or index == 0:
            return False
        following, before = tokens.words[index + 1], tokens.words[index - 1]
        if not following.isalpha() or tokens.is_capitalised(index + 1) or following in self._not_verbs:
            return False
        return before in self._planning or not self._looks_past(before)

    def _is_past(self, tokens: Tokens, index: int) -> bool:
        word, before = tokens.words[index], tokens.words[index - 1]
        if word not in self._past and (tokens.is_capitalised(index) or not self._looks_past(word)):
            return False
        return before != "be" and before not in self._determiners and word not in self._planning

    @staticmethod
    def _looks_past(word: str) -> bool:
        return len(word) > 4 and word.endswith("ed") and not word.endswith("eed")

    def is_sentence_end(self, tokens: Tokens, index: int) -> bool:
        """Whether a token ends a sentence or a paragraph."""
        word = tokens.words[index]
        if word[0] == "\n" or word in ("?", "!"):
            return True
        if word[0] != ".":
            return False
        if index and (tokens.words[index - 1] in self._abbreviations or len(tokens.words[index - 1]) == 1):
            return False
        return index + 1 >= len(tokens.words) or not tokens.text[tokens.starts[index + 1]].islower()
