"""Fitting the networks, predicting held-out articles, and choosing what depends on predictions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from annotated import Annotated, folds
from attrs import evolve, field, frozen
from eventx_model.extractor import TrainedExtractor
from eventx_model.network import Network, sigmoid
from eventx_model.roles import TYPES
from eventx_model.weights import Weights
from eventx_model.words import Vocabulary
from examples import Examples, modality_examples, paths, role_examples, shares, trigger_examples
from fitting import Recipe, fit

from eventx.evaluation.figures import Figures, figures_of
from eventx.evaluation.matching import match_articles
from eventx.evaluation.tallies import count_mentions, total
from eventx.extraction.combine import odds
from eventx.model import EventMention


@frozen(kw_only=True)
class Choices:
    """What is chosen by cross-validation, by hand.

    Attributes:
        triggers, roles, modality: How the networks are fitted.
        folds: In how many parts the articles are dealt.
        floor: Mentions less likely than this are not even handed to a combination.
        least_read: A sentence is read for words that are triggers so often.
    """

    triggers: Recipe = field(factory=lambda: Recipe(hidden=48, rounds=10))
    roles: Recipe = field(factory=Recipe)
    modality: Recipe = field(factory=lambda: Recipe(rounds=15, batch=64, step=3e-3))
    folds: int = 5
    floor: float = 0.1
    least_read: float = 0.13


# Before anything is known of predictions: log odds as they are, all that is not quite unlikely.
_OPEN: Mapping[str, Any] = {
    "calibration": {name: [0.0, 1.0] for name in TYPES},
    "threshold": 0.02,
    "least_filler": 0.25,
    "second_filler": 0.45,
    "asserted": 0.5,
}


def learn(articles: Sequence[Annotated], choices: Choices) -> Weights:
    """Fit all networks on these articles."""
    known = shares(articles)
    words, on = Vocabulary.of(known, choices.least_read), paths(articles)
    networks = {
        "triggers": _network(trigger_examples(articles, words), choices.triggers),
        "roles": _network(role_examples(articles, words, on), choices.roles),
        "modality": _network(modality_examples(articles), choices.modality),
    }
    return Weights(
        networks=networks, settings={**_OPEN, "shares": known, "least_read": choices.least_read, "paths": on}
    )


def _network(examples: Examples, recipe: Recipe) -> Network:
    return fit(examples.labels, examples.cases, *examples.arrays(), recipe)


def predict(weights: Weights, articles: Iterable[Annotated]) -> list[EventMention]:
    """The mentions that these weights find."""
    extractor = TrainedExtractor(weights)
    return list(extractor.extract([article.analysis for article in articles]))


def held_out(
    articles: Sequence[Annotated], choices: Choices, besides: Sequence[Annotated] = ()
) -> list[tuple[Weights, list[Annotated]]]:
    """Weights, each with the articles that they have not seen; all are learnt from the articles ``besides``, too."""
    return [(learn([*others, *besides], choices), part) for others, part in folds(articles, choices.folds)]


def predict_held_out(
    parts: Iterable[tuple[Weights, Sequence[Annotated]]], settings: Mapping[str, Any]
) -> list[EventMention]:
    """What every part's weights find in the articles that they have not seen."""
    return [
        mention
        for weights, articles in parts
        for mention in predict(evolve(weights, settings={**weights.settings, **settings}), articles)
    ]


def best_asserted(parts: Iterable[tuple[Weights, Sequence[Annotated]]]) -> float:
    """The chance of being asserted below which a mention is taken for something else, to tell those best."""
    chances, truth = [], []
    for weights, articles in parts:
        examples = modality_examples(articles)
        chances.append(1 - weights.networks["modality"].probabilities(examples.cases).sum(axis=1))
        truth.append(examples.arrays()[0].sum(axis=1) > 0)
    chance, other = np.concatenate(chances), np.concatenate(truth)

    def f1(step: float) -> float:
        taken = chance <= step
        return float(2 * (taken & other).sum() / max(taken.sum() + other.sum(), 1))

    return max([round(0.5 + 0.02 * i, 2) for i in range(24)], key=f1)


def calibration(articles: Sequence[Annotated], mentions: Sequence[EventMention]) -> dict[str, list[float]]:
    """Offset and slope that turn log odds of held-out mentions into how often they are right, by type (Platt)."""
    right: dict[str, list[tuple[list[float], bool]]] = {name: [] for name in TYPES}
    for article in match_articles([one.gold for one in articles], mentions)[0]:
        for pair in article.matched:
            right[pair.predicted.type].append(([odds(pair.predicted.confidence)], True))
        for mention in article.spurious:
            right[mention.type].append(([odds(mention.confidence)], False))
    return {name: list(logistic(outcomes)) for name, outcomes in right.items()}


def logistic(cases: Sequence[tuple[Sequence[float], bool]]) -> tuple[float, ...]:
    """What makes log odds of numbers that are log odds themselves: a constant, and a factor for each (Platt).

    Fitted by Newton's method, drawn towards believing them as they are.
    """
    if not cases:
        return (0.0, 1.0)
    design = np.array([[1.0, *numbers] for numbers, _ in cases])
    truth = np.array([float(right) for _, right in cases])
    start = np.array([0.0, *[1.0] * (design.shape[1] - 1)])
    point = start
    for _ in range(30):
        chance = sigmoid(design @ point)
        slope = design.T @ (chance - truth) + (point - start)
        curvature = (design * (chance * (1 - chance))[:, None]).T @ design + np.eye(len(start))
        point = point - np.linalg.solve(curvature, slope)
    return tuple(round(float(number), 4) for number in point)


def figures(articles: Sequence[Annotated], mentions: Sequence[EventMention], threshold: float = 0.0) -> Figures:
    """Score mentions that are confident enough against gold."""
    kept = [mention for mention in mentions if mention.confidence >= threshold]
    matched = match_articles([one.gold for one in articles], kept)[0]
    return figures_of(total(tally for article in matched for tally in count_mentions(article).values()))


def best_threshold(articles: Sequence[Annotated], mentions: Sequence[EventMention]) -> float:
    """The confidence below which leaving mentions out makes trigger and argument F1 best, taken together."""
    steps = [round(0.2 + 0.025 * i, 3) for i in range(17)]
    return max(steps, key=lambda step: _score(figures(articles, mentions, step)))


def _score(result: Figures) -> float:
    """What is made as large as can be: trigger F1 and argument F1."""
    return (result["trigger_f1"] or 0) + (result["argument_f1"] or 0)
