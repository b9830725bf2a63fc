"""Word vectors: what a word is like, learned elsewhere from far more text than is annotated."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import chain

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from eventx_model.archive import read_archive, write_archive

Floats = NDArray[np.float32]
KIND = "word vectors"


@frozen(kw_only=True, eq=False)
class WordVectors:
    """A vector for each of the commonest words.

    Attributes:
        words: In lower case.
        values: Their vectors (words × dimensions), as whole numbers from -127 to 127.
        scale: What 1 is worth.
    """

    words: tuple[str, ...] = field(repr=False)
    values: NDArray[np.int8] = field(repr=False)
    scale: float

    @classmethod
    def of(cls, words: Sequence[str], vectors: Floats) -> WordVectors:
        """Centre vectors, make them of one length, and round them so that a byte holds each number."""
        centred = vectors - vectors.mean(axis=0)
        centred /= np.maximum(np.linalg.norm(centred, axis=1, keepdims=True), 1e-6)
        scale = float(np.abs(centred).max()) / 127
        return cls(words=tuple(words), values=np.round(centred / scale).astype(np.int8), scale=scale)

    def save(self, path: str) -> None:
        """Write them to a file."""
        arrays = {"words": np.frombuffer("\n".join(self.words).encode(), np.uint8), "values": self.values}
        write_archive(path, KIND, arrays, {"scale": self.scale})

    @classmethod
    def load(cls, path: Traversable | None = None) -> WordVectors:
        """Read a file; left out, the one inside the package.

        Raises:
            ModelError: If it is missing, damaged, or no such file.
        """
        arrays, about = read_archive(path or resources.files("eventx_model.data").joinpath("vectors.npz"), KIND)
        words = arrays["words"].tobytes().decode().split("\n")
        return cls(words=tuple(words), values=arrays["values"], scale=about["scale"])

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {word: row for row, word in enumerate(self.words)}

    @cached_property
    def _table(self) -> NDArray[np.int8]:
        # The last row stands for unknown words.
        return np.concatenate([self.values, np.zeros((1, self.values.shape[1]), np.int8)])

    def rows(self, words: Iterable[str]) -> list[int]:
        """What `means` calls words by."""
        get, unknown = self._rows.get, len(self.words)
        return [get(word, unknown) for word in words]

    def means(self, examples: Sequence[Sequence[Sequence[int]]], slots: int) -> Floats:
        """For every example the mean vectors of its groups of words, side by side (examples × slots · dimensions).

        Args:
            examples: For each example as many groups of words as there are slots, words as `rows` numbers them.
            slots: How many groups each example has.
        """
        groups = list(chain.from_iterable(examples))
        size = self.values.shape[1]
        if not groups:
            return np.zeros((0, slots * size), np.float32)
        unknown = len(self.words)
        lengths = np.fromiter(map(len, groups), np.int64, len(groups))
        rows = np.fromiter(chain.from_iterable(group or (unknown,) for group in groups), np.int64)
        counts = np.maximum(lengths, 1)
        starts = np.cumsum(counts) - counts
        sums = np.add.reduceat(self._table[rows].astype(np.float32), starts, axis=0)
        sums *= (self.scale / counts)[:, None].astype(np.float32)
        return sums.reshape(len(examples), slots * size)


@cache
def word_vectors() -> WordVectors:
    """The word vectors inside the package."""
    return WordVectors.load()
