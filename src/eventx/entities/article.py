"""One article: its names, its arguments' phrases and its pronouns brought together."""

from __future__ import annotations

import bisect
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from eventx.entities.ages import Ages
from eventx.entities.descriptions import HIT_ROLES, PLACE_ROLES, Describer
from eventx.entities.drafts import Draft
from eventx.entities.gazetteer import Gazetteer
from eventx.entities.introductions import Introductions
from eventx.entities.kinds import Name
from eventx.entities.lexicon import Lexicon, words
from eventx.entities.names import NameScanner
from eventx.entities.nouns import NounScanner
from eventx.entities.phrases import Phrase, PhraseReader
from eventx.entities.pronouns import PronounResolver
from eventx.entities.references import SUBJECT, Reference, prominence
from eventx.entities.roster import Roster
from eventx.model import Argument, EventMention, Span

# How much more the participants of events count than whoever else is named.
PARTICIPANT = 1.2
_AND = re.compile(r"\s+and\s+")
_PARTISANS = words("partisans")
_ACCUSED = words("accused")
_AGED = re.compile(r"\d{1,3}-year-old\s")
_LIKE_PRONOUNS = words("like_pronouns")

# Arguments with the same offsets are one phrase, apart from those that are places.
_Key = tuple[int, int, bool]


