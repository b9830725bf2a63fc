"""Noun phrases of people, groups and things in raw text, told by their heads: what a pronoun may mean besides names."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterator, Sequence

from eventx.entities.kinds import Name
from eventx.entities.lexicon import Lexicon, either, is_plural, singular, words

_WORD = re.compile(r"[A-Za-z][a-z'’-]*[a-z]")
_DETERMINERS = words("determiners")
_NOT_INSIDE = words("not_in_noun_phrase")
_BACK = re.compile(r"(?:[\w-]+[ \n]){1,5}\Z")
_COPULA = re.compile(r"\b(?:is|was|were|are|been|being|be|became|become|as)\s+(?:also\s+|not\s+)?\Z")
_OWNER = re.compile(r"[A-Z]\w+(?:['’]s|s['’])\s(?:[\w-]+\s){0,2}\Z")
_TAIL = re.compile(r"(?:\s(?:[a-z]+ed|[a-z]+ing|born|held|based))?\s(?:of|from|in|at|for)\s(?:the\s|an?\s)?")
_COUNTED = re.compile(rf"(?:\d[\d,.]*|{either('numerals')})\s(?:of\s)?[a-z]+")
_LISTED = re.compile(r",\s|\s+and\s+|,\s+and\s+")
_PERSON_PLURALS = tuple(sorted(words("person_plurals")))


class NounScanner:
    """Finds the noun phrases of an article that have a head that the lexicon knows.

    Args:
        text: The article's text.
        names: Its names in text order.
        is_name: Whether the name of this index turned out to be one.
        lexicon: What is known of nouns.
    """

    def __init__(self, text: str, names: Sequence[Name], is_name: Callable[[int], bool], lexicon: Lexicon) -> None:
        self._text, self._names, self._is_name, self._lexicon = text, names, is_name, lexicon
        self._name_starts = [name.start for name in names]

    def scan(self) -> Iterator[tuple[int, int]]:
        """Noun phrases of people and groups, told by their head and determiner; bare ones only in the plural."""
        text, kinds = self._text, self._lexicon.kinds
        for match in _WORD.finditer(text):
            word = match[0].lower()
            kind = kinds.get(word) or ("people" if word.endswith(_PERSON_PLURALS) else None)
            if kind == "place" and is_plural(word) and singular(word) in self._lexicon.countries:
                kind = "people"
            if kind in (None, "place") or self._in_name(match.start()) or self._is_participle(match):
                continue
            following = _WORD.match(text, match.end() + 1)
            if following is not None and following[0].lower() in kinds and not self._is_participle(following):
                continue
            start = self.determined(match.start())
            if start is None and (kind == "person" or word not in kinds or not is_plural(word)):
                continue
            if start is None:
                start = self._modified(match.start())
            if not self._says_of_another(start):
                yield start, self._extended(match.end())

    def _is_participle(self, word: re.Match[str]) -> bool:
        """Whether a word only says what happened to another: "the man accused of theft"."""
        return word[0].endswith("ed") and self._text.startswith((" of ", " by "), word.end())

    def _says_of_another(self, start: int) -> bool:
        """Whether what begins here only says something of another: "was the first guest", "Maren, a lawyer"."""
        if _COPULA.search(self._text, max(0, start - 24), start):
            return True
        at = bisect.bisect_left(self._name_starts, start) - 1
        return self._text[max(0, start - 2) : start] == ", " and at >= 0 and self._names[at].end == start - 2

    def _extended(self, end: int) -> int:
        """Where a noun phrase ends whose head ends here: "officials from Dorvik", "a group of 40 people"."""
        tail = _TAIL.match(self._text, end, end + 60)
        if tail is None:
            return end
        counted = _COUNTED.match(self._text, tail.end())
        if counted is not None:
            return counted.end()
        at = bisect.bisect_left(self._name_starts, tail.end())
        if at == len(self._names) or self._names[at].start != tail.end():
            return end
        stop = self._names[at].end
        while at + 1 < len(self._names) and _LISTED.fullmatch(self._text, stop, self._names[at + 1].start):
            at += 1
            stop = self._names[at].end
        return stop

    def _in_name(self, offset: int) -> bool:
        """Whether a word belongs to a name, and so is no noun of its own."""
        at = bisect.bisect_right(self._name_starts, offset) - 1
        return at >= 0 and self._names[at].end > offset and self._is_name(at)

    def _modified(self, head: int) -> int:
        """Where a bare plural begins: with the name right before it ("Kurdish forces"), else with itself."""
        at = bisect.bisect_left(self._name_starts, head) - 1
        if at >= 0 and self._text[self._names[at].end : head] == " ":
            return self._names[at].start
        return head

    def determined(self, head: int) -> int | None:
        """Where the noun phrase begins whose head stands at this offset, if it has a determiner."""
        owner = _OWNER.search(self._text, max(0, head - 60), head)
        if owner is not None:
            at = bisect.bisect_right(self._name_starts, owner.start()) - 1
            return self._names[at].start if at >= 0 and self._names[at].end > owner.start() else owner.start()
        before = _BACK.search(self._text, max(0, head - 60), head)
        if before is None:
            return None
        words = [(m[0].lower(), before.start() + m.start()) for m in re.finditer(r"[\w-]+", before[0])]
        for word, start in reversed(words):
            if word in _DETERMINERS or word.isdigit():
                return start
            if word in _NOT_INSIDE:
                return None
        return None
