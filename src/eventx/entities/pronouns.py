"""Whom a pronoun means: candidates before it, weighed by recency, position, gender, number and what they are."""

from __future__ import annotations

import bisect
import re
from collections.abc import Collection, Sequence

from attrs import frozen

from eventx.entities.phrases import PRONOUNS, Phrase
from eventx.entities.roster import Draft

_PREPOSITION = re.compile(
    r"\b(?:of|in|on|at|by|with|from|for|to|against|under|between|into|about|over|after|before|near|around|than|like|via|"
    r"including|among|through|toward|towards|inside|outside)\s+(?:the\s+|a\s+|an\s+|his\s+|her\s+|its\s+)?\Z"
)
_VERB = re.compile(
    r"(?:,[^,.;]{2,80},)?\s+(?!(?:of|in|on|at|by|with|from|for|to|against|under|between|into|about|over|after|before|near|than|"
    r"and|or|but|as|who|which|that|whose|when|while|if)\b)[a-z]{2,}"
)
_SPEECH = r"(?:said|says|told|added|adds|insisted|declared|warned|stated|wrote|explained|claimed|noted|argued|recalled|replied|asked|announced|commented|stressed|vowed|complained|testified|acknowledged|admitted|concluded|continued|tweeted|quoted)"
_PLACED = re.compile(
    r"\b(?:in|on|at|to|near|around|into|inside|from|reached|entered|visited)\s+(?:the\s+)?(?:[a-z]+\s+)?\Z"
)
_AFTER_SPEECH = re.compile(
    r"\b(?:said|says|told|insisted|claimed|claims|denied|denies|admitted|believes?|believed|announced|declared|stressed|added|"
    r"hoped?|hopes|reported|warned|acknowledged|confirmed|knew|thought|argued)\s+(?:[\w'’-]+\s+){0,4}?(?:that\s+)?\Z"
)
DECAY = 0.7
SPOKE = 1.6
PLURAL_GROUP = 0.35
_AFTER_QUOTE = re.compile(rf"[\"”']?,?\s*(?:{_SPEECH}\s+)?\Z")
_QUOTE = re.compile(r"“[^”]*”|\"[^\"\n]*(?:\"|\n)|``.*?''", re.DOTALL)
_SAID_NEXT = re.compile(rf"(?:,[^,.;]{{2,80}},|\s\([^)]*\))?\s+(?:also\s+|later\s+|then\s+|has\s+|had\s+)*{_SPEECH}\b")
_PRONOUN_SAYS = re.compile(rf"[\"”',\s]*(he|she|they|it) (?:also |later |then |has |had )*{_SPEECH}\b")
_PRONOUN_SAYS_LATER = re.compile(rf"[^.\n]{{0,90}}?,[\"”' ]+(he|she|they|it) {_SPEECH}\b")
_SAID_BEFORE = re.compile(rf"\b{_SPEECH}\s+(?:[\w'’-]+\s+){{0,6}}?\Z")


@frozen(kw_only=True)
class Reference:
    """A place in the text that refers to a draft.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        draft: Whom or what it refers to.
        sentence: Index of its sentence, -1 outside of every sentence.
        weight: How prominent its position is, from 0.
    """

    start: int
    end: int
    draft: Draft
    sentence: int
    weight: float = 1.0


def prominence(text: str, start: int, end: int, sentence_start: int, *, initial: bool) -> float:
    """How prominent a phrase is where it stands: subjects lead, what follows a preposition comes last."""
    before = text[max(sentence_start, start - 30) : start]
    if _PREPOSITION.search(before):
        return 0.6
    if text[end : end + 2] in ("'s", "’s"):
        return 0.9
    follows = _VERB.match(text, end, end + 120)
    if initial:
        return 2.5 if follows else 2.0
    return 2.0 if follows else 1.0


