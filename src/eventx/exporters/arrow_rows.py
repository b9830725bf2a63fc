"""What the rows of Parquet and Arrow tables hold: columns for data frames, and one from which eventx reads back."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

from eventx.exporters.links import web_link
from eventx.model import ArticleInfo, Event, EventMention, Span, Timeline, When, copy_count
from eventx.serialize import mention_to_dict, to_dict

# The column that holds everything: what stands in the others is shortened to what data frames are asked for.
EXACT = "json"


def event_schema(arrow: Any) -> Any:
    """Columns of the table of events."""
    text, day = arrow.string(), arrow.date32()
    argument = arrow.struct({"role": text, "name": text, "entity_id": text})
    return arrow.schema(
        {
            "event_id": text,
            "type": text,
            "first_day": day,
            "last_day": day,
            "granularity": text,
            "date_source": text,
            "modality": text,
            "summary": text,
            "arguments": arrow.list_(argument),
            "about": text,
            "realises": text,
            "articles": arrow.list_(text),
            "copy_count": arrow.int32(),
            "mention_count": arrow.int32(),
            EXACT: text,
        }
    )


def mention_schema(arrow: Any) -> Any:
    """Columns of the table of mentions."""
    text, day, offset = arrow.string(), arrow.date32(), arrow.int64()
    argument = arrow.struct(
        {"role": text, "start": offset, "end": offset, "text": text, "name": text, "entity_id": text}
    )
    return arrow.schema(
        {
            "mention_id": text,
            "event_id": text,
            "article_id": text,
            "published": day,
            "title": text,
            "publisher": text,
            "url": text,
            "type": text,
            "trigger": text,
            "trigger_start": offset,
            "trigger_end": offset,
            "sentence": text,
            "sentence_start": offset,
            "sentence_end": offset,
            "attribution": text,
            "first_day": day,
            "last_day": day,
            "granularity": text,
            "date_source": text,
            "modality": text,
            "arguments": arrow.list_(argument),
            "about": text,
            "confidence": arrow.float64(),
            "extractor": text,
            "rule": text,
            EXACT: text,
        }
    )


def event_rows(timeline: Timeline) -> Iterator[dict[str, Any]]:
    """A row an event, in the order of the timeline."""
    infos = {info.id: info for info in timeline.articles}
    for event in timeline:
        yield {
            "event_id": event.event_id,
            "type": event.type,
            **_when(event.when),
            "modality": event.modality,
            "summary": _text(event.summary),
            "arguments": [
                {"role": argument.role, "name": _text(argument.name), "entity_id": argument.entity_id}
                for argument in event.arguments
            ],
            "about": event.about,
            "realises": event.realises,
            "articles": [_text(name) for name in event.articles],
            "copy_count": copy_count(event, infos),
            "mention_count": len(event.mentions),
            EXACT: _json(to_dict(event)),
        }


def mention_rows(timeline: Timeline) -> Iterator[dict[str, Any]]:
    """A row a mention, in the order of articles and of their text."""
    infos = {info.id: info for info in timeline.articles}
    mentions = [(event, mention) for event in timeline for mention in event.mentions]
    mentions.sort(key=lambda pair: (pair[1].article_id, pair[1].trigger.start, pair[1].type))
    for event, mention in mentions:
        yield _mention_row(event, mention, infos.get(mention.article_id))


def _mention_row(event: Event, mention: EventMention, info: ArticleInfo | None) -> dict[str, Any]:
    published = info.published if info else None
    return {
        "mention_id": _text(mention.mention_id),
        "event_id": event.event_id,
        "article_id": _text(mention.article_id),
        "published": published.date() if isinstance(published, dt.datetime) else published,
        "title": _text(info.title) if info else None,
        "publisher": _text(info.source) if info else None,
        "url": web_link(info.url) if info else None,
        "type": mention.type,
        **_span("trigger", mention.trigger),
        **_span("sentence", mention.sentence),
        "attribution": _text(mention.attribution.text) if mention.attribution else None,
        **_when(mention.when),
        "modality": mention.modality,
        "arguments": [
            {
                "role": argument.role,
                "start": argument.span.start,
                "end": argument.span.end,
                "text": _text(argument.text),
                "name": _text(argument.name),
                "entity_id": argument.entity_id,
            }
            for argument in mention.arguments
        ],
        "about": mention.about,
        "confidence": mention.confidence,
        "extractor": mention.extractor,
        "rule": _text(mention.rule),
        EXACT: _json(mention_to_dict(mention)),
    }


def _span(name: str, span: Span | None) -> dict[str, Any]:
    if span is None:
        return {}
    return {name: _text(span.text), f"{name}_start": span.start, f"{name}_end": span.end}


def _when(when: When | None) -> dict[str, Any]:
    if when is None:
        return {}
    return {
        "first_day": when.start,
        "last_day": when.end,
        "granularity": when.granularity,
        "date_source": when.source,
    }


def _text(text: str | None) -> str | None:
    """The text itself, but for lone surrogates, which no UTF-8 column can hold."""
    return None if text is None else text.encode("utf-8", "backslashreplace").decode("utf-8")


def _json(row: dict[str, Any]) -> str | None:
    # What `_text` makes of a lone surrogate is its escape in JSON, too.
    return _text(json.dumps(row, ensure_ascii=False))
