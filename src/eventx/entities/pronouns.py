"""Whom a pronoun means: candidates before it, weighed by recency, position, gender, number and what they are."""

from __future__ import annotations

import bisect
import re
from collections.abc import Collection, Sequence

from eventx.entities.drafts import Draft
from eventx.entities.lexicon import either, pronouns
from eventx.entities.phrases import Phrase
from eventx.entities.references import SUBJECT, Reference
from eventx.entities.speakers import Speakers

_PLACED = re.compile(rf"\b{either('place_prepositions')}\s+(?:the\s+)?(?:[a-z]+\s+)?\Z")
_AFTER_SPEECH = re.compile(rf"\b{either('speech_of_oneself')}\s+(?:[\w'’-]+\s+){{0,4}}?(?:that\s+)?\Z")
# How much less a candidate counts with every sentence that lies between.
DECAY = 0.55
# How much more the subject of "said" counts for the pronoun of what was said.
SPOKE = 1.6
# How much more an armed group counts for the pronoun of who attacks.
ARMED = 1.6
# How much further mentions add to the best one.
REPEATED = 0.4
# Sentences back that are looked at, if something was found already, and at all.
REACH, LONGEST_REACH = 8, 40
# Places named after "here" that are looked at.
LOOKAHEAD = 40


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
        self._speakers = Speakers(text, references, self._at)

    def resolve(
        self, phrase: Phrase, excluded: Collection[Draft] = (), *, named: bool = False, armed: bool = False
    ) -> Draft | None:
        """The referent of a pronoun, or None where it is not safe to say.

        Args:
            phrase: The pronoun, or a description that says no more than one.
            excluded: Who it cannot be: the other participants of the same event.
            named: Whether only somebody with a name will do.
            armed: Whether an armed group is likelier than others, as for who attacks.
        """
        if phrase.kind in ("open", "relative"):
            return None
        quote = self._speakers.quote_at(phrase.start)
        if phrase.kind in ("speaker", "speakers"):
            speaker = self._speakers.of(*(quote or (phrase.start, phrase.start)))
            return speaker.body or speaker if speaker is not None and phrase.kind == "speakers" else speaker
        barred = {id(draft) for draft in excluded}
        if phrase.kind == "latter":
            return self._latter(phrase.start, barred)
        if quote and phrase.kind in ("person", "plural"):
            # Nobody calls himself "he".
            speaker = self._speakers.of(*quote)
            if speaker is not None:
                barred.add(id(speaker))
        return self._best(phrase, barred, named=named, armed=armed)

    def _latter(self, offset: int, barred: Collection[int]) -> Draft | None:
        """Whoever was named last."""
        last = bisect.bisect_left(self._offsets, offset)
        before = (self._references[index].draft for index in range(last - 1, max(last - REACH, 0) - 1, -1))
        return next((draft for draft in before if draft.named and id(draft) not in barred), None)

    def _at(self, start: int, end: int) -> Draft | None:
        text = self._text[start:end]
        kind, gender = pronouns()[text.lower()]
        phrase = Phrase(start=start, end=end, form="pronoun", text=text, head=text, kind=kind, gender=gender)
        return self._best(phrase, set())

    def _best(self, phrase: Phrase, barred: set[int], *, named: bool = False, armed: bool = False) -> Draft | None:
        said = _AFTER_SPEECH.search(self._text, max(0, phrase.start - 60), phrase.start)
        here = bisect.bisect_right(self._starts, phrase.start) - 1
        last = bisect.bisect_left(self._offsets, phrase.start)
        scores: dict[int, float] = {}
        others: dict[int, float] = {}
        drafts: dict[int, Draft] = {}
        for index in range(last - 1, -1, -1):
            reference = self._references[index]
            distance = max(here - reference.sentence, 0)
            if distance > (REACH if scores else LONGEST_REACH):
                break
            key = id(reference.draft)
            if reference.end > phrase.start or key in barred or (named and not reference.draft.named):
                continue
            fit = fits(reference.draft, phrase)
            if fit <= 0:
                continue
            weight = reference.weight
            if phrase.kind == "place":
                weight = 2.0 if _PLACED.search(self._text, max(0, reference.start - 20), reference.start) else 1.0
            elif said and distance == 0 and weight >= SUBJECT and reference.end <= said.start():
                weight *= SPOKE
            if armed and phrase.kind == "thing" and reference.draft.category == "REB":
                weight *= ARMED
            score = fit * weight / (1.0 + DECAY * distance)
            drafts[key] = reference.draft
            best = scores.get(key, 0.0)
            scores[key] = max(best, score)
            others[key] = others.get(key, 0.0) + min(best, score)
        if not scores:
            return self._later(phrase, last) if phrase.kind == "place" else None
        return drafts[max(scores, key=lambda key: scores[key] + REPEATED * others[key])]

    def _later(self, phrase: Phrase, first: int) -> Draft | None:
        """The first town named after "here", where none is named before it; else the first country."""
        later = [
            reference.draft
            for reference in self._references[first : first + LOOKAHEAD]
            if reference.start > phrase.end and reference.draft.named and reference.draft.kind in ("place", "country")
        ]
        return next((draft for draft in later if draft.kind == "place"), later[0] if later else None)


# How well what is known of a draft goes with a pronoun: 0 not at all, 1 well.
_THING: dict[str | None, float] = {"group": 1.0, "country": 0.9, "thing": 0.7, "place": 0.4, None: 0.3}
_PLURAL: dict[str | None, float] = {
    "people": 1.0,
    "group": 0.35,
    "country": 0.15,
    "place": 0.05,
    "thing": 0.05,
    None: 0.05,
}
_PLACE: dict[str | None, float] = {"place": 1.0, "country": 0.9}


def fits(draft: Draft, phrase: Phrase) -> float:
    """How well what is known of a draft goes with a pronoun: 0 not at all, 1 well."""
    kind = draft.kind
    if phrase.kind == "person":
        if kind not in ("person", None) or draft.plural:
            return 0.0
        if draft.gender is not None and phrase.gender is not None and draft.gender != phrase.gender:
            return 0.0
        sure = 1.0 if draft.gender == phrase.gender else 0.8
        return sure * (0.5 if kind is None or draft.guessed else 1.0)
    if phrase.kind == "thing":
        return 0.0 if draft.plural else _THING.get(kind, 0.0)
    if phrase.kind == "plural":
        return 1.0 if draft.plural else _PLURAL.get(kind, 0.0)
    return _PLACE.get(kind, 0.0) if phrase.kind == "place" else 0.0
