"""Tests of plugins that are not installed are left out, and said to be."""

from __future__ import annotations

import importlib.util
from pathlib import Path

_MISSING = sorted(
    plugin.name
    for plugin in Path(__file__).parent.glob("eventx-*")
    if importlib.util.find_spec(plugin.name.replace("-", "_")) is None
)

collect_ignore = list(_MISSING)


def pytest_report_header() -> list[str]:
    """Name the plugins that are not tested, at the head of the run."""
    return [f"not tested, because not installed: {name} (pip install -e plugins/{name})" for name in _MISSING]
