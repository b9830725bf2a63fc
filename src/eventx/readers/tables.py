"""CSV and TSV: a header row, then one article a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import IO

from attrs import frozen

from eventx.errors import SourceError
from eventx.model import Article
from eventx.readers.decoding import MAX_BYTES, decode, too_large
from eventx.readers.fields import OWN_NAMES, FieldLookup, FieldNames
from eventx.readers.making import article_of_fields, default_id
from eventx.readers.objects import parse_json


@frozen(kw_only=True)
class TableReader:
    """Reads one article a row; the header names the fields, and ``text`` must be among them.

    Attributes:
        delimiter: Between cells. If the header has no field ``text`` that way, the other usual ones are tried.
        max_bytes: Rows with more are refused.
        fields: What the header calls an article's fields, where it has names of its own.
    """

    delimiter: str = ","
    max_bytes: int = MAX_BYTES
    fields: FieldNames = OWN_NAMES

    def read(self, stream: IO[bytes], name: str) -> Iterator[Article | SourceError]:
        """Read the articles of the table row by row; see `eventx.components.Reader`."""
        # The limit is the process's, not the reader's: it is raised and never lowered.
        csv.field_size_limit(max(csv.field_size_limit(), self.max_bytes))
        lines = _Lines(stream=stream, name=name, limit=self.max_bytes)
        first = next(lines, "")
        while first and not first.strip():
            first = next(lines, "")
        if lines.problem:
            raise lines.problem
        # Headers are compared in lower case.
        fields = FieldLookup({field: column.strip().lower() for field, column in self.fields.items()})
        if not first:
            raise SourceError(f"the file is empty; expected a header with a field {fields.name('text')!r}", source=name)
        header, delimiter = self._header(first, name, fields)
        # strict: a quote that is never closed is an error and not an article with the rest of the file in it.
        rows = csv.reader(lines, delimiter=delimiter, strict=True)
        number = 0
        while True:
            line, lines.problem = lines.number + 1, None
            try:
                row = next(rows, None)
            except csv.Error as error:
                number += 1
                yield lines.problem or SourceError(f"not valid CSV: {error}", source=name, line=line)
                continue
            if row is None:
                return
            if row or lines.problem:
                number += 1
                id_ = default_id(name, number)
                yield lines.problem or self._article(row, header, id_, name, line, fields)

    def _header(self, first: str, name: str, fields: FieldLookup) -> tuple[list[str], str]:
        for delimiter in dict.fromkeys((self.delimiter, ",", "\t", ";")):
            header = _columns(first, delimiter, name)
            if fields.name("text") in header:
                doubled = sorted({cell for cell in header if cell and header.count(cell) > 1})
                if doubled:
                    raise SourceError(f"the header names {doubled[0]!r} twice", source=name, line=1)
                fields.check_columns(header, name)
                return header, delimiter
        header = _columns(first, self.delimiter, name)
        fields.check_columns(header, name)
        return header, self.delimiter

    def _article(
        self, row: list[str], header: list[str], id_: str, name: str, line: int, fields: FieldLookup
    ) -> Article | SourceError:
        if len(row) > len(header):
            reason = (
                f"the row has {len(row)} cells, the header {len(header)}; is a cell with {self.delimiter!r} unquoted?"
            )
            return SourceError(reason, source=name, line=line)
        record: dict[str, object] = {key: cell for key, cell in zip(header, row, strict=False) if key and cell != ""}
        try:
            column = fields.name("boilerplate")
            if isinstance(ranges := record.get(column), str):
                record[column] = parse_json(ranges, name, line, "boilerplate is a list of [start, end] pairs")
            return article_of_fields(record, id_=id_, source=name, line=line, fields=fields)
        except SourceError as error:
            return error


def _columns(line: str, delimiter: str, name: str) -> list[str]:
    try:
        return [cell.strip().lower() for cell in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error as error:
        raise SourceError(f"the header is not valid CSV: {error}", source=name, line=1) from error


class _Lines(Iterator[str]):
    """The file's lines as text. What is wrong with one is kept as ``problem``, so that the rows after it are read."""

    def __init__(self, *, stream: IO[bytes], name: str, limit: int) -> None:
        self._stream, self._name, self._limit = stream, name, limit
        self.number = self._offset = 0
        self.problem: SourceError | None = None

    def __next__(self) -> str:
        data = self._stream.readline(self._limit + 1)
        if not data:
            raise StopIteration
        self.number += 1
        offset, self._offset = self._offset, self._offset + len(data)
        if len(data) > self._limit and not data.endswith(b"\n"):
            self.problem = too_large(self._limit, self._name, line=self.number)
            while rest := self._stream.readline(self._limit):
                self._offset += len(rest)
                if rest.endswith(b"\n"):
                    break
            return "\n"
        try:
            return decode(data, self._name, line=self.number, offset=offset)
        except SourceError as error:
            if error.line is None:
                raise
            self.problem = error
            return data.replace(b"\0", b"").decode("utf-8", "replace")
