"""Markdown: a list of events, for documents."""

from __future__ import annotations

import re
from typing import IO

from eventx.exporters.dates import readable_date
from eventx.exporters.quotes import best_quote
from eventx.exporters.tellers import tellers
from eventx.model import ArticleInfo, Event, Timeline
from eventx.printable import printable, shortened

_LONGEST_TITLE = 200
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")


class MarkdownExporter:
    """Writes every event as a list item, with the sentence that is its best evidence and the articles that tell it."""

    def write(self, timeline: Timeline, stream: IO[bytes]) -> None:
        """Write the timeline to a binary stream."""
        infos = {info.id: info for info in timeline.articles}
        lines = ["# Timeline", ""]
        for event in timeline:
            lines += _item(event, infos)
        if not timeline.events:
            lines += ["No events.", ""]
        stream.write("\n".join(lines).encode("utf-8", "backslashreplace"))


def _item(event: Event, infos: dict[str, ArticleInfo]) -> list[str]:
    mark = "" if event.modality == "asserted" else f" *({event.modality})*"
    lines = [f"- **{readable_date(event.when)}** · {event.type}{mark}: {_escape(event.summary)}"]
    quote = best_quote(event)
    if quote:
        lines.append(f"  > {_escape(quote)}")
    titles = [_title(infos[name].title or name if name in infos else name) for name in event.articles]
    lines += ["", f"  Told by {tellers(event, infos)}: {'; '.join(titles)}", ""] if titles else [""]
    return lines


def _title(text: str) -> str:
    return _escape(shortened(text, _LONGEST_TITLE))


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", printable(text))
