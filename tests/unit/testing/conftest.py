"""A plugin as it should be, and the means to break it in one place."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="session", autouse=True)
def _modules_on_the_path():
    """So that fresh processes can import the plugins of this folder."""
    sys.path.insert(0, str(HERE / "modules"))
    yield
    sys.path.remove(str(HERE / "modules"))
