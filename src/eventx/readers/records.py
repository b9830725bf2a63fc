"""The readers that come with eventx, as records for the plugin host. What they import is imported when one is built."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from eventx.components import Options, Reader, ReaderRecord
from eventx.readers.fields import check_field_names

# The readers whose files can have names of their own for an article's fields.
WITH_FIELDS = ("jsonl", "json", "csv", "tsv", "parquet")


def reader_records() -> tuple[ReaderRecord, ...]:
    """Records of the readers for text, JSONL, JSON, CSV, TSV, HTML, RSS, Atom and Parquet files."""
    return (
        ReaderRecord(name="text", description="Plain text, one article a file", build=_text, suffixes=(".txt",)),
        ReaderRecord(
            name="jsonl", description="JSON objects, one a line", build=_json_lines, suffixes=(".jsonl", ".ndjson")
        ),
        ReaderRecord(name="json", description="A JSON object or list of objects", build=_json, suffixes=(".json",)),
        ReaderRecord(name="csv", description="A table with commas and a header", build=_csv, suffixes=(".csv",)),
        ReaderRecord(name="tsv", description="A table with tabs and a header", build=_tsv, suffixes=(".tsv", ".tab")),
        ReaderRecord(
            name="html",
            description="Saved web pages (needs the extra html)",
            build=_html,
            suffixes=(".html", ".htm", ".xhtml"),
        ),
        ReaderRecord(
            name="feed",
            description="Saved RSS and Atom feeds (needs the extra feeds)",
            build=_feed,
            suffixes=(".rss", ".atom", ".rdf", ".xml"),
        ),
        ReaderRecord(
            name="parquet",
            description="A Parquet table (needs the extra parquet)",
            build=_parquet,
            suffixes=(".parquet",),
        ),
    )


def field_options(fields: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Options of eventx's own readers for files with names of their own for an article's fields.

    Args:
        fields: What the files call a field, by what eventx calls it: ``{"text": "body"}``.

    Returns:
        Options by kind and qualified name, as `eventx.pipeline.Settings` takes them; none if ``fields`` is empty.

    Raises:
        ValueError: If an article has no such field.
    """
    names = dict(check_field_names(fields))
    return {f"reader:core:{name}": {"fields": names} for name in WITH_FIELDS} if names else {}


def _text(options: Options) -> Reader:
    from eventx.readers.plain import PlainTextReader

    return PlainTextReader(**_checked(options))


def _json_lines(options: Options) -> Reader:
    from eventx.readers.objects import JsonLinesReader

    return JsonLinesReader(**_checked(options, "fields"))


def _json(options: Options) -> Reader:
    from eventx.readers.objects import JsonReader

    return JsonReader(**_checked(options, "fields"))


def _csv(options: Options) -> Reader:
    from eventx.readers.tables import TableReader

    return TableReader(**{"delimiter": ",", **_checked(options, "delimiter", "fields")})


def _tsv(options: Options) -> Reader:
    from eventx.readers.tables import TableReader

    return TableReader(**{"delimiter": "\t", **_checked(options, "delimiter", "fields")})


def _html(options: Options) -> Reader:
    from eventx.readers.webpages import WebPageReader

    return WebPageReader(**_checked(options))


def _feed(options: Options) -> Reader:
    from eventx.readers.feeds import FeedReader

    return FeedReader(**_checked(options))


def _parquet(options: Options) -> Reader:
    from eventx.readers.parquet import ParquetReader

    return ParquetReader(**_checked(options, "fields"))


def _checked(options: Options, *further: str) -> dict[str, Any]:
    """The options, if they are known ones; a misspelt option must not be lost in silence."""
    known = ("max_bytes", *further)
    for name in options:
        if name not in known:
            raise ValueError(f"unknown option {name!r}; known: {', '.join(known)}")
    limit = options.get("max_bytes", 1)
    if type(limit) is not int or limit < 1:
        raise ValueError(f"option max_bytes is {limit!r}; expected a whole number of bytes above 0")
    checked = dict(options)
    if "fields" in checked:
        checked["fields"] = check_field_names(checked["fields"])
    return checked
