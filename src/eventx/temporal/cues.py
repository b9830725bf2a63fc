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
_UNTO = frozenset(("to", "until", "till"))
_BREAKS = frozenset((",", "and", "but", "or", "that"))
# Kinds of tokens. Some tell something only where they follow an expression: a comma, and "Will" in the middle of a
# sentence, which before one is a name.
_DULL, _ONLY_AHEAD, _TELLING = 1, 2, 3
_ENDS = "\n.?!"  # what tokens that end a sentence begin with
_LONGEST_STEM_IN_ING = len("bring")


class CueWords:
    """The words that say which way an expression looks.

    Args:
        data: The language file; its table ``cues``.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        cues: Mapping[str, frozenset[str]] = {name: frozenset(words) for name, words in data["cues"].items()}
        self.future, self.auxiliaries = cues["future"], cues["auxiliaries"]
        self.past, self.planning, self.reporting = cues["past"], cues["planning"], cues["reporting"]
        self.clause, self.aside = cues["clause"], cues["aside"]
        self.moved, self.off, self.cancelled = cues["moved"], cues["off"], cues["cancelled"]
        self.progressive = cues["progressive"]
        self.before_nouns = cues["before_nouns"]
        self.determiners, self.not_verbs = cues["determiners"], cues["not_verbs"]
        self.presents, self.not_before_plans = cues["presents"], cues["not_before_plans"] | cues["determiners"]
        self.abbreviations, self.passive = cues["abbreviations"], cues["passive"]
        phrases = {phrase.split()[0] for phrase in self.future}
        self._signals = self.future | self.past | self.presents | self.clause | phrases | {"to"}
        self.kind = lru_cache(maxsize=4096)(self._kind)

    def _kind(self, word: str) -> int:
        """Whether a word can be a cue or end a clause somewhere: most words are never either."""
        if word in self._signals or word[0] in _ENDS or _looks_past(word) or word.endswith("ing"):
            return _TELLING
        return _ONLY_AHEAD if word in _BREAKS or word in self.auxiliaries else _DULL


class Cues:
    """Reads direction from the words around the expressions of one text, without a parse.

    Args:
        words: The words of the language.
        tokens: The text.
    """

    def __init__(self, words: CueWords, tokens: Tokens) -> None:
        self._of, self._tokens, self._words = words, tokens, tokens.words
        self._kinds = bytearray(len(self._words))  # of those tokens that were looked at: dates stand close together

    def direction(self, first: int, last: int) -> tuple[int, str | None]:
        """Which way the expression over these tokens looks, and the word why.

        2 is ahead and -2 back; 1 and -1 likewise, by a word that may be about something else; 0 is neither.
        """
        words = self._words
        before = words[first - 1] if first else ""
        if before == "as" and first > 2 and words[first - 3] == "as":
            return 2, " ".join(words[first - 3 : first])  # "as early as Monday"
        if before in _UNTO and not self._of.moved.isdisjoint(words[max(0, first - _MOVED_REACH) : first]):
            return 2, before  # "pushed the talks back to Friday"
        direction, cue = self._looking_back(first)
        return (direction, cue) if direction else self._looking_ahead(first, last)

    def _looking_back(self, first: int) -> tuple[int, str | None]:
        """The nearest cue before an expression, in its clause."""
        if self._opens(first):
            return 0, None
        words, weak, strength = self._words, None, 1
        for index in range(first - 1, max(-1, first - 1 - _BACK), -1):
            if (self._kinds[index] or self._kind(index)) != _TELLING:
                continue
            word = words[index]
            if word in self._of.off and not self._of.cancelled.isdisjoint(words[max(0, index - _BACK) : first + _BACK]):
                return -1, word  # "was planned for June but called off"
            if any(
                words[at] in self._of.planning and words[max(0, at - 2) : at] == _HAD_BEEN for at in (index, index - 1)
            ):
                return -1, "had been"  # "had been due to expire on Friday"
            if word in self._of.future and not (word == "until" and self._opens(index)):
                return 2, word
            if f"{word} {words[index + 1]}" in self._of.future:
                return 2, f"{word} {words[index + 1]}"
            if word == "to" and self._is_infinitive(index):
                cue = f"to {words[index + 1]}"
                if words[index - 1] in self._of.planning:
                    return 2, cue
                weak = weak or cue  # "a rally to mark the day": the verb above it decides, if there is one
            elif word in self._of.presents and words[index - 1] not in self._of.not_before_plans:
                if weak is None and not word.startswith("plan"):
                    strength = 2
                weak = weak or word  # "the leaders meet Monday"
            elif word.endswith("ing") and first - index <= 2 and words[index - 1] in self._of.progressive:
                return 2, f"{words[index - 1]} {word}"  # "we are leaving on Monday"
            elif self._is_past(index):
                return (-1 if weak or word in self._of.reporting else -2), word
            elif index < first - 1 and self._ends_clause(index):
                break  # a preposition right before the expression ("after", "before") opens no clause
        return (strength, weak) if weak else (0, None)

    def _looking_ahead(self, first: int, last: int) -> tuple[int, str | None]:
        """The nearest cue after an expression: at the head of a sentence beyond the subject, elsewhere close by."""
        words = self._words
        opens = self._opens(first) or (words[first - 1].isalpha() and self._opens(first - 1))
        begin = last + 1 if opens and words[last : last + 1] == [","] else last
        for index in range(begin, min(len(words), begin + (_AHEAD_OF_SUBJECT if opens else _AHEAD))):
            if (self._kinds[index] or self._kind(index)) == _DULL:
                continue
            word = words[index]
            if word == "that" or (word in (",", "and", "but", "or") and not opens):
                break
            if word in self._of.auxiliaries:
                return 2, word
            if word == "to" and words[index - 1] in self._of.planning and self._is_infinitive(index):
                return 2, f"{words[index - 1]} to"
            if word in self._of.past or _looks_past(word):
                return (-1 if word in self._of.reporting else -2), word
            if word in self._of.clause or self.is_sentence_end(index):
                break
        return 0, None

    def _kind(self, index: int) -> int:
        """Whether a token can tell a direction or end a clause, noted for the next expression beside it."""
        word = self._words[index]
        kind = self._of.kind(word)
        if kind == _TELLING:
            if word[0] in _ENDS:
                kind = _TELLING if self._is_end(index) else _DULL
            elif self._tokens.is_capitalised(index) and not self._opens(index):
                kind = _ONLY_AHEAD
        elif word == "," and self._ends_clause(index):
            kind = _TELLING
        self._kinds[index] = kind
        return kind

    def _ends_clause(self, index: int) -> bool:
        if self._words[index] == ",":
            return not self._of.aside.isdisjoint(self._words[index + 1 : index + 2])  # a phrase of its own
        return self._words[index] in self._of.clause or self.is_sentence_end(index)

    def _opens(self, index: int) -> bool:
        return index <= 0 or self.is_sentence_end(index - 1)

    def _is_infinitive(self, index: int) -> bool:
        if index + 1 >= len(self._words) or index == 0:
            return False
        following, before = self._words[index + 1], self._words[index - 1]
        if not following.isalpha() or self._tokens.is_capitalised(index + 1) or following in self._of.not_verbs:
            return False
        if len(following) > _LONGEST_STEM_IN_ING and following.endswith("ing"):
            return False  # "pleaded guilty to shooting"
        return before in self._of.planning or not (before in self._of.before_nouns or _looks_past(before))

    def _is_past(self, index: int) -> bool:
        word, before = self._words[index], self._words[index - 1] if index else ""
        if before in self._of.passive or before in ("to", "'t"):
            return False  # "to be held", "are counted", "to cut", "don't have"
        if word in self._of.past:
            return True
        if self._tokens.is_capitalised(index) or not _looks_past(word):
            return False
        return before not in self._of.determiners and word not in self._of.planning

    def is_auxiliary(self, word: str) -> bool:
        """Whether a word looks ahead where it follows an expression: ``will``, ``would``."""
        return word in self._of.auxiliaries

    def is_sentence_end(self, index: int) -> bool:
        """Whether a token ends a sentence or a paragraph."""
        return self._words[index][0] in _ENDS and self._is_end(index)

    def sentence_ends_within(self, first: int, last: int) -> bool:
        """Whether one of these tokens ends a sentence or a paragraph."""
        # A loop, for it runs over a token or two, once for every expression.
        for index in range(first, last):  # noqa: SIM110
            if self.is_sentence_end(index):
                return True
        return False

    def _is_end(self, index: int) -> bool:
        words, word = self._words, self._words[index]
        if word[0] != ".":
            return word[0] == "\n" or word in ("?", "!")
        before = words[index - 1] if index else ""
        if before in self._of.abbreviations or len(before) == 1:
            return False
        return index + 1 >= len(words) or not self._tokens.text[self._tokens.starts[index + 1]].islower()


def _looks_past(word: str) -> bool:
    return len(word) > 4 and word.endswith("ed") and not word.endswith("eed")
