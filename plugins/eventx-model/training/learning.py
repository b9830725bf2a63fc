"""Fitting the heads, predicting held-out articles, and choosing what depends on predictions."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from annotated import Annotated, folds
from attrs import evolve, frozen
from eventx_model.extractor import TrainedExtractor
from eventx_model.heads import Head, feature_id
from eventx_model.roles import KINDS, TYPES
from eventx_model.weights import Weights
from examples import Examples, modality_examples, role_examples, trigger_examples, vocabulary
from logistic import Rows, fit, sigmoid

from eventx.evaluation.figures import Figures, figures_of
from eventx.evaluation.matching import match_articles
from eventx.evaluation.tallies import count_mentions, total
from eventx.model import EventMention


@frozen(kw_only=True)
class Choices:
    """What is chosen by cross-validation, by hand.

    Attributes:
        trigger_penalty, role_penalty, modality_penalty: Of the squared weights.
        shared_penalty: Of the squared weights that roles of one kind have in common.
        least_seen: Features seen in fewer examples are left out.
        folds: In how many parts the articles are dealt.
        floor: Mentions less likely than this are not even handed to a combination.
    """

    trigger_penalty: float = 3.0
    role_penalty: float = 8.0
    modality_penalty: float = 3.0
    shared_penalty: float = 4.0
    least_seen: int = 2
    folds: int = 5
    floor: float = 0.1


# Before anything is known of predictions: log odds as they are, all that is not quite unlikely.
_OPEN: Mapping[str, Any] = {
    "calibration": {name: [1.0, 0.0] for name in TYPES},
    "threshold": 0.02,
    "least_filler": 0.25,
    "second_filler": 0.45,
}


def learn(articles: Sequence[Annotated], choices: Choices) -> Weights:
    """Fit all heads on these articles."""
    words = vocabulary(articles)
    roles = sorted(set(KINDS))
    heads = {
        "triggers": _head(trigger_examples(articles, words), choices.trigger_penalty, choices),
        "roles": _head(
            role_examples(articles, words), choices.role_penalty, choices, shared=[roles.index(kind) for kind in KINDS]
        ),
        "modality": _head(modality_examples(articles), choices.modality_penalty, choices),
    }
    seen = sorted(stem for stem, names in words.classes.items() if not names)
    return Weights(heads=heads, settings={**_OPEN, "seen": seen, "screen": sorted(words.screen)})


def _head(examples: Examples, penalty: float, choices: Choices, shared: Sequence[int] = ()) -> Head:
    numbered = [{feature_id(name) for name in names} for names in examples.features]
    times = Counter(identifier for ids in numbered for identifier in ids)
    kept = sorted(identifier for identifier, number in times.items() if number >= choices.least_seen)
    column = {identifier: i for i, identifier in enumerate(kept)}
    rows = Rows([sorted(column[one] for one in ids if one in column) for ids in numbered], len(kept))
    truth, applies = examples.arrays()
    weights = fit(rows, truth, applies=applies, shared=shared, penalty=penalty, shared_penalty=choices.shared_penalty)
    return Head.of(examples.labels, np.array(kept, dtype=np.uint32), weights)


def predict(weights: Weights, articles: Iterable[Annotated]) -> list[EventMention]:
    """The mentions that these weights find."""
    extractor = TrainedExtractor(weights)
    return list(extractor.extract([article.analysis for article in articles]))


def held_out(articles: Sequence[Annotated], choices: Choices) -> list[tuple[Weights, list[Annotated]]]:
    """Weights, each with the articles that they have not seen."""
    return [(learn(others, choices), part) for others, part in folds(articles, choices.folds)]


def predict_held_out(
    parts: Iterable[tuple[Weights, Sequence[Annotated]]], settings: Mapping[str, Any]
) -> list[EventMention]:
    """What every part's weights find in the articles that they have not seen."""
    return [
        mention
        for weights, articles in parts
        for mention in predict(evolve(weights, settings={**weights.settings, **settings}), articles)
    ]


def calibration(articles: Sequence[Annotated], mentions: Sequence[EventMention]) -> dict[str, list[float]]:
    """Slope and offset that turn log odds of held-out mentions into how often they are right, by type (Platt)."""
    right: dict[str, list[tuple[float, bool]]] = {name: [] for name in TYPES}
    for article in match_articles([one.gold for one in articles], mentions)[0]:
        for pair in article.matched:
            right[pair.predicted.type].append((pair.predicted.confidence, True))
        for mention in article.spurious:
            right[mention.type].append((mention.confidence, False))
    return {name: _platt(outcomes) for name, outcomes in right.items()}


def _platt(outcomes: Sequence[tuple[float, bool]]) -> list[float]:
    """Fit a slope and an offset by Newton's method, drawn towards doing nothing."""
    if not outcomes:
        return [1.0, 0.0]
    odds = np.array([math.log(c / (1 - c)) for c in (min(max(p, 1e-4), 1 - 1e-4) for p, _ in outcomes)])
    truth = np.array([float(right) for _, right in outcomes])
    design, point = np.stack([odds, np.ones_like(odds)], axis=1), np.array([1.0, 0.0])
    for _ in range(30):
        chance = sigmoid(design @ point)
        slope = design.T @ (chance - truth) + (point - [1.0, 0.0])
        curvature = (design * (chance * (1 - chance))[:, None]).T @ design + np.eye(2)
        point = point - np.linalg.solve(curvature, slope)
    return [round(float(number), 4) for number in point]


def figures(articles: Sequence[Annotated], mentions: Sequence[EventMention], threshold: float = 0.0) -> Figures:
    """Score mentions that are confident enough against gold."""
    kept = [mention for mention in mentions if mention.confidence >= threshold]
    matched = match_articles([one.gold for one in articles], kept)[0]
    return figures_of(total(tally for article in matched for tally in count_mentions(article).values()))


def best_threshold(articles: Sequence[Annotated], mentions: Sequence[EventMention]) -> float:
    """The confidence below which leaving mentions out makes trigger and argument F1 best, taken together."""
    steps = [round(0.2 + 0.025 * i, 3) for i in range(17)]
    return max(steps, key=lambda step: score_of(figures(articles, mentions, step)))


def score_of(result: Figures) -> float:
    """What is made as large as can be: trigger F1 and argument F1."""
    return (result["trigger_f1"] or 0) + (result["argument_f1"] or 0)
