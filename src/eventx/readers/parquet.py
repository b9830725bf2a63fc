"""Parquet: one article a row, read a group of rows at a time."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from typing import IO, Any

from attrs import frozen

from eventx.errors import SourceError
from eventx.model import Article
from eventx.readers.decoding import MAX_BYTES, too_large
from eventx.readers.fields import FIELDS, OWN_NAMES, FieldLookup, FieldNames
from eventx.readers.making import article_of_fields, default_id

_NEEDED = 'Parquet files need the extra parquet: pip install "eventx-core[parquet]"'
_ROWS = 64
# What cannot be rewound is copied: in memory up to so many bytes, then to a temporary file.
_IN_MEMORY = 10_000_000


@frozen(kw_only=True)
class ParquetReader:
    """Reads one article a row; the columns are the documented fields, and ``text`` must be among them.

    Attributes:
        max_bytes: Articles with more are refused.
        fields: What the file calls an article's fields, where it has names of its own.
    """

    max_bytes: int = MAX_BYTES
    fields: FieldNames = OWN_NAMES

    def read(self, stream: IO[bytes], name: str) -> Iterator[Article | SourceError]:
        """Read the articles of the table row by row; see `eventx.components.Reader`."""
        try:
            import pyarrow
            from pyarrow import parquet
        except ImportError as error:
            raise SourceError(f"{_NEEDED} ({error})", source=name) from error
        fields = FieldLookup(self.fields)
        with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
            if not stream.seekable():
                shutil.copyfileobj(stream, copy)
                copy.seek(0)
                stream = copy
            number = 0
            try:
                table = parquet.ParquetFile(stream)
                fields.check_columns(table.schema_arrow.names, name)
                for batch in table.iter_batches(batch_size=_ROWS):
                    for record in _records(_readable(batch, pyarrow)):
                        number += 1
                        if isinstance(record, Exception):
                            reason = f"a value of the row cannot be read: {record}"
                            yield SourceError(reason, source=name, line=number)
                        else:
                            yield self._article(record, fields, default_id(name, number), name, number)
            except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as error:
                told = " ".join(str(error).split())[:160]
                raise SourceError(f"not a Parquet file that can be read: {told}", source=name) from error

    def _article(
        self, record: dict[str, Any], fields: FieldLookup, id_: str, name: str, number: int
    ) -> Article | SourceError:
        for column in map(fields.name, FIELDS):
            if isinstance(value := record.get(column), bytes):
                try:
                    record[column] = value.decode("utf-8")
                except UnicodeDecodeError as error:
                    return SourceError(f"field {column!r} is not UTF-8: {error}", source=name, line=number)
        text = record.get(fields.name("text"))
        if isinstance(text, str) and len(text) > self.max_bytes:
            return too_large(self.max_bytes, name, line=number)
        try:
            return article_of_fields(record, id_=id_, source=name, line=number, fields=fields)
        except SourceError as error:
            return error


def _readable(batch: Any, arrow: Any) -> Any:
    """The batch with its times cut to the microseconds that Python knows: pandas writes nanoseconds."""
    for index, field in enumerate(batch.schema):
        if arrow.types.is_timestamp(field.type) and field.type.unit == "ns":
            times = batch.column(index).cast(arrow.timestamp("us", tz=field.type.tz), safe=False)
            batch = batch.set_column(index, field.name, times)
    return batch


def _records(batch: Any) -> Iterator[dict[str, Any] | Exception]:
    """The rows; one with text that is not UTF-8, or with a time that Python has not, costs only itself."""
    try:
        yield from batch.to_pylist()
    except (ValueError, OverflowError):
        for row in range(batch.num_rows):
            try:
                yield from batch.slice(row, 1).to_pylist()
            except (ValueError, OverflowError) as error:
                yield error
