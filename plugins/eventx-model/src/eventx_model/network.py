"""A small network for one decision: hashed features and word vectors, through one hidden layer and past it."""

from __future__ import annotations

from array import array
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


class _Rows(dict[str, int]):
    """The row of a feature's weights by its name; 0 for features without weights."""

    def __init__(self, ids: Iterable[int]) -> None:
        self._by_id = {identifier: row for row, identifier in enumerate(ids, start=1)}

    def __missing__(self, name: str) -> int:
        if len(self) > _MOST_KNOWN:
            self.clear()
        row = self[name] = self._by_id.get(feature_id(name), 0)
        return row


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
    def _rows(self) -> _Rows:
        return _Rows(self.ids.tolist())

    @cached_property
    def _weights(self) -> Floats:
        weights = self.values.astype(np.float32) * self.scales
        return np.concatenate([np.zeros((1, weights.shape[1]), np.float32), weights])

    def scores(self, examples: Iterable[Example]) -> Floats:
        """The log odds of every label (examples × labels)."""
        examples = list(examples)
        if not examples:
            return np.zeros((0, len(self.labels)), np.float32)
        sums = self._sums(example.names for example in examples) + self.offsets
        contexts = {id(example.context): example.context for example in examples}
        if any(contexts.values()):
            place = {identity: i for i, identity in enumerate(contexts)}
            sums += self._sums(contexts.values())[[place[id(example.context)] for example in examples]]
        hidden = len(self.out)
        # A second thread for so small products costs more than it gains.
        with _blas().limit(limits=1):
            if self.slots:
                sums += word_vectors().means([example.groups for example in examples], self.slots) @ self.dense
            return cast(Floats, sums[:, hidden:] + np.maximum(sums[:, :hidden], 0) @ self.out)

    def _sums(self, sets: Iterable[Sequence[str]]) -> Floats:
        """The weights of the features of every set, added up; a name that is there twice counts once."""
        row_of = self._rows.__getitem__
        rows, starts = array("l"), []
        for names in sets:
            starts.append(len(rows))
            rows.extend({*map(row_of, names)} or (0,))
        return cast(Floats, np.add.reduceat(self._weights.take(rows, axis=0), starts, axis=0))

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
