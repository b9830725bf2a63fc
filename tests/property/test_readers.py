"""Whatever the bytes, a reader gives proper articles or says what is wrong; and the same each time."""

import gzip
import io
import itertools
import json
import re
import tempfile
import zipfile
from importlib.util import find_spec
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from eventx.errors import SourceError
from eventx.model import Article
from eventx.readers.boilerplate import find_boilerplate
from eventx.readers.feeds import FeedReader
from eventx.readers.objects import JsonLinesReader, JsonReader
from eventx.readers.parquet import ParquetReader
from eventx.readers.plain import PlainTextReader
from eventx.readers.published import find_published
from eventx.readers.sources import read_sources
from eventx.readers.tables import TableReader

LINE_END = r"[\n\r\x0b\x0c\x85\u2028\u2029]"

READERS = st.sampled_from(
    (
        *(PlainTextReader(), JsonLinesReader(), JsonReader(), TableReader(), TableReader(delimiter="\t")),
        *((FeedReader(),) if find_spec("feedparser") and find_spec("lxml") else ()),
        *((ParquetReader(),) if find_spec("pyarrow") else ()),
    )
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=200)
LINES = st.sampled_from(
    (
        *("Skip to content", "Published: May 3, 2016", "By Ann Ray / May 3, 2016", "LIMA, May 3 (AP) --", "Home", "XS"),
        *(
            "Ann Ray/Reuters",
            "The envoy, left, speaks in Lima, May 3, 2016.",
            "Rebels fled.",
            "",
            "© 2016",
            "4 May 2016",
        ),
    )
)
PAGES = st.lists(LINES | TEXTS, max_size=12).map("\n".join)
BYTES = st.binary(max_size=200) | PAGES.map(str.encode)


def read(reader, data):
    try:
        return list(reader.read(io.BytesIO(data), "a/b.txt"))
    except SourceError as error:
        return [error]


@given(READERS, BYTES)
def test_any_bytes_give_articles_or_source_errors(reader, data):
    for result in read(reader, data):
        assert isinstance(result, Article | SourceError)
        if isinstance(result, Article):
            assert result.text.strip()
            assert all(0 <= start < end <= len(result.text) for start, end in result.boilerplate)
        else:
            assert result.source == "a/b.txt"


@given(READERS, BYTES)
def test_same_bytes_give_the_same(reader, data):
    assert list(map(str, read(reader, data))) == list(map(str, read(reader, data)))
    assert [one for one in read(reader, data) if isinstance(one, Article)] == [
        one for one in read(reader, data) if isinstance(one, Article)
    ]


@given(TEXTS.filter(str.strip))
def test_text_comes_back_as_it_went_in(text):
    plain, jsonl = text.encode(), json.dumps({"text": text}).encode()
    (article,) = read(PlainTextReader(), plain)
    assert article.text == text.removeprefix("\ufeff")
    (article,) = read(JsonLinesReader(), jsonl)
    assert article.text == text


@given(PAGES)
def test_boilerplate_is_of_whole_lines_in_order(text):
    ranges = find_boilerplate(text)
    assert [*ranges] == sorted(ranges)
    assert all(first[1] < second[0] for first, second in itertools.pairwise(ranges))
    for start, end in ranges:
        assert text[start:end] == text[start:end].strip() != ""
        assert not re.split(LINE_END, text[:start])[-1].strip()
        assert not re.split(LINE_END, text[end:])[0].strip()


@given(PAGES)
def test_published_is_a_day_that_the_text_names(text):
    found = find_published(text)
    if found:
        day, place = found
        assert str(day.year) in text
        assert str(day.day) in text
        assert place in {"label", "byline", "dateline", "header", "updated", "caption"}


FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>{}</title><item><title>{}</title><guid>{}</guid>'
    "<pubDate>{}</pubDate><description>{}</description></item></channel></rss>"
)


@given(st.lists(TEXTS | st.sampled_from(["<p>", "&lt;b&gt;", "&#55357;", "]]>", "<![CDATA["]), min_size=5, max_size=5))
def test_any_feed_gives_articles_that_can_be_written_or_source_errors(texts):
    if not (find_spec("feedparser") and find_spec("lxml")):
        return
    for result in read(FeedReader(), FEED.format(*texts).encode()):
        assert isinstance(result, Article | SourceError)
        if isinstance(result, Article):
            for value in (result.id, result.text, result.title, result.source):
                assert value is None or value.encode().strip()


@given(st.sampled_from([".zip", ".gz"]), st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=6))
def test_damage_to_packed_files_gives_articles_or_errors(suffix, damage):
    if suffix == ".gz":
        data = bytearray(gzip.compress(b"Rebels fled. " * 9, mtime=0))
    else:
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.txt", "Rebels fled. " * 9)
            archive.writestr("b.txt", "Two fled.")
        data = bytearray(stream.getvalue())
    for place, value in damage:
        data[place % len(data)] = value
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x.txt{suffix}"
        path.write_bytes(data)
        errors = []
        articles = list(read_sources([path], lambda kind: PlainTextReader() if kind == ".txt" else None, errors.append))
    assert articles or errors
