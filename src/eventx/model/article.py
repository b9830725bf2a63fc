"""Articles: what goes in."""

from __future__ import annotations

import copyreg
import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from eventx.errors import SpanError
from eventx.model._convert import as_tuple
from eventx.model.span import Span

if TYPE_CHECKING:
    from eventx.model.mention import EventMention


def _ranges(value: Any) -> tuple[tuple[int, int], ...]:
    return tuple((int(start), int(end)) for start, end in value)


def _frozen_mapping(value: Mapping[str, Any]) -> MappingProxyType[str, Any]:
    return MappingProxyType(dict(value))


# Read-only mappings do not travel between processes by themselves.
copyreg.pickle(MappingProxyType, lambda mapping: (_frozen_mapping, (dict(mapping),)))


@frozen(kw_only=True)
class Article:
    """One news article. Its text is never changed after reading: every offset of eventx points into it.

    Attributes:
        id: Names the article in everything that is read from it; unique within a run.
        text: The text exactly as given.
        published: The document creation time: day (or day and time) of publication, None where unknown.
        published_source: How ``published`` was come by: ``"given"``, or where in the document it was found
            (``"metadata"``, ``"dateline"``, ``"byline"``, ``"caption"``, …); None where unknown.
        title, url, source, language: Optional; ``source`` is the publisher, ``language`` an ISO 639-1 code.
        boilerplate: Parts of ``text`` that are never extracted from, as half-open ``(start, end)`` pairs.
        meta: Unknown fields of the input, kept as they came.

    Raises:
        SpanError: If boilerplate lies outside the text.
    """

    id: str
    text: str = field(repr=lambda text: f"<{len(text)} characters>")
    published: dt.date | None = None
    published_source: str | None = None
    title: str | None = None
    url: str | None = None
    source: str | None = None
    language: str | None = None
    boilerplate: tuple[tuple[int, int], ...] = field(default=(), converter=_ranges)
    meta: Mapping[str, Any] = field(factory=dict, converter=_frozen_mapping, hash=False)

    @boilerplate.validator
    def _check_boilerplate(self, _attribute: object, value: tuple[tuple[int, int], ...]) -> None:
        for start, end in value:
            if not 0 <= start <= end <= len(self.text):
                raise SpanError(
                    f"article {self.id!r}: boilerplate [{start}, {end}] lies outside the text, "
                    f"which has {len(self.text)} characters"
                )

    @classmethod
    def of(
        cls,
        text: str,
        *,
        published: dt.date | str | None = None,
        id: str | None = None,  # noqa: A002 - the field's name in every format
        title: str | None = None,
        url: str | None = None,
        source: str | None = None,
        language: str | None = None,
    ) -> Article:
        """Make an article of text at hand.

        Args:
            text: The article's text.
            published: A date, or a string such as ``"2011-10-21"`` in ISO 8601.
            id: Left out, it is derived from the text, so that the same text has the same id.
            title: Headline, where it does not stand in the text.
            url: Where the article can be read.
            source: The publisher.
            language: ISO 639-1 code.

        Raises:
            ValueError: If ``published`` is a string that is not ISO 8601.

        >>> Article.of("Rebels shelled the port.", published="2024-03-09").published
        datetime.date(2024, 3, 9)
        """
        day = parse_published(published) if isinstance(published, str) else published
        return cls(
            id=id or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12],
            text=text,
            published=day,
            published_source=None if day is None else "given",
            title=title,
            url=url,
            source=source,
            language=language,
        )

    @property
    def published_day(self) -> dt.date | None:
        """The day of publication as written, without its time."""
        return self.published.date() if isinstance(self.published, dt.datetime) else self.published

    def marked(self, mentions: Iterable[EventMention]) -> MarkedArticle:
        """This article with the mentions that lie in it, to be shown in a notebook.

        >>> article = Article.of("Rebels shelled the port.", id="a")
        >>> article.marked([]).article.id
        'a'
        """
        return MarkedArticle(article=self, mentions=[one for one in mentions if one.article_id == self.id])

    def _repr_html_(self) -> str:
        return self.marked(())._repr_html_()

    def span(self, start: int, end: int) -> Span:
        """Cut the span ``[start, end)`` out of this article.

        Raises:
            SpanError: If the offsets do not lie inside the text.
        """
        return Span.of(self.text, start, end)

    def check_span(self, span: Span) -> Span:
        """Return ``span`` if its text is what stands in this article.

        Raises:
            SpanError: Otherwise; the message shows both sides.
        """
        here = self.text[span.start : span.end]
        if here != span.text:
            raise SpanError(
                f"article {self.id!r}: span [{span.start}, {span.end}) says {span.text[:60]!r}, "
                f"but the article has {here[:60]!r} there"
            )
        return span


@frozen(kw_only=True)
class MarkedArticle:
    """An article together with what was found in it; a notebook shows its text with the mentions marked.

    Attributes:
        article: The article.
        mentions: The mentions in it.
    """

    article: Article
    mentions: tuple[EventMention, ...] = field(default=(), converter=as_tuple)

    def _repr_html_(self) -> str:
        from eventx.model.notebook import article_html

        return article_html(self.article, self.mentions)


def parse_published(value: str) -> dt.date:
    """Read ``YYYY-MM-DD`` as a date and any other ISO 8601 form as a datetime.

    Raises:
        ValueError: If the string is neither.
    """
    value = value.strip()
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return dt.datetime.fromisoformat(value)