class ArticleReader:
    """Finds the draft of every argument of one article's mentions."""

    def __init__(self, text: str, sentences: Sequence[Span], gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self._text, self._sentences, self._lexicon = text, sentences, lexicon
        self._starts = [span.start for span in sentences]
        self.names: list[Name] = NameScanner(gazetteer, lexicon).scan(text, sentences)
        self.roster = Roster(text, self.names, gazetteer, lexicon)
        self._nouns = NounScanner(text, self.names, lambda index: self.roster.of[index] is not None, lexicon)
        self.phrases = PhraseReader(text, self.names, lexicon)
        self._describer = Describer(self.roster, gazetteer, lexicon)
        self._introductions = Introductions(text, sentences, self.roster, lexicon)
        self._named_elsewhere: dict[int, Draft] = {}
        self._references: list[Reference] = []

    def resolve(
        self, mentions: Sequence[EventMention], wanted: Iterable[tuple[int, int]]
    ) -> dict[tuple[int, int], Draft]:
        """The draft of each argument, by the positions of mention and argument.

        Args:
            mentions: The article's mentions.
            wanted: Positions of the arguments that are to have an entity.
        """
        entries: dict[_Key, list[tuple[int, int]]] = {}
        for position in wanted:
            argument = mentions[position[0]].arguments[position[1]]
            place = argument.role in PLACE_ROLES
            entries.setdefault((argument.span.start, argument.span.end, place), []).append(position)
        phrases = {
            key: self.phrases.read(key[0], key[1], _members(mentions, positions)) for key, positions in entries.items()
        }
        hit = {
            key
            for key, positions in entries.items()
            if all(mentions[index].arguments[at].role in HIT_ROLES for index, at in positions)
        }
        drafts = self._described(phrases, hit)
        for key in sorted(drafts):
            drafts[key] = self._introduced(phrases[key], drafts[key])
        self._resolve_pronouns(mentions, entries, phrases, drafts)
        return {position: drafts[key] for key, positions in entries.items() if key in drafts for position in positions}

    def _resolve_pronouns(
        self,
        mentions: Sequence[EventMention],
        entries: Mapping[_Key, Sequence[tuple[int, int]]],
        phrases: Mapping[_Key, Phrase],
        drafts: dict[_Key, Draft],
    ) -> None:
        """Add the drafts of pronouns, and of descriptions that say no more than one."""
        pronouns = sorted(
            key for key, phrase in phrases.items() if phrase.form == "pronoun" or self._is_open(phrase, drafts[key])
        )
        if not pronouns:
            return
        resolver = PronounResolver(self._text, self._candidates(phrases), self._starts)
        ages = Ages(self._text, self.names, self.roster.of)
        for key in pronouns:
            phrase = phrases[key]
            described = phrase.form != "pronoun"
            referent = ages.meant(phrase.head)
            if referent is None:
                # The other participants of the same event are somebody else.
                excluded = [
                    drafts[other]
                    for mention_index, _ in entries[key]
                    for other in self._others(mentions[mention_index].arguments, key)
                    if other in drafts
                ]
                excluded += ages.others(phrase.head)
                if phrase.kind == "thing":
                    excluded += [owner for draft in excluded for owner in self._owners(draft)]
                attacks = any(mentions[index].arguments[place].role == "attacker" for index, place in entries[key])
                meant = evolve(phrase, kind="person") if described else phrase
                referent = resolver.resolve(meant, excluded, named=described, armed=attacks)
            if referent is not None:
                drafts[key] = referent

    def _introduced(self, phrase: Phrase, draft: Draft) -> Draft:
        """The person named elsewhere whom a description means, else the description's own draft."""
        known = self._named_elsewhere.get(id(draft))
        if known is not None:
            return known
        person = self._introductions.named_elsewhere(draft, phrase)
        if person is None:
            return draft
        self._named_elsewhere[id(draft)] = person
        if phrase.form == "indefinite":
            person.aliases[draft.name] += 1
        return person

    def _is_open(self, phrase: Phrase, draft: Draft) -> bool:
        """Whether a description says little more than a pronoun: "the man", "the 36-year-old", "the alleged killer"."""
        if phrase.form != "definite" or phrase.plural or draft.named:
            return False
        if phrase.head in _PARTISANS:
            return True
        if phrase.kind != "person":
            return False
        if " " in phrase.text:
            return phrase.text.partition(" ")[0].lower() in _ACCUSED or _AGED.match(phrase.text) is not None
        return phrase.head in _LIKE_PRONOUNS or phrase.head.endswith("-year-old")

    def _others(self, arguments: Iterable[Argument], key: _Key) -> Iterator[_Key]:
        for argument in arguments:
            span = argument.span
            # A country can be host and destination at once.
            if not ((span.start < key[1] and key[0] < span.end) or argument.role in PLACE_ROLES or key[2]):
                yield span.start, span.end, argument.role in PLACE_ROLES

    def _owners(self, participant: Draft) -> Iterator[Draft]:
        """The country whose a participant is: "the Norwegian embassy" is not attacked by Norway."""
        if participant.country is not None and participant.kind != "country":
            for named in self.roster.of:
                if named is not None and named.kind == "country" and named.country == participant.country:
                    yield named

    def _described(self, phrases: Mapping[_Key, Phrase], hit: Collection[_Key]) -> dict[_Key, Draft]:
        """Drafts of all phrases that are no pronouns, in text order, so that later ones can mean earlier ones."""
        drafts: dict[_Key, Draft] = {}
        seen = iter(sorted((name.core, index) for index, name in enumerate(self.names)))
        following = next(seen, None)
        for key in sorted(phrases):
            while following is not None and following[0] < key[0]:
                named = self.roster.of[following[1]]
                if named is not None:
                    self._describer.seen(following[0], named)
                following = next(seen, None)
            phrase = phrases[key]
            if phrase.form != "pronoun":
                drafts[key] = self._describer.draft(phrase, place=key[2], hit=key in hit)
                self._describer.seen(key[0], drafts[key])
                self._refer(key[0], key[1], drafts[key], PARTICIPANT)
        return drafts

    def _candidates(self, phrases: Mapping[_Key, Phrase]) -> list[Reference]:
        """Everything in the text that a pronoun may mean, in text order."""
        taken = sorted((key[0], key[1]) for key in phrases)
        starts = [start for start, _ in taken]
        for index, name in enumerate(self.names):
            named = self.roster.of[index]
            if named is not None and named.kind == "people":
                phrase = self.phrases.read(self._nouns.determined(name.start) or name.start, name.end)
                self._refer(phrase.start, phrase.end, self._describer.draft(phrase, place=False))
            elif named is not None and not (named.category == "MED" and self._text[name.start - 1 : name.start] == "("):
                self._refer(name.start, name.end, named)
        for match in self._nouns.scan():
            slot = bisect.bisect_right(starts, match[0]) - 1
            if slot < 0 or taken[slot][1] <= match[0]:
                phrase = self.phrases.read(match[0], match[1])
                self._refer(match[0], match[1], self._introduced(phrase, self._describer.draft(phrase, place=False)))
        self._references.extend(
            Reference(
                start=start, end=end, draft=draft, sentence=bisect.bisect_right(self._starts, start) - 1, weight=SUBJECT
            )
            for start, end, draft in self._pairs()
        )
        once: dict[tuple[int, int], Reference] = {}
        for reference in self._references:
            named = self._named_elsewhere.get(id(reference.draft))
            reference = evolve(reference, draft=named) if named is not None else reference
            once.setdefault((reference.start, id(reference.draft)), reference)
        return sorted(once.values(), key=lambda reference: (reference.start, reference.end))

    def _pairs(self) -> Iterator[tuple[int, int, Draft]]:
        """Two persons named together: "Lidow and Maren"."""
        for index in range(1, len(self.names)):
            before, name = self.names[index - 1], self.names[index]
            one, other = self.roster.of[index - 1], self.roster.of[index]
            if one is None or other is None or one is other or one.kind != "person" or other.kind != "person":
                continue
            if _AND.fullmatch(self._text, before.end, name.start):
                yield before.start, name.end, self._describer.together((one, other))

    def _refer(self, start: int, end: int, draft: Draft, factor: float = 1.0) -> None:
        index = bisect.bisect_right(self._starts, start) - 1
        if index < 0 or start >= self._sentences[index].end:
            return
        weight = factor * prominence(self._text, start, end, self._starts[index])
        self._references.append(Reference(start=start, end=end, draft=draft, sentence=index, weight=weight))


def _members(mentions: Sequence[EventMention], positions: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    for mention, argument in positions:
        members = mentions[mention].arguments[argument].members
        if len(members) > 1:
            return [(span.start, span.end) for span in members]
    return []
