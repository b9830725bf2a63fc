"""Parquet and Arrow: typed tables of events or of mentions, for data frames, which read back equal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

import attrs

from eventx.errors import SerializationError
from eventx.exporters.arrow_rows import EXACT, event_rows, event_schema, mention_rows, mention_schema
from eventx.model import EventMention, Timeline
from eventx.serialize import mention_from_dict, timeline_from_dict, timeline_to_json

TABLES = ("events", "mentions")

# Keys of a file's metadata: which of the tables it holds, and the timeline but for its events.
_TABLE, _TIMELINE = b"eventx.table", b"eventx.timeline"
# A timeline of a million articles has them all in its metadata; by default pyarrow reads no more than 100 MB of it.
_LARGEST = 2**31 - 1

# How files begin.
_PARQUET, _ARROW = b"PAR1", b"ARROW1"


class _TableExporter:
    """Writes one table: a row an event, or a row a mention. Texts stand in it as the articles have them.

    Args:
        table: ``"events"`` or ``"mentions"``.
    """

    def __init__(self, table: str = "events") -> None:
        if table not in TABLES:
            raise ValueError(f"table: {table!r} is neither {' nor '.join(map(repr, TABLES))}")
        self.table = table
        self._arrow = _pyarrow()

    def read(self, stream: IO[bytes]) -> Timeline:
        """Read back the timeline of a table of events.

        Raises:
            SerializationError: If the stream holds none.
        """
        return read_timeline(stream)

    def arrow_table(self, timeline: Timeline) -> Any:
        """The rows as a ``pyarrow.Table``."""
        events = self.table == "events"
        rows = event_rows(timeline) if events else mention_rows(timeline)
        schema = event_schema(self._arrow) if events else mention_schema(self._arrow)
        return self._arrow.Table.from_pylist(list(rows), schema=schema)

    def _metadata(self, timeline: Timeline) -> dict[bytes, bytes]:
        rest = timeline_to_json(attrs.evolve(timeline, events=()), indent=None)
        return {_TABLE: self.table.encode(), _TIMELINE: rest.encode("utf-8", "backslashreplace")}


class ParquetExporter(_TableExporter):
    """Parquet. Options as of `_TableExporter`: ``table``, ``"events"`` or ``"mentions"``."""

    def write(self, timeline: Timeline, stream: IO[bytes]) -> None:
        """Write the table to a binary stream."""
        from pyarrow import parquet

        table = self.arrow_table(timeline)
        with parquet.ParquetWriter(stream, table.schema) as writer:
            writer.write_table(table)
            # Not as metadata of the schema: those stand in the file twice.
            writer.add_key_value_metadata(self._metadata(timeline))


class ArrowExporter(_TableExporter):
    """Arrow's IPC file format, which is also Feather. Options as of `_TableExporter`."""

    def write(self, timeline: Timeline, stream: IO[bytes]) -> None:
        """Write the table to a binary stream."""
        table = self.arrow_table(timeline).replace_schema_metadata(self._metadata(timeline))
        with self._arrow.ipc.new_file(stream, table.schema) as writer:
            writer.write_table(table)


def is_table(head: bytes) -> bool:
    """Whether a file that begins so is one of Parquet or Arrow."""
    return head.startswith((_PARQUET, _ARROW))


def read_timeline(stream: IO[bytes], *, where: str = "timeline") -> Timeline:
    """Read a timeline back from a table of events that eventx has written.

    Args:
        stream: A file of Parquet or Arrow; it can be rewound.
        where: What to call it in messages.

    Raises:
        SerializationError: If it is none, or with every problem and its path.
        ImportError: If pyarrow is not installed.
    """
    metadata, rows = _read(stream, "events", where)
    data = _parsed(metadata.get(_TIMELINE, b"null"), where)
    if isinstance(data, dict):
        data["events"] = [_parsed(row, f"{where}, row {number}") for number, row in enumerate(rows, 1)]
    return timeline_from_dict(data, where=where)


def read_mentions(stream: IO[bytes], *, where: str = "mentions") -> Iterator[EventMention | SerializationError]:
    """Read mentions back from a table of mentions that eventx has written; for a row that holds none, the error.

    Args:
        stream: A file of Parquet or Arrow; it can be rewound.
        where: What to call it in messages.

    Raises:
        SerializationError: If it is no such table.
        ImportError: If pyarrow is not installed.
    """
    _, rows = _read(stream, "mentions", where)
    for number, row in enumerate(rows, 1):
        place = f"{where}, row {number}"
        try:
            yield mention_from_dict(_parsed(row, place), where=place)
        except SerializationError as error:
            yield error


def _read(stream: IO[bytes], wanted: str, where: str) -> tuple[dict[bytes, bytes], list[str | None]]:
    """A file's metadata, and what stands in the exact column of its rows."""
    arrow = _pyarrow()
    head = stream.read(len(_ARROW))
    stream.seek(0)
    try:
        if head == _ARROW:
            table = arrow.ipc.open_file(stream).read_all()
            metadata, names = table.schema.metadata or {}, table.schema.names
        else:
            from pyarrow import parquet

            file = parquet.ParquetFile(stream, thrift_string_size_limit=_LARGEST)
            metadata, names = file.metadata.metadata or {}, file.schema_arrow.names
            table = file.read(columns=[EXACT]) if EXACT in names else None
        if EXACT in names:
            table.validate(full=True)  # offsets of a damaged file may point anywhere
        rows = table.column(EXACT).to_pylist() if EXACT in names else []
    except (arrow.ArrowException, OSError, UnicodeDecodeError) as error:
        told = " ".join(str(error).split())[:160]
        raise SerializationError(f"{where}: not a file of Parquet or Arrow that can be read: {told}") from error
    held = metadata.get(_TABLE, b"").decode("utf-8", "replace")
    if held not in TABLES or EXACT not in names:
        raise SerializationError(
            f"{where}: a table, but not as eventx writes it: its metadata and its column {EXACT!r} are not all there"
        )
    if held != wanted:
        raise SerializationError(
            f"{where}: a table of {held}, where one of {wanted} is expected: write one with --set table={wanted}"
        )
    return metadata, rows


def _parsed(text: str | bytes | None, where: str) -> Any:
    try:
        return json.loads(text if text is not None else "null")
    except (ValueError, RecursionError) as error:
        raise SerializationError(f"{where}: not JSON: {error}") from error


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise ImportError("Parquet and Arrow need pyarrow: pip install 'eventx-core[parquet]'") from error
    return pyarrow
