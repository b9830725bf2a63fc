"""Words to classes: the tokeniser of temporal expressions, and the lexicon read from ``data/english.toml``.

Every distinct set of classes that a word can belong to has one private character. An article becomes a string of such
characters, one a token, and the grammar's patterns are regular expressions over that string.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

from attrs import frozen

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")

OTHER = "x"
"""The character of all words that no class and no pattern knows."""

_FIRST_CODE = 0xE000  # the private use area: 6,400 characters that no pattern syntax claims

_TOKEN = re.compile(
    r"""
      [^\W\d_apq][^\W\d_]*                                 # nearly all are plain words: asked for first
    | (?=\d)(?:
          \d{4}-\d\d?-\d\d?(?:T\d\d:\d\d(?::\d\d)?)?(?![\w-])   # 2011-09-22, 2011-09-22T14:30
        | \d{4}/\d\d?/\d\d?(?![\w/])                       # 2011/9/22
        | \d{1,2}/\d{1,2}/\d{2}(?:\d\d)?(?![\w/])           # 9/22/2011
        | \d{1,2}\.\d{1,2}\.\d{4}(?![\w])                   # 22.9.2011
        | 9/11(?![\d/])                                    # the attacks
        | \d{1,2}[:.]\d\d(?!\d)(?=[ ]?[AaPp]\.?[Mm]\b)      # 5:30 p.m., 5.30 pm
        | \d{1,2}:\d\d(?::\d\d)?(?![\d:])                   # 17:30
        | (?:\d\d)?\d0['’]?s\b                              # 1990s, 90s
        | \d{1,3}(?:st|nd|rd|th)\b
        | \d{1,3}(?:,\d{3})+(?:\.\d+)?
        | \d+(?:\.\d+)?
      )
    | ['’`‘]\d\d(?!\d|['’]?s\b)                             # '97
    | q[1-4]\b
    | [ap]\.[ ]?m\b\.?
    | [^\W\d_]+
    | ['’](?:s|ll|t|re|m|ve)\b
    | \n[ \t\r]*\n
    | [-–—]+
    | [.]+
    | ['’`‘]
    | [,/()$£€]
    | [^\w\s]
    """,
    re.VERBOSE | re.IGNORECASE,
)

_LONGEST_NUMBER = 12  # characters; longer ones are no part of a date, and int() refuses very long ones
_LONGEST_TIMESTAMP = len("2011-09-22T14:30:00")
_MOST_KNOWN = 50_000  # spellings to remember the class of


@frozen
class Tokens:
    """A text's tokens.

    Attributes:
        text: The text.
        words: The tokens, in lower case.
        starts, ends: Their offsets.
        codes: Their classes, one character a token.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    codes: str

    def surface(self, index: int) -> str:
        """A token as it is written."""
        return self.text[self.starts[index] : self.ends[index]]

    def is_capitalised(self, index: int) -> bool:
        """Whether a token begins with a capital."""
        return self.text[self.starts[index]].isupper()


class Lexicon:
    """The words of a language and their classes.

    ``values`` gives, by class and word, what the language file says of a word; ``words`` the file's plain word lists,
    which readers look up around an expression.

    Args:
        data: The language file: ``classes`` maps class to word to value; a word with a capital stands only for
            capitalised tokens.
        literals: Words that patterns name themselves; each is a class of its own, called ``=word``.
    """

    def __init__(self, data: Mapping[str, Any], literals: frozenset[str] = frozenset()) -> None:
        self.values: dict[str, dict[str, Any]] = {}
        self.words: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in data["words"].items()}
        plain: dict[str, set[str]] = {}
        capital: dict[str, set[str]] = {}
        for name, words in data["classes"].items():
            entries = words if isinstance(words, dict) else dict.fromkeys(words, True)
            self.values[name] = {word.lower(): value for word, value in entries.items()}
            for word in entries:
                (plain if word == word.lower() else capital).setdefault(word.lower(), set()).add(name)
        for word in literals:
            plain.setdefault(word, set()).add("=" + word)
        self._codes: dict[frozenset[str], str] = {}
        self._plain = {word: self._code(names) for word, names in plain.items()}
        self._capital = {word: self._code(names | plain.get(word, set())) for word, names in capital.items()}
        self._shapes = {
            name: self._code({name})
            for name in ("iso", "slashed", "dotted", "clock", "decade", "decimal", "shortyear", "paragraph")
        }
        self._numbers = {text: self._code(_number_classes(text)) for text in _short_numbers()}
        self._long_number = self._code({"number"})
        self._known: dict[str, tuple[str, str]] = {}

    def _code(self, names: set[str]) -> str:
        return self._codes.setdefault(frozenset(names), chr(_FIRST_CODE + len(self._codes)))

    def class_codes(self, name: str) -> str:
        """The characters of all words that belong to a class.

        Raises:
            KeyError: If there is no such class.
        """
        found = "".join(code for names, code in self._codes.items() if name in names)
        if not found:
            raise KeyError(f"the language file has no class {name!r}")
        return found

    def value(self, name: str, word: str) -> Any:
        """What the language file says of a word of a class, or None."""
        return self.values[name].get(word)

    def tokenise(self, text: str) -> Tokens:
        """Cut a text into tokens and look each up."""
        matches = list(_TOKEN.finditer(text))
        known = self._known
        if len(known) > _MOST_KNOWN:
            known.clear()
        looked_up = [known.get(match[0]) or self._look_up(match[0]) for match in matches]
        return Tokens(
            text,
            [word for word, _ in looked_up],
            [match.start() for match in matches],
            [match.end() for match in matches],
            "".join([code for _, code in looked_up]),
        )

    def _look_up(self, surface: str) -> tuple[str, str]:
        """The word and the code of a token, remembered for the next one of its spelling."""
        word, first, code = surface.lower(), surface[0], None
        if first == "’":
            word = "'" + word[1:]
        if first.isupper():
            code = self._capital.get(word)
        if code is None:
            code = self._plain.get(word) or (self._shape(word) if first not in _LETTERS else OTHER)
        self._known[surface] = word, code
        return word, code

    def _shape(self, word: str) -> str:
        if word[0] == "\n":
            return self._shapes["paragraph"]
        if len(word) == 3 and word[1:].isdigit() and not word[0].isalnum():
            return self._shapes["shortyear"]
        if not word[0].isdigit():
            return OTHER
        if not word.isascii() or len(word) > _LONGEST_NUMBER:
            return self._shapes["iso"] if word.isascii() and len(word) <= _LONGEST_TIMESTAMP and "t" in word else OTHER
        if word.isdigit():
            return self._numbers.get(word, self._long_number)
        if "/" in word:
            return self._shapes["slashed"]
        if word[-1].isalpha():
            return self._shapes["decade"] if word[-1] == "s" else OTHER
        if ":" in word or word.count("-") == 2:
            return self._shapes["iso" if "-" in word else "clock"]
        if word.count(".") == 2:
            return self._shapes["dotted"]
        return self._shapes["decimal"]


def split_words(text: str) -> list[str]:
    """The tokens of a text, in lower case.

    >>> split_words("New Year’s Day")
    ['new', 'year', "'s", 'day']
    """
    return [match.group().lower().replace("’", "'") for match in _TOKEN.finditer(text)]


def _short_numbers() -> list[str]:
    """Every spelling of a number in up to two figures, and all of four figures that can be years or times of day."""
    return [str(n) for n in range(100)] + [f"{n:02}" for n in range(10)] + [f"{n:04}" for n in range(2400)]


def _number_classes(text: str) -> set[str]:
    number, classes = int(text), {"number"}
    if len(text) == 4:
        if 1000 <= number < 2200:
            classes.add("year")
        if number % 100 < 60:
            classes.add("military")
        return classes
    if 1 <= number <= 31:
        classes.add("dom")
    if 1 <= number <= 12:
        classes.add("hour")
    if len(text) == 2:
        classes.add("yy")
    return classes


@lru_cache(maxsize=1)
def english_data() -> Mapping[str, Any]:
    """The English language file."""
    return tomllib.loads((resources.files("eventx.temporal") / "data" / "english.toml").read_text(encoding="utf-8"))
