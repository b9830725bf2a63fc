"""Fake plugins, installed by putting their folder (module and dist-info) on the path.

These tests hold on the oldest pluggy that eventx admits, too; to try, put one before the installed one:
``pip install --no-deps --target OLD pluggy==1.5.0 && PYTHONPATH=OLD pytest tests/plugins tests/contract``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from eventx.plugins import PluginHost

DATA = Path(__file__).parent / "data"


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Install fake plugins by the names of their folders in tests/plugins/data."""

    def put_on_path(*folders: str) -> None:
        for folder in folders:
            monkeypatch.syspath_prepend(str(DATA / folder))
            monkeypatch.delitem(sys.modules, f"fake_{folder}", raising=False)

    return put_on_path


@pytest.fixture
def host_with(install: Callable[..., None]) -> Callable[..., PluginHost]:
    """Install fake plugins and load them, and nothing else that happens to be installed."""

    def load(*folders: str, allow: tuple[str, ...] | None = None, **settings: object) -> PluginHost:
        install(*folders)
        names = allow or tuple(f"eventx-{folder.replace('_', '-')}" for folder in folders)
        return PluginHost(allow=names, environ={}, **settings)  # type: ignore[arg-type]

    return load
