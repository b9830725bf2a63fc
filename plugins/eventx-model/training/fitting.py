"""Fitting a network, in numpy: no more is needed, and the same data always give the same weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from attrs import frozen
from eventx_model.network import Example, Network, feature_id, sigmoid
from eventx_model.vectors import Floats, word_vectors
from numpy.typing import NDArray

Ints = NDArray[np.int64]


@frozen(kw_only=True)
class Recipe:
    """How a network is fitted; chosen by cross-validation.

    Attributes:
        hidden: Hidden units of each member; 0 makes it linear.
        members: Networks that are fitted, differing by chance, and then averaged into one.
        vectors: Whether word vectors are looked at.
        rounds: How often every example is seen.
        least_seen: Features seen in fewer examples are left out.
        step: Of the first update; later ones are smaller.
        decay: What weights lose in each update.
        drop: Share of hidden units left out in each update.
        drop_features: Share of features left out in each update.
        batch: Examples in each update.
    """

    hidden: int = 32
    members: int = 2
    vectors: bool = True
    rounds: int = 7
    least_seen: int = 3
    step: float = 4e-3
    decay: float = 0.01
    drop: float = 0.3
    drop_features: float = 0.2
    batch: int = 512


def fit(labels: Sequence[str], examples: Sequence[Example], truth: Floats, weights: Floats, recipe: Recipe) -> Network:
    """Fit a network.

    Args:
        labels: The answers.
        examples: What they are to be told from.
        truth: 1 where an answer is true of an example, else 0 (examples × labels).
        weights: How much each answer to each example counts; 0 where a label does not apply.
        recipe: How.
    """
    numbered = [{feature_id(name) for name in (*example.names, *example.context)} for example in examples]
    times = Counter(identifier for ids in numbered for identifier in ids)
    kept = sorted(identifier for identifier, number in times.items() if number >= recipe.least_seen)
    column = {identifier: i for i, identifier in enumerate(kept)}
    rows = [sorted(column[one] for one in ids if one in column) or [0] for ids in numbered]
    slots = len(examples[0].groups) if recipe.vectors else 0
    dense = word_vectors().means([example.groups for example in examples], slots) if slots else None
    dense = np.zeros((len(examples), 0), np.float32) if dense is None else dense
    members = [_Member(rows, dense, truth, weights, len(kept), recipe, seed) for seed in range(recipe.members)]
    inside, straight = np.concatenate([m.inside for m in members], 1), sum(m.straight for m in members) / len(members)
    values = np.concatenate([inside, straight], axis=1)
    scales = np.maximum(np.abs(values[: len(kept)]).max(axis=0), 1e-9) / 127
    bias = np.concatenate([*(m.bias for m in members), sum(m.offset for m in members) / len(members)])
    return Network(
        labels=tuple(labels),
        slots=slots,
        ids=np.array(kept, dtype=np.uint32),
        values=np.round(values[: len(kept)] / scales).astype(np.int8),
        scales=scales.astype(np.float32),
        dense=values[len(kept) :].astype(np.float32),
        offsets=bias.astype(np.float32),
        out=(np.concatenate([m.out for m in members]) / len(members)).astype(np.float32),
    )


class _Member:
    """One network, fitted by Adam with weight decay."""

    def __init__(
        self,
        rows: Sequence[Sequence[int]],
        dense: Floats,
        truth: Floats,
        weights: Floats,
        features: int,
        recipe: Recipe,
        seed: int,
    ) -> None:
        chance = np.random.default_rng(seed)
        inputs, hidden, labels = features + dense.shape[1], recipe.hidden, truth.shape[1]
        # The first `features` rows are for features, the others for the numbers of the word vectors.
        self.inside = chance.normal(0, 0.05, (inputs, hidden)).astype(np.float32)
        self.straight = np.zeros((inputs, labels), np.float32)
        self.bias, self.offset = np.zeros(hidden, np.float32), np.full(labels, -2, np.float32)
        self.out = chance.normal(0, max(hidden, 1) ** -0.5, (hidden, labels)).astype(np.float32)
        order = chance.permutation(len(rows))
        batches = [order[i : i + recipe.batch] for i in range(0, len(rows), recipe.batch)]
        sparse = [_Sparse([rows[i] for i in batch]) for batch in batches]
        adam, total = _Adam(recipe), recipe.rounds * len(batches)
        for _ in range(recipe.rounds):
            for number in chance.permutation(len(batches)):
                some, x, batch = sparse[number], dense[batches[number]], batches[number]
                present = (chance.random(features) >= recipe.drop_features).astype(np.float32)[:, None]
                present /= 1 - recipe.drop_features
                both = np.concatenate([self.inside, self.straight], axis=1)
                sums = some.times(both[:features] * present) + x @ both[features:]
                before = sums[:, :hidden] + self.bias
                open_ = (before > 0) * (chance.random(before.shape) >= recipe.drop) / np.float32(1 - recipe.drop)
                active = (before * open_).astype(np.float32)
                scores = sums[:, hidden:] + active @ self.out + self.offset
                wrong = ((sigmoid(scores) - truth[batch]) * weights[batch] / len(batch)).astype(np.float32)
                back = (wrong @ self.out.T * open_).astype(np.float32)
                slope = np.concatenate([back, wrong], axis=1)
                slope = np.concatenate([some.transposed_times(slope, features) * present, x.T @ slope])
                adam.step(
                    [self.inside, self.straight, self.bias, self.offset, self.out],
                    [slope[:, :hidden], slope[:, hidden:], back.sum(0), wrong.sum(0), active.T @ wrong],
                    1 - adam.steps / total,
                )


class _Adam:
    def __init__(self, recipe: Recipe) -> None:
        self.steps, self._step, self._decay = 0, recipe.step, recipe.decay
        self._means: list[tuple[Floats, Floats]] = []

    def step(self, weights: list[Floats], slopes: list[Floats], share: float) -> None:
        """Move the weights, in place, by a share of the first step."""
        self._means = self._means or [(np.zeros_like(w), np.zeros_like(w)) for w in weights]
        self.steps += 1
        for weight, slope, (mean, square) in zip(weights, slopes, self._means, strict=True):
            mean += 0.1 * (slope - mean)
            square += 0.01 * (slope * slope - square)
            change = mean / (1 - 0.9**self.steps) / (np.sqrt(square / (1 - 0.99**self.steps)) + 1e-6)
            if weight.ndim > 1:
                change += self._decay * weight
            weight -= np.float32(self._step * share) * change


class _Sparse:
    """A matrix of zeros and ones, each row with at least one of them."""

    def __init__(self, rows: Sequence[Sequence[int]]) -> None:
        lengths = np.array([len(row) for row in rows], dtype=np.int64)
        self._indices = np.fromiter((i for row in rows for i in row), dtype=np.int64, count=int(lengths.sum()))
        self._starts = np.cumsum(lengths) - lengths
        order = np.argsort(self._indices, kind="stable")
        self._owner: Ints = np.repeat(np.arange(len(rows)), lengths)[order]
        self._used, self._first = np.unique(self._indices[order], return_index=True)

    def times(self, weights: Floats) -> Floats:
        product: Floats = np.add.reduceat(weights[self._indices], self._starts, axis=0)
        return product

    def transposed_times(self, values: Floats, columns: int) -> Floats:
        out = np.zeros((columns, values.shape[1]), np.float32)
        out[self._used] = np.add.reduceat(values[self._owner], self._first, axis=0)
        return out
