"""Timelines that several rooms' tests share."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, settings

from eventx.model import Argument, Article, Entity, Event, EventArgument, EventMention, Span, Timeline, When
from eventx.serialize import article_info

# A busy machine draws slowly; that is no fault of what is tested.
settings.register_profile("eventx", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("eventx")

# What a hostile or broken article can hold. None of it may do anything in any output.
HOSTILE = (
    "</script><script>document.title='pwned'</script>",
    "<img src=x onerror=\"document.title='pwned'\">",
    "<svg onload=document.title='pwned'>",
    "{{ 7*7 }}{% raw %}",
    '=HYPERLINK("http://evil.example","x")',
    "<!--<script>",
    "\u202egnp.exe\u2066",
    "line\u2028separator\u2029",
    "\x1b[31mred\x07\x00",
    "half \ud800 pair",
    "`code` *bold* [link](javascript:alert(1))",
    "W" * 10_000,
)


@pytest.fixture
def hostile_timeline() -> Timeline:
    """One event for each hostile text, which stands in every field that an article can reach."""
    events, articles, entities = [], [], []
    for number, bad in enumerate(HOSTILE):
        text = f"{bad} accused {bad} of theft."
        article = Article(
            id=f"a{number}",
            text=text,
            published=dt.date(2024, 3, 9),
            title=bad,
            source=bad,
            url=("javascript:document.title='pwned'", "https://example.org/'><script>", "data:text/html,x")[number % 3],
        )
        start = len(bad) + 1
        mention = EventMention(
            article_id=article.id,
            type="ACCUSATION",
            trigger=article.span(start, start + 7),
            sentence=article.span(0, len(text)),
            arguments=[Argument(role="accuser", span=article.span(0, len(bad)), entity_id=f"n{number}", name=bad)],
            attribution=Span.of(text, 0, len(bad)),
            event_id=f"e{number}",
            rule=bad,
        )
        articles.append(article_info(article))
        entities.append(Entity(entity_id=f"n{number}", name=bad, aliases=[bad]))
        events.append(
            Event(
                event_id=f"e{number}",
                type="ACCUSATION",
                when=When(start=dt.date(2024, 3, 9), end=dt.date(2024, 3, 9), granularity="day"),
                summary=bad,
                arguments=[
                    EventArgument(role="accuser", name=bad, entity_id=f"n{number}", mentions=[mention.mention_id])
                ],
                articles=[article.id],
                mentions=[mention],
            )
        )
    return Timeline(events=events, articles=articles, entities=entities)
