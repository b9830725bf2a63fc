"""Events made of the mentions that tell them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence

import attrs

from eventx.merging.dates import agreed, claims
from eventx.merging.gather import gather
from eventx.merging.profiles import MODALITY_ORDER
from eventx.merging.summary import summarise
from eventx.model import ArticleInfo, Entity, Event, EventMention
from eventx.schema import EventType


def event_id_of(mentions: Sequence[EventMention]) -> str:
    """The run-wide id: ``e`` and ten hex digits of the SHA-256 of the least mention id."""
    least = min(mention.mention_id for mention in mentions)
    return "e" + hashlib.sha256(least.encode("utf-8")).hexdigest()[:10]


def build_event(
    mentions: Sequence[EventMention],
    *,
    event_id: str,
    about: str | None,
    realises: str | None,
    event_type: EventType | None,
    entities: Mapping[str, Entity],
    articles: Mapping[str, ArticleInfo],
) -> Event:
    """Make the event, still without summary, that these mentions, in order of article id and position, tell."""
    dates, modality = claims(mentions), min((mention.modality for mention in mentions), key=MODALITY_ORDER.index)
    # What was planned lay ahead when it was told.
    published = _published(mentions, articles) if modality == "asserted" else {}
    return Event(
        event_id=event_id,
        type=mentions[0].type,
        when=agreed(dates, mentions, published),
        dates=dates,
        modality=modality,
        arguments=gather(mentions, event_type, entities),
        about=about,
        realises=realises,
        articles=sorted({mention.article_id for mention in mentions}),
        mentions=[attrs.evolve(mention, event_id=event_id, about=about) for mention in mentions],
    )


def _published(mentions: Sequence[EventMention], articles: Mapping[str, ArticleInfo]) -> dict[str, dt.date]:
    out = {}
    for article_id in {mention.article_id for mention in mentions}:
        day = articles[article_id].published if article_id in articles else None
        if day is not None:
            out[article_id] = day.date() if isinstance(day, dt.datetime) else day
    return out


def with_summaries(
    events: Sequence[Event], types: Mapping[str, EventType], articles: Mapping[str, ArticleInfo]
) -> list[Event]:
    """Write the summaries of all events, which may speak of each other."""
    by_id, out = {event.event_id: event for event in events}, []
    for event in events:
        about = by_id.get(event.about or "")
        about_type = types.get(about.type) if about is not None else None
        summary = summarise(event, types.get(event.type), articles, about=about, about_type=about_type)
        out.append(attrs.evolve(event, summary=summary))
    return out
