"""Runs what the documentation shows: Python blocks as doctests or code, console blocks as commands."""

import doctest
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from sybil import Example, Sybil
from sybil.parsers.myst import CodeBlockParser, DocTestDirectiveParser, PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).parent.parent
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def run_console(example: Example) -> str | None:
    """Run each ``$ command`` of a block in a shell, and compare what follows it with what it prints."""
    commands: list[tuple[str, list[str]]] = []
    for line in str(example.parsed).splitlines():
        if line.startswith("$ "):
            commands.append((line[2:], []))
        elif commands:
            commands[-1][1].append(line)
    environment = os.environ | {"COLUMNS": "140", "PYTHONIOENCODING": "utf-8"}
    for command, expected_lines in commands:
        done = subprocess.run(
            command,
            shell=True,
            cwd=example.namespace["working_directory"],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        expected, got = "\n".join(expected_lines) + "\n", done.stdout + done.stderr
        if not doctest.OutputChecker().check_output(expected, got, OPTIONS):
            return f"$ {command}\nexpected:\n{expected}\ngot:\n{got}"
    return None


def set_up(namespace: dict[str, object]) -> None:
    """Give a page the example articles in a directory of its own, as the reader has them."""
    folder = Path(tempfile.mkdtemp(prefix="eventx-docs-"))
    shutil.copytree(ROOT / "docs" / "examples", folder / "docs" / "examples")
    namespace["working_directory"] = folder
    namespace["_left"] = os.getcwd()
    os.chdir(folder)


def tear_down(namespace: dict[str, object]) -> None:
    """Go back to where the tests were started."""
    os.chdir(str(namespace["_left"]))
    shutil.rmtree(str(namespace["working_directory"]))


pytest_collect_file = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=OPTIONS),
        DocTestDirectiveParser(optionflags=OPTIONS),
        CodeBlockParser(language="console", evaluator=run_console),
        SkipParser(),
    ],
    patterns=["*.md"],
    setup=set_up,
    teardown=tear_down,
).pytest()
