"""Whether two spans name the same thing, though an extractor may have cut a little more or less than the annotator."""

from __future__ import annotations

import re

from eventx.model import Span

# Letters and digits, and what may stand inside a word: "U.S", "vice-president", "O'Neill".
_RUN = re.compile(r"[\w.'’-]+")
_EDGES = "_.'’-"
_ARTICLES = frozenset({"the", "a", "an"})
_INSIDE_NAMES = frozenset({"of", "for", "and"})

Word = tuple[int, str]


def words(span: Span) -> tuple[Word, ...]:
    """The words of a span with their offsets in the article, without articles and possessive endings.

    >>> words(Span.of("Near the U.S. envoy's house", 5, 21))
    ((9, 'U.S'), (14, 'envoy'))
    """
    found = []
    for run in _RUN.finditer(span.text):
        whole = run.group()
        word = whole.lstrip(_EDGES)
        start = span.start + run.end() - len(word)
        word = word.rstrip(_EDGES)
        if word.endswith(("'s", "’s")):
            word = word[:-2]
        if word and word.lower() not in _ARTICLES:
            found.append((start, word))
    return tuple(found)


def agree(one: Span, other: Span) -> bool:
    """Whether two spans of one article count as the same filler.

    They do if they share at least half of the words of the longer one, or if the shorter one is the end of a name or
    title: ``Clinton`` for ``Secretary of State Hillary Clinton``.
    """
    short, long = sorted((words(one), words(other)), key=len)
    if not short:
        return (one.start, one.end) == (other.start, other.end)
    if 2 * len(set(short) & set(long)) >= len(long):
        return True
    return long[-len(short) :] == short and all(word[0].isupper() or word.lower() in _INSIDE_NAMES for _, word in long)
