"""Files of mentions, one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from eventx.errors import EventxError, SerializationError, SourceError
from eventx.model import EventMention
from eventx.serialize import mention_from_dict


def read_mentions(source: str | Path, on_error: Callable[[EventxError], None]) -> Iterator[EventMention]:
    """Read mentions from a JSONL file; a line that is none is told to ``on_error`` and left out.

    Raises:
        SourceError: If the file cannot be read.
    """
    name = str(source)
    try:
        with Path(source).open(encoding="utf-8", errors="surrogateescape") as stream:
            yield from _read(stream, name, on_error)
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}", source=name) from error


def _read(lines: Iterable[str], name: str, on_error: Callable[[EventxError], None]) -> Iterator[EventMention]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield mention_from_dict(json.loads(line), where=f"{name}:{number}")
        except SerializationError as error:
            on_error(error)
        except (ValueError, RecursionError) as error:
            on_error(SourceError(f"not JSON: {error}; expected one mention a line", source=name, line=number))
