"""Compressed files, zip archives and patterns."""

import bz2
import gzip
import io
import lzma
import sys
import types
import zipfile

import pytest

from eventx.readers import archives, read_sources, reader_records, unpacking

READERS = {suffix: record.build({}) for record in reader_records() for suffix in record.suffixes}
LINES = b'{"text": "One fled."}\n{"text": "Two fled."}\n'
PACKERS = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}


def read(*sources):
    """Ids of the articles, the errors as strings, and what was skipped."""
    errors, skipped = [], []
    articles = list(read_sources(sources, READERS.get, errors.append, skipped.append))
    return [article.id for article in articles], [str(error) for error in errors], [path.name for path in skipped]


def zipped(path, files, **options):
    with zipfile.ZipFile(path, "w", **({"compression": zipfile.ZIP_DEFLATED} | options)) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


PAGES = {
    "pages/b.txt": "Rebels fled.",
    "pages/a.jsonl": LINES,
    "notes.pdf": "%PDF",
    ".hidden.txt": "No.",
    "__MACOSX/x.txt": "No.",
}


# -- compressed files


@pytest.mark.parametrize("suffix", PACKERS)
def test_compressed_file_is_read_as_what_it_holds(tmp_path, suffix):
    (tmp_path / f"wire.jsonl{suffix}").write_bytes(PACKERS[suffix](LINES))
    assert read(tmp_path / f"wire.jsonl{suffix}") == read(tmp_path) == (["wire:1", "wire:2"], [], [])


@pytest.mark.parametrize("suffix", PACKERS)
def test_compressed_standard_input_is_read(monkeypatch, suffix):
    data = PACKERS[suffix](LINES)
    monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(data)))
    assert read("-") == (["stdin:1", "stdin:2"], [], [])


@pytest.mark.parametrize("suffix", PACKERS)
@pytest.mark.parametrize("spoil", [lambda data: data[:-9], lambda data: b"no" + data], ids=["cut short", "other bytes"])
def test_damaged_file_is_an_error_that_names_it(tmp_path, suffix, spoil):
    file = tmp_path / f"wire.txt{suffix}"
    file.write_bytes(spoil(PACKERS[suffix](LINES)))
    ids, (error,), _ = read(file)
    assert ids == []
    assert error.startswith(f"{file}: not a whole ")


def test_lines_before_the_damage_are_read(tmp_path):
    data = gzip.compress(LINES * 20_000, 0)
    (tmp_path / "wire.jsonl.gz").write_bytes(data[: len(data) // 2])
    ids, errors, _ = read(tmp_path / "wire.jsonl.gz")
    assert len(ids) > 1_000
    assert len(errors) == 1


@pytest.mark.parametrize("suffix", PACKERS)
def test_file_that_unpacks_to_far_more_than_its_size_is_refused(tmp_path, monkeypatch, suffix):
    monkeypatch.setattr(unpacking, "ALWAYS_ALLOWED", 100_000)
    (tmp_path / f"wire.jsonl{suffix}").write_bytes(PACKERS[suffix](b"\n" * 50_000_000))
    ids, (error,), _ = read(tmp_path / f"wire.jsonl{suffix}")
    assert ids == []
    assert "unpacks to more than 200 times its size" in error


def test_compressed_file_of_an_unknown_kind_is_skipped_in_a_directory(tmp_path):
    (tmp_path / "all.tar.gz").write_bytes(gzip.compress(b"x"))
    (tmp_path / "a.txt").write_text("Rebels fled.")
    assert read(tmp_path) == (["a"], [], ["all.tar.gz"])


# -- archives


def test_archive_is_read_as_the_directory_in_it(tmp_path):
    file = zipped(tmp_path / "saved.zip", PAGES)
    assert read(file) == (["pages/a:1", "pages/a:2", "pages/b"], [], ["notes.pdf"])


def test_archive_in_a_directory_is_read_as_one_of_its_name(tmp_path):
    zipped(tmp_path / "saved.zip", PAGES)
    (tmp_path / "saved" / "pages").mkdir(parents=True)
    (tmp_path / "saved" / "pages" / "b.txt").write_text("Rebels fled.")  # the same, unpacked
    assert read(tmp_path)[:2] == (["saved/pages/b", "saved/pages/a:1", "saved/pages/a:2"], [])


def test_error_in_an_archive_names_the_archive_and_the_file(tmp_path):
    file = zipped(tmp_path / "saved.zip", {"a.jsonl": '{"text": "One fled."}\n{"txt": 1}\n', "b.txt": "Rebels fled."})
    ids, (error,), _ = read(file)
    assert ids == ["a:1", "b"]
    assert error.startswith(f"{file}/a.jsonl:2: field 'text' is missing")


def test_archive_without_anything_to_read_is_an_error(tmp_path):
    file = zipped(tmp_path / "saved.zip", {"notes.pdf": "%PDF", "more.zip": b"PK", "wire.jsonl.gz": b"x"})
    ids, (error,), skipped = read(file)
    assert (ids, skipped) == ([], ["more.zip", "notes.pdf", "wire.jsonl.gz"])
    assert error == f"{file}: the archive holds no file that eventx can read (3 of other kinds skipped)"


def test_file_that_is_no_archive_is_an_error(tmp_path):
    (tmp_path / "saved.zip").write_bytes(b"PK\3\4 and no more")
    assert "not a zip archive that can be read" in read(tmp_path / "saved.zip")[1][0]


def test_damaged_file_of_an_archive_costs_only_itself(tmp_path):
    file = zipped(tmp_path / "saved.zip", {"a.txt": "Rebels fled.", "b.txt": "Two fled."}, compression=0)
    file.write_bytes(file.read_bytes().replace(b"Rebels fled.", b"Rebels flee!"))
    ids, (error,), _ = read(file)
    assert ids == ["b"]
    assert error.startswith(f"{file}/a.txt: cannot be taken out of the archive")


def test_encrypted_file_of_an_archive_is_an_error(tmp_path):
    file = zipped(tmp_path / "saved.zip", {"a.txt": "Rebels fled."})
    data = bytearray(file.read_bytes())
    for signature, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(signature) + offset] |= 1
    file.write_bytes(data)
    assert "the file is encrypted" in read(file)[1][0]


def test_archive_that_unpacks_to_far_more_than_its_size_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "ALWAYS_ALLOWED", 100_000)
    file = zipped(tmp_path / "saved.zip", {"a.txt": b" " * 5_000_000, "b.txt": "Rebels fled."})
    ids, (error,), _ = read(file)
    assert ids == []
    assert "bytes that unpack to 5,000,012" in error


