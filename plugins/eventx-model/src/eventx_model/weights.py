"""The file of weights: arrays without pickle, under a format version and a checksum."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import numpy as np
from attrs import field, frozen
from numpy.typing import NDArray

from eventx.errors import ModelError
from eventx_model.heads import Head

FORMAT_VERSION = 1
_AGAIN = "install eventx-model again, or train again (see training/README.md)"


@frozen(kw_only=True, eq=False)
class Weights:
    """All that training leaves behind.

    Attributes:
        heads: By name, ``triggers``, ``roles`` and ``modality``.
        settings: Numbers and word lists found in training; JSON values.
    """

    heads: Mapping[str, Head]
    settings: Mapping[str, Any] = field(repr=False)

    def save(self, path: str | Path) -> None:
        """Write the file; the same weights always give the same bytes."""
        arrays = {
            f"{name}.{part}": np.asarray(getattr(head, part))
            for name, head in sorted(self.heads.items())
            for part in ("ids", "values", "scales")
        }
        labels = {name: list(head.labels) for name, head in sorted(self.heads.items())}
        text = json.dumps({"labels": labels, "settings": self.settings}, ensure_ascii=False, sort_keys=True)
        arrays["text"] = np.frombuffer(text.encode(), dtype=np.uint8)
        about = {"format_version": FORMAT_VERSION, "sha256": _checksum(arrays)}
        arrays["about"] = np.frombuffer(json.dumps(about).encode(), dtype=np.uint8)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for name, array in arrays.items():
                # numpy.savez would write the time of day into the file.
                entry = zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                with archive.open(entry, "w") as stream:
                    np.lib.format.write_array(stream, array, allow_pickle=False)

    @classmethod
    def load(cls, path: Traversable | None = None) -> Weights:
        """Read a file of weights.

        Args:
            path: The file; left out, the one inside the package.

        Raises:
            ModelError: If it is missing, truncated, altered, of another format version, or no such file at all.
        """
        path = path or resources.files("eventx_model.data").joinpath("weights.npz")
        arrays = _read(path)
        try:
            about = json.loads(arrays.pop("about").tobytes())
            version, checksum = about["format_version"], about["sha256"]
        except (KeyError, ValueError, TypeError) as error:
            raise ModelError(f"{path} is not a file of eventx-model's weights; {_AGAIN}") from error
        if version != FORMAT_VERSION:
            raise ModelError(
                f"{path} has format version {version}, and this eventx-model reads version {FORMAT_VERSION}; {_AGAIN}"
            )
        if checksum != _checksum(arrays):
            raise ModelError(f"{path} is damaged: its checksum is not what it says; {_AGAIN}")
        text = json.loads(arrays.pop("text").tobytes())
        heads = {
            name: Head(
                labels=tuple(labels),
                ids=arrays[f"{name}.ids"],
                values=arrays[f"{name}.values"],
                scales=arrays[f"{name}.scales"],
            )
            for name, labels in text["labels"].items()
        }
        return cls(heads=heads, settings=text["settings"])


def _read(path: Traversable) -> dict[str, NDArray[Any]]:
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as archive:
            if not isinstance(archive, np.lib.npyio.NpzFile):
                raise ValueError("a single array")
            return {name: archive[name] for name in archive.files}
    except OSError as error:
        raise ModelError(f"{path} cannot be read ({error.strerror or error}); {_AGAIN}") from error
    except (ValueError, EOFError, zipfile.BadZipFile, KeyError) as error:
        raise ModelError(f"{path} is not a file of weights, or is truncated ({error}); {_AGAIN}") from error


def _checksum(arrays: Mapping[str, NDArray[Any]]) -> str:
    digest = hashlib.sha256()
    for name in sorted(arrays):
        array = arrays[name]
        digest.update(f"{name} {array.dtype.str} {array.shape}\n".encode())
        digest.update(np.ascontiguousarray(array).tobytes())
    return digest.hexdigest()
