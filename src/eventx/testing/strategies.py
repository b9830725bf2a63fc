"""Hypothesis strategies for the values that plugins get and give. Needs ``hypothesis``."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterable

from hypothesis import strategies as st

from eventx.model import MODALITIES, Argument, Article, EventMention, Span
from eventx.schema import EventType, standard_types

_WORDS = ("Rebels", "visited", "the", "port", "of", "Selby", "on", "Monday", "Özdemir", "東京", "👍🏽", "said", "17")
# What careless code trips over: marks that combine, turn the direction or cannot be seen, mark-up, surrogate pairs.
_LETTERS = "aZ0 \t\u0301\u00e9\u202e\u200b\x00'\"<>&\u6771\U0001f44d-"
_GAPS = (" ", " ", " ", ", ", ". ", ".\n\n", "\r\n", "\u00a0")


@st.composite
def texts(draw: st.DrawFn, *, min_words: int = 0, max_words: int = 40) -> str:
    """Draw texts of words, punctuation and line breaks such as news has, and some that it should not have."""
    word = st.sampled_from(_WORDS) | st.text(_LETTERS, max_size=6)
    words = draw(st.lists(word, min_size=min_words, max_size=max_words))
    return "".join(one + draw(st.sampled_from(_GAPS)) for one in words)


@st.composite
def articles(draw: st.DrawFn, *, min_words: int = 0) -> Article:
    """Draw articles, dated or not."""
    day = draw(st.none() | st.dates(dt.date(1950, 1, 1), dt.date(2050, 12, 31)))
    number = draw(st.integers(0, 999))
    text = draw(texts(min_words=min_words).filter(lambda drawn: drawn.strip() or not min_words))
    return Article.of(text, id=f"article-{number}", published=day, language="en")


@st.composite
def spans(draw: st.DrawFn, article: Article) -> Span:
    """Draw spans of an article that are not blank; nor must its text be."""
    inside = draw(st.sampled_from([i for i, character in enumerate(article.text) if not character.isspace()]))
    start = draw(st.integers(0, inside))
    end = draw(st.integers(inside + 1, len(article.text)))
    return article.span(start, end)


@st.composite
def mentions(draw: st.DrawFn, article: Article, types: Iterable[EventType] | None = None) -> EventMention:
    """Draw mentions in an article that keep to the schema, as an extractor may give them.

    Args:
        draw: Hypothesis's own.
        article: Its text must not be blank.
        types: Event types to choose from; the four standard ones by default.
    """
    event_type = draw(st.sampled_from(list(types if types is not None else _standard_types())))
    roles = st.sampled_from([role.name for role in event_type.roles]) if event_type.roles else st.nothing()
    arguments = draw(st.lists(st.builds(_argument, roles, spans(article)), max_size=4))
    return EventMention(
        article_id=article.id,
        type=event_type.name,
        trigger=draw(spans(article)),
        arguments=sorted(arguments, key=lambda argument: argument.span),
        modality=draw(st.sampled_from(MODALITIES)),
        attribution=draw(st.none() | spans(article)),
        confidence=draw(st.floats(0, 1)),
        rule=draw(st.none() | st.just("drawn")),
    )


@functools.cache
def _standard_types() -> tuple[EventType, ...]:
    return standard_types()


def _argument(role: str, span: Span) -> Argument:
    return Argument(role=role, span=span)
