"""The order of events on a timeline."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from eventx.model import Event


def timeline_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Sort events by first day, last day, then first mention; undated ones last."""
    return tuple(sorted(events, key=_key))


def _key(event: Event) -> tuple[bool, dt.date, dt.date, tuple[str, int], str]:
    when = event.when
    first = min(((mention.article_id, mention.trigger.start) for mention in event.mentions), default=("", 0))
    return (
        when is None,
        when.start if when else dt.date.min,
        when.end if when else dt.date.min,
        first,
        event.event_id,
    )
