"""Files of arrays, without pickle, under a format version and a checksum."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eventx.errors import ModelError

FORMAT_VERSION = 2
_AGAIN = "install eventx-model again, or make it again (see training/README.md)"
Arrays = dict[str, NDArray[Any]]


def write_archive(path: str | Path, kind: str, arrays: Mapping[str, NDArray[Any]], about: Mapping[str, Any]) -> None:
    """Write arrays and JSON values to a file; the same ones always give the same bytes.

    Args:
        path: The file.
        kind: What it holds, so that one kind is not taken for another.
        arrays: The arrays, by name.
        about: Everything else.
    """
    text = json.dumps(about, ensure_ascii=False, sort_keys=True)
    everything = {**arrays, "about": np.frombuffer(text.encode(), np.uint8)}
    head = {"kind": kind, "format_version": FORMAT_VERSION, "sha256": _checksum(everything)}
    everything["head"] = np.frombuffer(json.dumps(head).encode(), np.uint8)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in everything.items():
            # numpy.savez would write the time of day into the file.
            entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w") as stream:
                np.lib.format.write_array(stream, array, allow_pickle=False)


def read_archive(path: Traversable, kind: str) -> tuple[Arrays, dict[str, Any]]:
    """Read a file that `write_archive` wrote.

    Returns:
        The arrays by name, and everything else.

    Raises:
        ModelError: If it is missing, truncated, altered, of another kind or format version, or no such file at all.
    """
    arrays = _read(path, kind)
    try:
        head = json.loads(arrays.pop("head").tobytes())
        found, version, checksum = head["kind"], head["format_version"], head["sha256"]
    except (KeyError, ValueError, TypeError) as error:
        raise ModelError(f"{path} is not a file of eventx-model's {kind}; {_AGAIN}") from error
    if found != kind:
        raise ModelError(f"{path} holds {found}, not {kind}; {_AGAIN}")
    if version != FORMAT_VERSION:
        raise ModelError(
            f"{path} has format version {version}, and this eventx-model reads version {FORMAT_VERSION}; {_AGAIN}"
        )
    if checksum != _checksum(arrays):
        raise ModelError(f"{path} is damaged: its checksum is not what it says; {_AGAIN}")
    return arrays, json.loads(arrays.pop("about").tobytes())


def _read(path: Traversable, kind: str) -> Arrays:
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as archive:
            if not isinstance(archive, np.lib.npyio.NpzFile):
                raise ValueError("a single array")
            return {name: archive[name] for name in archive.files}
    except OSError as error:
        raise ModelError(f"{path} cannot be read ({error.strerror or error}); {_AGAIN}") from error
    except (ValueError, EOFError, zipfile.BadZipFile, KeyError, zlib.error) as error:
        raise ModelError(f"{path} is not a file of {kind}, or is truncated ({error}); {_AGAIN}") from error


def _checksum(arrays: Mapping[str, NDArray[Any]]) -> str:
    digest = hashlib.sha256()
    for name in sorted(arrays):
        array = arrays[name]
        digest.update(f"{name} {array.dtype.str} {array.shape}\n".encode())
        digest.update(np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()
