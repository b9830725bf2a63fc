"""Components as they should be, which mutants break in one place."""

from __future__ import annotations

import html
import re

import attrs

from eventx.components import ExporterRecord, ExtractorRecord, ReaderRecord
from eventx.errors import SourceError
from eventx.hookspecs import hookimpl
from eventx.model import Argument, Article, EventMention, parse_published
from eventx.schema import EventType, Role
from eventx.testing import cases_from_toml

PROTEST = EventType(
    name="PROTEST",
    description="People gather to demand something.",
    summary="{protester} protest",
    roles=[Role(name="protester", filler="entity", description="Who protests.")],
)

CASES = cases_from_toml(
    """
    [[cases]]
    id = "nurses"
    text = "Nurses marched through Selby on Monday."
    published = 2024-03-06
    [[cases.mentions]]
    type = "PROTEST"
    trigger = "marched"
    arguments.protester = "Nurses"

    [[cases]]
    id = "miners"
    text = "On Friday, Miners rallied in Norrvik."
    [[cases.mentions]]
    type = "PROTEST"
    trigger = "rallied"

    [[cases]]
    id = "none"
    text = "The nurses went home."

    [[files]]
    name = "two.ledger"
    content = '''
    a1|2024-03-06|Nurses marched.
    a2||Miners rallied.
    '''
    [[files.articles]]
    text = "Nurses marched."
    published = 2024-03-06
    [[files.articles]]
    text = "Miners rallied."
    """,
    source="cases.toml",
)


class Protests:
    """Takes every "NAME marched" and "NAME rallied" for a protest."""

    pattern = re.compile(r"(\w+) (marched|rallied)")

    def __init__(self, options=None):
        pass

    def extract(self, analyses):
        for analysis in analyses:
            yield from self.read(analysis)

    def read(self, analysis):
        article = analysis.article
        for found in self.pattern.finditer(article.text):
            yield EventMention(
                article_id=article.id,
                type="PROTEST",
                trigger=article.span(*found.span(2)),
                arguments=[Argument(role="protester", span=article.span(*found.span(1)))],
                rule="regex",
            )


class Ledger:
    """Reads lines of the form ``ID|DATE|TEXT``."""

    def __init__(self, options=None):
        pass

    def read(self, stream, name):
        try:
            text = stream.read().decode("utf-8")
        except UnicodeDecodeError as error:
            raise SourceError(f"not UTF-8 (byte {error.start}); save it as UTF-8", source=name) from error
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip():
                yield self.article(line.strip(), number, name)

    def article(self, line, number, name):
        parts = line.split("|")
        if len(parts) != 3:
            return SourceError("expected ID|DATE|TEXT", source=name, line=number)
        try:
            published = parse_published(parts[1]) if parts[1] else None
        except ValueError:
            return SourceError("the date is not YYYY-MM-DD", source=name, line=number)
        return self.made(
            id=parts[0], text=parts[2], published=published, published_source="given" if published else None
        )

    def made(self, **fields):
        return Article(**fields)


class Page:
    """Writes a list in HTML."""

    def __init__(self, options=None):
        pass

    def write(self, timeline, stream):
        items = "".join(f"<li>{self.escape(event.summary)}</li>" for event in timeline)
        stream.write(f"<!doctype html><title>Events</title><ul>{items}</ul>".encode())

    def escape(self, text):
        return html.escape(text)


class Plugin:
    """A plugin that offers what it is given.

    Args:
        extractor, reader, exporter: What builds each; what is left out is not offered.
        record: Fields of the record that are otherwise.
        types: Event types that it adds.
    """

    def __init__(self, *, extractor=None, reader=None, exporter=None, types=(PROTEST,), **record):
        self._extractor, self._reader, self._exporter = extractor, reader, exporter
        self._types, self._record = types, record

    @hookimpl
    def eventx_event_types(self):
        return self._types if self._extractor else []

    @hookimpl
    def eventx_extractors(self):
        fields = {"types": ["PROTEST"], "needs_parse": False}
        return self._offered(ExtractorRecord, "protests", self._extractor, fields)

    @hookimpl
    def eventx_readers(self):
        return self._offered(ReaderRecord, "ledger", self._reader, {"suffixes": [".ledger"]})

    @hookimpl
    def eventx_exporters(self):
        return self._offered(ExporterRecord, "page", self._exporter, {"suffix": ".html"})

    def _offered(self, kind, name, build, fields):
        known = {field.name for field in attrs.fields(kind)}
        record = {"name": name, "description": "", "build": build} | fields
        return [kind(**record | {k: v for k, v in self._record.items() if k in known})] if build else []
