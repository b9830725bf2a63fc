"""A table for the terminal."""

from __future__ import annotations

import io
import shutil
from typing import IO

from eventx.exporters.dates import readable_date
from eventx.exporters.tellers import tellers
from eventx.model import Timeline
from eventx.printable import printable

_NARROWEST = 60


class TableExporter:
    """Writes a table of dates, types and summaries.

    Args:
        width: In characters; that of the terminal where left out.
        color: Whether to use terminal colours.

    Raises:
        ValueError: If the width is no number.
    """

    def __init__(self, width: int | None = None, color: bool = False) -> None:
        if not isinstance(width, int | None):
            raise ValueError(f"width: {width!r} is not a number of characters, such as 120")
        self.width = width or shutil.get_terminal_size(fallback=(120, 40)).columns
        self.color = color

    def write(self, timeline: Timeline, stream: IO[bytes]) -> None:
        """Write the timeline to a binary stream."""
        from rich import box
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(box=box.SIMPLE, show_edge=False, pad_edge=False, expand=False)
        table.add_column("Date", no_wrap=True)
        table.add_column("Type", no_wrap=True)
        table.add_column("Event", overflow="fold", ratio=1)
        table.add_column("Articles", justify="right", no_wrap=True)
        styles = {"ATTACK": "red", "ACCUSATION": "yellow", "DENIAL": "cyan", "VISIT": "green"}
        infos = {info.id: info for info in timeline.articles}
        for event in timeline:
            table.add_row(
                Text(readable_date(event.when)),
                Text(event.type, style=styles.get(event.type, "")),
                Text(printable(event.summary)),
                Text(tellers(event, infos)),
            )
        text = io.StringIO()
        console = Console(
            file=text,
            width=max(self.width, _NARROWEST),
            force_terminal=self.color,
            color_system="auto" if self.color else None,
            highlight=False,
        )
        if timeline.events:
            console.print(table)
        else:
            console.print("No events.")
        stream.write(text.getvalue().encode("utf-8", "backslashreplace"))
