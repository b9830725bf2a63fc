"""What articles say stays text in every output; what it would do, it does not."""

import csv
import io
import json
import re

import pytest

from eventx.exporters import records
from eventx.exporters.html_page import embedded_json
from eventx.exporters.links import web_link
from eventx.printable import printable, printable_piece
from eventx.serialize import timeline_from_json

FOR_READING = [record.name for record in records() if record.for_people]


def written(name, timeline):
    record = next(record for record in records() if record.name == name)
    stream = io.BytesIO()
    record.build({}).write(timeline, stream)
    return stream.getvalue()


@pytest.mark.parametrize("name", [record.name for record in records() if record.suffix not in {".parquet", ".arrow"}])
def test_output_is_valid_utf8(name, hostile_timeline):
    written(name, hostile_timeline).decode("utf-8")


@pytest.mark.parametrize("name", FOR_READING)
def test_no_character_acts_where_people_read(name, hostile_timeline):
    text = written(name, hostile_timeline).decode("utf-8")
    assert not set(text) & set("\x00\x07\x1b\u202e\u2066\u2028\u2029")


def test_page_has_only_its_own_scripts(hostile_timeline):
    page = written("html", hostile_timeline).decode("utf-8")
    assert len(re.findall(r"<script", page)) == 2
    assert page.count("</script>") == 2
    assert "<img" not in page


def test_page_data_reads_back_from_its_script_element(hostile_timeline):
    page = written("html", hostile_timeline).decode("utf-8")
    data = json.loads(re.search(r'<script type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)[1])
    assert data["events"][0]["headline"] == "</script><script>document.title='pwned'</script>"
    assert data["articles"][0]["url"] is None


def test_page_keeps_links_to_the_web_only(hostile_timeline):
    assert b"javascript:document" not in written("html", hostile_timeline)


def test_timelinejs_texts_are_escaped_because_it_takes_them_for_html(hostile_timeline):
    data = json.loads(written("timelinejs", hostile_timeline))
    texts = [slide["text"]["headline"] + slide["text"]["text"] for slide in data["events"]]
    assert not [text for text in texts if re.search(r"<(?!/?(?:p|a)\b)", text)]
    assert not [text for text in texts if 'href="javascript' in text]


@pytest.mark.parametrize("name", ["csv", "events"])
def test_csv_cells_begin_no_formula(name, hostile_timeline):
    rows = csv.reader(io.StringIO(written(name, hostile_timeline).decode("utf-8")))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_markdown_escapes_its_own_marks(hostile_timeline):
    text = written("markdown", hostile_timeline).decode("utf-8")
    assert "[link](" not in text
    assert not re.search(r"(?<!\\)<(script|img|svg)", text)


def test_json_reads_back_equal_but_for_what_utf8_cannot_hold(hostile_timeline):
    kept = hostile_timeline.where(lambda event: "\ud800" not in event.summary)
    kept = type(kept)(events=kept.events)
    assert timeline_from_json(written("json", kept)) == kept


@pytest.mark.parametrize("character", ["<", ">", "&", "\u2028", "\u2029"])
def test_embedded_json_never_holds_what_html_could_read(character):
    text = embedded_json({"a": f"x{character}y"})
    assert character not in text
    assert json.loads(text) == {"a": f"x{character}y"}


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\nscript:alert(1)",
        " https://example.org",
        "data:text/html,x",
        "file:///etc/passwd",
        "//example.org",
        "https://",
        "http://[broken",
        'https://example.org/"onclick=x',
        "https://example.org/\u202e",
    ],
)
def test_what_is_no_plain_web_address_is_no_link(url):
    assert web_link(url) is None


@pytest.mark.parametrize("url", ["http://example.org", "https://example.org/a?b=c&d=%20#e", "HTTPS://EXAMPLE.ORG/"])
def test_web_addresses_are_links(url):
    assert web_link(url) == url


def test_printable_piece_keeps_the_blanks_that_part_words():
    assert printable_piece(" a\n b\u202e ") == " a b "
    assert printable(" a\n b\u202e ") == "a b"
