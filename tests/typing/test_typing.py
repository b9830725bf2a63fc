"""Plugins written against the documentation check under mypy strict, with the annotations that eventx ships."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from eventx.cli.new_plugin import KINDS, new_plugin

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def mypy(tmp_path_factory):
    """Run mypy strict over files, all in one go, and without the repository's own settings."""
    pytest.importorskip("mypy")

    def run(*paths: Path, sources: tuple[Path, ...] = ()) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--config-file=", *map(str, paths)],
            cwd=tmp_path_factory.getbasetemp(),
            env=os.environ | {"MYPYPATH": os.pathsep.join(map(str, (ROOT / "src", *sources)))},
            capture_output=True,
            text=True,
            check=False,
        )
        own = [line for line in done.stdout.splitlines() if not line.startswith(str(ROOT / "src"))]
        return "\n".join(own) + done.stderr

    return run


def test_plugins_check_under_mypy_strict(mypy, tmp_path):
    example = ROOT / "plugins" / "eventx-example" / "src"
    folders = [new_plugin(f"typed-{kind}", kind, tmp_path) / "src" for kind in KINDS]
    packages = [package for source in (example, *folders) for package in source.iterdir() if package.is_dir()]

    assert mypy(Path(__file__).parent / "typed_plugin.py", *packages, sources=(example, *folders)) == ""


def test_py_typed_is_shipped():
    assert (ROOT / "src" / "eventx" / "py.typed").is_file()
