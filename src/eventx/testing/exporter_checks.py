"""Checks of exporters."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

from attrs import frozen

from eventx.guard import CAUGHT, what_happened
from eventx.model import Timeline
from eventx.serialize import timeline_from_json
from eventx.testing.checks import Problem, Skip, check
from eventx.testing.component_checks import off_the_network
from eventx.testing.network import no_network
from eventx.testing.subject import Subject
from eventx.testing.timelines import (
    HARMLESS,
    HOSTILE,
    NAMES,
    PLAIN_NAMES,
    empty_timeline,
    ordinary_timeline,
    timeline_of,
)

_TEXT = (".json", ".jsonl", ".csv", ".tsv", ".md", ".html", ".htm", ".txt", ".xml", ".svg", ".ics", ".yaml", ".yml")


@frozen(kw_only=True)
class _Written:
    """What came of writing a timeline."""

    output: bytes
    closed: bool
    error: str | None
    tried: tuple[str, ...]


@check("exporter.no_network")
def keeps_off_the_network(subject: Subject) -> Iterator[Problem]:
    """It keeps off the network."""
    yield from off_the_network(_raw(subject).tried, "write what the timeline holds, to the stream only")


@check("exporter.runs")
def runs(subject: Subject) -> Iterator[Problem]:
    """It writes a timeline: bytes, and at least one."""
    written = _raw(subject)
    if written.tried:
        raise Skip("it uses the network")
    if written.error:
        yield Problem(what=f"write() raised {written.error}", remedy="write bytes to the stream; encode text as UTF-8")
    elif not written.output:
        yield Problem(what="write() wrote nothing for a timeline of two events", remedy="write to the stream given")


@check("exporter.empty_timeline")
def writes_an_empty_timeline(subject: Subject) -> Iterator[Problem]:
    """It writes a timeline without events, too."""
    _sound(subject)
    error = _write(subject, empty_timeline()).error
    if error:
        yield Problem(what=f"write() of a timeline without events raised {error}", remedy="allow for no events")


@check("exporter.stream_left_open")
def leaves_the_stream_open(subject: Subject) -> Iterator[Problem]:
    """It leaves the stream open: the host moves the file into place when all is written."""
    if _sound(subject).closed:
        yield Problem(
            what="write() closes the stream that it was given",
            remedy="detach() a TextIOWrapper when done, or write text.encode() yourself",
        )


@check("exporter.same_twice")
def same_answer_every_time(subject: Subject) -> Iterator[Problem]:
    """The same timeline gives the same bytes."""
    first = _sound(subject).output
    for _ in range(5):
        again = _write(subject, ordinary_timeline()).output
        if again != first:
            at = next((i for i, (a, b) in enumerate(zip(first, again, strict=False)) if a != b), 0)
            yield Problem(
                what=f"written again, byte {at} on is {again[at : at + 30]!r} and was {first[at : at + 30]!r}",
                remedy="write no clock, no random id; sort what comes out of sets",
            )
            return


@check("exporter.parses")
def output_parses(subject: Subject) -> Iterator[Problem]:
    """What it writes is what its suffix says."""
    for what, timeline in (("a timeline", ordinary_timeline()), ("an empty timeline", empty_timeline())):
        _sound(subject)
        written = _write(subject, timeline)
        parse = _PARSERS.get(subject.record.suffix)
        if parse is None:
            raise Skip(f"the kit cannot parse {subject.record.suffix or 'files without a suffix'}")
        if written.error is None and written.output:
            try:
                parse(written.output.decode("utf-8"))
            except UnicodeDecodeError:
                return  # a check of its own
            except Exception as error:
                yield Problem(
                    what=f"{what} is no {subject.record.suffix[1:]}: {what_happened(error)}",
                    remedy="write it with the library for the format, not by hand",
                )


@check("exporter.unicode_kept")
def unicode_is_kept(subject: Subject) -> Iterator[Problem]:
    """Text is written as UTF-8, and names in every script arrive."""
    output = _sound(subject).output
    try:
        text = output.decode("utf-8")
    except UnicodeDecodeError as error:
        if subject.record.suffix not in _TEXT:
            raise Skip("it is no text") from error
        yield Problem(what=f"its output is not UTF-8: {error}", remedy='encode("utf-8")')
        return
    plain = _write(subject, timeline_of(*PLAIN_NAMES)).output.decode("utf-8", "replace")
    for name, plain_name in zip(NAMES, PLAIN_NAMES, strict=True):
        if plain_name in plain and not any(name in shown for shown in (text, html.unescape(text), _unescaped(text))):
            yield Problem(
                what=f"the name {name!r} is not in the output, where {plain_name!r} would be",
                remedy="encode as UTF-8, and leave no errors='ignore' or errors='replace' on the way",
            )


@check("exporter.lossless")
def lossless_reads_back_equal(subject: Subject) -> Iterator[Problem]:
    """What declares itself lossless reads back equal, by the exporter's own `read(stream)`, or as eventx's JSON."""
    if not subject.record.lossless:
        raise Skip("it does not declare itself lossless")
    output = _sound(subject).output
    read = getattr(subject.build(), "read", None)
    try:
        again = read(io.BytesIO(output)) if read else timeline_from_json(output)
    except CAUGHT as error:
        yield Problem(what=f"it cannot be read back: {what_happened(error)}", remedy="declare lossless=False")
        return
    wanted = ordinary_timeline()
    if again != wanted:
        parts = [
            name for name in ("events", "entities", "articles") if getattr(again, name, None) != getattr(wanted, name)
        ]
        yield Problem(
            what=f"reading it back gives a timeline with other {', '.join(parts) or 'provenance'}",
            remedy="write every field, or declare lossless=False",
        )


@check("exporter.html_escapes")
def html_escapes_hostile_text(subject: Subject) -> Iterator[Problem]:
    """Text of an article cannot become part of a page: the same elements are there for hostile and harmless text."""
    if subject.record.suffix not in (".html", ".htm", ".svg"):
        raise Skip("it writes no page")
    _sound(subject)
    hostile, harmless = (
        _elements(_write(subject, timeline_of(text, text, text)).output) for text in (HOSTILE, HARMLESS)
    )
    if hostile != harmless:
        more = ", ".join(sorted({name for name, _ in (hostile - harmless)})) or "fewer elements"
        yield Problem(
            what=f"with {HOSTILE[:34]!r} as a name, the page has other elements than with a harmless one: {more}",
            remedy="escape with html.escape() or a template with autoescape; in scripts, write < as \\u003c",
        )


def _unescaped(text: str) -> str:
    """With the escapes of JSON undone."""
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)


def _raw(subject: Subject) -> _Written:
    written: _Written = subject.once("written", lambda: _write(subject, ordinary_timeline()))
    return written


def _sound(subject: Subject) -> _Written:
    written = _raw(subject)
    if written.error or written.tried or not written.output:
        raise Skip("it does not run")
    return written


class _Stream(io.BytesIO):
    """Remembers what was written when it is closed."""

    kept: bytes | None = None

    def close(self) -> None:
        if not self.closed:
            self.kept = self.getvalue()
        super().close()


def _write(subject: Subject, timeline: Timeline) -> _Written:
    stream, error = _Stream(), None
    with no_network() as tried:
        exporter = subject.build()
        try:
            exporter.write(timeline, stream)
        except CAUGHT as caught:
            error = what_happened(caught)
    closed = stream.closed
    output = stream.kept if closed and stream.kept is not None else stream.getvalue()
    return _Written(output=output, closed=closed, error=error, tried=tuple(dict.fromkeys(tried)))


def _elements(page: bytes) -> Counter[tuple[str, tuple[str, ...]]]:
    found: Counter[tuple[str, tuple[str, ...]]] = Counter()

    class Parser(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found[tag, tuple(sorted(name for name, _ in attrs))] += 1

    parser = Parser()
    parser.feed(page.decode("utf-8", "replace"))
    parser.close()
    return found


def _parse_table(text: str, delimiter: str) -> None:
    widths = {len(row) for row in csv.reader(io.StringIO(text), delimiter=delimiter, strict=True) if row}
    if len(widths) > 1:
        raise ValueError(f"rows have {' or '.join(map(str, sorted(widths)))} columns")


def _parse_lines(text: str) -> None:
    for line in text.splitlines():
        json.loads(line)


_PARSERS: dict[str, Callable[[str], Any]] = {
    ".json": json.loads,
    ".jsonl": _parse_lines,
    ".csv": lambda text: _parse_table(text, ","),
    ".tsv": lambda text: _parse_table(text, "\t"),
    ".xml": ElementTree.fromstring,
    ".svg": ElementTree.fromstring,
    ".graphml": ElementTree.fromstring,
}
