"""The extractor: find triggers, fill their roles, tell their modality."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, cast

import numpy as np
from attrs import evolve, frozen

from eventx.model import Argument, EventMention
from eventx.model.mention import Modality
from eventx_model.article import Candidate, Sentence, read_article
from eventx_model.filling import Filler, fill
from eventx_model.heads import Floats
from eventx_model.modality_features import modality_features
from eventx_model.phrases import members
from eventx_model.role_features import RoleCandidate, RoleFeatures, role_candidates
from eventx_model.roles import ROLES, columns_of
from eventx_model.screen import Screen
from eventx_model.weights import Weights
from eventx_model.words import Vocabulary

if TYPE_CHECKING:
    from eventx.analysis import Analysis, ParsedSentence


class TrainedExtractor:
    """Finds event mentions by trained weights.

    Args:
        weights: Those of the package by default.
    """

    def __init__(self, weights: Weights | None = None) -> None:
        weights = weights or Weights.load()
        settings = weights.settings
        self._triggers, self._roles, self._modality = (
            weights.heads[name] for name in ("triggers", "roles", "modality")
        )
        self.vocabulary = Vocabulary.of(settings["seen"], settings["screen"])
        self._screen = Screen(self.vocabulary)
        self._calibration: dict[str, list[float]] = settings["calibration"]
        self._least: float = settings["threshold"]
        self._least_filler: float = settings["least_filler"]
        self._second_filler: float = settings["second_filler"]

    def screen(self, sentence: str) -> bool:
        """Whether a sentence with this text may hold a trigger."""
        return self._screen.admits(sentence)

    def extract(self, analyses: Sequence[Analysis]) -> Iterator[EventMention]:
        """Yield the mentions of the sentences that are parsed, article by article, in text order."""
        for analysis in analyses:
            # What others had parsed must not change what is found.
            read = [sentence for sentence in analysis.parsed() if self._screen.admits(sentence.span.text)]
            yield from self.read(analysis.article.id, read)

    def read(self, article_id: str, parsed: Sequence[ParsedSentence]) -> Iterable[EventMention]:
        """The mentions in these sentences of an article."""
        candidates = read_article(parsed, self.vocabulary)
        scores = self._triggers.scores(candidate.features for candidate in candidates).tolist()
        found = []
        for candidate, row in zip(candidates, scores, strict=True):
            for type_name, score in zip(self._triggers.labels, row, strict=True):
                slope, offset = self._calibration[type_name]
                confidence = 1 / (1 + math.exp(-(slope * score + offset)))
                if confidence >= self._least:
                    found.append(_Found(candidate, type_name, confidence))
        if found:
            yield from self._mentions(article_id, found)

    def _mentions(self, article_id: str, found: Sequence[_Found]) -> Iterator[EventMention]:
        surroundings = [self._surroundings(one) for one in with_triggers(found)]
        features = (features for one in surroundings for _, features in one)
        chances = iter(_probabilities(self._roles.scores(features)).tolist())
        modalities = self._modality.scores(
            modality_features(one.candidate.sentence.parse, one.candidate.token, one.type) for one in found
        ).tolist()
        for one, around, modality in zip(found, surroundings, modalities, strict=True):
            sentence, token = one.candidate.sentence, one.candidate.token
            columns = columns_of(one.type)
            fillers = fill(
                sentence.parse,
                token,
                [candidate.token for candidate, _ in around],
                [next(chances)[columns] for _ in around],
                tuple(ROLES[one.type]),
                least=self._least_filler,
                second=self._second_filler,
            )
            likeliest = max(range(len(modality)), key=modality.__getitem__)
            yield EventMention(
                article_id=article_id,
                type=one.type,
                trigger=sentence.source.cut(token, token + 1),
                sentence=sentence.source.span,
                arguments=[_argument(sentence, filler) for filler in fillers],
                modality=cast(Modality, self._modality.labels[likeliest]) if modality[likeliest] > 0 else "asserted",
                confidence=one.confidence,
                rule=f"{one.type.lower()}.{sentence.parse.lower[token]}",
            )

    def _surroundings(self, one: _Found) -> list[tuple[RoleCandidate, list[str]]]:
        parse, token = one.candidate.sentence.parse, one.candidate.token
        features = RoleFeatures(parse, token, self.vocabulary.classes, one.triggers)
        return [(candidate, features.of(candidate)) for candidate in role_candidates(parse, token)]


@frozen
class _Found:
    candidate: Candidate
    type: str
    confidence: float
    triggers: frozenset[int] = frozenset()


# What may take part in an event of its own does not often fill a role of another.
_LIKELY = 0.5


def with_triggers(found: Sequence[_Found]) -> list[_Found]:
    """Tell every trigger which words of its sentence are likely triggers."""
    likely: dict[int, set[int]] = {}
    for one in found:
        if one.confidence >= _LIKELY:
            likely.setdefault(id(one.candidate.sentence), set()).add(one.candidate.token)
    return [evolve(one, triggers=frozenset(likely.get(id(one.candidate.sentence), ()))) for one in found]


def _argument(sentence: Sentence, filler: Filler) -> Argument:
    parts = [sentence.source.cut(*part) for part in members(sentence.parse, filler.token)]
    span = sentence.source.cut(filler.first, filler.end)
    return Argument(role=filler.role, span=span, members=[part for part in parts if span.contains(part)])


def _probabilities(scores: Floats) -> Floats:
    return cast(Floats, 1 / (1 + np.exp(-np.clip(scores, -30, 30))))
