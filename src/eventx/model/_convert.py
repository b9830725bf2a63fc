"""Converters for fields that hold tuples."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any


def as_tuple(value: Iterable[Any]) -> tuple[Any, ...]:
    """Make a tuple of any iterable but a string, which would fall apart into letters."""
    if isinstance(value, str):
        raise TypeError(f"expected a sequence, got the string {value!r}")
    return tuple(value)
