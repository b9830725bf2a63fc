"""Text files as articles: exactly as they stand, or a message that helps."""

import io

import pytest

from eventx.errors import SourceError
from eventx.readers.plain import PlainTextReader


def read(data, name="wire/siege.txt", **options):
    (article,) = PlainTextReader(**options).read(io.BytesIO(data), name)
    return article


def failure(data, **options):
    with pytest.raises(SourceError) as caught:
        read(data, **options)
    return caught.value


def test_text_is_kept_as_it_stands():
    text = "\r\n  Siege of Arica \t\r\n\r\nRebels fled.\n\n"
    assert read(text.encode()).text == text


def test_text_loses_its_byte_order_mark_and_nothing_else():
    assert read(b"\xef\xbb\xbf\xef\xbb\xbfRebels fled.").text == "\ufeffRebels fled."


def test_id_is_the_path_without_suffix():
    assert read(b"Rebels fled.", "2016/may.3/siege.of.arica.txt").id == "2016/may.3/siege.of.arica"


def test_headline_becomes_the_title_and_stays_in_the_text():
    article = read(b"Rebels Flee From Arica\n\nThe rebels fled on Monday, the mayor said.")
    assert article.title == "Rebels Flee From Arica"
    assert article.text.startswith("Rebels Flee")


@pytest.mark.parametrize(
    "text",
    [
        "The rebels fled on Monday.\n\nNobody saw them go, it seems.",
        "LIMA, Peru (AP) --\n\nThe rebels fled on Monday.",
        "By Ann Ray of the Herald\n\nThe rebels fled on Monday.",
        "Siege ends\n\nThe rebels fled on Monday.",
    ],
)
def test_what_is_not_clearly_a_headline_is_no_title(text):
    assert read(text.encode()).title is None


def test_wrong_encoding_names_byte_line_and_remedy():
    error = failure("Rebels fled.\nThe caf\xe9 burned.".encode("latin-1"))
    assert error.source == "wire/siege.txt"
    assert error.line == 2
    assert "0xE9 at offset 20" in str(error)
    assert "iconv" in str(error)


def test_offset_of_a_wrong_byte_counts_the_byte_order_mark():
    assert "at offset 5" in str(failure(b"\xef\xbb\xbfab\xff"))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_other_unicode_encodings_are_named(encoding):
    assert f"iconv -f {encoding.upper()}" in str(failure("Rebels fled.".encode(encoding)))


def test_binary_file_is_named_as_such():
    assert "binary file, not text (NUL at byte 4)" in str(failure(b"\x7fELF\0\1\2\3"))


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_empty_file_is_an_error(data):
    assert "the file is empty" in str(failure(data))


def test_article_of_5_mb_is_read():
    data = b"The rebels shelled the port of Arica on Monday. " * 110_000
    assert len(read(data).text) == len(data) > 5_000_000


def test_article_above_the_limit_is_refused_with_the_remedy():
    assert "more than 10 bytes" in str(failure(b"Rebels fled.", max_bytes=10))
    assert "max_bytes" in str(failure(b"Rebels fled.", max_bytes=10))
    assert read(b"Rebels fle", max_bytes=10).text == "Rebels fle"


def test_name_that_is_not_utf_8_gives_an_id_that_can_be_written():
    name = b"M\xf6ller.txt".decode("utf-8", "surrogateescape")
    (article,) = PlainTextReader().read(io.BytesIO(b"Rebels fled."), name)
    assert article.id == "M\\udcf6ller"
