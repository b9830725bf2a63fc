"""Phrases of one article turned into drafts; definite descriptions mean somebody known where that is safe."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from eventx.entities.drafts import Draft
from eventx.entities.gazetteer import Gazetteer
from eventx.entities.lexicon import Lexicon, offices, singular, words
from eventx.entities.phrases import Phrase
from eventx.entities.roster import Roster

# References back that "the minister" may go.
REACH = 400
LONGEST_DISPLAY = 10
# Places named by a capital stand for the country where somebody acts, but are themselves where somebody goes.
PLACE_ROLES = frozenset({"place", "destination"})
HIT_ROLES = frozenset({"target"})


class Describer:
    """Gives every phrase of an article its draft.

    Args:
        roster: The article's names.
        gazetteer: For countries' names.
        lexicon: What is known of nouns.
    """

    def __init__(self, roster: Roster, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self._roster, self._gazetteer, self._lexicon = roster, gazetteer, lexicon
        self._described: dict[tuple[str, str | None], Draft] = {}
        self._by_head: dict[str, list[Draft]] = {}
        self._countries: dict[str, Draft] = {}
        self._seen: list[tuple[int, Draft]] = []

    def draft(self, phrase: Phrase, *, place: bool, hit: bool = False) -> Draft:
        """The draft of a phrase that is no pronoun.

        Args:
            phrase: The phrase; phrases are to come in text order.
            place: Whether it fills a role of places.
            hit: Whether something is done to it: "rockets hit Kabul" is about the city, "Kabul denied it" is not.
        """
        if phrase.form == "coordination":
            return self._group(phrase, place=place, hit=hit)
        if phrase.form == "name" and phrase.name is not None:
            named = self._roster.of[phrase.name]
            if named is not None:
                return named if place or hit else self._as_actor(named)
        if phrase.form == "definite":
            known = self._definite(phrase)
            if known is not None:
                return known
        return (None if place else self._meant(phrase)) or self._describe(phrase)

    def _meant(self, phrase: Phrase) -> Draft | None:
        """The country in "Norwegian" (an attack), the group in "Taliban fighters"."""
        if phrase.form != "indefinite" or len(phrase.modifiers) != 1 or phrase.full != phrase.text:
            return None
        index = phrase.modifiers[0]
        name, named = self._roster.names[index], self._roster.of[index]
        code = self._gazetteer.demonyms.get(phrase.text)
        if code is not None and phrase.text == name.text:
            return self._country(code, phrase.text)
        if named is None or named.kind != "group" or named.category not in ("REB", "CRM", "MIL"):
            return None
        if phrase.text == f"{name.text} {phrase.head}" and phrase.head in words("fighters"):
            named.aliases[phrase.text] += 1
            return named
        return None

    def _group(self, phrase: Phrase, *, place: bool, hit: bool) -> Draft:
        members = tuple(self.draft(part, place=place, hit=hit) for part in phrase.parts if part.form != "pronoun")
        return self.together(tuple(dict.fromkeys(members))) if len(set(members)) > 1 else self._describe(phrase)

    def together(self, members: tuple[Draft, ...]) -> Draft:
        """The draft of several drafts named together."""
        key = (" and ".join(sorted(member.name for member in members)).casefold(), None)
        draft = self._described.get(key)
        if draft is None:
            names = [member.name for member in members]
            draft = Draft(", ".join(names[:-1]) + " and " + names[-1], named=False)
            draft.members = members
            draft.kind, draft.plural = ("people" if members[0].kind in ("person", "people") else None), True
            draft.country = _common([member.country for member in members])
            draft.category = _common([member.category for member in members])
            self._described[key] = draft
        return draft

    def _as_actor(self, draft: Draft) -> Draft:
        """The country, for a capital that acts."""
        known = draft.known
        if known is None or known.kind != "capital" or known.country is None:
            return draft
        return self._country(known.country, draft.name)

    def _country(self, code: str, alias: str) -> Draft:
        country = self._countries.get(code) or next(
            (draft for draft in self._roster.drafts if draft.kind == "country" and draft.country == code), None
        )
        if country is None:
            country = Draft(self._gazetteer.countries[code], named=True)
            country.kind, country.country = "country", code
        self._countries[code] = country
        country.aliases[alias] += 1
        return country

    def _describe(self, phrase: Phrase) -> Draft:
        key = ((phrase.full or phrase.text).casefold(), "")
        draft = self._described.get(key)
        if draft is not None:
            return draft
        draft = Draft(_display(phrase), named=phrase.form == "name")
        draft.kind, draft.gender, draft.plural = phrase.kind, phrase.gender, phrase.plural
        if phrase.kind == "group" and phrase.plural is False:
            draft.plural = None
        draft.roles[singular(phrase.head)] += 1
        draft.category = self._category(phrase)
        for index in phrase.modifiers:
            name, named = self._roster.names[index], self._roster.of[index]
            draft.country = draft.country or name.country or (named.country if named else None)
        self._described[key] = draft
        self._by_head.setdefault(singular(phrase.head), []).append(draft)
        return draft

    def _category(self, phrase: Phrase) -> str | None:
        """Of the head, unless that says little and what stands before it more ("rebel commander", "navy officer")."""
        nouns = self._lexicon.nouns
        own = nouns.get(phrase.head) or nouns.get(singular(phrase.head))
        if own is not None and phrase.head not in words("ambiguous_heads"):
            return own.split("-")[0]
        for index in phrase.modifiers:
            known = self._roster.names[index].known
            if known is not None and known.category is not None:
                return known.category
        before = [word.lower() for word in re.findall(r"[\w'’-]+", phrase.text)][:-1]
        other = next((nouns[word] for word in reversed(before) if nouns.get(word, "CVL") != "CVL"), own)
        return other.split("-")[0] if other else None

    def seen(self, offset: int, draft: Draft) -> None:
        """Take note that a draft was referred to at ``offset``."""
        self._seen.append((offset, draft))

    def _definite(self, phrase: Phrase) -> Draft | None:
        """Whom "the foreign minister", "the country" or "the group" means; None if nobody yet."""
        head, said = singular(phrase.head), set(phrase.text.lower().split())
        for draft in islice(reversed(self._by_head.get(head, [])), REACH):
            if draft.plural == phrase.plural and said <= set(draft.name.lower().split()) | {phrase.head}:
                return draft
        bare = len(said) == 1
        if phrase.plural and phrase.kind != "place":
            return None
        if not bare and phrase.kind != "person":
            return None
        country = next((self._roster.names[index].country for index in phrase.modifiers), None)
        said -= {head} | {word.lower() for index in phrase.modifiers for word in self._roster.names[index].words}
        said = {word for word in said if not word.endswith("-year-old")}
        called = offices().get(head, frozenset()) | {head}
        for _, draft in islice(reversed(self._seen), REACH):
            if phrase.kind == "person":
                # "the foreign minister" is not the prime minister, nor that of another country.
                same = (
                    not called.isdisjoint(draft.roles) and said <= set(draft.roles) and country in (None, draft.country)
                )
                if same and draft.kind == "person":
                    return draft
            elif self._is_called(draft, phrase, head):
                return draft
        return None

    def _is_called(self, draft: Draft, phrase: Phrase, head: str) -> bool:
        """Whether "the country", "the islands", "the group" or "the airline" may be this one."""
        if not draft.named:
            return False
        own = draft.name.lower().split()
        if phrase.kind == "place":
            if head in self._lexicon.countries:
                return draft.kind == "country"
            return draft.kind == "place" and (phrase.head in own or head in self._lexicon.towns)
        if draft.kind != "group":
            return False
        if head in words("bodies"):
            return draft.category in ("REB", "NGO", "CRM", None)
        if head in words("business"):
            return draft.category in ("BUS", None)
        return phrase.kind == "group" and head in own


def _display(phrase: Phrase) -> str:
    """How a described entity is called: by the whole phrase if that is short, else by its core."""
    return phrase.full if phrase.full and len(phrase.full.split()) <= LONGEST_DISPLAY else phrase.text


def _common(values: Sequence[str | None]) -> str | None:
    return values[0] if values and len(set(values)) == 1 else None
