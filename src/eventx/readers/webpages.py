"""Saved web pages: the article's text out of the page around it."""

from __future__ import annotations

import codecs
import datetime as dt
import logging
import re
from collections.abc import Callable, Iterator
from typing import IO, TypeVar

from attrs import frozen

from eventx.errors import SourceError
from eventx.model import Article, parse_published
from eventx.readers.attributes import check_attributes
from eventx.readers.decoding import MAX_BYTES, read_whole
from eventx.readers.html_text import text_of_html
from eventx.readers.making import default_id, make_article

T = TypeVar("T")

_LOGGER = logging.getLogger("eventx")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Where browsers look for it, and as far as they look.
_DECLARED = re.compile(rb"<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_LOOKED_AT = 4096
_LANGUAGE = re.compile(r"<html\b[^>]*?\s(?:xml:)?lang\s*=\s*[\"']?([a-zA-Z]{2,3})\b", re.IGNORECASE)

# Over a row of so many thousand cells trafilatura takes minutes; a page with more than an article has is read as it is.
_CELL = re.compile(r"<t[dh]\b", re.IGNORECASE)
_MOST_CELLS = 10_000

# Dates outside of these are mistakes in a page's metadata. The bounds are fixed: the same page is read alike every day.
_EARLIEST, _LATEST = "1970-01-01", "2099-12-31"


@frozen(kw_only=True)
class WebPageReader:
    """Reads a saved page as one article. The text is what trafilatura takes for the article's.

    Attributes:
        max_bytes: Files with more are refused.
    """

    max_bytes: int = MAX_BYTES

    def read(self, stream: IO[bytes], name: str) -> Iterator[Article]:
        """Read the one article of the page; see `eventx.components.Reader`."""
        data = read_whole(stream, self.max_bytes, name)
        if not data.strip():
            raise SourceError("the file is empty; expected a web page", source=name)
        html = decode_page(data, name)
        try:
            import trafilatura
        except ImportError as error:
            raise SourceError(
                f'web pages need the extra html: pip install "eventx-core[html]" ({error})', source=name
            ) from error
        try:
            check_attributes(html)
        except ValueError as error:
            raise SourceError(f"the page cannot be read: {error}; save its text as .txt", source=name) from error
        text = None
        if len(_CELL.findall(html)) <= _MOST_CELLS:
            text = _tried(lambda: trafilatura.extract(html, include_comments=False, include_tables=True))
        if not text or "\n" not in text:
            # Of a page with little text trafilatura makes one line, its heading and its byline glued to it.
            text = _tried(lambda: text_of_html(html)) or text
        if not text or not text.strip():
            raise SourceError("no article was found in the page; save its text as .txt, if there is one", source=name)
        found = _tried(lambda: trafilatura.extract_metadata(html, extensive=False))
        # Of "U.N. envoy lands - Tarn Wire" trafilatura takes the part with full stops for the publisher's name.
        publisher = found and (found.sitename if found.sitename != found.title else found.hostname)
        language = _LANGUAGE.search(html[:_LOOKED_AT])
        published = _tried(lambda: _published(html))
        yield make_article(
            id=default_id(name),
            text=text,
            published=published,
            published_source=None if published is None else "metadata",
            title=(found and found.title) or None,
            url=(found and found.url) or None,
            source=publisher or None,
            language=language[1].lower() if language else None,
        )


def decode_page(data: bytes, source: str) -> str:
    """Decode a page as browsers do: by its byte order mark, its declaration, as UTF-8, or else as Windows-1252.

    Raises:
        SourceError: If it is no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").removeprefix("\ufeff")
    nul = data.find(b"\0")
    if nul >= 0:
        raise SourceError(f"a binary file, not a web page (NUL at byte {nul})", source=source)
    declared = _DECLARED.search(data[:_LOOKED_AT])
    if declared:
        encoding = declared[1].decode("ascii", "replace").lower()
        # A page that could declare UTF-16 in ASCII is not in UTF-16; Latin-1 has meant Windows-1252 for long.
        encoding = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}.get(
            encoding, "utf-8" if encoding.startswith("utf-16") else encoding
        )
        try:
            # There and back: some of Python's encodings can give half a character, which nothing could write.
            return data.decode(encoding, "replace").encode("utf-8", "replace").decode("utf-8")
        except (LookupError, UnicodeError):  # no such encoding, or one that is no encoding of text
            pass
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _tried(look: Callable[[], T]) -> T | None:
    """What ``look`` finds, or None: a page may be broken in ways that the libraries meet with any exception."""
    try:
        return look()
    except Exception:
        _LOGGER.debug("part of a web page could not be read", exc_info=True)
        return None


def _published(html: str) -> dt.date | None:
    from htmldate import find_date

    # Not the extensive search: it guesses from whatever date stands anywhere on the page.
    found = find_date(html, extensive_search=False, original_date=True, min_date=_EARLIEST, max_date=_LATEST)
    return parse_published(found) if found else None
