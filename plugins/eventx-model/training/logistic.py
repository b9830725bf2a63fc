"""Logistic regression on sparse binary features, in numpy: no more is needed, and the same data always give the same
weights.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


class Rows:
    """Examples as sets of columns: a sparse matrix of zeros and ones, each row with at least one of them.

    Args:
        rows: For each example the columns that are one.
        columns: How many columns there are.
    """

    def __init__(self, rows: Sequence[Sequence[int]], columns: int) -> None:
        lengths = np.array([len(row) for row in rows], dtype=np.int64)
        if not len(rows) or not lengths.all():
            raise ValueError("every example needs a feature")
        self.columns = columns
        self._indices = np.fromiter((i for row in rows for i in row), dtype=np.int64, count=int(lengths.sum()))
        self._starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
        owner = np.repeat(np.arange(len(rows)), lengths)
        order = np.argsort(self._indices, kind="stable")
        self._owner = owner[order]
        self._used, self._first = np.unique(self._indices[order], return_index=True)

    def times(self, weights: Floats) -> Floats:
        """The matrix times ``weights`` (columns × classes)."""
        return np.add.reduceat(weights[self._indices], self._starts, axis=0)

    def transposed_times(self, values: Floats) -> Floats:
        """The transposed matrix times ``values`` (rows × classes)."""
        out = np.zeros((self.columns, values.shape[1]), dtype=np.float32)
        out[self._used] = np.add.reduceat(values[self._owner], self._first, axis=0)
        return out


def fit(
    rows: Rows,
    truth: Floats,
    *,
    applies: Floats | None = None,
    shared: Sequence[int] = (),
    penalty: float,
    shared_penalty: float = 1.0,
    iterations: int = 150,
) -> Floats:
    """Fit weights (columns × labels) by L-BFGS, each label against its absence.

    Args:
        rows: The examples.
        truth: 1 where an example has a label, else 0 (examples × labels).
        applies: 1 where an example can have a label at all, else 0; left out, every label everywhere.
        shared: For each label the number of its group. Labels of a group have weights in common, and each its own
            difference from them: what is known of attackers helps to find deniers.
        penalty: Of the squared weights, counted against the sum of the examples' losses.
        shared_penalty: The same of the weights that a group has in common.
        iterations: At most.
    """
    labels = truth.shape[1]
    applies = np.ones_like(truth) if applies is None else applies
    groups = np.array(shared, dtype=np.int64)
    width = labels + (int(groups.max()) + 1 if len(groups) else 0)
    penalties = np.array([penalty] * labels + [shared_penalty] * (width - labels), dtype=np.float32)

    def whole(parts: Floats) -> Floats:
        return parts[:, :labels] + parts[:, labels:][:, groups] if width > labels else parts

    def loss(flat: Floats) -> tuple[float, Floats]:
        parts = flat.reshape(rows.columns, width)
        scores = rows.times(whole(parts))
        losses = (np.logaddexp(0, scores) - truth * scores) * applies
        slope = np.empty_like(parts)
        slope[:, :labels] = rows.transposed_times((sigmoid(scores) - truth) * applies)
        for group in range(width - labels):
            slope[:, labels + group] = slope[:, :labels][:, groups == group].sum(axis=1)
        value = float(losses.sum(dtype=np.float64)) + 0.5 * float((penalties * parts**2).sum(dtype=np.float64))
        return value, (slope + penalties * parts).ravel()

    return whole(_lbfgs(loss, np.zeros(rows.columns * width, dtype=np.float32), iterations).reshape(-1, width))


def sigmoid(scores: Floats) -> Floats:
    """Log odds as probabilities."""
    return cast(Floats, 1 / (1 + np.exp(-np.clip(scores, -30, 30))))


def _lbfgs(loss: Callable[[Floats], tuple[float, Floats]], point: Floats, iterations: int, memory: int = 10) -> Floats:
    """Minimise a smooth convex function (Nocedal and Wright, Numerical Optimization, algorithm 7.5)."""
    steps: list[tuple[Floats, Floats, float]] = []
    value, slope = loss(point)
    for _ in range(iterations):
        direction = -_times_inverse_hessian(slope, steps)
        decrease = float(slope @ direction)
        length = 1.0 if steps else min(1.0, 1.0 / float(np.abs(slope).sum()))
        for _ in range(25):
            moved = point + np.float32(length) * direction
            new_value, new_slope = loss(moved)
            if new_value <= value + 1e-4 * length * decrease:
                break
            length /= 2
        else:
            return point
        change, turn = moved - point, new_slope - slope
        curvature = float(change @ turn)
        if curvature > 1e-10:
            steps = [*steps[-memory + 1 :], (change, turn, curvature)]
        done = value - new_value < 1e-6 * abs(value)
        point, value, slope = moved, new_value, new_slope
        if done:
            break
    return point


def _times_inverse_hessian(slope: Floats, steps: list[tuple[Floats, Floats, float]]) -> Floats:
    result, factors = slope.copy(), []
    for change, turn, curvature in reversed(steps):
        factor = np.float32(float(change @ result) / curvature)
        factors.append(factor)
        result -= factor * turn
    if steps:
        _, turn, curvature = steps[-1]
        result *= np.float32(curvature / float(turn @ turn))
    for (change, turn, curvature), factor in zip(steps, reversed(factors), strict=True):
        result += (factor - np.float32(float(turn @ result) / curvature)) * change
    return result
