"""Files of mentions: one JSON object a line, or a table as eventx writes it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

from eventx.errors import EventxError, SerializationError, SourceError
from eventx.exporters.arrow_tables import is_table
from eventx.exporters.arrow_tables import read_mentions as read_mention_table
from eventx.model import EventMention
from eventx.serialize import mention_from_dict


def read_mentions(source: str | Path, on_error: Callable[[EventxError], None]) -> Iterator[EventMention]:
    """Read mentions from a file of JSONL, Parquet or Arrow; what is none is told to ``on_error`` and left out.

    Raises:
        SourceError: If the file cannot be read.
        SerializationError: If it is a table that holds no mentions.
    """
    name = str(source)
    try:
        with Path(source).open("rb") as stream:
            if is_table(stream.peek(8)):
                yield from _read_table(stream, name, on_error)
            else:
                yield from _read_lines(io.TextIOWrapper(stream, "utf-8-sig", "surrogateescape"), name, on_error)
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}", source=name) from error


def _read_table(stream: IO[bytes], name: str, on_error: Callable[[EventxError], None]) -> Iterator[EventMention]:
    try:
        for read in read_mention_table(stream, where=name):
            if isinstance(read, EventMention):
                yield read
            else:
                on_error(read)
    except ImportError as error:
        raise SourceError(str(error), source=name) from error


def _read_lines(lines: Iterable[str], name: str, on_error: Callable[[EventxError], None]) -> Iterator[EventMention]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield mention_from_dict(json.loads(line), where=f"{name}:{number}")
        except SerializationError as error:
            on_error(error)
        except (ValueError, RecursionError) as error:
            on_error(SourceError(f"not JSON: {error}; expected one mention a line", source=name, line=number))
