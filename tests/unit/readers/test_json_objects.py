"""JSONL and JSON: what is good is read, what is bad is reported with its line."""

import datetime as dt
import io
import json

import pytest

from eventx.errors import SourceError
from eventx.readers.objects import JsonLinesReader, JsonReader


def read(data, name="wire.jsonl", reader=None):
    data = data.encode() if isinstance(data, str) else data
    return list((reader or JsonLinesReader()).read(io.BytesIO(data), name))


def line(**fields):
    return json.dumps(fields) + "\n"


def test_known_fields_are_read():
    (article,) = read(
        line(
            id="a1",
            text="Skip to content\n\nRebels fled.",
            published="2016-05-03",
            title="Siege ends",
            url="https://example.org/a",
            source="The Herald",
            language="en",
            boilerplate=[[0, 15]],
        )
    )
    assert (article.id, article.published, article.published_source) == ("a1", dt.date(2016, 5, 3), "given")
    assert (article.title, article.url, article.source) == ("Siege ends", "https://example.org/a", "The Herald")
    assert (article.language, article.boilerplate, dict(article.meta)) == ("en", ((0, 15),), {})


def test_unknown_fields_are_kept_as_meta():
    (article,) = read(line(text="Rebels fled.", desk="foreign", tags=["war"]))
    assert dict(article.meta) == {"desk": "foreign", "tags": ["war"]}


def test_null_is_the_same_as_missing():
    (article,) = read(line(id=None, text="Rebels fled.", published=None, boilerplate=None))
    assert (article.id, article.published, article.published_source) == ("wire:1", None, None)


def test_missing_ids_count_the_records():
    articles = read("\n" + line(text="One fled.") + "\n" + line(id="b", text="Two fled.") + line(text="Three fled."))
    assert [article.id for article in articles] == ["wire:1", "b", "wire:3"]


def test_id_may_be_a_number():
    assert read(line(id=7, text="Rebels fled."))[0].id == "7"


def test_time_of_publication_is_kept():
    (article,) = read(line(text="Rebels fled.", published="2016-05-03T23:30:00-05:00"))
    assert article.published_day == dt.date(2016, 5, 3)


def test_date_and_boilerplate_are_found_where_not_given():
    (article,) = read(line(text="Skip to content\n\nBy Ann Ray / May 3, 2016\n\nRebels fled."))
    assert (article.published, article.published_source) == (dt.date(2016, 5, 3), "byline")
    assert article.boilerplate == ((0, 15),)


def test_empty_boilerplate_says_that_there_is_none():
    assert read(line(text="Skip to content\n\nRebels fled.", boilerplate=[]))[0].boilerplate == ()


def test_published_source_is_kept_with_its_date():
    (article,) = read(line(text="Rebels fled.", published="2016-05-03", published_source="caption"))
    assert article.published_source == "caption"


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ('{"text": "Rebels fled."', "not valid JSON"),
        ('{"te', "not valid JSON (Unterminated string starting at character 2)"),
        ("[1, 2]", "expected an object with a field 'text', got a list"),
        ('"Rebels fled."', "got a string"),
        ('{"id": "b"}', "field 'text' is missing"),
        ('{"txt": "Rebels fled."}', "Did you mean 'txt'?"),
        ('{"text": 5}', "field 'text' is a number, not a string"),
        ('{"text": " "}', "field 'text' is empty"),
        ('{"text": "Rebels fled.", "id": ""}', "field 'id' is empty"),
        ('{"text": "Rebels fled.", "id": ["b"]}', "field 'id' is a list"),
        ('{"text": "Rebels fled.", "id": true}', "field 'id' is true or false"),
        ('{"text": "Rebels fled.", "title": 5}', "field 'title' is a number"),
        ('{"text": "Rebels fled.", "published": "3/5/2016"}', "could be two days; expected YYYY-MM-DD"),
        ('{"text": "Rebels fled.", "published": 2016}', "expected YYYY-MM-DD"),
        ('{"text": "Rebels fled.", "boilerplate": [[0, 99]]}', "lies outside the text"),
        ('{"text": "Rebels fled.", "boilerplate": [0, 3]}', "list of [start, end] pairs"),
        ('{"text": "Rebels fled.", "boilerplate": "all"}', "list of [start, end] pairs"),
        ('{"text": "Rebels \\ud83d fled."}', "half a character (surrogate U+D83D at character 7)"),
        ("[" * 100_000, "nested too deeply"),
        ('{"text": "Rebels fled.", "n": ' + "1" * 5_000 + "}", "not valid JSON"),
    ],
)
def test_bad_line_is_reported_with_its_number_and_the_others_are_read(bad, message):
    first, error, last = read(line(text="One fled.") + bad + "\n" + line(text="Three fled."))
    assert (first.id, last.id) == ("wire:1", "wire:3")
    assert isinstance(error, SourceError)
    assert (error.source, error.line) == ("wire.jsonl", 2)
    assert message in str(error)


def test_wrong_byte_in_a_line_is_reported_with_its_place_in_the_file():
    good = line(text="One fled.").encode()
    _, error, last = read(good + b'{"text": "caf\xe9"}\n' + good)
    assert error.line == 2
    assert f"at offset {len(good) + 13}" in str(error)
    assert last.id == "wire:3"


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_empty_file_is_an_error(data):
    with pytest.raises(SourceError, match="the file is empty"):
        read(data)


def test_binary_file_is_one_error_and_not_one_a_line():
    with pytest.raises(SourceError, match="binary file"):
        read(b"\x7fELF\0\1\n\2\0\n" * 50)


def test_byte_order_mark_is_dropped():
    assert read(b"\xef\xbb\xbf" + line(text="Rebels fled.").encode())[0].text == "Rebels fled."


def test_line_above_the_limit_is_reported_and_the_others_are_read():
    reader = JsonLinesReader(max_bytes=100)
    first, error, last = read(line(text="One fled.") + line(text="x" * 1_000) + line(text="Three fled."), reader=reader)
    assert error.line == 2
    assert "more than 100 bytes" in str(error)
    assert (first.id, last.id) == ("wire:1", "wire:3")


def test_lines_are_read_one_after_the_other():
    class Endless(io.RawIOBase):
        def readline(self, size=-1):
            return line(text="Rebels fled.").encode()

    articles = JsonLinesReader().read(Endless(), "wire.jsonl")
    assert [next(articles).id, next(articles).id] == ["wire:1", "wire:2"]


def test_json_document_may_be_one_article_a_list_or_hold_a_list():
    one, other = {"text": "One fled."}, {"text": "Two fled."}
    for document, ids in [(one, ["day"]), ([one, other], ["day:1", "day:2"]), ({"articles": [one]}, ["day:1"])]:
        assert [found.id for found in read(json.dumps(document), "day.json", JsonReader())] == ids


def test_json_list_reports_what_is_bad_in_it():
    error, article = read('[{"id": "x"}, {"text": "Two fled."}]', "day.json", JsonReader())
    assert (error.line, article.id) == (1, "day:2")


@pytest.mark.parametrize("data", ["", "{", "[" * 100_000, '{"text": "a"}\n{"text": "b"}', "5"])
def test_broken_json_document_is_an_error(data):
    with pytest.raises(SourceError, match=r"^day\.json"):
        read(data, "day.json", JsonReader())
