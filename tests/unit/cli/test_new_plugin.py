"""What `eventx plugins new` writes installs, passes the conformance kit, and does something."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

import eventx
from eventx.cli.new_plugin import KINDS
from eventx.cli.plugins import command
from eventx.pipeline import Settings
from eventx.testing import check_plugin


def new(directory: Path, name: str, kind: str):
    return CliRunner().invoke(command, ["new", name, "--kind", kind, "--directory", str(directory)])


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Write a plugin, and install it as pip does with -e: its source on the path, its metadata beside it."""

    def write(name: str, kind: str) -> Path:
        result = new(tmp_path, name, kind)
        assert result.exit_code == 0, result.output
        folder = tmp_path / f"eventx-{name}"
        project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        info = folder / "src" / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
            + "".join(f"Requires-Dist: {line}\n" for line in project["dependencies"])
        )
        points = "".join(f"{key} = {value}\n" for key, value in project["entry-points"]["eventx"].items())
        (info / "entry_points.txt").write_text(f"[eventx]\n{points}")
        monkeypatch.syspath_prepend(str(folder / "src"))
        return folder

    return write


@pytest.mark.parametrize("kind", KINDS)
def test_new_plugin_passes_every_check(install, kind):
    install(f"{kind}-one", kind)

    report = check_plugin(f"{kind}-one")

    assert report.ok, str(report)
    assert {r.outcome for r in report.results if r.check.kind == "plugin"} == {"passed"}


def test_new_extractor_puts_events_on_a_timeline(install):
    install("peace-talks", "extractor")
    article = eventx.Article.of("Velmark announced peace talks in Norrvik on Monday.", published="2024-03-06")

    (event,) = eventx.build_timeline([article], settings=Settings(extractor="peace-talks", strict=True))

    assert event.summary == "Velmark announces peace talks in Norrvik (4 March 2024)"


def test_new_reader_reads_its_files(install, tmp_path):
    install("wire", "reader")
    (tmp_path / "today.wire").write_text("2024-03-06\tNurses marched.\nno day\n", encoding="utf-8")
    errors = []

    (article,) = eventx.read_articles(tmp_path / "today.wire", on_error=errors.append)

    assert (article.id, article.published.isoformat(), article.text) == ("today:1", "2024-03-06", "Nurses marched.")
    assert "today.wire:2: expected a day, a tab and a text" in str(errors[0])


def test_new_exporter_writes_a_timeline(install, tmp_path):
    install("rows", "exporter")
    article = eventx.Article.of("Rebels shelled Selby on Monday.", published="2024-03-06")

    eventx.export_timeline(eventx.build_timeline([article]), tmp_path / "out.tsv", format="rows")

    header, row = (tmp_path / "out.tsv").read_text(encoding="utf-8").splitlines()
    assert header.split("\t") == ["first_day", "last_day", "type", "summary"]
    assert row.split("\t")[:3] == ["2024-03-04", "2024-03-04", "ATTACK"]


def test_tests_of_a_new_plugin_pass(install):
    folder = install("floods", "extractor")
    paths = os.pathsep.join(path for path in sys.path if path)

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout
    assert "passed" in done.stdout


def test_new_plugin_is_lean(install):
    """What is written is what is to be kept: no template's marks, no cache."""
    for kind in KINDS:
        folder = install(f"lean-{kind}", kind)
        for file in folder.rglob("*"):
            if file.is_file():
                assert "$" not in file.read_text(encoding="utf-8")
                assert file.suffix not in (".tmpl", ".pyc")


@pytest.mark.parametrize(
    ("name", "message"),
    [("Floods", "'Floods' is no name for a plugin"), ("9 lives", "no name"), ("core", "eventx's own plugin")],
)
def test_name_that_is_none_is_refused(tmp_path, name, message):
    result = new(tmp_path, name, "reader")

    assert result.exit_code == 1
    assert message in result.output
    assert list(tmp_path.iterdir()) == []


def test_folder_that_is_there_is_left_alone(tmp_path):
    (tmp_path / "eventx-floods").mkdir()

    result = new(tmp_path, "eventx-floods", "reader")

    assert result.exit_code == 1
    assert "is there already" in result.output


def test_listing_still_works_without_a_subcommand():
    result = CliRunner().invoke(command, ["--format", "json"])

    assert result.exit_code == 0
    assert '"name": "core"' in result.output
