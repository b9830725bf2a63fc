"""Runs of capitalised words in raw text, the small words of names among them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventx.entities.lexicon import either

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŴŶŸŹŻŽȘȚ"
_WORD = (
    r"(?:(?:[AaEe][ln]|[Aa][sdrt]|[Aa]sh|[Uu][lr]|[dDlLO]|anti|pro|non)[-'’])?"
    rf"(?:(?:[{_UPPER}]\.){{2,}}|[{_UPPER}]\.(?=\s)|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Maj|Brig|Col|Capt|Cmdr|Adm|Sgt|Sen|Rep|Gov|Rev|St|Jr|Sr)\."
    rf"|[{_UPPER}][\w]*(?:[-/&’'](?!s\b)\w+)*)"
)
_LINK = (
    r"(?:of the|of|de la|de los|des|del|della|de|di|da|dos|du|la|le|van der|van den|van de|van|von|der|den"
    r"|bin|ibn|al|el|ul|e|y|and the|and|for the|for|in the|in|the|to)"
)
_OWNS = r"(?:['’]s(?=\s))?"
_RUN = re.compile(
    rf"(?<![\w-]){_WORD}{_OWNS}(?:(?:[ \u00a0]{{1,2}}|[ \t]?\n[ \t]?(?!\s))(?:{_LINK}\s)?{_WORD}{_OWNS})*"
)
_TOKEN = re.compile(rf"{_WORD}|['’]s|\w+")
_COMPOUND = re.compile(rf"-{either('compounding')}\Z")


class Word:
    """A word of a run, with its offsets; ``is_capital`` if it may belong to a name."""

    __slots__ = ("end", "is_capital", "lower", "start", "text")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.lower = text.lower()
        self.is_capital = text != self.lower


def runs(text: str) -> Iterator[list[Word]]:
    """The runs of capitals of a text, each as its words.

    >>> [[word.text for word in run] for run in runs("the Bank of Dorvik said Maren Lidow left")]
    [['Bank', 'of', 'Dorvik'], ['Maren', 'Lidow']]
    """
    for run in _RUN.finditer(text):
        words: list[Word] = []
        for match in _TOKEN.finditer(text, run.start(), run.end()):
            # "Dorvik-based" is a name and an adjective's ending.
            compound = _COMPOUND.search(match[0]) if "-" in match[0] else None
            cut = match.start() + compound.start() if compound and compound.start() else match.end()
            words.append(Word(text[match.start() : cut], match.start(), cut))
            if cut < match.end():
                words.append(Word(text[cut : match.end()], cut, match.end()))
        yield words


def fold(text: str) -> str:
    """The text with its white space folded."""
    return " ".join(text.split())


def straight(text: str) -> str:
    """The text as in the gazetteer: with straight apostrophes, possessives joined on."""
    return text.replace("’", "'").replace(" 's", "'s")
