"""Entities in the making."""

from __future__ import annotations

from collections import Counter

from eventx.entities.gazetteer import Known
from eventx.entities.lexicon import Gender, Kind


class Draft:
    """An entity in the making.

    Attributes:
        name: The fullest name, without titles.
        named: Whether it has a name of its own, rather than only descriptions.
        kind: ``person``, ``people``, ``group``, ``place``, ``country`` or ``thing``; None where nothing tells.
        gender: As names, titles and nouns tell.
        known: The gazetteer's entry, if any.
        country: ISO 3166-1 alpha-3 code of whose it is.
        category: PLOVER category.
        plural: Whether "they" and not "he" or "it" stands for it; None where either may.
        aliases: Other names and descriptions of it, each with how often it came up.
        roles: Nouns that were said of it: offices, titles, descriptions.
        members: The drafts a coordination is made of.
        body: The organisation a spokesman speaks for.
        guessed: Whether its kind is a mere guess.
    """

    def __init__(self, name: str, *, named: bool) -> None:
        self.name = name
        self.named = named
        self.kind: Kind | str | None = None
        self.gender: Gender | None = None
        self.known: Known | None = None
        self.country: str | None = None
        self.category: str | None = None
        self.plural: bool | None = None
        self.aliases: Counter[str] = Counter()
        self.roles: Counter[str] = Counter()
        self.members: tuple[Draft, ...] = ()
        self.body: Draft | None = None
        self.guessed = False

    def __repr__(self) -> str:
        return f"<{self.name} {self.kind} {self.gender} {self.country} {self.category} {sorted(self.roles)}>"
