"""Articles written for these tests, and mentions pointed at in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from eventx.analysis import Analyser, Analysis
from eventx.model import Argument, Article, EventMention, Span, When

Build = Callable[..., EventMention]


class Told:
    """An article under construction: mentions are found in it by their words."""

    def __init__(self, text: str, article_id: str = "a1") -> None:
        self.article = Article(id=article_id, text=text, published=dt.date(2021, 5, 10))
        self.analysis: Analysis = Analyser().analyse(self.article)

    def span(self, words: str, nth: int = 0) -> Span:
        start = -1
        for _ in range(nth + 1):
            start = self.article.text.index(words, start + 1)
        return Span.of(self.article.text, start, start + len(words))

    def mention(
        self, kind: str, trigger: str, nth: int = 0, *, modality: str = "asserted", day: str | None = None, **roles: str
    ) -> EventMention:
        when = None
        if day:
            when = When(start=dt.date.fromisoformat(day), end=dt.date.fromisoformat(day), granularity="day")
        return EventMention(
            article_id=self.article.id,
            type=kind,
            trigger=self.span(trigger, nth),
            arguments=[Argument(role=role, span=self.span(words)) for role, words in roles.items()],
            modality=modality,  # type: ignore[arg-type]
            when=when,
        )


@pytest.fixture
def told() -> type[Told]:
    return Told
