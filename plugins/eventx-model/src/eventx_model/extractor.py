"""The extractor: find triggers, fill their roles, tell their modality."""

from __future__ import annotations

import contextlib
import gc
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from attrs import frozen

from eventx.model import Argument, EventMention
from eventx.model.mention import Modality
from eventx_model.article import Candidate, Sentence, read_article
from eventx_model.filling import Filler, fill
from eventx_model.modality_features import modality_example
from eventx_model.network import Example
from eventx_model.phrases import members
from eventx_model.role_features import RoleCandidate, RoleFeatures, role_candidates
from eventx_model.roles import ROLES, columns_of
from eventx_model.screen import Screen
from eventx_model.weights import Weights
from eventx_model.words import Vocabulary

if TYPE_CHECKING:
    from eventx.analysis import Analysis


class TrainedExtractor:
    """Finds event mentions by trained weights.

    Args:
        weights: Those of the package by default.
    """

    def __init__(self, weights: Weights | None = None) -> None:
        weights = weights or Weights.load()
        settings = weights.settings
        self._triggers, self._roles, self._modality = (
            weights.networks[name] for name in ("triggers", "roles", "modality")
        )
        self.vocabulary = Vocabulary.of(settings["shares"], settings["least_read"])
        self._screen = Screen(self.vocabulary)
        self._calibration: dict[str, list[float]] = settings["calibration"]
        self._least: float = settings["threshold"]
        self._least_filler: float = settings["least_filler"]
        self._second_filler: float = settings["second_filler"]
        self._paths = frozenset(settings["paths"])
        self._asserted: float = settings["asserted"]

    def screen(self, sentence: str) -> bool:
        """Whether a sentence with this text may hold a trigger."""
        return self._screen.admits(sentence)

    def extract(self, analyses: Sequence[Analysis]) -> Iterator[EventMention]:
        """Yield the mentions of the sentences that are parsed, article by article, in text order."""
        for first in range(0, len(analyses), _TOGETHER):
            with _uncollected():
                mentions = list(self._extract(analyses[first : first + _TOGETHER]))
            yield from mentions

    def _extract(self, analyses: Sequence[Analysis]) -> Iterator[EventMention]:
        candidates: list[Candidate] = []
        articles: list[str] = []
        for analysis in analyses:
            # What others had parsed must not change what is found.
            read = [sentence for sentence in analysis.parsed() if self._screen.admits(sentence.span.text)]
            candidates += read_article(analysis, read, self.vocabulary)
            articles += [analysis.article.id] * (len(candidates) - len(articles))
        scores = self._triggers.scores(candidate.example for candidate in candidates).tolist()
        found = []
        for candidate, article_id, row in zip(candidates, articles, scores, strict=True):
            for type_name, score in zip(self._triggers.labels, row, strict=True):
                offset, slope = self._calibration[type_name]
                confidence = 1 / (1 + math.exp(-(slope * score + offset)))
                if confidence >= self._least:
                    found.append(_Found(candidate, article_id, type_name, confidence))
        yield from self._mentions(found)

    def _mentions(self, found: Sequence[_Found]) -> Iterator[EventMention]:
        likely = _likely(found)
        surroundings = [self._surroundings(one, likely) for one in found]
        examples = (example for one in surroundings for _, example in one)
        chances = iter(self._roles.probabilities(examples).tolist())
        modalities = self._modality.probabilities(
            modality_example(one.candidate.sentence.parse, one.candidate.token, one.type) for one in found
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
            yield EventMention(
                article_id=one.article_id,
                type=one.type,
                trigger=sentence.source.cut(token, token + 1),
                sentence=sentence.source.span,
                arguments=[_argument(sentence, filler) for filler in fillers],
                modality=self._named(modality),
                confidence=one.confidence,
                rule=f"{one.type.lower()}.{sentence.parse.lower[token]}",
            )

    def _named(self, chances: Sequence[float]) -> Modality:
        """The modality, given the chances of those other than asserted."""
        likeliest = max(range(len(chances)), key=chances.__getitem__)
        asserted = 1 - sum(chances)
        return "asserted" if asserted > self._asserted else cast(Modality, self._modality.labels[likeliest])

    def _surroundings(self, one: _Found, likely: Mapping[int, frozenset[int]]) -> list[tuple[RoleCandidate, Example]]:
        sentence, token = one.candidate.sentence, one.candidate.token
        describe = RoleFeatures(sentence.parse, token, self.vocabulary.classes, likely.get(id(sentence), frozenset()))
        around = role_candidates(sentence.parse, token, self._paths)
        return [(candidate, describe.of(candidate)) for candidate in around]


# Articles that the networks read in one go: few calls, and little memory.
_TOGETHER = 8


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """Let nobody search memory for cyclic garbage: examples come by thousands, and go without being searched for."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@frozen
class _Found:
    candidate: Candidate
    article_id: str
    type: str
    confidence: float


# What may take part in an event of its own does not often fill a role of another.
_LIKELY = 0.5


def _likely(found: Sequence[_Found]) -> dict[int, frozenset[int]]:
    """By sentence, its words that are likely triggers."""
    likely: dict[int, set[int]] = {}
    for one in found:
        if one.confidence >= _LIKELY:
            likely.setdefault(id(one.candidate.sentence), set()).add(one.candidate.token)
    return {sentence: frozenset(tokens) for sentence, tokens in likely.items()}


def _argument(sentence: Sentence, filler: Filler) -> Argument:
    parts = [sentence.source.cut(*part) for part in members(sentence.parse, filler.token)]
    span = sentence.source.cut(filler.first, filler.end)
    return Argument(role=filler.role, span=span, members=[part for part in parts if span.contains(part)])
