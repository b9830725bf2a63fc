"""Timelines to write: an ordinary one, an empty one, and one of text that attacks whoever shows it."""

from __future__ import annotations

import datetime as dt

from eventx.model import (
    Argument,
    Article,
    DateClaim,
    Entity,
    Event,
    EventArgument,
    EventMention,
    ModelInfo,
    Timeline,
    When,
)
from eventx.serialize import article_info

PLAIN_NAMES = ("Ann Weaver", "Bob Turner", "Springfield")
NAMES = ("Elif Özdemir", "Пётр Ильин", "東京")

# Both have the same length and the same words, so that a page has the same elements for both.
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg/onload=alert(1)>"
HARMLESS = "x" * len(HOSTILE)


def ordinary_timeline() -> Timeline:
    """A visit and the denial of an accusation, with names in three scripts, dates of two widths and one unknown."""
    return timeline_of(*NAMES)


def empty_timeline() -> Timeline:
    """No events."""
    return Timeline(eventx="0.1.0")


def timeline_of(first: str, second: str, third: str) -> Timeline:
    """``first`` visits ``third``, and ``second`` denies something; the names stand wherever a text can get."""
    article = Article.of(
        f"{first} visited {third} on Monday. {second} denied the charge.",
        id="kit-a",
        published="2024-03-06",
        title=f"{first} in {third}",
        source=second,
        url="https://news.example/1",
    )
    when = When(start=dt.date(2024, 3, 4), end=dt.date(2024, 3, 4), granularity="day")
    week = When(start=dt.date(2024, 3, 4), end=dt.date(2024, 3, 10), granularity="week")
    place, denier = article.text.index(f"{third} on"), article.text.index(f"{second} denied")
    trigger, denied = len(first) + 1, denier + len(second) + 1
    visit = EventMention(
        article_id=article.id,
        type="VISIT",
        trigger=article.span(trigger, trigger + 7),
        arguments=[
            Argument(role="visitor", span=article.span(0, len(first)), entity_id="n1", name=first),
            Argument(role="destination", span=article.span(place, place + len(third)), entity_id="n2", name=third),
        ],
        when=when,
        event_id="e1",
        extractor="kit",
    )
    denial = EventMention(
        article_id=article.id,
        type="DENIAL",
        trigger=article.span(denied, denied + 6),
        arguments=[Argument(role="denier", span=article.span(denier, denier + len(second)), entity_id="n3")],
        event_id="e2",
        extractor="kit",
        confidence=0.5,
    )
    events = (
        Event(
            event_id="e1",
            type="VISIT",
            when=when,
            dates=[
                DateClaim(when=when, mentions=[visit.mention_id]),
                DateClaim(when=week, mentions=[visit.mention_id]),
            ],
            summary=f"{first} visits {third} (4 March 2024)",
            arguments=[
                EventArgument(role="visitor", name=first, entity_id="n1", mentions=[visit.mention_id]),
                EventArgument(role="destination", name=third, entity_id="n2", mentions=[visit.mention_id]),
            ],
            articles=[article.id],
            mentions=[visit],
        ),
        Event(
            event_id="e2",
            type="DENIAL",
            summary=f"{second} denies the charge",
            arguments=[EventArgument(role="denier", name=second, entity_id="n3", mentions=[denial.mention_id])],
            about="e1",
            articles=[article.id],
            mentions=[denial],
        ),
    )
    entities = tuple(Entity(entity_id=f"n{n}", name=name) for n, name in enumerate((first, third, second), 1))
    return Timeline(
        events=events,
        entities=entities,
        articles=[article_info(article)],
        plugins={"kit": "1.0"},
        model=ModelInfo(name="none", version="1", sha256="0" * 64),
        eventx="0.1.0",
    )
