"""A name as it stands in the text, and what it seems to be: a person, an organisation, a place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from attrs import frozen

from eventx.entities.capitals import Word
from eventx.entities.gazetteer import Known, KnownKind
from eventx.entities.lexicon import Gender, Lexicon, words

NameKind = Literal["person", "organisation", "place", "country", "people", "unknown"]

_PLACED = re.compile(
    r"\b(?:in|at|near|from|to|into|outside|inside|around|across|through|toward|towards)\s+(?:the\s+)?\Z"
)
_AGE = re.compile(r",? \(?\d{1,3}\)?[,.)]|, who\b|, whose\b")
# What a name seems to be of which the gazetteer says this.
KNOWN_KINDS: dict[KnownKind, NameKind] = {
    "country": "country",
    "place": "place",
    "capital": "place",
    "metonym": "organisation",
    "organisation": "organisation",
    "people": "people",
    "person": "person",
}
# Which kind of draft such a name stands for; nothing tells of one that is unknown.
DRAFT_KINDS: dict[NameKind, str] = {
    "person": "person",
    "organisation": "group",
    "place": "place",
    "country": "country",
    "people": "people",
}


@frozen(kw_only=True)
class Name:
    """A name as it stands in the text.

    Attributes:
        start: Offset of the first character, titles and nationality included.
        core: Offset of the first character of the name itself.
        end: Offset after its last character.
        text: The name itself, blanks folded.
        titles: Title words before it, in lower case.
        kind: What it seems to be.
        gender: As the title or the first name tells.
        known: The gazetteer's entry, if any.
        country: Of the nationality before it, else of ``known``.
        affiliation: The organisation it was said to belong to by a name before its title.
        sentence: Index of its sentence, or -1 outside of every sentence.
        initial: Whether it begins its sentence.
        sure: Whether it is a name beyond doubt, not just a capital that begins a sentence.
    """

    start: int
    core: int
    end: int
    text: str
    titles: tuple[str, ...] = ()
    kind: NameKind = "unknown"
    gender: Gender | None = None
    known: Known | None = None
    country: str | None = None
    affiliation: Known | None = None
    sentence: int = -1
    initial: bool = False
    sure: bool = True

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(self.text.split(" "))


def kind_of(
    text: str, core: Sequence[Word], titles: tuple[str, ...], known: Known | None, end: int, lexicon: Lexicon
) -> NameKind:
    """What a name seems to be: by what is known of it, its words, its titles and what stands around it."""
    if known is not None:
        return KNOWN_KINDS[known.kind]
    last = core[-1].lower
    if len(core) > 1 and last in lexicon.organisations:
        return "organisation"
    if len(core) > 1 and last in lexicon.landmarks:
        return "place"
    if any(word.lower in lexicon.organisations for word in core[1:-1]) and not titles:
        return "organisation"
    if is_office(titles, lexicon):
        return "person"
    if core[0].text in lexicon.first_names:
        return "person"
    if core[-1].text.isupper() and len(core[-1].text) > 1:
        return "organisation"
    if any(word.lower in words("personal_middles") for word in core[1:-1]):
        return "person"
    if _AGE.match(text, end):
        return "person"
    if len(core) > 1 and len(core[1].text.rstrip(".")) == 1:
        return "person"
    if _PLACED.search(text, max(0, core[0].start - 16), core[0].start):
        return "place"
    return "unknown"


def is_office(titles: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether titles are more than "former", "first" and the like, which stand before what is no person as well."""
    return any(lexicon.titles.get(title) or title in lexicon.genders for title in titles)


def gender_of(core: Sequence[Word], titles: tuple[str, ...], lexicon: Lexicon) -> Gender | None:
    """The gender that a person's titles or first name tell, if they do."""
    for title in titles:
        gender = lexicon.genders.get(title)
        if gender:
            return gender
    if len(core) > 1:
        first = core[0].text
        return lexicon.first_names.get(first) or lexicon.first_names.get(first.split("-")[0])
    return None
