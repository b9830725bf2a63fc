"""People who are described first and named later, as news begins: "A Norwegian teacher was held. Karl Lidow, 41, …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventx.entities.drafts import Draft
from eventx.entities.lexicon import Lexicon, singular
from eventx.entities.roster import Roster

_AGE = re.compile(r",? \(?\d{1,3}\)?(?:,|\)|\s[a-z])|, (?:of|from) [A-Z]")
# The description stands in the first sentences, the name at most so many after it.
LEAD, REACH = 2, 6


class Introductions:
    """Finds who is meant by a description that opens an article.

    Args:
        text: The article's text.
        roster: Its names.
        lexicon: What is known of nouns.
    """

    def __init__(self, text: str, roster: Roster, lexicon: Lexicon) -> None:
        self._text, self._roster, self._lexicon = text, roster, lexicon

    def named_later(self, draft: Draft, start: int, sentence: int) -> Draft | None:
        """The person that an indefinite description of one person means, if the article names one soon; else None.

        Safe only where gender, country and office do not tell against it, and one of these speaks for it: the name
        comes with an age or a home, or with the very office.

        Args:
            draft: The description.
            start: Where it stands.
            sentence: Index of its sentence.
        """
        if sentence >= LEAD:
            return None
        for person, index in self._introduced(start):
            name = self._roster.names[index]
            if name.sentence - sentence > REACH:
                return None
            if not self._may_be(draft, person):
                continue
            same_office = bool(set(draft.roles) & set(person.roles))
            if same_office or (
                _AGE.match(self._text, name.end, name.end + 12) and not self._other_office(draft, person)
            ):
                return person
        return None

    def _introduced(self, start: int) -> Iterator[tuple[Draft, int]]:
        """Persons whose first name in the article comes after ``start``, with the index of that name."""
        seen: set[int] = set()
        for index, name in enumerate(self._roster.names):
            draft = self._roster.of[index]
            if draft is None or draft.kind != "person" or id(draft) in seen:
                continue
            seen.add(id(draft))
            if name.core > start and len(name.words) > 1:
                yield draft, index

    def _may_be(self, draft: Draft, person: Draft) -> bool:
        if draft.gender and person.gender and draft.gender != person.gender:
            return False
        return not (draft.country and person.country and draft.country != person.country)

    def _other_office(self, draft: Draft, person: Draft) -> bool:
        own = {role for role in draft.roles if self._lexicon.kinds.get(role) == "person"}
        other = {role for role in person.roles if self._lexicon.kinds.get(singular(role)) == "person"}
        return bool(other) and not own & other
