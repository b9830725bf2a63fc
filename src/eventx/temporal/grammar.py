"""The grammar of temporal expressions: patterns over word classes, compiled from ``data/english.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from attrs import field, frozen

from eventx.temporal.holidays import holiday_table
from eventx.temporal.lexicon import Lexicon, Tokens, english_data, split_words
from eventx.temporal.patterns import Translator, literals

_LONGEST = 40  # tokens; no pattern is as long
_MOST_KNOWN = 8192  # runs of classes to remember the rules of: news repeats a few hundred


@frozen
class Rule:
    """One kind of expression.

    Attributes:
        name: Names it in the language file.
        make: Name of the function that reads it (see ``normalise``).
        options: What else the language file says of it.
        pattern: Matches strings of class characters.
    """

    name: str
    make: str
    options: Mapping[str, Any]
    pattern: re.Pattern[str] = field(repr=False)


@frozen
class Hit:
    """A place where a rule fits.

    Attributes:
        rule: The rule.
        tokens: The text's tokens.
        first, last: The tokens it covers, half-open.
        _parts: Where its named parts stand, counted from ``first``.
    """

    rule: Rule
    tokens: Tokens
    first: int
    last: int
    _parts: Mapping[str, tuple[int, int]] = field(repr=False)

    def words(self, name: str) -> list[str]:
        """The tokens that a named part covers, in lower case; none where it is absent."""
        part = self._parts.get(name)
        return [] if part is None else self.tokens.words[self.first + part[0] : self.first + part[1]]

    def names(self, parts: frozenset[str]) -> bool:
        """Whether one of these named parts is there."""
        return not parts.isdisjoint(self._parts)

    def position(self, name: str) -> int:
        """The number of the token that a named part begins with; -1 where it is absent."""
        part = self._parts.get(name)
        return -1 if part is None else self.first + part[0]

    def word(self, name: str) -> str | None:
        """A named part's tokens joined by blanks, or None where it is absent."""
        return " ".join(self.words(name)) or None

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.tokens.starts[self.first]

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.tokens.ends[self.last - 1]


class Grammar:
    """Finds where rules fit.

    Args:
        data: The language file: ``classes``, ``macros``, ``rule`` and ``heads``, the classes without one of which
            nothing is an expression.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        macros = {"holiday": _holiday_names(), **data.get("macros", {})}
        patterns = [(rule, pattern) for rule in data["rule"] for pattern in rule["pattern"]]
        self.lexicon = Lexicon(data, literals([*macros.values(), *(pattern for _, pattern in patterns)]))
        translator = Translator(macros, self.lexicon.class_codes)
        by_first: dict[str, list[Rule]] = {}
        for entry, text in patterns:
            piece = translator.translate(text)
            options = {key: value for key, value in entry.items() if key not in ("name", "make", "pattern")}
            rule = Rule(entry["name"], entry["make"], options, re.compile(piece.regex))
            for code in piece.first:
                by_first.setdefault(code, []).append(rule)
        self._by_first = {code: tuple(rules) for code, rules in by_first.items()}
        self._fits = lru_cache(maxsize=_MOST_KNOWN)(self._fitting)
        self._run = re.compile("[\ue000-\uf8ff]+")  # the private characters that the lexicon deals out
        self._head = re.compile("[" + "".join(self.lexicon.class_codes(name) for name in data["heads"]) + "]")

    def tokenise(self, text: str) -> Tokens:
        """Cut a text into tokens of this grammar's classes."""
        return self.lexicon.tokenise(text)

    def places(self, tokens: Tokens) -> Iterator[tuple[int, int]]:
        """The stretches of tokens in which an expression can stand, half-open."""
        for run in self._run.finditer(tokens.codes):
            if self._head.search(tokens.codes, run.start(), run.end()):
                yield run.span()

    def hits(self, tokens: Tokens, first: int, limit: int) -> list[Hit]:
        """The rules that fit at a token, the longest first; among equals in the order of the file."""
        fits = self._fits(tokens.codes[first : min(limit, first + _LONGEST)])
        return [Hit(rule, tokens, first, first + length, parts) for rule, length, parts in fits]

    def _fitting(self, codes: str) -> list[tuple[Rule, int, Mapping[str, tuple[int, int]]]]:
        """The rules that fit at the beginning of a run of tokens, with their lengths and their named parts."""
        found: list[tuple[Rule, int, Mapping[str, tuple[int, int]]]] = []
        for rule in self._by_first.get(codes[0], ()):
            if match := rule.pattern.match(codes):
                parts = {name: match.span(name) for name in rule.pattern.groupindex if match.start(name) >= 0}
                found.append((rule, match.end(), parts))
        found.sort(key=lambda fit: -fit[1])
        return found


def _holiday_names() -> str:
    """A macro of all holidays, longer names first."""
    names = sorted(holiday_table(), key=lambda name: (-len(name), name))
    return "|".join(" ".join(split_words(name)) for name in names)


@lru_cache(maxsize=1)
def english() -> Grammar:
    """The grammar of English, compiled once."""
    return Grammar(english_data())
