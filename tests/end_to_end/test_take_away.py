"""Timelines taken away by the installed command."""

from __future__ import annotations

import csv
import json

import pytest

import eventx as library

TEXT = "The Northern Front shelled the port of Selby on March 8. President Anton Reyk will visit Selby on March 20."


@pytest.fixture
def told(tmp_path):
    path = tmp_path / "one.jsonl"
    row = {"id": "one", "published": "2024-03-09", "source": "Herald", "title": "Port shelled", "text": TEXT}
    path.write_text(json.dumps(row) + "\n")
    return path


@pytest.mark.parametrize(
    ("name", "begins"),
    [("t.html", "<!doctype html>"), ("t.json", '{\n "format_version"'), ("t.csv", "event_id,type,"), ("t.md", "# Tim")],
)
def test_suffix_of_the_output_chooses_the_format(run, told, tmp_path, name, begins):
    done = run("timeline", told, "--output", tmp_path / name)
    assert done.returncode == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


@pytest.mark.parametrize("name", ["t.json", "t.csv"])
def test_fields_that_files_call_otherwise_are_the_readers_affair(run, tmp_path, name):
    (tmp_path / "desk.csv").write_text(f'nr,body\n1,"{TEXT}"\n')
    done = run("timeline", tmp_path / "desk.csv", "--text-field", "body", "--output", tmp_path / name)
    assert (done.returncode, (tmp_path / name).exists()) == (0, True), done.stderr


def test_unknown_suffix_is_told_with_the_known_ones(run, told, tmp_path):
    done = run("timeline", told, "--output", tmp_path / "t.docx")
    assert done.returncode == 2
    assert "no exporter writes .docx" in done.stderr
    assert ".html" in done.stderr


def test_title_may_be_a_year(run, told, tmp_path):
    run("timeline", told, "--output", tmp_path / "t.html", "--set", "title=2024")
    assert "<title>2024</title>" in (tmp_path / "t.html").read_text(encoding="utf-8")


def test_page_has_the_title_that_it_is_given(run, told, tmp_path):
    run("timeline", told, "--output", tmp_path / "t.html", "--set", "title=Spring <2024>")
    assert "<title>Spring &lt;2024&gt;</title>" in (tmp_path / "t.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "told_back"),
    [("titel=x", "Did you mean 'title'?"), ("title", "expected NAME=VALUE"), ("lanes=colour", "neither 'type' nor")],
)
def test_wrong_option_of_an_exporter_is_told(run, told, tmp_path, given, told_back):
    done = run("timeline", told, "--output", tmp_path / "t.html", "--set", given)
    assert done.returncode in {1, 2}
    assert told_back in done.stderr
    assert not (tmp_path / "t.html").exists()


@pytest.mark.parametrize(
    ("format_", "given"),
    [("table", "width=wide"), ("table", "width=-5"), ("json", "indent=x"), ("json", "indent=9999999")],
)
def test_option_that_is_no_fitting_number_is_told(run, told, format_, given):
    done = run("timeline", told, "--format", format_, "--set", given)
    assert (done.returncode, done.stdout) == (2, "")
    assert "number of" in done.stderr


def test_event_data_has_codes(run, told, tmp_path):
    run("timeline", told, "--format", "events", "--output", tmp_path / "events.csv")
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as file:
        found = {(row["source"], row["cameo"], row["plover"], row["modality"]) for row in csv.DictReader(file)}
    assert found == {
        ("Northern Front", "194", "ASSAULT", "asserted"),
        ("Anton Reyk", "042", "CONSULT", "planned"),
    }


@pytest.mark.parametrize("suffix", ["parquet", "arrow"])
def test_data_frames_get_typed_tables(run, told, tmp_path, suffix):
    pyarrow = pytest.importorskip("pyarrow", reason="Parquet is not tested: pip install 'eventx-core[parquet]'")
    from pyarrow import parquet

    path = tmp_path / f"t.{suffix}"
    run("timeline", told, "--output", path)
    table = parquet.read_table(path) if suffix == "parquet" else pyarrow.ipc.open_file(path).read_all()
    assert [row["type"] for row in table.to_pylist()] == ["ATTACK", "VISIT"]


@pytest.mark.parametrize("suffix", ["parquet", "arrow"])
def test_tables_read_back_equal(run, told, tmp_path, suffix):
    pytest.importorskip("pyarrow", reason="Parquet is not tested: pip install 'eventx-core[parquet]'")
    run("timeline", told, "--output", tmp_path / "t.json")
    run("timeline", told, "--output", tmp_path / f"t.{suffix}")
    assert library.load_timeline(tmp_path / f"t.{suffix}") == library.load_timeline(tmp_path / "t.json")
    run("timeline", told, "--output", tmp_path / f"m.{suffix}", "--set", "table=mentions")
    done = run("timeline", told, "--mentions", tmp_path / f"m.{suffix}", "--format", "csv")
    assert (done.returncode, done.stdout) == (0, run("timeline", told, "--format", "csv").stdout)


def test_json_reads_back_equal(run, told, tmp_path):
    run("timeline", told, "--output", tmp_path / "t.json")
    again = library.load_timeline(tmp_path / "t.json")
    library.export_timeline(again, tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == (tmp_path / "t.json").read_bytes()
