"""Saved web pages: text, metadata, encodings, and what is no page."""

import datetime as dt
import io
import sys
import time

import pytest

from eventx.errors import SourceError
from eventx.readers.webpages import WebPageReader, decode_page

PARAGRAPHS = (
    "The envoy of the northern provinces came to Lima on Friday, officials said. He met the mayor in the evening, and "
    "left after an hour of talks, which the two sides called useful.",
    "He denied that his men had <a href='/x'>shelled the port</a> on Monday. “We did not,” he told reporters.",
    "The mayor accused the army of the north of bombing a market in May. At least 12 people were killed there, "
    "according to the city's hospital.",
)
NEEDED = pytest.importorskip("trafilatura", reason="the extra html is not installed")


def page(head="", body="", paragraphs=PARAGRAPHS):
    return (
        f"<!DOCTYPE html><html lang='en-GB'><head><title>Envoy visits Lima</title>{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/world'>World</a></nav><script>var accused = 'nobody';</script>"
        f"<article><h1>Envoy visits Lima</h1>{body}{''.join(f'<p>{text}</p>' for text in paragraphs)}</article>"
        "<footer>About us</footer></body></html>"
    )


def read(html, name="2019/envoy.html", **options):
    data = html.encode() if isinstance(html, str) else html
    (article,) = WebPageReader(**options).read(io.BytesIO(data), name)
    return article


def test_text_is_the_article_and_not_the_page_around_it():
    article = read(page())
    lines = article.text.split("\n")
    assert "He denied that his men had shelled the port on Monday. “We did not,” he told reporters." in lines
    assert "nobody" not in article.text
    assert "About us" not in article.text
    assert article.id == "2019/envoy"


def test_metadata_is_read():
    article = read(
        page(
            "<meta property='article:published_time' content='2019-05-03T10:00:00Z'>"
            "<meta property='og:site_name' content='The Herald'>"
            "<link rel='canonical' href='https://example.org/envoy'>"
        )
    )
    assert (article.published, article.published_source) == (dt.date(2019, 5, 3), "metadata")
    assert (article.title, article.url, article.source) == (
        "Envoy visits Lima",
        "https://example.org/envoy",
        "The Herald",
    )
    assert article.language == "en"


def test_headline_with_full_stops_is_no_publisher():
    html = page("<link rel='canonical' href='https://example.org/envoy'>")
    article = read(
        html.replace("Envoy visits Lima", "U.N. envoy visits Lima").replace("</title>", " - The Herald</title>")
    )
    assert (article.title, article.source) == ("U.N. envoy visits Lima", "example.org")


def test_date_of_a_byline_is_found():
    assert read(page(body="<p>By Ann Ray / May 3, 2019</p>")).published == dt.date(2019, 5, 3)


def test_page_without_a_date_has_none():
    article = read(page().replace("About us", "Copyright 2020"))
    assert (article.published, article.published_source) == (None, None)


def test_page_with_little_text_keeps_its_lines_apart():
    article = read(page(paragraphs=PARAGRAPHS[1:2]))
    assert "Envoy visits Lima\nHe denied that his men had shelled the port on Monday." in article.text
    assert "Home" not in article.text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<p>café".encode(), "<p>café"),
        ("<p>café".encode("latin-1"), "<p>café"),
        ("<p>“café”".encode("cp1252"), "<p>“café”"),
        ("<meta charset='iso-8859-2'>łódź".encode("iso-8859-2"), "<meta charset='iso-8859-2'>łódź"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">Лима'.encode("cp1251"),
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">Лима',
        ),
        ("<meta charset=iso-8859-1>“café”".encode("cp1252"), "<meta charset=iso-8859-1>“café”"),
        ("<meta charset=nonsense>café".encode(), "<meta charset=nonsense>café"),
        ("<meta charset=hex>café".encode(), "<meta charset=hex>café"),
        ("<meta charset=undefined>café".encode(), "<meta charset=undefined>café"),
        ("<p>café".encode("utf-8-sig"), "<p>café"),
        ("<p>café".encode("utf-16"), "<p>café"),
        (b"<meta charset=utf-8>caf\xe9", "<meta charset=utf-8>caf\ufffd"),
        (b"<meta charset=utf-16>caf\xc3\xa9", "<meta charset=utf-16>café"),
    ],
)
def test_pages_are_decoded_as_browsers_do(data, text):
    assert decode_page(data, "a.html") == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b"\x89PNG\0\0", "a binary file, not a web page (NUL at byte 4)"),
        (b"<html><body></body></html>", "no article was found"),
        (b"<html><script>var a;</script>", "no article was found"),
    ],
)
def test_what_is_no_page_is_an_error(data, message):
    with pytest.raises(SourceError, match=r"^2019/envoy\.html") as caught:
        read(data)
    assert message in str(caught.value)


def test_page_above_the_limit_is_refused():
    with pytest.raises(SourceError, match="more than 100 bytes"):
        read(page(), max_bytes=100)


def test_missing_extra_is_named_with_the_command(monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(SourceError) as caught:
        read(page())
    assert 'pip install "eventx-core[html]"' in str(caught.value)


def test_deeply_nested_tags_are_read():
    assert "shelled the port" in read(page(body="<div>" * 150 + "</div>" * 150)).text


def test_tags_nested_without_reason_are_survived():
    assert read(page(body="<div>" * 100_000)).title == "Envoy visits Lima"


@pytest.mark.parametrize("attributes", ["a{}", "a{}='>'", 'a{}="x y"', "a{}/"])
def test_tag_with_attributes_without_end_is_refused_at_once(attributes):
    body = "<p " + " ".join(attributes.format(number) for number in range(200_000)) + ">Rebels fled.</p>"
    started = time.process_time()
    with pytest.raises(SourceError, match=r"the page cannot be read: a tag in it has 200,00\d attributes"):
        read(page(body=body))
    assert time.process_time() - started < 2


def test_many_tags_with_many_attributes_are_refused_as_one_with_all_of_them():
    tag = "<p " + " ".join(f"a{number}" for number in range(1_000)) + ">Rebels fled.</p>"
    assert "Rebels fled." in read(page(body=tag)).text
    with pytest.raises(SourceError, match="a tag in it has 1,001 attributes"):
        read(page(body=100 * tag))


def test_what_looks_like_attributes_between_tags_is_text():
    many = " ".join(f"a{number}" for number in range(20_000))
    assert "a19999" in read(page(body=f"<p title='>'>{many}</p><!-- <p> {many} -->")).text


def test_page_with_cells_without_end_is_read_as_it_is():
    started = time.process_time()
    text = read(page(body="<table><tr>" + "<td>shelled</td>" * 30_000)).text
    assert "He denied that his men had shelled the port on Monday." in text
    assert time.process_time() - started < 6


def test_page_on_which_a_library_breaks_is_read_as_far_as_it_goes(monkeypatch):
    def breaks(*_args, **_options):
        raise AssertionError("no parent")

    for name in ("extract", "extract_metadata"):
        monkeypatch.setattr(NEEDED, name, breaks)
    article = read(page())
    assert "He denied that his men had shelled the port on Monday." in article.text
    assert article.title is None


def test_text_of_a_hostile_page_is_only_text():
    article = read(
        page(paragraphs=(*PARAGRAPHS, "It said &lt;script&gt;alert(1)&lt;/script&gt; on the wall of the house."))
    )
    assert "<script>alert(1)</script>" in article.text
