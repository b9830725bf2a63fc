"""Parquet: one article a row."""

import datetime as dt
import io

import pytest

from eventx.errors import SourceError
from eventx.readers.parquet import ParquetReader

pyarrow = pytest.importorskip("pyarrow", reason="Parquet is not tested: pip install 'eventx-core[parquet]'")


def table(**columns):
    from pyarrow import parquet

    stream = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), stream)
    return stream.getvalue()


def read(data, **options):
    return list(ParquetReader(**options).read(io.BytesIO(data), "wire.parquet"))


class Pipe(io.BytesIO):
    def seekable(self):
        return False

    def seek(self, *_):
        raise io.UnsupportedOperation


def test_rows_become_articles():
    first, second = read(table(id=["a", None], text=["One fled.", "Two fled."], desk=["home", "abroad"]))
    assert (first.id, first.text, dict(first.meta)) == ("a", "One fled.", {"desk": "home"})
    assert (second.id, second.text) == ("wire:2", "Two fled.")


@pytest.mark.parametrize("day", [dt.date(2024, 3, 9), dt.datetime(2024, 3, 9, 8, 30), "2024-03-09", "March 9, 2024"])
def test_days_may_be_dates_or_text(day):
    assert read(table(text=["One fled."], published=[day]))[0].published_day == dt.date(2024, 3, 9)


def test_times_may_be_in_nanoseconds_as_pandas_writes_them():
    times = pyarrow.array([1_709_973_000_000_000_001], pyarrow.timestamp("ns"))
    assert read(table(text=["One fled."], published=times))[0].published == dt.datetime(2024, 3, 9, 8, 30)


def test_text_may_be_bytes_of_utf_8():
    texts = pyarrow.array(["Möller fled.".encode(), b"M\xf6ller fled."])
    article, error = read(table(text=texts, photo=[b"\xff\xd8", b"\xff\xd8"]))
    assert (article.text, article.meta["photo"]) == ("Möller fled.", b"\xff\xd8")
    assert (error.line, error.reason[:28]) == (2, "field 'text' is not UTF-8: '")


def test_columns_may_have_names_of_their_own():
    (article,) = read(table(body=["One fled."], day=["2024-03-09"]), fields={"text": "body", "published": "day"})
    assert (article.text, article.published) == ("One fled.", dt.date(2024, 3, 9))


def test_table_without_the_text_says_what_it_has():
    with pytest.raises(SourceError, match=r"no field 'text', but 'texts', 'day'. Did you mean 'texts'\?"):
        read(table(texts=["One fled."], day=["2024-03-09"]))


def test_bad_row_is_reported_with_its_number_and_the_others_are_read():
    first, error, third = read(table(text=["One fled.", None, "Three fled."]))
    assert (first.id, third.id) == ("wire:1", "wire:3")
    assert (str(error), error.line) == ("wire.parquet:2: field 'text' is missing.", 2)


def test_row_above_the_limit_is_reported():
    error, second = read(table(text=["One fled." * 9, "Two fled."]), max_bytes=20)
    assert "more than 20 bytes" in str(error)
    assert second.id == "wire:2"


def test_table_is_read_from_a_pipe():
    data = table(text=["One fled."])
    assert [one.text for one in ParquetReader().read(Pipe(data), "wire.parquet")] == ["One fled."]


@pytest.mark.parametrize("data", [b"", b"PAR1", b"Rebels fled.", table(text=["One fled."])[:-9]])
def test_what_is_no_parquet_file_is_an_error(data):
    with pytest.raises(SourceError, match="not a Parquet file"):
        read(data)


def test_row_with_text_that_is_not_utf_8_costs_only_itself():
    first, error, third = read(table_with_bad_text())
    assert (first.id, third.id) == ("wire:1", "wire:3")
    assert str(error).startswith("wire.parquet:2: a value of the row cannot be read")


def table_with_bad_text():
    from pyarrow import parquet

    texts = pyarrow.array([b"One fled.", b"Two \xff fled.", b"Three fled."]).view(pyarrow.string())
    stream = io.BytesIO()
    parquet.write_table(pyarrow.table({"text": texts}), stream)
    return stream.getvalue()


def test_values_that_json_cannot_hold_are_named_in_the_error():
    assert "expected YYYY-MM-DD" in str(read(table(text=["One fled."], published=[b"soon"]))[0])
