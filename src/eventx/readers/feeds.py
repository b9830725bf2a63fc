"""RSS and Atom files: one article an entry."""

from __future__ import annotations

import datetime as dt
import html
import io
import re
from collections.abc import Iterator, Mapping
from typing import IO, Any

from attrs import frozen

from eventx.errors import SourceError
from eventx.model import Article
from eventx.readers.attributes import check_attributes
from eventx.readers.decoding import MAX_BYTES, read_whole
from eventx.readers.html_text import text_of_html
from eventx.readers.making import default_id, make_article, read_published

_NEEDED = 'RSS and Atom files need the extra feeds: pip install "eventx-core[feeds]"'
_TAG = re.compile(r"<[a-zA-Z/!]")
_ENTITY = re.compile(rb"<!ENTITY.{0,400}", re.DOTALL)
_HARMLESS = re.compile(rb"""<!ENTITY\s+[\w.-]+\s+(["'])(?:&\#\w+;|[^&%"'<]{0,8})\1\s*>""")
_LANGUAGE = re.compile(r"([a-zA-Z]{2,3})(?:[-_]|\Z)")


@frozen(kw_only=True)
class FeedReader:
    """Reads a saved feed, each entry as an article: its full text if the feed has it, else its summary.

    Nothing is asked of the network. A file that declares entities of more than a character is refused.

    Attributes:
        max_bytes: Files with more are refused.
    """

    max_bytes: int = MAX_BYTES

    def read(self, stream: IO[bytes], name: str) -> Iterator[Article | SourceError]:
        """Read the articles of the feed; see `eventx.components.Reader`."""
        data = read_whole(stream, self.max_bytes, name)
        if not data.strip():
            raise SourceError("the file is empty; expected an RSS or Atom feed", source=name)
        markup = data.replace(b"\0", b"")  # in UTF-16 there is one beside each character
        if any(not _HARMLESS.match(found[0]) for found in _ENTITY.finditer(markup)):
            raise SourceError(
                "the feed declares XML entities, as files do that are to fill the memory; "
                "take its <!DOCTYPE …> out if you trust it",
                source=name,
            )
        try:
            check_attributes(markup.decode("latin-1"))
        except ValueError as error:
            raise SourceError(f"the feed cannot be read: {error}", source=name) from error
        try:
            import feedparser
            import lxml  # noqa: F401 - asked for now, so that it is not missed in the middle of the file
        except ImportError as error:
            raise SourceError(f"{_NEEDED} ({error})", source=name) from error
        try:
            # As a stream: bytes might be taken for the address of a feed. Not sanitised: all markup is taken out below.
            feed = feedparser.parse(io.BytesIO(data), sanitize_html=False)
        except Exception as error:  # of a file that is broken enough, any
            raise SourceError(f"not a feed that can be read: {error}", source=name) from error
        if not feed.version and not feed.entries:
            problem = feed.get("bozo_exception") if feed.get("bozo") else None
            told = f" ({' '.join(str(problem).split())[:120]})" if problem else ""
            raise SourceError(f"no RSS or Atom feed{told}; a web page is read as .html", source=name)
        for number, entry in enumerate(feed.entries, 1):
            yield _read(entry, feed.feed, name, number)


def _read(entry: Any, feed: Any, name: str, number: int) -> Article | SourceError:
    try:
        return _article(entry, feed, name, number)
    except ValueError as error:
        return SourceError(f"the entry cannot be read: {error}", source=name, line=number)


def _article(entry: Any, feed: Any, name: str, number: int) -> Article | SourceError:
    title = _plain(entry.get("title_detail") or {"value": entry.get("title")})
    text = _text(entry) or title
    if not text:
        return SourceError("the entry has no text", source=name, line=number)
    published = _published(entry, "published")
    updated = None if published else _published(entry, "updated")
    link = _string(entry.get("link"))
    if link and not link.lower().startswith(("http://", "https://")):
        link = None
    return make_article(
        # Not its place in the feed: new entries come in above it, and the next download has it elsewhere.
        id=_string(entry.get("id")) or link or default_id(name, number),
        text=text,
        published=published or updated,
        published_source="metadata" if published else "updated" if updated else None,
        title=" ".join(title.split()) or None,
        url=link,
        source=_publisher(entry.get("source") or {}) or _publisher(feed),
        language=_language(entry, feed),
    )


def _text(entry: Any) -> str:
    """The longest of what the feed gives as the entry's content; its summary where it gives none."""
    texts = [_plain(content) for content in entry.get("content") or ()]
    return max(texts, key=len, default="") or _plain(entry.get("summary_detail") or {"value": entry.get("summary")})


def _plain(detail: Mapping[str, Any]) -> str:
    value = detail.get("value")
    if not isinstance(value, str):
        return ""
    # Half a character, as a wrong character reference makes one, could not be written.
    value = value.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
    if detail.get("type") == "text/plain" and not _TAG.search(value):
        return value.strip()
    # Many feeds declare HTML and give plain text, with its line breaks.
    return (text_of_html(value) if _TAG.search(value) else html.unescape(value)).strip()


def _published(entry: Any, field: str) -> dt.date | None:
    if field not in entry:  # to get() the one may be the other
        return None
    day = read_published(entry.get(field))
    if day is None and (parsed := entry.get(f"{field}_parsed")):
        try:
            year, month, of_month, hour, minute, second = parsed[:6]
            day = dt.datetime(year, month, of_month, hour, minute, min(second, 59), tzinfo=dt.UTC)
        except (ValueError, TypeError, OverflowError):
            day = None
    return day


def _publisher(feed: Mapping[str, Any]) -> str | None:
    return " ".join(_plain(feed.get("title_detail") or {"value": feed.get("title")}).split()) or None


def _language(entry: Any, feed: Any) -> str | None:
    details = [*(entry.get("content") or ()), entry.get("summary_detail") or {}]
    for value in (*(detail.get("language") for detail in details), feed.get("language")):
        if isinstance(value, str) and (match := _LANGUAGE.match(value.strip())):
            return match[1].lower()
    return None


def _string(value: Any) -> str | None:
    if not isinstance(value, str) or not value.strip():
        return None
    return value.strip().encode("utf-8", "replace").decode("utf-8")
