"""The installed command, run as users run it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path

import pytest

ARTICLES = Path(__file__).parents[2] / "docs" / "examples" / "articles"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def eventx() -> list[str]:
    """The command, as the script that installing made, or else as what that script calls."""
    script = shutil.which("eventx", path=sysconfig.get_path("scripts"))
    return [script] if script else [sys.executable, "-c", "from eventx.cli import main; main()"]


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """This process's environment without anybody's settings for eventx, and with a wide terminal."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("EVENTX_")}
    return kept | {"COLUMNS": "160", "PYTHONIOENCODING": "utf-8"}


@pytest.fixture(scope="session")
def run(eventx: list[str], environment: dict[str, str]) -> Run:
    """Run the command to its end: ``run("timeline", path, stdin="…", cwd=…)``."""

    def run(*arguments: object, stdin: str = "", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*eventx, *map(str, arguments)],
            input=stdin,
            cwd=cwd,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def articles() -> Path:
    """The example articles."""
    return ARTICLES