def test_file_that_is_larger_than_the_archive_says_is_cut_and_reported(tmp_path):
    file = zipped(tmp_path / "saved.zip", {"a.txt": b"Rebels fled. " * 100_000})
    said, told = (1_300_000).to_bytes(4, "little"), (13).to_bytes(4, "little")
    file.write_bytes(file.read_bytes().replace(said, told))
    ids, (error,), _ = read(file)
    assert ids == []
    assert "cannot be taken out of the archive" in error


@pytest.mark.parametrize("limit", ["MOST_OF_ONE", "MOST_OF_ALL"])
def test_archive_above_the_limits_is_refused(tmp_path, monkeypatch, limit):
    monkeypatch.setattr(archives, limit, 5)
    ids, (error,), _ = read(zipped(tmp_path / "saved.zip", {"a.txt": "Rebels fled."}))
    assert ids == []
    assert "unpack it yourself" in error


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_archive_may_be_compressed_in_other_ways(tmp_path, compression):
    assert read(zipped(tmp_path / "saved.zip", PAGES, compression=compression))[0][-1] == "pages/b"


def test_names_that_lead_out_of_the_archive_lead_nowhere(tmp_path):
    file = zipped(tmp_path / "saved.zip", {"/etc/a.txt": "One fled.", "..\\b.txt": "Two fled."})
    assert read(file)[1] == []
    assert list(tmp_path.iterdir()) == [file]


def test_archive_on_standard_input_is_refused(tmp_path, monkeypatch):
    data = zipped(tmp_path / "saved.zip", PAGES).read_bytes()
    monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(data)))
    assert "only from a file that is called .zip" in read("-")[1][0]


# -- patterns


@pytest.fixture
def folder(tmp_path):
    for name in ("2023/a.txt", "2024/a.txt", "2024/b.txt", "2024/notes.pdf", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Rebels fled from {name}.")
    return tmp_path


@pytest.mark.parametrize(
    ("pattern", "ids"),
    [
        ("*.txt", ["c"]),
        ("202?/*.txt", ["2023/a", "2024/a", "2024/b"]),
        ("2024/[ab].txt", ["a", "b"]),
        ("**/*.txt", ["2023/a", "2024/a", "2024/b", "c"]),
        ("**", ["2023/a", "2024/a", "2024/b", "c"]),
        ("2024*", ["2024/a", "2024/b"]),
    ],
)
def test_pattern_is_read_as_what_it_matches(folder, monkeypatch, pattern, ids):
    assert read(folder / pattern)[:2] == (ids, [])
    monkeypatch.chdir(folder)
    assert read(pattern)[:2] == (ids, [])


def test_pattern_skips_files_of_other_kinds(folder):
    assert read(folder / "2024" / "*") == (["a", "b"], [], ["notes.pdf"])


@pytest.mark.parametrize("pattern", ["*.jsonl", "nowhere/*", "2024/*.pdf"])
def test_pattern_that_matches_nothing_to_read_is_an_error(folder, pattern):
    assert "the pattern matches no file that eventx can read" in read(folder / pattern)[1][0]


def test_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path):
    (tmp_path / "a[1].txt").write_text("Rebels fled.")
    assert read(tmp_path / "a[1].txt") == (["a[1]"], [], [])


# -- streams that say what they hold


@pytest.mark.parametrize("start", ["<rss", '<?xml version="1.0"?>\n<!-- made by hand -->\n<rss'])
def test_feed_on_standard_input_is_recognised(monkeypatch, start):
    pytest.importorskip("feedparser", reason="Feeds are not tested: pip install 'eventx-core[feeds]'")
    data = f'{start} version="2.0"><channel><item><title>Two fled</title></item></channel></rss>'.encode()
    monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(data)))
    assert read("-") == (["stdin:1"], [], [])


# -- saved pages


def test_parts_of_a_saved_page_are_not_read(tmp_path):
    page = "<html><body><p>Rebels shelled the port of Selby on Friday, the army said.</p></body></html>"
    files = {
        "day/Port.html": page,
        "day/Port_files/frame.html": page.replace("Rebels", "Buy"),
        "day/Port_files/more/notes.txt": "An advertisement.",
        "old_files/a.txt": "Rebels fled.",
    }
    for name, text in files.items():
        path = tmp_path / "folder" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    assert read(tmp_path / "folder") == (["day/Port", "old_files/a"], [], [])
    assert read(zipped(tmp_path / "saved.zip", files)) == (["day/Port", "old_files/a"], [], [])


def test_paths_out_of_an_archive_are_read_as_paths_within(tmp_path):
    archive = zipped(tmp_path / "a.zip", {"../../etc/b.txt": "Rebels fled."})
    assert read(archive) == (["etc/b"], [], [])
