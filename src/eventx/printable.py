"""Text from articles made safe to show: what it says stays, what it does goes."""

from __future__ import annotations

import re
import unicodedata

# Cc: control (terminal escapes), Cf: format (bidirectional overrides), Cs: lone surrogates, Zl and Zp: line separators.
_HARMFUL = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})

_WHITE = re.compile(r"\s+")


def printable(text: str) -> str:
    """Fold white space to single blanks, and drop control, format and surrogate characters.

    >>> printable("a\\x1b[31m b\\u202e\\n c")
    'a[31m b c'
    """
    return printable_piece(text).strip()


def printable_piece(text: str) -> str:
    """The same for a piece of a longer text, whose blanks at either end part it from its neighbours.

    >>> printable_piece(" said\\n")
    ' said '
    """
    folded = _WHITE.sub(" ", text)
    if folded.isascii() and folded.isprintable():
        return folded
    return "".join(character for character in folded if unicodedata.category(character) not in _HARMFUL)


def shortened(text: str, length: int) -> str:
    """At most ``length`` characters of a text made printable; an ellipsis shows that there was more."""
    clean = printable(text)
    return clean if len(clean) <= length else clean[: length - 1].rstrip() + "…"
