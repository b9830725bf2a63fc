"""Articles made of what a reader found: defaults, checks, and what the text itself tells."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from pathlib import PurePosixPath
from typing import Any

from eventx.errors import SourceError, SpanError, did_you_mean
from eventx.model import Article, parse_published
from eventx.readers.boilerplate import find_boilerplate
from eventx.readers.calendar_days import FULL_DATE, day_of
from eventx.readers.fields import FieldLookup
from eventx.readers.published import find_published


def default_id(name: str, number: int | None = None) -> str:
    """The id of an article that brings none.

    Args:
        name: The file's path relative to what the user named, with its suffix.
        number: Which of several in the file, counted from 1; None in files that hold one.

    >>> default_id("kabul/siege.txt"), default_id("wire.jsonl", 3)
    ('kabul/siege', 'wire:3')
    """
    stem = name[: len(name) - len(PurePosixPath(name).suffix)]
    return stem if number is None else f"{stem}:{number}"


def make_article(
    *,
    id: str,  # noqa: A002 - the field's name in every format
    text: str,
    published: dt.date | None = None,
    published_source: str | None = None,
    title: str | None = None,
    url: str | None = None,
    source: str | None = None,
    language: str | None = None,
    boilerplate: tuple[tuple[int, int], ...] | None = None,
    meta: Mapping[str, Any] | None = None,
) -> Article:
    """Make an article; what is left out is looked for in the text.

    Args:
        id: Names the article. Half characters in it and in the optional fields, as file names can hold them that are
            not UTF-8, become escapes: ``\\udcff``.
        text: Its text.
        published: Left out, it is found in the text or the address, or stays unknown.
        published_source: Where ``published`` comes from; ``"given"`` if left out.
        title, url, source, language: Optional.
        boilerplate: Left out, it is found; an empty one says that there is none.
        meta: Further fields.
    """
    if boilerplate is None:
        boilerplate = find_boilerplate(text)
    if published is None:
        published, published_source = find_published(text, url) or (None, None)
    return Article(
        id=_writable(id),
        text=text,
        published=published,
        published_source=None if published is None else published_source or "given",
        title=title and _writable(title),
        url=url and _writable(url),
        source=source and _writable(source),
        language=language and _writable(language),
        boilerplate=boilerplate,
        meta=meta or {},
    )


def article_of_fields(
    record: Any, *, id_: str, source: str, line: int | None, fields: FieldLookup | None = None
) -> Article:
    """Make an article of an object with the documented fields.

    Args:
        record: What stands in the file.
        id_: The id if the record has none.
        source: The file, for messages.
        line: The line or record, for messages.
        fields: Where the fields are, if the file has names of its own for them.

    Raises:
        SourceError: If it is no object, has no text, or a field is of the wrong kind.
    """

    def wrong(reason: str) -> SourceError:
        return SourceError(reason, source=source, line=line)

    fields = fields or FieldLookup()
    if not isinstance(record, Mapping):
        raise wrong(f"expected an object with a field {fields.name('text')!r}, got {_kind(record)}")
    given = fields.given(record)
    text = given.get("text")
    if not isinstance(text, str):
        others = (str(name) for name in record if name != fields.name("text"))
        named = f"field {fields.name('text')!r}"
        problem = f"{named} is {_kind(text)}, not a string" if text is not None else f"{named} is missing."
        raise wrong(problem + (did_you_mean(fields.name("text"), others) if text is None else ""))
    if not text.strip():
        raise wrong(f"field {fields.name('text')!r} is empty")
    _check_encodable(text, wrong)
    identity = given.get("id", id_)
    if isinstance(identity, bool) or not isinstance(identity, str | int) or identity == "":
        raise wrong(f"field {fields.name('id')!r} is {_kind(identity)}; expected a string that is not empty")
    for key in ("published_source", "title", "url", "source", "language"):
        if key in given and not isinstance(given[key], str):
            raise wrong(f"field {fields.name(key)!r} is {_kind(given[key])}, not a string")
    try:
        return make_article(
            id=str(identity),
            text=text,
            published=_published(given.get("published"), fields.name("published"), wrong),
            published_source=given.get("published_source"),
            title=given.get("title") or None,
            url=given.get("url") or None,
            source=given.get("source") or None,
            language=given.get("language") or None,
            boilerplate=_boilerplate(given.get("boilerplate"), wrong),
            meta=fields.others(record),
        )
    except SpanError as error:
        raise wrong(str(error)) from error


def read_published(value: Any) -> dt.date | None:
    """Read a day of publication as files write it: ISO 8601, as in mails and feeds, or in English.

    Returns:
        None if it is none of these, or if it could be two days, as ``03/05/2016`` could.

    >>> read_published("March 9, 2024"), read_published("Sat, 09 Mar 2024 08:30:00 GMT").date()
    (datetime.date(2024, 3, 9), datetime.date(2024, 3, 9))
    """
    if isinstance(value, dt.date):
        return value
    if not isinstance(value, str):
        return None
    try:
        return parse_published(value)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        pass
    dates = list(FULL_DATE.finditer(value))
    return day_of(dates[0]) if len(dates) == 1 else None


def _published(value: Any, name: str, wrong: Any) -> dt.date | None:
    if value is None or value == "":
        return None
    published = read_published(value)
    if published is None:
        shown = json.dumps(value, ensure_ascii=False, default=str)[:60]
        two = ", which could be two days" if any(match["a5"] for match in FULL_DATE.finditer(shown)) else ""
        raise wrong(
            f"field {name!r} is {shown}{two}; expected YYYY-MM-DD or another form of ISO 8601 such as "
            "2011-10-21T08:30:00Z"
        )
    return published


def _boilerplate(value: Any, wrong: Any) -> tuple[tuple[int, int], ...] | None:
    if value is None:
        return None
    pairs = value if isinstance(value, list) else [value]
    for pair in pairs:
        if not (isinstance(pair, list) and len(pair) == 2 and all(type(offset) is int for offset in pair)):
            raise wrong("field 'boilerplate' must be a list of [start, end] pairs of character offsets")
    return tuple((start, end) for start, end in pairs)


def _writable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _check_encodable(text: str, wrong: Any) -> None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise wrong(
            f"the text holds half a character (surrogate U+{ord(text[error.start]):04X} at character {error.start}), "
            "which cannot be written as UTF-8"
        ) from None


def _kind(value: Any) -> str:
    if value == "":
        return "empty"
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value)) or ("a number" if isinstance(value, int | float) else f"a {type(value).__name__}")
