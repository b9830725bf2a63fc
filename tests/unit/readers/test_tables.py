"""CSV and TSV: one article a row."""

import datetime as dt
import io

import pytest

from eventx.errors import SourceError
from eventx.readers.tables import TableReader


def read(data, **options):
    data = data.encode() if isinstance(data, str) else data
    return list(TableReader(**options).read(io.BytesIO(data), "wire.csv"))


def test_rows_become_articles():
    first, second = read('id,text,published,desk\r\na,"Rebels fled, it seems.",2016-05-03,foreign\r\n,Two fled.,,\r\n')
    assert (first.id, first.text, first.published) == ("a", "Rebels fled, it seems.", dt.date(2016, 5, 3))
    assert dict(first.meta) == {"desk": "foreign"}
    assert (second.id, second.published, dict(second.meta)) == ("wire:2", None, {})


def test_line_breaks_in_a_cell_are_kept():
    assert read('text\n"Siege ends\r\n\r\nRebels fled.\n"\n')[0].text == "Siege ends\r\n\r\nRebels fled.\n"


def test_header_may_be_in_capitals_and_follow_a_byte_order_mark():
    assert read(b"\xef\xbb\xbfText, ID\nRebels fled.,a\n")[0].id == "a"


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_usual_delimiters_are_told_by_the_header(delimiter):
    assert read(f"id{delimiter}text\na{delimiter}Rebels fled.\n")[0].text == "Rebels fled."


def test_boilerplate_is_a_cell_with_json():
    assert read('text,boilerplate\nRebels fled.,"[[0, 6]]"\n')[0].boilerplate == ((0, 6),)
    (error,) = read('text,boilerplate\nRebels fled.,"[[0"\n')
    assert "not valid JSON" in str(error)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (b"b,Two fled,", "field 'published' is"),
        (b"b,,", "field 'text' is missing"),
        (b"b,Two fled,2016-05-03,more", "the row has 4 cells, the header 3"),
        (b'b,"Two" fled,', "not valid CSV"),
        (b"b,Caf\xe9 burned,", "not UTF-8: byte 0xE9"),
        (b"b,Two\0fled,", "NUL"),
    ],
)
def test_bad_row_is_reported_with_its_line_and_the_others_are_read(row, message):
    row = row.replace(b"Two fled,", b"Two fled.,May") if b"published" in message.encode() else row
    first, error, last = read(b"id,text,published\n,One fled.,\n" + row + b"\n,Three fled.,\n")
    assert (first.id, last.id) == ("wire:1", "wire:3")
    assert isinstance(error, SourceError)
    assert (error.source, error.line) == ("wire.csv", 3)
    assert message in str(error)


def test_line_of_an_error_counts_line_breaks_in_cells():
    _, error = read('text,published\n"One\nfled.",\nTwo fled.,May\n')
    assert error.line == 4


def test_quote_that_is_never_closed_swallows_no_rows_in_silence():
    (error,) = read('text\n"One fled.\nTwo fled.\nThree fled.\n')
    assert "not valid CSV" in str(error)


def test_cell_of_5_mb_is_read():
    text = "Rebels fled. " * 400_000
    assert len(read(f'text\n"{text}"\n')[0].text) == len(text) > 5_000_000


def test_row_above_the_limit_is_reported_and_the_others_are_read():
    error, article = read("text\n" + "x" * 3_000 + "\nTwo fled.\n", max_bytes=1_000)
    assert "more than 1,000 bytes" in str(error)
    assert article.id == "wire:2"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "the file is empty"),
        ("\n \n", "the file is empty"),
        ("id,body\na,b\n", "no field 'text', but 'id', 'body'"),
        ("id,texts\na,b\n", "Did you mean 'texts'?"),
        ("text,id,text\na,b,c\n", "names 'text' twice"),
        (b"PK\x03\x04\0\0", "binary file"),
        ("text\n".encode("utf-16"), "UTF-16"),
    ],
)
def test_table_without_a_proper_header_is_an_error(data, message):
    with pytest.raises(SourceError, match=r"^wire\.csv") as caught:
        read(data)
    assert message in str(caught.value)
