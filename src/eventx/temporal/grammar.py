"""The grammar of temporal expressions: patterns over word classes, compiled from ``data/english.toml``.

A pattern is a line of atoms::

    {month}         a macro, written like a pattern itself
    <weekday>       one token of a class
    day=<dom>       the same, remembered under a name; also name=( ... ) and name={macro}
    ago             the word itself; so are , . - '
    ( | ) ? {0,2}   as in regular expressions, and so is (?= ... ), what must follow without being part of it

Repetition is always bounded, so that hostile text cannot make matching slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from attrs import field, frozen

from eventx.temporal.holidays import holiday_table
from eventx.temporal.lexicon import Lexicon, Tokens, english_data, split_words

_ATOM = re.compile(
    r"\s*(?:(?P<name>\w+)=)?(?:\{(?P<macro>[a-z_]\w*)\}|<(?P<cls>[\w|]+)>|(?P<count>\{\d*,\d+\})|(?P<op>\(\?=|[()|?])"
    r"|(?P<literal>[^\s(){}<>|?]+))"
)


@frozen
class Rule:
    """One kind of expression.

    Attributes:
        name: Names it in notes and tests.
        make: Name of the function that reads it (see ``normalise``).
        options: What else the language file says of it.
        pattern: Matches strings of class characters.
    """

    name: str
    make: str
    pattern: re.Pattern[str] = field(repr=False)
    options: Mapping[str, Any]


@frozen
class Hit:
    """A place where a rule fits.

    Attributes:
        rule: The rule.
        tokens: The text's tokens.
        first, last: The tokens it covers, half-open.
    """

    rule: Rule
    tokens: Tokens
    first: int
    last: int
    _match: re.Match[str] = field(repr=False)

    def words(self, name: str) -> list[str]:
        """The tokens that a named part covers, in lower case; none where it is absent."""
        if name not in self.rule.pattern.groupindex:
            return []
        start, end = self._match.span(name)
        return self.tokens.words[start:end] if start >= 0 else []

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
        macros: Mapping[str, str] = {**data.get("macros", {}), "holiday": _holiday_names()}
        patterns = [*macros.values(), *(pattern for rule in data["rule"] for pattern in _patterns(rule))]
        literals = {m["literal"] for text in patterns for m in _ATOM.finditer(text) if m["literal"]}
        self.lexicon = Lexicon(data, frozenset(literals))
        self._macros = {}
        for name, text in macros.items():
            self._macros[name] = f"(?:{self._translate(text)})"
        self.rules = tuple(
            Rule(
                rule["name"],
                rule["make"],
                re.compile(self._translate(pattern)),
                {key: value for key, value in rule.items() if key not in ("name", "make", "pattern")},
            )
            for rule in data["rule"]
            for pattern in _patterns(rule)
        )
        self._run = re.compile("[\ue000-\uf8ff]+")
        self._head = re.compile("[" + "".join(self.lexicon.class_codes(name) for name in data["heads"]) + "]")
        self._starters: dict[str, tuple[Rule, ...]] = {}

    def _translate(self, text: str) -> str:
        parts, at = [], 0
        while at < len(text):
            atom = _ATOM.match(text, at)
            if atom is None:
                if not text[at:].strip():
                    break
                raise ValueError(f"the language file has a pattern that cannot be read at {text[at:]!r}: {text!r}")
            at = atom.end()
            if atom["macro"]:
                part = self._macros[atom["macro"]]
            elif atom["cls"]:
                part = f"[{''.join(self.lexicon.class_codes(name) for name in atom['cls'].split('|'))}]"
            elif atom["literal"]:
                part = f"[{self.lexicon.class_codes('=' + atom['literal'])}]"
            else:
                part = atom["count"] or {"(": "(?:"}.get(atom["op"], atom["op"])
            if atom["name"]:
                part = f"(?P<{atom['name']}>" + ("" if atom["op"] else part + ")")
            parts.append(part)
        return "".join(parts)

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
        found = [
            Hit(rule, tokens, first, match.end(), match)
            for rule in self.rules
            if (match := rule.pattern.match(tokens.codes, first, limit))
        ]
        found.sort(key=lambda hit: -hit.last)
        return found


def _holiday_names() -> str:
    """A macro of all holidays, longer names first."""
    names = sorted(holiday_table(), key=lambda name: (-len(name), name))
    return "|".join(" ".join(split_words(name)) for name in names)


def _patterns(rule: Mapping[str, Any]) -> list[str]:
    pattern = rule["pattern"]
    return [pattern] if isinstance(pattern, str) else list(pattern)


@lru_cache(maxsize=1)
def english() -> Grammar:
    """The grammar of English, compiled once."""
    return Grammar(english_data())
