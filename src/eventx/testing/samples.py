"""Articles with the mentions in them, as extractors would give them: what later stages are tried on."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources

from attrs import frozen

from eventx.model import Argument, Article, EventMention, Span


@frozen(kw_only=True)
class Sample:
    """An article and its mentions, in text order."""

    article: Article
    mentions: tuple[EventMention, ...]


@functools.cache
def samples() -> tuple[Sample, ...]:
    """The kit's samples, with nothing filled that a later stage writes."""
    text = resources.files("eventx.testing").joinpath("data/samples.toml").read_text(encoding="utf-8")
    return tuple(_sample(row) for row in tomllib.loads(text)["samples"])


def _sample(row: dict[str, object]) -> Sample:
    article = Article.of(str(row["text"]), id=str(row["id"]), published=str(row["published"]), language="en")
    mentions: list[EventMention] = []
    for mention in row["mentions"]:  # type: ignore[attr-defined]
        arguments = [Argument(role=role, span=_span(article, text)) for role, text in mention["arguments"].items()]
        mentions.append(
            EventMention(
                article_id=article.id,
                type=mention["type"],
                trigger=_span(article, mention["trigger"]),
                arguments=sorted(arguments, key=lambda argument: argument.span),
                modality=mention.get("modality", "asserted"),
                extractor="kit",
            )
        )
    return Sample(article=article, mentions=tuple(sorted(mentions, key=lambda mention: mention.trigger)))


def _span(article: Article, text: str) -> Span:
    start = article.text.index(text)
    return article.span(start, start + len(text))
