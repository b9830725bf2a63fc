"""Files that have names of their own for an article's fields."""

import datetime as dt
import io
import json

import pytest

import eventx
from eventx.errors import SourceError
from eventx.readers import field_options
from eventx.readers.making import read_published
from eventx.readers.objects import JsonLinesReader, JsonReader
from eventx.readers.tables import TableReader

THEIRS = {"text": "body", "published": "pub_date", "title": "head", "id": "guid"}


def read(reader, data):
    return list(reader.read(io.BytesIO(data.encode()), "wire.x"))


def jsonl(*records, **fields):
    return read(JsonLinesReader(fields=fields), "".join(json.dumps(record) + "\n" for record in records))


@pytest.mark.parametrize(
    ("reader", "data"),
    [
        (JsonLinesReader, '{"guid": 7, "body": "Rebels fled.", "pub_date": "2024-03-09", "head": "Flight", "x": 1}'),
        (JsonReader, '[{"guid": 7, "body": "Rebels fled.", "pub_date": "2024-03-09", "head": "Flight", "x": 1}]'),
        (TableReader, "guid,Body,pub_date,head,x\n7,Rebels fled.,2024-03-09,Flight,1\n"),
    ],
)
def test_fields_are_read_under_the_names_given(reader, data):
    (article,) = read(reader(fields=THEIRS), data)
    assert (article.id, article.text, article.title) == ("7", "Rebels fled.", "Flight")
    assert article.published == dt.date(2024, 3, 9)
    assert list(article.meta) == ["x"]


def test_field_of_the_own_name_is_kept_where_another_is_read():
    (article,) = jsonl({"text": "In short.", "body": "Rebels fled."}, text="body")
    assert (article.text, dict(article.meta)) == ("Rebels fled.", {"text": "In short."})


def test_name_with_dots_leads_into_objects():
    (article,) = jsonl({"content": {"body": "Rebels fled."}}, text="content.body")
    assert article.text == "Rebels fled."


def test_name_with_dots_may_be_a_name():
    assert jsonl({"a.b": "Rebels fled.", "a": {"b": "No."}}, text="a.b")[0].text == "Rebels fled."


def test_record_without_the_text_says_under_which_name_it_was_looked_for():
    (error,) = jsonl({"bodi": "Rebels fled."}, text="body")
    assert str(error) == "wire.x:1: field 'body' is missing. Did you mean 'bodi'?"


def test_name_that_no_record_has_is_an_error_after_the_articles():
    first, second, error = jsonl({"text": "One fled.", "pubdate": "2024-03-09"}, {"text": "Two fled."}, published="pub")
    assert (first.text, second.text) == ("One fled.", "Two fled.")
    assert str(error) == "wire.x: no record has a field 'pub' to read 'published' from. Did you mean 'pubdate'?"


def test_name_that_one_record_lacks_is_none():
    assert [one.title for one in jsonl({"text": "One.", "h": "T"}, {"text": "Two."}, title="h")] == ["T", None]


def test_column_that_is_not_in_the_header_is_an_error():
    with pytest.raises(SourceError, match=r"no field 'pubdate', but 'body', 'pub_date'. Did you mean 'pub_date'\?"):
        read(TableReader(fields={"text": "body", "published": "pubdate"}), "body,pub_date\nRebels fled.,\n")


@pytest.mark.parametrize("fields", [{"txt": "body"}, {"text": ""}, {"text": 3}, "text=body"])
def test_fields_that_articles_do_not_have_are_refused(fields):
    with pytest.raises(ValueError, match="field"):
        field_options(fields)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-03-09", "2024-03-09"),
        ("2024-03-09T23:30:00+02:00", "2024-03-09"),
        ("Sat, 09 Mar 2024 08:30:00 GMT", "2024-03-09"),
        ("March 9, 2024", "2024-03-09"),
        ("Saturday, 9 March 2024 08:30", "2024-03-09"),
        ("2024/03/09", "2024-03-09"),
        ("25/03/2024", "2024-03-25"),
        (dt.date(2024, 3, 9), "2024-03-09"),
    ],
)
def test_days_are_read_as_files_write_them(value, day):
    assert str(read_published(value))[:10] == day


@pytest.mark.parametrize("value", ["03/05/2024", "Friday, 9 March 2024", "yesterday", 1709942400, "", "2024"])
def test_what_could_be_two_days_or_none_is_none(value):
    assert read_published(value) is None


def test_read_articles_takes_the_names(tmp_path):
    (tmp_path / "wire.jsonl").write_text('{"body": "Rebels fled."}\n')
    (article,) = eventx.read_articles(tmp_path, fields={"text": "body"})
    assert article.text == "Rebels fled."
