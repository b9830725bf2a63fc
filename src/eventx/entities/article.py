"""One article: its names, its arguments' phrases and its pronouns brought together."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence

from eventx.entities.descriptions import PLACE_ROLES, Describer
from eventx.entities.gazetteer import Gazetteer
from eventx.entities.lexicon import Lexicon
from eventx.entities.names import Name, NameScanner
from eventx.entities.phrases import Phrase, PhraseReader
from eventx.entities.pronouns import PronounResolver, Reference, prominence
from eventx.entities.roster import Draft, Roster
from eventx.model import Argument, EventMention, Span

_WORD = re.compile(r"[a-z][a-z'’-]*[a-z]")
_DETERMINED = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Tt]hese|[Tt]hose|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ss]ome|[Ss]everal|"
    r"[Mm]any|[Aa]nother|[Oo]ther|\d+)\s+(?:[\w-]+\s+){0,4})\Z"
)


class ArticleReader:
    """Finds the draft of every argument of one article's mentions."""

    def __init__(self, text: str, sentences: Sequence[Span], gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self._text, self._sentences, self._lexicon = text, sentences, lexicon
        self._starts = [span.start for span in sentences]
        self.names: list[Name] = NameScanner(gazetteer, lexicon).scan(text, sentences)
        self.roster = Roster(text, self.names, gazetteer, lexicon)
        self.phrases = PhraseReader(text, self.names, lexicon)
        self._describer = Describer(self.roster, gazetteer, lexicon)
        self._references: list[Reference] = []

    def resolve(
        self, mentions: Sequence[EventMention], wanted: Iterable[tuple[int, int]]
    ) -> dict[tuple[int, int], Draft]:
        """The draft of each argument, by the positions of mention and argument.

        Args:
            mentions: The article's mentions.
            wanted: Positions of the arguments that are to have an entity.
        """
        entries: dict[tuple[int, int, bool], list[tuple[int, int]]] = {}
        for position in wanted:
            argument = mentions[position[0]].arguments[position[1]]
            place = argument.role in PLACE_ROLES
            entries.setdefault((argument.span.start, argument.span.end, place), []).append(position)
        phrases = {
            key: self.phrases.read(key[0], key[1], _members(mentions, positions)) for key, positions in entries.items()
        }
        drafts = self._described(phrases)
        pronouns = sorted(key for key, phrase in phrases.items() if phrase.form == "pronoun")
        if pronouns:
            resolver = PronounResolver(self._text, self._candidates(phrases), self._starts)
            for key in pronouns:
                # The other participants of the same event are somebody else.
                excluded = [
                    drafts[other]
                    for mention_index, _ in entries[key]
                    for other in self._others(mentions[mention_index].arguments, key)
                    if other in drafts
                ]
                referent = resolver.resolve(phrases[key], excluded)
                if referent is not None:
                    drafts[key] = referent
        return {position: drafts[key] for key, positions in entries.items() if key in drafts for position in positions}

    def _others(self, arguments: Iterable[Argument], key: tuple[int, int, bool]) -> Iterator[tuple[int, int, bool]]:
        for argument in arguments:
            span = argument.span
            if not (span.start < key[1] and key[0] < span.end):
                yield span.start, span.end, argument.role in PLACE_ROLES

    def _described(self, phrases: dict[tuple[int, int, bool], Phrase]) -> dict[tuple[int, int, bool], Draft]:
        """Drafts of all phrases that are no pronouns, in text order, so that later ones can mean earlier ones."""
        drafts: dict[tuple[int, int, bool], Draft] = {}
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
                drafts[key] = self._describer.draft(phrase, place=key[2])
                self._describer.seen(key[0], drafts[key])
                self._refer(key[0], key[1], drafts[key])
        return drafts

    def _candidates(self, phrases: dict[tuple[int, int, bool], Phrase]) -> list[Reference]:
        """Everything in the text that a pronoun may mean, in text order."""
        taken = sorted((key[0], key[1]) for key in phrases)
        starts = [start for start, _ in taken]
        for index, name in enumerate(self.names):
            named = self.roster.of[index]
            if named is not None and name.sentence >= 0:
                self._refer(name.start, name.end, named)
        for match in self._nouns():
            slot = bisect.bisect_right(starts, match[0]) - 1
            if slot < 0 or taken[slot][1] <= match[0]:
                self._refer(
                    match[0], match[1], self._describer.draft(self.phrases.read(match[0], match[1]), place=False)
                )
        self._references.sort(key=lambda reference: (reference.start, reference.end))
        return self._references

    def _nouns(self) -> Iterator[tuple[int, int]]:
        """Noun phrases of people and groups, told by their head and determiner; bare ones only in the plural."""
        text, kinds = self._text, self._lexicon.kinds
        for match in _WORD.finditer(text):
            kind = kinds.get(match[0])
            if kind not in ("person", "people", "group"):
                continue
            following = _WORD.match(text, match.end() + 1)
            if following is not None and following[0] in kinds:
                continue
            before = _DETERMINED.search(text, max(0, match.start() - 60), match.start())
            if before is not None:
                yield before.start(), match.end()
            elif kind == "people" or match[0] in ("police", "authorities"):
                yield match.start(), match.end()

    def _refer(self, start: int, end: int, draft: Draft) -> None:
        index = bisect.bisect_right(self._starts, start) - 1
        if index < 0 or start >= self._sentences[index].end:
            return
        sentence_start = self._starts[index]
        initial = not any(character.isalnum() for character in self._text[sentence_start:start])
        weight = prominence(self._text, start, end, sentence_start, initial=initial)
        self._references.append(Reference(start=start, end=end, draft=draft, sentence=index, weight=weight))


def _members(mentions: Sequence[EventMention], positions: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    for mention, argument in positions:
        members = mentions[mention].arguments[argument].members
        if len(members) > 1:
            return [(span.start, span.end) for span in members]
    return []