class PronounResolver:
    """Resolves the pronouns of one article.

    Args:
        text: The article's text.
        references: Every reference known, in text order.
        starts: Offsets of the sentences.
    """

    def __init__(self, text: str, references: Sequence[Reference], starts: Sequence[int]) -> None:
        self._text, self._references, self._starts = text, references, starts
        self._offsets = [reference.start for reference in references]
        self._quotes = [(m.start(), m.end()) for m in _QUOTE.finditer(text)]

    def resolve(self, phrase: Phrase, excluded: Collection[Draft] = ()) -> Draft | None:
        """The referent of a pronoun, or None where it is not safe to say.

        Args:
            phrase: The pronoun.
            excluded: Who it cannot be: the other participants of the same event.
        """
        quote = self._quote(phrase.start)
        if phrase.kind in ("speaker", "speakers"):
            speaker = self._speaker(quote or (phrase.start, phrase.start), phrase.start)
            if speaker is None or phrase.kind == "speaker":
                return speaker
            return speaker.body or speaker
        if phrase.kind in ("open", "relative"):
            return None
        barred = {id(draft) for draft in excluded}
        if quote and phrase.kind in ("person", "plural"):
            speaker = self._speaker(quote, phrase.start)
            if speaker is not None:
                barred.add(id(speaker))
        return self._best(phrase, barred)

    def _best(self, phrase: Phrase, barred: set[int]) -> Draft | None:
        said = _AFTER_SPEECH.search(self._text, max(0, phrase.start - 60), phrase.start)
        here = bisect.bisect_right(self._starts, phrase.start) - 1
        last = bisect.bisect_left(self._offsets, phrase.start)
        scores: dict[int, float] = {}
        drafts: dict[int, Draft] = {}
        for index in range(last - 1, -1, -1):
            reference = self._references[index]
            if reference.end > phrase.start:
                continue
            distance = here - reference.sentence
            if distance > 8 and scores:
                break
            key = id(reference.draft)
            fit = fits(reference.draft, phrase)
            if key in barred or fit <= 0:
                continue
            weight = reference.weight
            if phrase.kind == "place":
                weight = 2.0 if _PLACED.search(self._text, max(0, reference.start - 20), reference.start) else 1.0
            if said and distance == 0 and reference.weight >= 2.0 and reference.end <= said.start():
                weight *= SPOKE
            score = fit * weight / (1.0 + DECAY * max(distance, 0))
            drafts[key] = reference.draft
            # Every further mention helps, the best one counts most.
            scores[key] = max(scores.get(key, 0.0), score) + 0.15 * min(score, scores.get(key, 0.0))
        if not scores:
            return self._later(phrase, last) if phrase.kind == "place" else None
        return drafts[max(scores, key=lambda key: scores[key])]

    def _later(self, phrase: Phrase, first: int) -> Draft | None:
        """The first town named after "here", where none is named before it."""
        for reference in self._references[first : first + 40]:
            if reference.start > phrase.end and reference.draft.kind == "place" and reference.draft.named:
                return reference.draft
        return None

    def _quote(self, offset: int) -> tuple[int, int] | None:
        index = bisect.bisect_right(self._quotes, offset, key=lambda quote: quote[0]) - 1
        if index >= 0 and offset < self._quotes[index][1]:
            return self._quotes[index]
        return None

    def _speaker(self, quote: tuple[int, int], offset: int) -> Draft | None:
        """Who says a quotation: named after it with a verb of speech, or before it, or the last who spoke."""
        low, high = quote
        text = self._text
        pronoun = (_PRONOUN_SAYS.match if low < high else _PRONOUN_SAYS_LATER.match)(text, high, high + 120)
        if pronoun is not None:
            kind, gender = PRONOUNS[pronoun[1].lower()]
            start = pronoun.start(1)
            phrase = Phrase(
                start=start,
                end=pronoun.end(1),
                form="pronoun",
                text=pronoun[1],
                head=pronoun[1],
                kind=kind,
                gender=gender,
            )
            return self._best(phrase, set())
        best: tuple[float, Draft] | None = None
        first = bisect.bisect_left(self._offsets, low - 300)
        for index in range(first, len(self._references)):
            reference = self._references[index]
            if reference.start > high + 160:
                break
            if low <= reference.start < high or reference.draft.kind not in (
                "person",
                "people",
                "group",
                "country",
                None,
            ):
                continue
            says_next = _SAID_NEXT.match(text, reference.end, reference.end + 130) is not None
            says_before = _SAID_BEFORE.search(text, max(0, reference.start - 60), reference.start) is not None
            if reference.start >= high:
                gap = text[high : reference.start]
                near = len(gap) < 60 and "\n\n" not in gap
                score = 4.0 if near and (says_next or says_before) else 0.0
            else:
                gap = text[reference.end : low]
                score = (3.0 if says_next else 1.5 if says_before else 0.5) - len(gap) / 200
                score -= 0.8 * gap.count("\n\n")
            if score > 0 and (best is None or score > best[0]):
                best = (score, reference.draft)
        return best[1] if best else None


def fits(draft: Draft, phrase: Phrase) -> float:
    """How well what is known of a draft goes with a pronoun: 0 not at all, 1 well."""
    kind = draft.kind
    if phrase.kind == "person":
        if kind not in ("person", None) or draft.plural:
            return 0.0
        if draft.gender is not None and phrase.gender is not None and draft.gender != phrase.gender:
            return 0.0
        known = 1.0 if draft.gender == phrase.gender else 0.8
        return known * (0.5 if kind is None or draft.guessed else 1.0)
    if phrase.kind == "thing":
        if kind in ("person", "people") or draft.plural:
            return 0.0
        return {"group": 1.0, "country": 0.9, "place": 0.4, "thing": 0.7}.get(kind or "", 0.3)
    if phrase.kind == "plural":
        if draft.plural:
            return 1.0
        if kind == "person":
            return 0.0
        return {"group": PLURAL_GROUP, "people": 1.0, "country": 0.15}.get(kind or "", 0.05)
    if phrase.kind == "place":
        return {"place": 1.0, "country": 0.9}.get(kind or "", 0.0)
    return 0.0
