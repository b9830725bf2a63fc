"""Runs what the documentation shows: Python blocks as doctests or code, console blocks as commands."""

import doctest
import os
import shutil
import subprocess
import tempfile
import tomllib
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from hypothesis import HealthCheck, settings
from sybil import Document, Example, Region, Sybil
from sybil.parsers.myst import CodeBlockParser, DocTestDirectiveParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.myst.lexers import DirectiveLexer

# A busy machine draws slowly; that is no fault of what is tested.
settings.register_profile("eventx", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("eventx")

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
    paths = os.pathsep.join([*example.namespace["installed"], os.environ.get("PYTHONPATH", "")]).strip(os.pathsep)
    environment = os.environ | {"COLUMNS": "140", "PYTHONIOENCODING": "utf-8", "PYTHONPATH": paths}
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


def find_files(document: Document) -> Iterable[Region]:
    """Blocks with a caption are files of that name, which the page has its reader write."""
    for block in DirectiveLexer("code-block", ".+")(document):
        name = block.lexemes["options"].get("caption")
        if name:
            yield Region(block.start, block.end, (name, str(block.lexemes["source"])), write_file)


def write_file(example: Example) -> None:
    """Write a file; one that is a pyproject.toml is installed too, as ``pip install -e`` would."""
    name, text = example.parsed
    path = Path(str(example.namespace["working_directory"])) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    if path.name == "pyproject.toml":
        project = tomllib.loads(text)["project"]
        info = path.parent / "src" / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
        info.mkdir(parents=True)
        metadata = {"Metadata-Version": "2.1", "Name": project["name"], "Version": project["version"]}
        lines = [*metadata.items(), *(("Requires-Dist", line) for line in project["dependencies"])]
        (info / "METADATA").write_text("".join(f"{key}: {value}\n" for key, value in lines))
        points = "".join(f"{key} = {value}\n" for key, value in project["entry-points"]["eventx"].items())
        (info / "entry_points.txt").write_text(f"[eventx]\n{points}")
        example.namespace["installed"].append(str(path.parent / "src"))


def set_up(namespace: dict[str, object]) -> None:
    """Give a page the example articles in a directory of its own, as the reader has them."""
    folder = Path(tempfile.mkdtemp(prefix="eventx-docs-"))
    shutil.copytree(ROOT / "docs" / "examples", folder / "docs" / "examples")
    namespace["working_directory"] = folder
    namespace["installed"] = []
    namespace["without_pyarrow"] = find_spec("pyarrow") is None
    namespace["_left"] = os.getcwd()
    os.chdir(folder)


def tear_down(namespace: dict[str, object]) -> None:
    """Go back to where the tests were started."""
    os.chdir(str(namespace["_left"]))
    shutil.rmtree(str(namespace["working_directory"]))


pytest_collect_file = Sybil(
    parsers=[
        find_files,
        PythonCodeBlockParser(doctest_optionflags=OPTIONS),
        DocTestDirectiveParser(optionflags=OPTIONS),
        CodeBlockParser(language="console", evaluator=run_console),
        SkipParser(),
    ],
    patterns=["*.md"],
    setup=set_up,
    teardown=tear_down,
).pytest()
