"""The installed command, run as users run it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import traceback
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryFile
from typing import NoReturn

import pytest

from eventx.analysis import load_pipeline
from eventx.cli import main

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
    """Run the command to its end: ``run("timeline", path, stdin="…", cwd=…)``.

    In a fork of this process, which has loaded what every command loads: that takes longer than most commands. That
    the installed script starts by itself is seen where the documentation's examples run.
    """
    if not hasattr(os, "fork"):
        return lambda *arguments, stdin="", cwd=None: subprocess.run(
            [*eventx, *map(str, arguments)],
            input=stdin,
            cwd=cwd,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    load_pipeline()

    def run(*arguments: object, stdin: str = "", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        words = ["eventx", *map(str, arguments)]
        with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
            given.write(stdin.encode())
            for file in (given, out, err):
                file.seek(0)
            child = os.fork()
            if child == 0:
                for number, file in enumerate((given, out, err)):
                    os.dup2(file.fileno(), number)
                _be_the_command(words, cwd, environment)
            _, status = os.waitpid(child, 0)
            for file in (out, err):
                file.seek(0)
            code = os.waitstatus_to_exitcode(status)
            return subprocess.CompletedProcess(words, code, *(_text(file.read()) for file in (out, err)))

    return run


def _be_the_command(words: list[str], cwd: Path | None, environment: dict[str, str]) -> NoReturn:
    """Go on as the installed script would, with the streams that stand at 0, 1 and 2."""
    code: object = 1
    try:
        sys.argv = words
        sys.stdin, sys.stdout, sys.stderr = (open(n, mode, encoding="utf-8") for n, mode in enumerate("rww"))  # noqa: SIM115
        os.environ.clear()
        os.environ.update(environment)
        os.chdir(cwd or os.getcwd())
        main(prog_name="eventx")  # else it takes the name of what runs the tests
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else bool(code))


def _text(data: bytes) -> str:
    return data.decode("utf-8").replace("\r\n", "\n")


@pytest.fixture(scope="session")
def articles() -> Path:
    """The example articles."""
    return ARTICLES
