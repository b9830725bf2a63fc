"""CSV: one event a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from typing import IO

from eventx.exporters.csv_cells import cell
from eventx.model import ArticleInfo, Event, Timeline, copy_count
from eventx.schema import Catalogue, EventType, standard_types

_FIXED = ("event_id", "type", "first_day", "last_day", "granularity", "date_source", "modality", "summary")
_TRAILING = ("about", "realises", "article_count", "copy_count", "articles", "mention_count")


class CsvExporter:
    """Writes one event a row, with a column for every role that occurs; several fillers are separated by ``"; "``.

    Cells that a spreadsheet would take for a formula begin with an apostrophe.

    Args:
        types: The event types of the run, in whose order the roles stand; the standard ones where left out.
    """

    def __init__(self, types: Mapping[str, EventType] | None = None) -> None:
        self.types = Catalogue(standard_types()) if types is None else types

    def write(self, timeline: Timeline, stream: IO[bytes]) -> None:
        """Write the timeline to a binary stream, as UTF-8."""
        known = [role.name for event_type in self.types.values() for role in event_type.roles]
        found = {role for event in timeline for role in event.arguments.roles}
        roles = [*dict.fromkeys(name for name in known if name in found), *sorted(found.difference(known))]
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow([*_FIXED, *roles, *_TRAILING])
        infos = {info.id: info for info in timeline.articles}
        writer.writerows([cell(value) for value in _row(event, roles, infos)] for event in timeline)
        stream.write(text.getvalue().encode("utf-8", "backslashreplace"))


def _row(event: Event, roles: list[str], infos: Mapping[str, ArticleInfo]) -> Iterable[object]:
    when = event.when
    yield from (event.event_id, event.type)
    yield from (when.start, when.end, when.granularity, when.source) if when else ("", "", "", "")
    yield from (event.modality, event.summary)
    for role in roles:
        yield "; ".join(argument.name for argument in event.arguments.all(role))
    yield from (event.about or "", event.realises or "")
    yield from (len(event.articles), copy_count(event, infos), "; ".join(event.articles), len(event.mentions))
