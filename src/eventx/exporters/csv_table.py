"""CSV: one event a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import IO

from eventx.exporters.csv_cells import cell
from eventx.model import Event, Timeline

_FIXED = ("event_id", "type", "first_day", "last_day", "granularity", "date_source", "modality", "summary")
_TRAILING = ("about", "realises", "article_count", "articles", "mention_count")


class CsvExporter:
    """Writes one event a row, with a column for every role that occurs; several fillers are separated by ``"; "``.

    Cells that a spreadsheet would take for a formula begin with an apostrophe.
    """

    def write(self, timeline: Timeline, stream: IO[bytes]) -> None:
        """Write the timeline to a binary stream, as UTF-8."""
        roles = list(dict.fromkeys(role for event in timeline for role in event.arguments.roles))
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow([*_FIXED, *roles, *_TRAILING])
        writer.writerows([cell(value) for value in _row(event, roles)] for event in timeline)
        stream.write(text.getvalue().encode("utf-8", "backslashreplace"))


def _row(event: Event, roles: list[str]) -> Iterable[object]:
    when = event.when
    yield from (event.event_id, event.type)
    yield from (when.start, when.end, when.granularity, when.source) if when else ("", "", "", "")
    yield from (event.modality, event.summary)
    for role in roles:
        yield "; ".join(argument.name for argument in event.arguments.all(role))
    yield from (event.about or "", event.realises or "")
    yield from (len(event.articles), "; ".join(event.articles), len(event.mentions))
