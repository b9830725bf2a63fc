"""How many articles tell an event."""

from __future__ import annotations

from collections.abc import Mapping

from eventx.model import ArticleInfo, Event, copy_count


def tellers(event: Event, infos: Mapping[str, ArticleInfo]) -> str:
    """The number of articles that tell an event, and how many of them are near copies: ``3 (1 copy)``."""
    copies = copy_count(event, infos)
    told = str(len(event.articles))
    return f"{told} ({copies} {'copy' if copies == 1 else 'copies'})" if copies else told
