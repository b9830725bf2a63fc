"""Gradient-boosted trees in the place of a network, for the table of approaches; needs lightgbm and scipy."""

from __future__ import annotations

import pickle
import zlib
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

import numpy as np
from attrs import field, frozen
from eventx_model.network import Example, feature_id, sigmoid
from eventx_model.vectors import Floats, word_vectors
from fitting import Recipe

# Twice as many trees, or larger ones, are no better.
_TREES = 150
_SETTINGS = {"learning_rate": 0.1, "num_leaves": 15, "min_child_samples": 10, "colsample_bytree": 0.3}
_QUIET = {"verbose": -1, "n_jobs": 1, "random_state": 0}


@frozen(kw_only=True, eq=False)
class Boosted:
    """Trees for one decision, which a `Network` can be exchanged for.

    Attributes:
        labels: The answers, each with trees of its own.
        slots: How many groups of words an example has.
        columns: The features that are looked at, as `feature_id` numbers them, with their columns.
        trees: By label; none for what is never true.
    """

    labels: tuple[str, ...]
    slots: int
    columns: dict[int, int] = field(repr=False)
    trees: tuple[Any, ...] = field(repr=False)

    def scores(self, examples: Iterable[Example]) -> Floats:
        """The log odds of every label (examples × labels)."""
        told = list(examples)
        out = np.full((len(told), len(self.labels)), -30, np.float32)
        if told:
            table = _table(told, self.columns, self.slots)
            for column, trees in enumerate(self.trees):
                if trees is not None:
                    out[:, column] = trees.predict(table, raw_score=True)
        return out

    def probabilities(self, examples: Iterable[Example]) -> Floats:
        """The probability of every label."""
        return sigmoid(self.scores(examples))

    @property
    def size(self) -> int:
        """In bytes, packed."""
        trees = [some and some.booster_.model_to_string() for some in self.trees]
        return len(zlib.compress(pickle.dumps((sorted(self.columns), trees))))


def boost(
    labels: Sequence[str], examples: Sequence[Example], truth: Floats, weights: Floats, recipe: Recipe
) -> Boosted:
    """Fit trees, as `fitting.fit` fits a network; of the recipe only ``least_seen`` and ``vectors`` are followed."""
    times = Counter(one for example in examples for one in _ids(example))
    kept = sorted(one for one, number in times.items() if number >= recipe.least_seen)
    columns = {one: column for column, one in enumerate(kept)}
    slots = len(examples[0].groups) if recipe.vectors else 0
    table = _table(examples, columns, slots)
    trees = []
    for column in range(len(labels)):
        applies = np.flatnonzero(weights[:, column])
        true = truth[applies, column]
        maker = import_module("lightgbm").LGBMClassifier(n_estimators=_TREES, **_SETTINGS, **_QUIET)
        trees.append(maker.fit(table[applies], true) if 0 < true.sum() < len(true) else None)
    return Boosted(labels=tuple(labels), slots=slots, columns=columns, trees=tuple(trees))


def _ids(example: Example) -> set[int]:
    return {feature_id(name) for name in (*example.names, *example.context)}


def _table(examples: Sequence[Example], columns: dict[int, int], slots: int) -> Any:
    sparse = import_module("scipy.sparse")
    rows = [sorted(columns[one] for one in _ids(example) if one in columns) for example in examples]
    ends = np.cumsum([0, *map(len, rows)])
    found = np.array([column for row in rows for column in row], dtype=np.int32)
    ones = np.ones(len(found), np.float32)
    table = sparse.csr_matrix((ones, found, ends), shape=(len(rows), len(columns)))
    if not slots:
        return table
    dense = word_vectors().means([example.groups for example in examples], slots)
    return sparse.hstack([table, sparse.csr_matrix(dense)], format="csr")
