"""The names of one article, grouped: every name, title and short form of somebody is one draft of an entity."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from eventx.entities.appositions import bodies_of_spokesmen, roles_beside
from eventx.entities.drafts import Draft
from eventx.entities.gazetteer import Gazetteer, Known
from eventx.entities.kinds import DRAFT_KINDS, KNOWN_KINDS, Name
from eventx.entities.lexicon import Gender, Lexicon

_HE_SHE = re.compile(r"\b(?:he|his|him|she|her)\b")
_WHICH = re.compile(r",? which\b|['’]s (?:chief|board|shares|spokes|managing|president|chairman)")


class Roster:
    """Groups the names of an article.

    Attributes:
        drafts: In the order of first appearance.
        of: The draft of each name, in the order of ``names``; None for what turned out to be no name.
    """

    def __init__(self, text: str, names: Sequence[Name], gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self._text, self._gazetteer, self._lexicon = text, gazetteer, lexicon
        self.names = list(names)
        self.drafts: list[Draft] = []
        self.of: list[Draft | None] = [None] * len(names)
        self._known: dict[tuple[str, str], Draft] = {}
        self._full: dict[str, Draft] = {}
        self._by_word: dict[str, list[Draft]] = {}
        self._group()

    def _group(self) -> None:
        acronyms = self._acronyms()
        for index, name in enumerate(self.names):
            if name.text in acronyms:
                continue
            if name.known is not None:
                self.of[index] = self._add_known(name, name.known)
            elif len(name.words) > 1:
                self.of[index] = self._add_full(name)
        for index, name in enumerate(self.names):
            if name.text in acronyms:
                # What the article itself introduces goes before what is known of such letters.
                self.of[index] = self.of[acronyms[name.text]]
        sure = {name.text for name in self.names if name.sure}
        for index, name in enumerate(self.names):
            draft = self.of[index]
            if draft is None and len(name.words) == 1 and name.known is None:
                draft = self._short(name, name.sure or name.text in sure)
                self.of[index] = draft
            if draft is None:
                continue
            self._learn(draft, name)
        for draft in self.drafts:
            self._settle(draft)
        for index, body in bodies_of_spokesmen(self._text, self.names):
            speaker, spoken_for = self.of[index], self.of[body]
            if speaker is not None and speaker.kind == "person" and speaker.body is None and spoken_for is not speaker:
                speaker.body = spoken_for

    def _new(self, name: str) -> Draft:
        draft = Draft(name, named=True)
        self.drafts.append(draft)
        return draft

    def _add_known(self, name: Name, known: Known) -> Draft | None:
        if known.kind == "people" and not self._is_noun(name):
            return None
        key = (known.kind if known.kind == "people" else "", known.name)
        if key not in self._known:
            draft = self._new(known.name)
            draft.known, draft.country, draft.category = known, known.country, known.category
            draft.kind = DRAFT_KINDS[KNOWN_KINDS[known.kind]]
            draft.plural = True if known.kind == "people" else None
            self._known[key] = draft
            if known.kind == "person":
                self._index(draft, known.name.split())
        return self._known[key]

    def _is_noun(self, name: Name) -> bool:
        """Whether a demonym stands for people ("three Pakistanis") and is no adjective."""
        return name.text.endswith(("s", "men")) and name.known is not None and name.text != name.known.name

    def _add_full(self, name: Name) -> Draft:
        parts = [word for word in name.words if word not in ("Jr.", "Jr", "Sr.", "Sr")]
        key = _normal(" ".join(parts))
        draft = self._full.get(key)
        if draft is None and name.kind in ("person", "unknown"):
            draft = self._same_person(parts)
        if draft is None:
            draft = self._new(name.text)
            draft.kind = DRAFT_KINDS.get(name.kind)
        self._full[key] = draft
        if len(name.text) > len(draft.name):
            draft.name = name.text
        self._index(draft, parts)
        return draft

    def _same_person(self, words: Sequence[str]) -> Draft | None:
        """A draft with the same first and last name, middle names and initials aside."""
        for draft in self._by_word.get(words[-1], ()):
            other = draft.name.split()
            if draft.kind not in ("person", None) or len(other) < 2 or other[-1] != words[-1]:
                continue
            if other[0] == words[0] or set(words) <= set(other) or set(other) <= set(words):
                return draft
        return None

    def _index(self, draft: Draft, words: Iterable[str]) -> None:
        for word in {*words, *(bare for word in words if (bare := _bare(word)) != word)}:
            known = self._by_word.setdefault(word, [])
            if draft not in known:
                known.append(draft)

    def _acronyms(self) -> dict[str, int]:
        """Acronyms that the article introduces in brackets, by the index of the name they stand behind."""
        found: dict[str, int] = {}
        for index in range(1, len(self.names)):
            name, before = self.names[index], self.names[index - 1]
            if not name.text.isupper() or len(name.words) > 1 or len(before.words) < 2:
                continue
            if self._text[before.end : name.start] == " (" and before.words[0][:1] == name.text[:1]:
                found.setdefault(name.text, index - 1)
        return found

    def _short(self, name: Name, sure: bool) -> Draft | None:
        """The draft that a single word stands for: a last name, a first name, or a name of its own."""
        word = name.text
        if word.endswith("'") or word.endswith("’"):
            word = word[:-1]
        wanted = [draft for draft in self._by_word.get(word, ()) if self._may_be(draft, name)]
        if not wanted and _bare(word) != word:
            wanted = [draft for draft in self._by_word.get(_bare(word), ()) if self._may_be(draft, name)]
        ends = [draft for draft in wanted if _bare(draft.name.split()[-1]) == _bare(word)] or [
            draft for draft in wanted if draft.name.split()[0] == word and draft.kind in ("person", None)
        ]
        persons = [draft for draft in ends if draft.kind == "person"] or ends
        if len(persons) > 1:
            # A bare last name in a family's story is whoever was introduced first, unless a pronoun tells.
            told = self._told_gender(name)
            return next((draft for draft in persons if told is None or draft.gender in (told, None)), persons[0])
        if persons:
            return persons[0]
        if not sure:
            return None
        key = _normal(word)
        draft = self._full.get(key)
        if draft is None:
            draft = self._new(word)
            self._full[key] = draft
        if draft.kind is None:
            draft.kind = DRAFT_KINDS.get(name.kind)
        return draft

    def _told_gender(self, name: Name) -> Gender | None:
        cue = _HE_SHE.search(self._text, name.end, name.end + 120)
        return None if cue is None else "female" if cue[0].lower() in ("she", "her") else "male"

    def _may_be(self, draft: Draft, name: Name) -> bool:
        if draft.kind in ("group", "place", "country") and name.titles:
            return False
        return name.gender is None or draft.gender is None or name.gender == draft.gender

    def _learn(self, draft: Draft, name: Name) -> None:
        """Take over what this name tells about the entity."""
        if name.text != draft.name:
            draft.aliases[name.text] += 1
        if name.known is not None and name.known.kind != "person":
            return
        if name.kind in ("person", "organisation") and draft.kind is None:
            draft.kind = DRAFT_KINDS[name.kind]
        if name.titles and draft.kind in (None, "place"):
            draft.kind = "person"
        if draft.kind is None and _WHICH.match(self._text, name.end):
            draft.kind = "group"
        draft.gender = draft.gender or name.gender
        if name.country and draft.country is None:
            draft.country = name.country
        if name.affiliation is not None and draft.category is None:
            draft.category = name.affiliation.category
            draft.country = draft.country or name.affiliation.country
        for title in name.titles:
            if self._lexicon.titles.get(title) or title in self._lexicon.kinds:
                draft.roles[title] += 1
        if draft.kind in ("person", None):
            for role in roles_beside(self._text, name, self._lexicon):
                if draft.kind == "person" and self._lexicon.kinds[role] == "group":
                    continue
                draft.roles[role] += 1
                if draft.kind is None and self._lexicon.kinds[role] == "person":
                    draft.kind = "person"
                if draft.gender is None and draft.kind == "person":
                    draft.gender = self._lexicon.genders.get(role)

    def _settle(self, draft: Draft) -> None:
        """Decide on what is still open once every name was read."""
        if draft.kind is None and len(draft.name.split()) in (2, 3):
            draft.kind, draft.guessed = "person", True
        if draft.kind == "person":
            first = draft.name.split()[0]
            if draft.gender is None and " " in draft.name:
                draft.gender = self._lexicon.first_names.get(first)
            if draft.category is None:
                draft.category = self.category(draft.roles)
            draft.plural = False
        elif draft.kind == "group" and draft.category is None:
            draft.category = self.category(word.lower() for word in draft.name.split())
        draft.aliases.pop(draft.name, None)

    def category(self, words: Iterable[str]) -> str | None:
        """The category that title words and role nouns add up to: the first that says anything, last word first."""
        for word in reversed(list(words)):
            category = self._lexicon.titles.get(word) or self._lexicon.nouns.get(word)
            if category:
                return category.split("-")[0]
        return None


def _bare(word: str) -> str:
    """A last name without the Arabic article: "al-Assad" and "Assad" are one."""
    return word[3:] if word[:3].lower() in ("al-", "el-") else word


def _normal(text: str) -> str:
    return text.replace("’", "'").replace(".", "").casefold()
