"""TimelineJS: the JSON that the Knight Lab's TimelineJS shows as slides."""

from __future__ import annotations

import datetime as dt
import json
from html import escape
from typing import IO, Any

from eventx.exporters.dates import readable_date
from eventx.exporters.headlines import headline, type_label
from eventx.exporters.links import web_link
from eventx.exporters.quotes import best_quote
from eventx.model import ArticleInfo, Event, Timeline, When
from eventx.printable import shortened

_LONGEST_TITLE = 200


class TimelineJsExporter:
    """Writes a slide for every dated event; TimelineJS has no place for undated ones.

    TimelineJS takes its texts for HTML, so whatever an article says is escaped.

    Args:
        title: Heading of the title slide; without one there is none.
    """

    def __init__(self, title: str = "") -> None:
        self.title = str(title)  # --set title=2024 is a number

    def write(self, timeline: Timeline, stream: IO[bytes]) -> None:
        """Write the timeline to a binary stream."""
        infos = {info.id: info for info in timeline.articles}
        data: dict[str, Any] = {"events": [_slide(event, event.when, infos) for event in timeline if event.when]}
        if self.title:
            data["title"] = {"text": {"headline": escape(shortened(self.title, _LONGEST_TITLE))}}
        stream.write(json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace") + b"\n")


def _slide(event: Event, when: When, infos: dict[str, ArticleInfo]) -> dict[str, Any]:
    known = "" if event.modality == "asserted" else f" ({event.modality})"
    slide: dict[str, Any] = {
        "unique_id": event.event_id,
        "group": type_label(event.type),
        "start_date": _date(when.start, when),
        "display_date": readable_date(when),
        "text": {"headline": escape(f"{headline(event)}{known}"), "text": _text(event, infos)},
    }
    if when.end != when.start and when.granularity not in {"month", "year"}:
        slide["end_date"] = _date(when.end, when)
    return slide


def _date(day: dt.date, when: When) -> dict[str, int]:
    parts = {"year": day.year, "month": day.month, "day": day.day}
    kept = {"year": 1, "month": 2}.get(when.granularity, 3)
    return dict(list(parts.items())[:kept])


def _text(event: Event, infos: dict[str, ArticleInfo]) -> str:
    quote = best_quote(event)
    parts = [f"<p>“{escape(quote)}”</p>"] if quote else []
    told = [_article(name, infos.get(name)) for name in event.articles]
    if told:
        parts.append(f"<p>{'; '.join(told)}</p>")
    return "".join(parts)


def _article(name: str, info: ArticleInfo | None) -> str:
    title = escape(shortened((info.title if info else None) or name, _LONGEST_TITLE))
    link = web_link(info.url) if info else None
    named = f'<a href="{escape(link)}" rel="noopener noreferrer">{title}</a>' if link else title
    return f"{named}, {escape(shortened(info.source, _LONGEST_TITLE))}" if info and info.source else named
