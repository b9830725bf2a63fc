"""JSON: one object a line (JSONL), or one document that is an object or a list of them."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import IO, Any

from attrs import frozen

from eventx.errors import SourceError
from eventx.model import Article
from eventx.readers.decoding import MAX_BYTES, decode, read_whole, too_large
from eventx.readers.fields import OWN_NAMES, FieldLookup, FieldNames
from eventx.readers.making import article_of_fields, default_id


@frozen(kw_only=True)
class JsonLinesReader:
    """Reads one article a line. A line that is wrong is reported, and the others are read.

    Attributes:
        max_bytes: Lines with more are refused.
        fields: What the file calls an article's fields, where it has names of its own.
    """

    max_bytes: int = MAX_BYTES
    fields: FieldNames = OWN_NAMES

    def read(self, stream: IO[bytes], name: str) -> Iterator[Article | SourceError]:
        """Read the articles of the file line by line; see `eventx.components.Reader`."""
        fields = FieldLookup(self.fields)
        number = offset = 0
        for line, data in enumerate(_lines(stream, self.max_bytes), 1):
            if data.removeprefix(codecs.BOM_UTF8).strip():
                number += 1
                try:
                    if len(data) > self.max_bytes:
                        raise too_large(self.max_bytes, name, line=line)
                    binary = line == 1 and b"\0" in data  # then it is the file that is wrong, and not its first line
                    text = decode(data, name, line=None if binary else line, offset=offset)
                    yield article_of_fields(
                        parse_json(text.rstrip(), name, line, "one object a line is expected"),
                        id_=default_id(name, number),
                        source=name,
                        line=line,
                        fields=fields,
                    )
                except SourceError as error:
                    if error.line is None:
                        raise
                    yield error
            offset += len(data)
        if not number:
            raise SourceError("the file is empty; expected one JSON object a line", source=name)
        if problem := fields.never_seen(name):
            yield problem


@frozen(kw_only=True)
class JsonReader:
    """Reads a JSON document: one article, a list of articles, or an object with such a list as ``articles``.

    Attributes:
        max_bytes: Files with more are refused; long collections are better kept as JSONL, which is read as a stream.
        fields: What the file calls an article's fields, where it has names of its own.
    """

    max_bytes: int = 10 * MAX_BYTES
    fields: FieldNames = OWN_NAMES

    def read(self, stream: IO[bytes], name: str) -> Iterator[Article | SourceError]:
        """Read the articles of the document; see `eventx.components.Reader`."""
        data = read_whole(stream, self.max_bytes, name)
        text = decode(data, name)
        if not text.strip():
            raise SourceError("the file is empty; expected a JSON object or list", source=name)
        hint = "if it holds one object a line, call it .jsonl"
        document = parse_json(text, name, None, hint)
        fields = FieldLookup(self.fields)
        if (
            isinstance(document, dict)
            and fields.name("text") not in document
            and isinstance(document.get("articles"), list)
        ):
            document = document["articles"]
        if not isinstance(document, list):
            yield article_of_fields(document, id_=default_id(name), source=name, line=None, fields=fields)
            if problem := fields.never_seen(name):
                yield problem
            return
        for number, record in enumerate(document, 1):
            try:
                id_ = default_id(name, number)
                yield article_of_fields(record, id_=id_, source=name, line=number, fields=fields)
            except SourceError as error:
                yield error
        if problem := fields.never_seen(name):
            yield problem


def parse_json(text: str, source: str, line: int | None, expected: str) -> Any:
    """Parse JSON.

    Raises:
        SourceError: If it is none; the message says where it goes wrong, and what was expected.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        place = f"character {error.colno}" if line is not None else f"line {error.lineno}, character {error.colno}"
        what = error.msg.removesuffix(" at")  # some of the messages end so, some do not
        raise SourceError(f"not valid JSON ({what} at {place}); {expected}", source=source, line=line) from error
    except RecursionError:
        raise SourceError("JSON nested too deeply for an article", source=source, line=line) from None
    except ValueError as error:  # integers of thousands of digits
        raise SourceError(f"not valid JSON ({error}); {expected}", source=source, line=line) from error


def _lines(stream: IO[bytes], limit: int) -> Iterator[bytes]:
    """Lines of the stream; of one longer than ``limit`` its first ``limit + 1`` bytes, so that memory stays bounded."""
    while data := stream.readline(limit + 1):
        yield data
        while len(data) > limit and not data.endswith(b"\n"):
            data = stream.readline(limit + 1)
