"""Gold annotation: what a careful reader finds in an article."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from attrs import field, frozen

from eventx.errors import SourceError, did_you_mean
from eventx.evaluation.gold_lines import Fields, OnError, read_lines
from eventx.model import MODALITIES, Span, When
from eventx.model._convert import as_tuple
from eventx.schema import Catalogue, EventType, standard_types

Roles: TypeAlias = Mapping[str, tuple[str, ...]]


@frozen(kw_only=True)
class GoldArgument:
    """What fills a role.

    Attributes:
        role: A role of the mention's type.
        span: The filler, as short as a reader would accept.
    """

    role: str
    span: Span


@frozen(kw_only=True)
class GoldMention:
    """An event mention as annotated.

    Attributes:
        type: Name of the event type.
        trigger: The word, or shortest phrase, that most plainly expresses the event.
        arguments: What fills its roles.
        when: When the event happened or is to happen; None where the text does not tell.
        modality: As of `eventx.EventMention`.
        cluster: The same for all mentions of one event; None for a mention that is alone with its event.
        about: Cluster of the accusation that a denial answers, or of the attack that an accusation is about.
    """

    type: str
    trigger: Span
    arguments: tuple[GoldArgument, ...] = field(default=(), converter=as_tuple)
    when: When | None = None
    modality: str = "asserted"
    cluster: str | None = None
    about: str | None = None


@frozen(kw_only=True)
class GoldArticle:
    """An article with its annotation.

    Attributes:
        id: As predictions call it.
        text: What the offsets point into.
        published: Document creation time.
        source: The publisher, for figures by source.
        topic: Where given, clusters run across all articles of the topic.
        mentions: In any order.
    """

    id: str
    text: str = field(repr=False)
    published: dt.date | None = None
    source: str | None = None
    topic: str | None = None
    mentions: tuple[GoldMention, ...] = field(default=(), converter=as_tuple)

    @property
    def scope(self) -> str:
        """Within which a cluster's name means one event: the topic, or else the article."""
        return f"topic {self.topic}" if self.topic else f"article {self.id}"


def read_gold(
    path: str | Path, *, types: Mapping[str, EventType] | None = None, on_error: OnError | None = None
) -> tuple[GoldArticle, ...]:
    """Read a gold file, one article a line.

    Args:
        path: The file.
        types: Event types by name; their roles are checked, those of types that are not among them are not. Left out,
            the standard ones.
        on_error: Called with every line that is wrong. Left out, the first is raised.

    Raises:
        SourceError: If the file cannot be read or holds no article, or a line is wrong and there is no ``on_error``.
    """
    seen: set[str] = set()
    known = _standard_types() if types is None else types
    roles = {name: tuple(role.name for role in event_type.roles) for name, event_type in known.items()}

    def make(row: Fields) -> GoldArticle:
        article = _article(row, roles)
        if article.id in seen:
            raise ValueError(f"id: a second article {article.id!r}")
        seen.add(article.id)
        return article

    articles = read_lines(path, make, on_error)
    for problem in _loose_ends(articles, str(path)):
        if on_error is None:
            raise problem
        on_error(problem)
    return articles


def _article(row: Fields, roles: Roles) -> GoldArticle:
    text = row.string("text")
    return GoldArticle(
        id=row.string("id"),
        text=text,
        published=row.published("published"),
        source=row.optional("source"),
        topic=row.optional("topic"),
        mentions=[_mention(item, text, roles) for item in row.objects("mentions", required=True)],
    )


def _mention(row: Fields, text: str, roles: Roles) -> GoldMention:
    type_ = row.string("type")
    return GoldMention(
        type=type_,
        trigger=row.pair("trigger", text),
        arguments=[_argument(item, text, type_, roles.get(type_)) for item in row.objects("arguments")],
        when=_when(row.optional("date"), row.path("date")),
        modality=row.choice("modality", MODALITIES, "asserted"),
        cluster=row.label("cluster"),
        about=row.label("about"),
    )


def _argument(row: Fields, text: str, type_: str, roles: tuple[str, ...] | None) -> GoldArgument:
    role = row.string("role")
    if roles is not None and role not in roles:
        raise ValueError(
            f"{row.path('role')}: {type_} has no role {role!r}; its roles: {', '.join(roles)}."
            + did_you_mean(role, roles)
        )
    return GoldArgument(role=role, span=row.span(text))


@functools.cache
def _standard_types() -> Mapping[str, EventType]:
    return Catalogue(standard_types())


def _when(value: str | None, path: str) -> When | None:
    """Read ``2011-09-22``, ``2011-09``, ``2011`` or two of them with a slash between."""
    if value is None:
        return None
    try:
        first, _, last = value.partition("/")
        start, _ = _days(first)
        _, end = _days(last or first)
        granularity = "interval" if last else ("year", "month", "day")[first.count("-")]
        return When(start=start, end=end, granularity=granularity)  # type: ignore[arg-type]
    except ValueError as error:
        raise ValueError(
            f"{path}: expected YYYY-MM-DD, YYYY-MM, YYYY or two of them with / between, got {value!r} ({error})"
        ) from None


def _days(value: str) -> tuple[dt.date, dt.date]:
    """First and last day of a day, a month or a year."""
    numbers = [int(part) for part in value.split("-")]
    if len(numbers) == 1:
        return dt.date(numbers[0], 1, 1), dt.date(numbers[0], 12, 31)
    if len(numbers) == 2:
        year, month = numbers
        start = dt.date(year, month, 1)
        return start, start.replace(day=calendar.monthrange(year, month)[1])
    year, month, day = numbers
    return dt.date(year, month, day), dt.date(year, month, day)


def _loose_ends(articles: tuple[GoldArticle, ...], source: str) -> list[SourceError]:
    """Mentions whose ``about`` is no cluster of their article or topic."""
    known = {(article.scope, mention.cluster) for article in articles for mention in article.mentions}
    return [
        SourceError(
            f"article {article.id!r}, {mention.type} at {mention.trigger.start}: about {mention.about!r} is no cluster "
            f"of the {'topic' if article.topic else 'article'}",
            source=source,
        )
        for article in articles
        for mention in article.mentions
        if mention.about is not None and (article.scope, mention.about) not in known
    ]
