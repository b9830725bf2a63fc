"""Offices in lower case before a name: "former prime minister", "rebel leader"."""

from __future__ import annotations

import re

from attrs import evolve

from eventx.entities.kinds import Name, is_office
from eventx.entities.lexicon import Lexicon

_LOWER_BEFORE = re.compile(r"(?:^|(?<=[\s\"“‘'(,]))((?:[a-z][a-z-]*[ \n]){1,5})\Z")
_WORD = re.compile(r"\S+")


def with_lower_titles(text: str, name: Name, before: Name | None, lexicon: Lexicon) -> Name:
    """Take titles in lower case before a name into it: "former prime minister Tony Blair".

    Args:
        text: The article's text.
        name: The name.
        before: The name that comes before it in the text, if any.
        lexicon: Which words are titles.
    """
    if name.kind not in ("person", "unknown", "place"):
        return name
    match = _LOWER_BEFORE.search(text, max(0, name.start - 60), name.start)
    if match is None:
        return name
    words = [(word[0], match.start(1) + word.start()) for word in _WORD.finditer(match[1])]
    taken: list[str] = []
    start = name.start
    while words and words[-1][0] in lexicon.titles:
        title, start = words.pop()
        taken.insert(0, title)
    if not taken:
        return name
    country, affiliation = name.country, name.affiliation
    if not words and before is not None and text[before.end : start].strip() in ("", "'s", "’s"):
        # "Taliban spokesman Zahir", "Norway's prime minister Maren": the name before says whose.
        country = country or before.country
        affiliation = before.known if before.known and before.known.kind == "organisation" else affiliation
        start = before.start
    return evolve(
        name,
        start=start,
        titles=tuple(taken),
        kind="person"
        if name.kind in ("unknown", "place") and name.known is None and is_office(taken, lexicon)
        else name.kind,
        gender=name.gender or next((lexicon.genders[title] for title in taken if title in lexicon.genders), None),
        country=country,
        affiliation=affiliation,
        sure=True,
    )
