"""JSON: the whole timeline, which reads back equal."""

from __future__ import annotations

from typing import IO

from eventx.model import Timeline
from eventx.serialize import timeline_to_json


class JsonExporter:
    """Writes the documented JSON form.

    Args:
        indent: Blanks a level; None for one line.

    Raises:
        ValueError: If it is no number from 0 to 16.
    """

    def __init__(self, indent: int | None = 1) -> None:
        if indent is not None and not (isinstance(indent, int) and 0 <= indent <= 16):
            raise ValueError(f"indent: {indent!r} is not a number of blanks from 0 to 16")
        self.indent = indent

    def write(self, timeline: Timeline, stream: IO[bytes]) -> None:
        """Write the timeline to a binary stream."""
        stream.write(timeline_to_json(timeline, indent=self.indent).encode("utf-8", "backslashreplace") + b"\n")
