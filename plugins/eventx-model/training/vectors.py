"""Make the file of word vectors in the package from GloVe's.

    python plugins/eventx-model/training/vectors.py glove.6B.50d.txt

The file is that of https://nlp.stanford.edu/projects/glove/ (Wikipedia 2014 and Gigaword 5, public domain): a word and
50 numbers a line, the commonest words first.
"""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path

import numpy as np
from eventx_model.vectors import WordVectors

DATA = Path(__file__).parents[1] / "src" / "eventx_model" / "data" / "vectors.npz"
NUMBER = 30_000


def read(path: str, number: int = NUMBER) -> WordVectors:
    """The vectors of the commonest words of a file."""
    words, rows = [], []
    with Path(path).open(encoding="utf-8") as lines:
        for line in islice(lines, number):
            word, *numbers = line.rstrip("\n").split(" ")
            words.append(word)
            rows.append(np.array(numbers, dtype=np.float32))
    return WordVectors.of(words, np.stack(rows))


def main(path: str) -> None:
    """Write the package's file."""
    read(path).save(str(DATA))
    sys.stdout.write(f"{DATA}: {DATA.stat().st_size} bytes\n")


if __name__ == "__main__":
    main(*sys.argv[1:2])
