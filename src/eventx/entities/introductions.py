"""People who are described first and named later, as news begins: "A Norwegian teacher was held. Karl Lidow, 41, …"."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from eventx.entities.drafts import Draft
from eventx.entities.lexicon import Lexicon, either, singular, words
from eventx.entities.phrases import Phrase
from eventx.entities.roster import Roster
from eventx.model import Span

_AGE = re.compile(r",? \(?\d{1,3}\)?(?:,|\)|\s[a-z])|, (?:of|from) [A-Z]")
_IDENTIFIED = re.compile(r"\b(?:identified|named)\s(?:(?:by|in|on)\s[^,.;]{2,40}\s)?as\s+\Z")
_SAYS = re.compile(rf"(?:,(?! who )[^,.;]{{2,60}},)?\s+(?:(?:also|later|then|has|had)\s+)*{either('speech')}\b")
_VICTIM = re.compile(
    r"\b(?:deaths?|killing|murder|shooting|slaying|stabbing|body|funeral|family|estate)\sof\s+(?:[\w-]+\s+)?\Z"
)
_APPOSED = re.compile(r"\b(?:his|her|their|whose)\s(?:[a-z-]+\s){0,3}([a-z-]+)(,?)\s\Z", re.IGNORECASE)
_APPOSED_TO = re.compile(r"[,.;)]")
_ORDINAL = re.compile(r"\b(?:first|second|third|former|late|ex)\b")
_DATELINE = re.compile(r"[^a-z]*(?:\([^)]*\))?[^a-z]*(?:(?<=\s)(?:A|An|The)\s)?")
_OWNED = re.compile(r"(?:his|her|its|their)\b", re.IGNORECASE)
_RELATIVES = words("relatives")
# The description stands in the first sentences, the name at most so many after it.
LEAD, REACH = 2, 6
# Characters of a dateline, at most.
DATELINE = 80
# A name that opens one of the next sentences, so many at most, goes on about whom the article opens with.
NEXT = 3


class Introductions:
    """Finds who is meant by a description of somebody whom the article names elsewhere.

    Args:
        text: The article's text.
        sentences: Its sentences.
        roster: Its names.
        lexicon: What is known of nouns.
    """

    def __init__(self, text: str, sentences: Sequence[Span], roster: Roster, lexicon: Lexicon) -> None:
        self._text, self._roster, self._lexicon = text, roster, lexicon
        self._starts = [span.start for span in sentences]
        self._described: set[int] = set()
        # A dateline may be a sentence of its own.
        self._lead = next((index for index, span in enumerate(sentences) if not span.text.isupper()), 0)

    def named_elsewhere(self, draft: Draft, phrase: Phrase) -> Draft | None:
        """The person that a description of one person means, if the article names that person; else None.

        That is so of an article's first sentences, whose description a name takes up later, and of "his wife", if the
        article tells but one wife's name.

        Args:
            draft: The description.
            phrase: Where and in what words it stands.
        """
        if draft.named or phrase.kind != "person" or phrase.plural or phrase.form not in ("indefinite", "definite"):
            return None
        owned = _OWNED.match(self._text, phrase.start) is not None
        if owned and phrase.head in _RELATIVES and not _ORDINAL.search(phrase.text):
            return self._relatives.get(phrase.head)
        sentence = bisect.bisect_right(self._starts, phrase.start) - 1
        if not 0 <= sentence < self._lead + LEAD:
            return None
        lead = self._starts[self._lead]
        opens = phrase.start - lead < DATELINE and _DATELINE.fullmatch(self._text, lead, phrase.start) is not None
        if phrase.form == "definite" and (owned or not opens):
            return None
        person = self._named_later(draft, phrase.start, sentence, opens=opens)
        if person is not None:
            self._described.add(id(person))
        return person

    def _named_later(self, draft: Draft, start: int, sentence: int, *, opens: bool) -> Draft | None:
        """Whoever is named soon after.

        Safe only where gender, country and office do not tell against it, and one of these speaks for it: the name
        comes with an age or a home, with the very office or behind "identified as"; or it goes on about whom the
        article opens with.
        """
        taken = False
        for person, index in self._introduced(start):
            name = self._roster.names[index]
            if name.sentence - sentence > REACH:
                return None
            # Two descriptions that differ are of two people; who is named after the first of them may be anybody.
            taken = taken or id(person) in self._described
            victim = self._ends_with(_VICTIM, name.start)
            if id(person) in self._described or not self._may_be(draft, person) or (opens and victim):
                continue
            if set(draft.roles) & set(person.roles):
                return person
            if taken and not victim:
                continue
            told = (
                (opens and self._goes_on(index, sentence))
                or _AGE.match(self._text, name.end, name.end + 12)
                or self._ends_with(_IDENTIFIED, name.start)
            )
            if told and not self._other_office(draft, person):
                return person
        return None

    def _goes_on(self, index: int, sentence: int) -> bool:
        """Whether a name opens one of the next sentences, of the first person whom the article names."""
        name = self._roster.names[index]
        return (
            name.initial
            and not name.titles
            and name.sentence - sentence <= NEXT
            and index <= self._first
            and not _SAYS.match(self._text, name.end, name.end + 90)
        )

    @cached_property
    def _first(self) -> int:
        """Index of the first name that is beyond doubt a person's."""
        persons = (
            index
            for index, draft in enumerate(self._roster.of)
            if draft is not None and draft.kind == "person" and not draft.guessed
        )
        return next(persons, len(self._roster.of))

    @cached_property
    def _relatives(self) -> dict[str, Draft | None]:
        """Who "his wife" is, by her name behind it ("his wife, Anna,"); None where the article names two wives."""
        found: dict[str, Draft | None] = {}
        for name, draft in zip(self._roster.names, self._roster.of, strict=True):
            apposed = _APPOSED.search(self._text, max(0, name.core - 60), name.core)
            if draft is None or apposed is None or (apposed[2] and not _APPOSED_TO.match(self._text, name.end)):
                continue
            head = apposed[1].lower()
            if head in _RELATIVES and not _ORDINAL.search(apposed[0]):
                found[head] = draft if found.setdefault(head, draft) is draft else None
        return found

    def _ends_with(self, pattern: re.Pattern[str], offset: int) -> bool:
        """Whether the text before an offset ends with what a pattern says."""
        return pattern.search(self._text, max(0, offset - 60), offset) is not None

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
