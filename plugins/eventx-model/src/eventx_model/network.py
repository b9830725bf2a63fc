"""A small network for one decision: hashed features and word vectors, through one hidden layer and past it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, cast
from zlib import crc32

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from eventx_model.vectors import Floats, word_vectors

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController


def feature_id(name: str) -> int:
    """The number that stands for a feature in the weights: weights do not hold the words they were learned from.

    >>> feature_id("w=raid")
    2309131371
    """
    return crc32(name.encode())


# Features whose row is remembered, to save finding it again.
_MOST_KNOWN = 200_000


@frozen
class Example:
    """What a network is told of one case.

    Attributes:
        names: Of its features.
        groups: Groups of words whose mean vectors count, words as the vectors number them.
        context: Names of more features, which it shares with its neighbours.
    """

    names: Sequence[str]
    groups: Sequence[Sequence[int]] = ()
    context: Sequence[str] = ()


@frozen(kw_only=True, eq=False)
class Network:
    """Weights for one decision. Every input leads both to the hidden units and straight to the labels.

    Attributes:
        labels: The answers, each with a probability of its own.
        slots: How many groups of words an example has.
        ids: The features, as `feature_id` numbers them.
        values: Their weights (features × hidden units and labels), as whole numbers from -127 to 127.
        scales: What a weight of 1 is worth, by column.
        dense: Weights of the word vectors (slots · dimensions × hidden units and labels).
        offsets: Of the hidden units and labels.
        out: From the hidden units to the labels.
    """

    labels: tuple[str, ...]
    slots: int
    ids: NDArray[np.uint32] = field(repr=False)
    values: NDArray[np.int8] = field(repr=False)
    scales: Floats = field(repr=False)
    dense: Floats = field(repr=False)
    offsets: Floats = field(repr=False)
    out: Floats = field(repr=False)

    @cached_property
    def _rows(self) -> dict[int, int]:
        return {identifier: row for row, identifier in enumerate(self.ids.tolist(), start=1)}

    @cached_property
    def _known(self) -> dict[str, int]:
        return {}

    @cached_property
    def _weights(self) -> Floats:
        weights = self.values.astype(np.float32) * self.scales
        return np.concatenate([np.zeros((1, weights.shape[1]), np.float32), weights])

    def scores(self, examples: Iterable[Example]) -> Floats:
        """The log odds of every label (examples × labels)."""
        rows: list[int] = []
        starts: list[int] = []
        groups = []
        context, of_context = None, []
        for example in examples:
            starts.append(len(rows))
            if example.context is not context:
                context, of_context = example.context, self._rows_of(example.context)
            rows += of_context
            rows += self._rows_of(example.names)
            groups.append(example.groups)
        if not starts:
            return np.zeros((0, len(self.labels)), np.float32)
        sums = cast(Floats, np.add.reduceat(self._weights[rows], starts, axis=0) + self.offsets)
        hidden = len(self.out)
        # A second thread for so small products costs more than it gains.
        with _blas().limit(limits=1):
            if self.slots:
                sums = cast(Floats, sums + word_vectors().means(groups, self.slots) @ self.dense)
            return cast(Floats, sums[:, hidden:] + np.maximum(sums[:, :hidden], 0) @ self.out)

    def _rows_of(self, names: Sequence[str]) -> list[int]:
        """The rows of features, none twice; what has no weight counts as row 0, so that no example is without a row."""
        known = self._known
        found: set[int | None] = set(map(known.get, names))
        if None in found:
            if len(known) > _MOST_KNOWN:
                known.clear()
            for name in names:
                if name not in known:
                    known[name] = self._rows.get(crc32(name.encode()), 0)
            found = {known[name] for name in names}
        return cast(list[int], [*found]) or [0]

    def probabilities(self, examples: Iterable[Example]) -> Floats:
        """The probability of every label."""
        return sigmoid(self.scores(examples))


@cache
def _blas() -> ThreadpoolController:
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController().select(user_api="blas")


def sigmoid(scores: Floats) -> Floats:
    """Log odds as probabilities."""
    return cast(Floats, 1 / (1 + np.exp(-np.clip(scores, -30, 30))))
