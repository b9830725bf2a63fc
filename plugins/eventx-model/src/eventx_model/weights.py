"""What training leaves behind, and its file."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from attrs import field, frozen

from eventx_model.archive import read_archive, write_archive
from eventx_model.network import Network

KIND = "weights"
_PARTS = ("ids", "values", "scales", "dense", "offsets", "out")


@frozen(kw_only=True, eq=False)
class Weights:
    """All that training leaves behind.

    Attributes:
        networks: By name, ``triggers``, ``roles`` and ``modality``.
        settings: Numbers and word lists found in training; JSON values.
    """

    networks: Mapping[str, Network]
    settings: Mapping[str, Any] = field(repr=False)

    def save(self, path: str | Path) -> None:
        """Write the file; the same weights always give the same bytes."""
        some = sorted(self.networks.items())
        arrays = {f"{name}.{part}": getattr(network, part) for name, network in some for part in _PARTS}
        shapes = {name: {"labels": network.labels, "slots": network.slots} for name, network in some}
        write_archive(path, KIND, arrays, {"networks": shapes, "settings": self.settings})

    @classmethod
    def load(cls, path: Traversable | None = None) -> Weights:
        """Read a file of weights; left out, the one inside the package.

        Raises:
            ModelError: If it is missing, truncated, altered, of another format version, or no such file at all.
        """
        arrays, about = read_archive(path or resources.files("eventx_model.data").joinpath("weights.npz"), KIND)
        networks = {
            name: Network(
                labels=tuple(shape["labels"]),
                slots=shape["slots"],
                **{part: arrays[f"{name}.{part}"] for part in _PARTS},
            )
            for name, shape in about["networks"].items()
        }
        return cls(networks=networks, settings=about["settings"])
