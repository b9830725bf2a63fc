"""Files of weights and vectors: what is written is read back, and what is wrong is told."""

from __future__ import annotations

import zipfile

import numpy as np
import pytest
from eventx_model.archive import read_archive, write_archive
from eventx_model.vectors import WordVectors
from eventx_model.weights import Weights

from eventx.errors import ModelError

ARRAYS = {"one": np.arange(1000, dtype=np.int8), "two": np.ones((3, 4), np.float32)}


@pytest.fixture
def path(tmp_path):
    write_archive(tmp_path / "a.npz", "weights", ARRAYS, {"threshold": 0.4})
    return tmp_path / "a.npz"


def test_what_is_written_is_read_back(path):
    arrays, about = read_archive(path, "weights")

    assert about == {"threshold": 0.4}
    assert all((arrays[name] == array).all() for name, array in ARRAYS.items())


def test_same_arrays_give_the_same_bytes(path, tmp_path):
    write_archive(tmp_path / "b.npz", "weights", ARRAYS, {"threshold": 0.4})

    assert (tmp_path / "b.npz").read_bytes() == path.read_bytes()


@pytest.mark.parametrize("length", [0, 10, 500, -30])
def test_truncated_file_is_refused(path, length):
    path.write_bytes(path.read_bytes()[:length])

    with pytest.raises(ModelError, match="truncated"):
        read_archive(path, "weights")


def test_missing_file_is_told(tmp_path):
    with pytest.raises(ModelError, match="cannot be read"):
        read_archive(tmp_path / "none.npz", "weights")


def test_other_kind_of_file_is_told(path):
    with pytest.raises(ModelError, match="holds weights, not word vectors"):
        read_archive(path, "word vectors")


def test_altered_array_is_refused(path, tmp_path):
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(tmp_path / "b.npz", "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data[:-1] + bytes([data[-1] ^ 1]) if name == "one.npy" else data)

    with pytest.raises(ModelError, match="checksum"):
        read_archive(tmp_path / "b.npz", "weights")


def test_other_format_version_is_told(path, monkeypatch):
    monkeypatch.setattr("eventx_model.archive.FORMAT_VERSION", 99)

    with pytest.raises(ModelError, match="reads version 99"):
        read_archive(path, "weights")


def test_pickled_array_is_refused(tmp_path):
    np.savez(tmp_path / "p.npz", head=np.array([{"a": 1}], dtype=object))

    with pytest.raises(ModelError, match="not a file of weights"):
        read_archive(tmp_path / "p.npz", "weights")


def test_numpy_file_of_something_else_is_refused(tmp_path):
    np.savez(tmp_path / "p.npz", other=np.zeros(3))

    with pytest.raises(ModelError, match="not a file of eventx-model's weights"):
        Weights.load(tmp_path / "p.npz")


def test_vectors_are_of_length_one_and_unknown_words_have_none(tmp_path):
    vectors = WordVectors.of(["raid", "visit"], np.array([[1, 2], [3, -4]], np.float32))
    vectors.save(str(tmp_path / "v.npz"))
    loaded = WordVectors.load(tmp_path / "v.npz")

    known, unknown = loaded.means([[loaded.rows(["raid"])], [loaded.rows(["zyx"])]], 1)

    assert np.linalg.norm(known) == pytest.approx(1, abs=0.02)
    assert not unknown.any()


def test_group_without_words_counts_as_unknown():
    vectors = WordVectors.of(["a", "b"], np.array([[1, 0], [0, 1]], np.float32))

    means = vectors.means([[[0, 1], []], [[], [1]]], 2)

    assert means.shape == (2, 4)
    assert means[0] == pytest.approx([0, 0, 0, 0], abs=0.02)
    assert means[1, 2:] == pytest.approx([-0.707, 0.707], abs=0.02)
