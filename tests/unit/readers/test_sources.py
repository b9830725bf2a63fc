"""What the user names: files, directories, standard input; and ids across all of them."""

import io
import os
import sys
import types

import pytest

from eventx.errors import PluginError, SourceError
from eventx.readers import read_sources, reader_records

READERS = {suffix: record.build({}) for record in reader_records() for suffix in record.suffixes}


def read(*sources):
    """Ids of the articles, the errors as strings without their folder, and what was skipped."""
    errors, skipped = [], []
    articles = list(read_sources(sources, READERS.get, errors.append, skipped.append))
    return [article.id for article in articles], errors, [path.name for path in skipped]


@pytest.fixture
def folder(tmp_path):
    for name, text in {
        "b.txt": "Rebels fled.",
        "a/siege.txt": "The siege ended.",
        "a/wire.jsonl": '{"text": "One fled."}\n{"text": "Two fled."}\n',
        "c.CSV": "text\nThree fled.\n",
        "notes.pdf": "%PDF",
        ".hidden.txt": "Not to be read.",
        ".git/config.txt": "Not to be read.",
    }.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    return tmp_path


def test_directory_is_read_in_order_of_names_with_paths_below_it_as_ids(folder):
    ids, errors, skipped = read(folder)
    assert ids == ["a/siege", "a/wire:1", "a/wire:2", "b", "c:1"]
    assert errors == []
    assert skipped == ["notes.pdf"]


def test_id_of_a_named_file_is_its_name(folder):
    assert read(folder / "a" / "siege.txt", str(folder / "b.txt"))[0] == ["siege", "b"]


def test_directory_without_anything_to_read_is_an_error(tmp_path):
    (tmp_path / "notes.pdf").write_text("%PDF")
    assert "holds no file that eventx can read (1 of other kinds skipped)" in str(read(tmp_path)[1][0])


def test_named_file_of_an_unknown_kind_is_an_error(folder):
    assert "no reader for .pdf files" in str(read(folder / "notes.pdf")[1][0])


def test_missing_file_is_reported_and_the_others_are_read(folder):
    ids, (error,), _ = read(folder / "nowhere.txt", folder / "b.txt")
    assert ids == ["b"]
    assert str(error) == f"{folder / 'nowhere.txt'}: no such file or directory"


def test_empty_name_is_not_the_current_directory(folder, monkeypatch):
    monkeypatch.chdir(folder)
    ids, (error,), _ = read("")
    assert ids == []
    assert str(error).startswith("'': the name of a file or directory is empty")


def test_name_with_a_nul_is_reported():
    assert "cannot be read" in str(read("a\0b")[1][0])


def test_file_that_may_not_be_read_is_reported(folder, monkeypatch):
    def refuse(self, mode):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert "cannot be read: permission denied" in str(read(folder / "b.txt")[1][0])


def test_first_error_is_raised_where_nobody_takes_it(folder):
    articles = read_sources([folder / "b.txt", folder / "nowhere.txt"], READERS.get)
    assert next(articles).id == "b"
    with pytest.raises(SourceError, match="no such file"):
        next(articles)


def test_error_names_the_file_as_the_user_does(folder):
    (folder / "a" / "wire.jsonl").write_text('{"text": "One fled."}\n{"text"\n')
    (error,) = read(folder)[1]
    assert (error.source, error.line) == (str(folder / "a" / "wire.jsonl"), 2)


def test_bad_files_are_reported_and_the_good_ones_are_read(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_bytes(b"\x7fELF\0\0")
    (tmp_path / "c.txt").write_bytes("caf\xe9".encode("latin-1"))
    (tmp_path / "d.txt").write_text("Rebels fled.")
    (tmp_path / "e.jsonl").write_text("{")
    ids, errors, _ = read(tmp_path)
    assert ids == ["d"]
    assert [os.path.basename(error.source) for error in errors] == ["a.txt", "b.txt", "c.txt", "e.jsonl"]


def test_same_id_and_text_is_read_once(folder):
    ids, errors, _ = read(folder, folder / "b.txt", folder)
    assert ids == ["a/siege", "a/wire:1", "a/wire:2", "b", "c:1"]
    assert errors == []


def test_same_id_and_other_text_is_reported_and_left_out(folder):
    (folder / "a" / "b.txt").write_text("The others fled.")
    ids, (error,), _ = read(folder / "b.txt", folder / "a" / "b.txt")
    assert ids == ["b"]
    assert "second article with the id 'b'" in str(error)
    assert error.source == str(folder / "a" / "b.txt")


def test_links_in_a_circle_are_walked_once(folder):
    (folder / "a" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "a" / "self").symlink_to(folder / "a", target_is_directory=True)
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    ids, errors, _ = read(folder)
    assert ids == ["a/siege", "a/wire:1", "a/wire:2", "b", "c:1"]
    assert errors == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_pipe_in_a_directory_is_left_alone(folder):
    os.mkfifo(folder / "pipe.txt")
    assert "pipe" not in read(folder)[0]


def stdin(monkeypatch, data):
    monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(data)))


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        (b"Rebels fled.", ["stdin"]),
        (b"[Photo] Rebels fled.", ["stdin"]),
        (b'{"text": "One fled."}\n{"text": "Two fled."}', ["stdin:1", "stdin:2"]),
        (b'\xef\xbb\xbf\n {"text": "One fled."}', ["stdin:1"]),
        (b'[\n {"text": "One fled."}]', ["stdin:1"]),
    ],
)
def test_standard_input_is_json_if_it_looks_like_it_else_text(monkeypatch, data, ids):
    stdin(monkeypatch, data)
    assert read("-") == (ids, [], [])


def test_errors_of_standard_input_are_named_so(monkeypatch):
    stdin(monkeypatch, b'{"text": "One fled."}\n{"text": 5}')
    assert str(read("-")[1][0]).startswith("-:2: ")
    stdin(monkeypatch, b"")
    assert str(read("-")[1][0]).startswith("-: the file is empty")


def test_closed_standard_input_is_reported(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert "standard input is closed" in str(read("-")[1][0])


def test_standard_input_is_read_from_a_pipe_and_left_open(monkeypatch):
    reading, writing = os.pipe()
    os.write(writing, b'{"text": "One fled."}\n')
    os.close(writing)
    with open(reading) as stream:
        monkeypatch.setattr(sys, "stdin", stream)
        assert read("-")[0] == ["stdin:1"]
        assert not stream.closed


def test_file_without_suffix_is_taken_for_what_it_looks_like(tmp_path):
    (tmp_path / "feed").write_text('{"text": "One fled."}\n')
    (tmp_path / "README").write_text("Rebels fled.")
    assert read(tmp_path / "feed", tmp_path / "README")[0] == ["feed:1", "README"]


def test_reader_that_cannot_be_had_is_reported_and_the_others_are_read(folder):
    def reader_for(suffix):
        if suffix == ".csv":
            raise PluginError("cannot build the reader", plugin="tables")
        return READERS.get(suffix)

    errors = []
    ids = [article.id for article in read_sources([folder], reader_for, errors.append)]
    assert ids == ["a/siege", "a/wire:1", "a/wire:2", "b"]
    assert [type(error) for error in errors] == [PluginError]
