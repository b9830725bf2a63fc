"""The pattern language of the grammar, translated to regular expressions over word classes.

A pattern is a line of atoms::

    {month}         a macro, written like a pattern itself
    <weekday>       one token of a class; <day|week> of either
    day=<dom>       the same, remembered under a name; also name=( ... ) and name={macro}
    ago             the word itself; so are , . - '
    ( | ) ? {0,2}   as in regular expressions, and so is (?= ... ), what must follow without being part of it

Repetition is always bounded, so that hostile text cannot make matching slow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from attrs import frozen

_ATOM = re.compile(
    r"\s*(?:(?P<name>\w+)=)?(?:\{(?P<macro>[a-z_]\w*)\}|<(?P<cls>[\w|]+)>|(?P<count>\{\d*,\d+\})|(?P<op>\(\?=|[()|?])"
    r"|(?P<literal>[^\s(){}<>|?]+))"
)


@frozen
class Piece:
    """A translated part of a pattern.

    Attributes:
        regex: Its regular expression.
        first: The characters it can begin with.
        is_optional: Whether it can be empty.
    """

    regex: str
    first: frozenset[str]
    is_optional: bool


def literals(patterns: Iterable[str]) -> frozenset[str]:
    """The words that patterns name themselves."""
    return frozenset(atom["literal"] for text in patterns for atom in _ATOM.finditer(text) if atom["literal"])


class Translator:
    """Translates patterns; the macros are translated once.

    Args:
        macros: Name to pattern; a macro may use those before it.
        codes: Gives the characters of a class, of a word as class ``=word``.
    """

    def __init__(self, macros: Mapping[str, str], codes: Callable[[str], str]) -> None:
        self._codes = codes
        self._macros: dict[str, Piece] = {}
        for name, text in macros.items():
            piece = self.translate(text)
            self._macros[name] = Piece(f"(?:{piece.regex})", piece.first, piece.is_optional)

    def translate(self, text: str) -> Piece:
        """Translate one pattern.

        Raises:
            ValueError: If it cannot be read.
            KeyError: If it names an unknown macro or class.
        """
        atoms, at = [], 0
        stripped = text.rstrip()
        while at < len(stripped):
            atom = _ATOM.match(stripped, at)
            if atom is None:
                raise ValueError(f"the language file has a pattern that cannot be read at {text[at:]!r}: {text!r}")
            atoms.append(atom)
            at = atom.end()
        piece, rest = self._alternatives(atoms, 0)
        if rest != len(atoms):
            raise ValueError(f"the language file has a pattern with a bracket too many: {text!r}")
        return piece

    def _alternatives(self, atoms: list[re.Match[str]], at: int) -> tuple[Piece, int]:
        """What stands up to the closing bracket or the end, and where that is."""
        branches = []
        while True:
            branch, at = self._sequence(atoms, at)
            branches.append(branch)
            if at >= len(atoms) or atoms[at]["op"] != "|":
                break
            at += 1
        regex = "|".join(branch.regex for branch in branches)
        first = frozenset[str]().union(*(branch.first for branch in branches))
        return Piece(regex, first, any(branch.is_optional for branch in branches)), at

    def _sequence(self, atoms: list[re.Match[str]], at: int) -> tuple[Piece, int]:
        regex, first, is_optional = "", frozenset[str](), True
        while at < len(atoms) and atoms[at]["op"] not in ("|", ")"):
            piece, at = self._atom(atoms, at)
            regex += piece.regex
            if is_optional:
                first |= piece.first
            is_optional = is_optional and piece.is_optional
        return Piece(regex, first, is_optional), at

    def _atom(self, atoms: list[re.Match[str]], at: int) -> tuple[Piece, int]:
        atom = atoms[at]
        opening = f"(?P<{atom['name']}>" if atom["name"] else ""
        if atom["op"] in ("(", "(?="):
            inner, at = self._alternatives(atoms, at + 1)
            ahead = atom["op"] == "(?="
            bracket = opening or ("(?=" if ahead else "(?:")
            piece = Piece(f"{bracket}{inner.regex})", inner.first, inner.is_optional)
            if ahead:  # it takes up no token
                piece = Piece(piece.regex, frozenset(), True)
        else:
            piece = self._single(atom)
            if opening:
                piece = Piece(f"{opening}{piece.regex})", piece.first, piece.is_optional)
        at += 1
        if at < len(atoms) and (atoms[at]["op"] == "?" or atoms[at]["count"]):
            count = atoms[at]["count"] or "?"
            never = count == "?" or count.startswith(("{0,", "{,"))
            piece = Piece(piece.regex + count, piece.first, piece.is_optional or never)
            at += 1
        return piece, at

    def _single(self, atom: re.Match[str]) -> Piece:
        if atom["macro"]:
            return self._macros[atom["macro"]]
        if atom["cls"]:
            codes = "".join(self._codes(name) for name in atom["cls"].split("|"))
        elif atom["literal"]:
            codes = self._codes("=" + atom["literal"])
        else:
            raise ValueError(f"the language file has a pattern with {atom.group()!r} out of place")
        return Piece(f"[{codes}]", frozenset(codes), False)
