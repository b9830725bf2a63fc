"""The verbs: read articles, extract mentions, build timelines."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eventx.errors import EventxError
from eventx.model import Article, EventMention, Timeline, Timex

if TYPE_CHECKING:
    from eventx.pipeline import Failure, Settings

_LOGGER = logging.getLogger("eventx")

OnError = Callable[[EventxError], None]


def read_articles(
    sources: str | Path | Iterable[str | Path],
    *,
    fields: Mapping[str, str] | None = None,
    on_error: OnError | None = None,
) -> Iterator[Article]:
    """Read articles from files and directories.

    Args:
        sources: A path or several: files of any kind that there is a reader for (``.txt``, ``.jsonl``, ``.csv``,
            ``.html``, …), compressed or not, directories and zip archives of them, patterns such as ``"wire/*.jsonl"``,
            or ``"-"`` for standard input.
        fields: What JSON, CSV and Parquet files call an article's fields, as in
            ``{"text": "body", "published": "pub_date"}``.
        on_error: Called with what cannot be read, while the others go on. Left out, the first such error is raised.

    Raises:
        ValueError: If an article has no such field as ``fields`` names.
        SourceError: If something cannot be read and there is no ``on_error``.
        PluginError: If a plugin cannot be loaded and there is no ``on_error``.

    >>> [article.id for article in eventx.read_articles("docs/examples/articles/laine-1.txt")]
    ['laine-1']
    """
    from eventx.pipeline import Pipeline, Settings
    from eventx.readers import field_options

    paths = [sources] if isinstance(sources, str | Path) else list(sources)
    handler = on_error
    pipeline = Pipeline(
        Settings(strict=handler is None, options=field_options(fields or {})),
        on_failure=None if handler is None else lambda failure: handler(failure.error),
    )
    return pipeline.read(paths)


def extract(
    articles: Iterable[Article],
    *,
    extractor: str = "rules",
    settings: Settings | None = None,
    on_error: OnError | None = None,
) -> Iterator[EventMention]:
    """Find event mentions, article by article.

    Each call builds the extractors anew; a program that reads articles one by one keeps an `eventx.pipeline.Pipeline`.

    Args:
        articles: Any iterable of articles. It is read as a stream, up to 64 articles or 200,000 characters ahead.
        extractor: A plugin's extractors (``"rules"``), one of them (``"rules:events"``), or several (``"a+b"``).
        settings: Everything else that a run can be asked; ``extractor`` is then taken from here.
        on_error: Called with every failure of a plugin while the run goes on. Left out, failures are logged as
            warnings of the logger ``eventx``.

    Raises:
        ComponentNotFoundError: If there is no such extractor.
        PluginError: If it cannot be built and there is no other; in strict mode, for the first failure of a plugin.
        SchemaError: If a types file of the settings is wrong.
        ModelError: If there is no spaCy pipeline to parse with.

    >>> article = eventx.Article.of("Rebels shelled the port of Selby on Friday.", published="2024-03-09")
    >>> [(mention.type, str(mention.when)) for mention in eventx.extract([article])]
    [('ATTACK', '2024-03-08')]
    """
    from eventx.pipeline import Pipeline, Settings

    pipeline = Pipeline(settings or Settings(extractor=extractor), on_failure=_teller(on_error))
    for result in pipeline.extract(articles):
        yield from result.mentions
    pipeline.finish()


def build_timeline(
    articles: Iterable[Article],
    *,
    store: str | Path | None = None,
    extractor: str = "rules",
    settings: Settings | None = None,
    on_error: OnError | None = None,
) -> Timeline:
    """Build one timeline of many articles.

    Args:
        articles: Any iterable of articles; their texts are not kept.
        store: An SQLite file that remembers what was found: articles that it holds are not parsed again, and the
            timeline is of all that it holds then.
        extractor: As of `extract`.
        settings: As of `extract`.
        on_error: As of `extract`.

    Raises:
        ComponentNotFoundError: If there is no such extractor.
        PluginError: As of `extract`.
        SchemaError: If a types file of the settings is wrong.
        ModelError: If there is no spaCy pipeline to parse with.
        SourceError: If ``store`` is no event store, or was made by other components.
    """
    from eventx.pipeline import Pipeline, Settings

    pipeline = Pipeline(settings or Settings(extractor=extractor), on_failure=_teller(on_error))
    timeline = pipeline.timeline(articles, store=store)
    pipeline.finish()
    return timeline


def find_dates(text: str, published: dt.date | str | None = None) -> tuple[Timex, ...]:
    """Find the temporal expressions in a text.

    Args:
        text: Any text.
        published: Document creation time, as a date or in ISO 8601; relative expressions are resolved against it.

    Returns:
        In text order, none overlapping another.

    Raises:
        ValueError: If ``published`` is a string that is not ISO 8601.

    >>> [str(timex.value) for timex in eventx.find_dates("He left last Monday.", "2024-03-09")]
    ['2024-03-04']
    """
    from eventx.temporal.tagger import find_timexes

    return find_timexes(Article.of(text, published=published))


def export_timeline(
    timeline: Timeline,
    path: str | Path,
    *,
    format: str | None = None,  # noqa: A002
    options: Mapping[str, Any] | None = None,
) -> None:
    """Write a timeline to a file.

    Args:
        timeline: The timeline; for what it shows, filter it first (``timeline.visible()``).
        path: The file, replaced whole if it exists.
        format: Name of an exporter. Left out, the one that writes files of the path's suffix.
        options: The exporter's, such as ``{"title": "Spring 2024"}`` for a page.

    Raises:
        OSError: If the file cannot be written.
        ComponentNotFoundError: If there is no such exporter.
        PluginError: If it cannot be built, or cannot write the timeline.
    """
    from eventx.pipeline import Pipeline
    from eventx.whole_files import replacing

    pipeline = Pipeline(on_failure=_teller(None))
    exporter = pipeline.exporter(format or pipeline.exporter_for(path), options)
    with replacing(Path(path)) as stream:
        exporter.write(timeline, stream)


def load_timeline(path: str | Path) -> Timeline:
    """Read a timeline back from JSON, or from a table of events in Parquet or Arrow (extra ``parquet``).

    Args:
        path: The file, as eventx has written it.

    Raises:
        OSError: If the file cannot be read.
        ImportError: If it is one of Parquet or Arrow, and pyarrow is not installed.
        SerializationError: If it is no timeline of a known format version; the message lists every problem.
    """
    from eventx.exporters.arrow_tables import is_table, read_timeline
    from eventx.serialize import timeline_from_json

    with Path(path).open("rb") as stream:
        if is_table(stream.peek(8)):
            return read_timeline(stream, where=str(path))
        return timeline_from_json(stream.read(), where=str(path))


def _teller(on_error: OnError | None) -> Callable[[Failure], None]:
    if on_error is None:
        return lambda failure: _LOGGER.warning("%s", failure.message)
    return lambda failure: on_error(failure.error)
