"""An exporter whose failures are errors like all others."""

from __future__ import annotations

from typing import IO

from eventx.components import ExporterRecord
from eventx.errors import PluginError
from eventx.model import Timeline
from eventx.plugins import Built


class GuardedExporter:
    """Writes as the built exporter does; what that raises comes out as a `PluginError`."""

    def __init__(self, built: Built[ExporterRecord]) -> None:
        self._built = built

    @property
    def record(self) -> ExporterRecord:
        """What the exporter declares."""
        return self._built.component.record

    def write(self, timeline: Timeline, stream: IO[bytes]) -> None:
        """Write the timeline to a binary stream.

        Raises:
            OSError: If the stream cannot be written to.
            PluginError: If the exporter breaks.
        """
        try:
            with self._built.guarded("cannot write the timeline"):
                self._built.instance.write(timeline, stream)
        except PluginError as error:
            # A full disk is not an exporter that is broken.
            if isinstance(error.__cause__, OSError):
                raise error.__cause__ from error
            raise
