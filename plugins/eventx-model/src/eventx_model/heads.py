"""Linear heads: a weight for every feature and answer, added up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from zlib import crc32

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def feature_id(name: str) -> int:
    """The number that stands for a feature in the weights: weights do not hold the words they were learned from.

    >>> feature_id("w=raid")
    2309131371
    """
    return crc32(name.encode())


@frozen(kw_only=True, eq=False)
class Head:
    """Weights for one decision.

    Attributes:
        labels: The answers, each with a probability of its own.
        ids: The features, as `feature_id` numbers them.
        values: The weights (features × labels), as whole numbers from -127 to 127.
        scales: What a weight of 1 is worth, by label.
    """

    labels: tuple[str, ...]
    ids: NDArray[np.uint32] = field(repr=False)
    values: NDArray[np.int8] = field(repr=False)
    scales: Floats = field(repr=False)

    @classmethod
    def of(cls, labels: Sequence[str], ids: NDArray[np.uint32], weights: Floats) -> Head:
        """Round weights so that a byte holds each."""
        scales = np.maximum(np.abs(weights).max(axis=0), 1e-9) / 127
        values = np.round(weights / scales).astype(np.int8)
        kept = values.any(axis=1)
        return cls(labels=tuple(labels), ids=ids[kept], values=values[kept], scales=scales.astype(np.float32))

    @cached_property
    def _rows(self) -> dict[int, int]:
        return {identifier: row for row, identifier in enumerate(self.ids.tolist(), start=1)}

    @cached_property
    def _weights(self) -> Floats:
        # Row 0 is for features without a weight, so that no example is without a row.
        weights = self.values.astype(np.float32) * self.scales
        return np.concatenate([np.zeros((1, len(self.labels)), np.float32), weights])

    def scores(self, examples: Iterable[Iterable[str]]) -> Floats:
        """The log odds of every label (examples × labels).

        Args:
            examples: The names of each example's features.
        """
        get = self._rows.get
        rows: list[int] = []
        starts: list[int] = []
        for names in examples:
            starts.append(len(rows))
            rows.append(0)
            rows += {row for name in names if (row := get(crc32(name.encode()))) is not None}
        if not starts:
            return np.zeros((0, len(self.labels)), np.float32)
        sums: Floats = np.add.reduceat(self._weights[rows], starts, axis=0)
        return sums
