"""The weights of the reasons, read once from ``data/weights.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Literal, TypeAlias

Decision: TypeAlias = Literal["sentence", "article", "about", "across", "about_across"]


@cache
def weights(decision: Decision) -> Mapping[str, float]:
    """The weights for a decision; the data file says which is which."""
    data = tomllib.loads(resources.files("eventx.merging").joinpath("data/weights.toml").read_text(encoding="utf-8"))
    return {reason: float(weight) for reason, weight in data[decision].items()}
