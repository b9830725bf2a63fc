"""The event store: an SQLite file that remembers what was found in each article.

Articles can be added later without parsing the old ones again. What an article tells depends on that article alone,
and merging starts from all mentions, so a timeline built in steps equals the one built at once.

The file is in WAL mode: others can read it while it is being written. Its tables are plain (``articles``,
``mentions``, ``entities``, ``events``; values as JSON beside a few columns to query by), open to any SQLite or DuckDB.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from eventx.errors import SourceError
from eventx.model import Article, ArticleInfo, Entity, Event, EventMention, ModelInfo
from eventx.serialize import (
    FORMAT_VERSION,
    article_info,
    from_dict,
    mention_from_dict,
    mention_to_dict,
    text_digest,
    to_dict,
)

_TABLES = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS articles (
    article_id TEXT PRIMARY KEY, published TEXT, text_sha256 TEXT NOT NULL, article TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS mentions (
    mention_id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES articles, type TEXT NOT NULL, mention TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS entities (
    entity_id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES articles, entity TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS events (
    event_id TEXT PRIMARY KEY, type TEXT NOT NULL, first_day TEXT, last_day TEXT, modality TEXT NOT NULL,
    summary TEXT NOT NULL, event TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS sketches (article_id TEXT PRIMARY KEY REFERENCES articles, sketch BLOB NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS mentions_by_article ON mentions (article_id);
CREATE INDEX IF NOT EXISTS entities_by_article ON entities (article_id);
"""
# How long to wait for another writer, in seconds.
_PATIENCE = 30.0
# The one entry of `meta` that is learnt only when something is parsed.
_MODEL = "model"


class Store:
    """An event store. Use it as a context manager, which tells what SQLite cannot do as a `SourceError`.

    Args:
        path: The file; made if it is not there.
        made_by: What the results depend on: names and versions of components and model. A store is of one make.

    Raises:
        SourceError: If the file is no event store, or was made by other components.
    """

    def __init__(self, path: str | Path, *, made_by: Mapping[str, str]) -> None:
        self._name = str(path)
        try:
            self._connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA foreign_keys = ON")
            self._connection.executescript(_TABLES)
            self._check_make({"format_version": str(FORMAT_VERSION), **made_by})
        except sqlite3.Error as error:
            raise SourceError(
                f"cannot be used as an event store: {error}; name a new file, or one that eventx made",
                source=self._name,
            ) from error

    def _check_make(self, wanted: Mapping[str, str]) -> None:
        with self._transaction():
            known = dict(self._connection.execute("SELECT key, value FROM meta"))
            if not known:
                self._connection.executemany("INSERT INTO meta VALUES (?, ?)", wanted.items())
                return
        known.pop(_MODEL, None)
        different = [key for key in sorted(known.keys() | wanted.keys()) if known.get(key) != wanted.get(key)]
        if different:
            self.close()
            changes = ", ".join(
                f"{key} was {known.get(key, 'not set')}, is {wanted.get(key, 'not set')}" for key in different
            )
            raise SourceError(
                f"the store was made otherwise ({changes}), and what it holds would not fit what is added; "
                "use the same components, or start a new file",
                source=self._name,
            )

    def holds(self, article: Article) -> bool:
        """Whether an article of this id and text is in the store.

        Raises:
            SourceError: If one of this id, but with another text, is.
        """
        row = self._connection.execute(
            "SELECT text_sha256 FROM articles WHERE article_id = ?", (article.id,)
        ).fetchone()
        if row is None:
            return False
        if row[0] != text_digest(article.text):
            raise SourceError(
                f"article {article.id!r} is in the store with another text; give the new one an id of its own",
                source=self._name,
            )
        return True

    def add(
        self, article: Article, mentions: Iterable[EventMention], entities: Iterable[Entity], sketch: bytes = b""
    ) -> None:
        """Add what was found in an article, all of it or nothing; nothing, too, if another process has added it.

        Args:
            article: The article; its text is not kept.
            mentions: What was found in it.
            entities: The entities that its mentions refer to.
            sketch: By what its near copies are known.

        Raises:
            SourceError: If another process has added one of this id, but with another text.
        """
        info = to_dict(article_info(article))
        with self._transaction():
            if self.holds(article):
                return
            self._connection.execute(
                "INSERT INTO articles VALUES (?, ?, ?, ?)",
                (article.id, info["published"], text_digest(article.text), _dumps(info)),
            )
            self._connection.executemany(
                "INSERT INTO mentions VALUES (?, ?, ?, ?)",
                [(one.mention_id, article.id, one.type, _dumps(mention_to_dict(one))) for one in mentions],
            )
            self._connection.executemany(
                "INSERT INTO entities VALUES (?, ?, ?)",
                [(entity.entity_id, article.id, _dumps(to_dict(entity))) for entity in entities],
            )
            self._connection.execute("INSERT INTO sketches VALUES (?, ?)", (article.id, sketch))

    def replace_events(self, events: Iterable[Event]) -> None:
        """Put these events in the place of those that the store holds."""
        rows = [
            (
                event.event_id,
                event.type,
                event.when.start.isoformat() if event.when else None,
                event.when.end.isoformat() if event.when else None,
                event.modality,
                event.summary,
                _dumps(to_dict(event)),
            )
            for event in events
        ]
        with self._transaction():
            self._connection.execute("DELETE FROM events")
            self._connection.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    @property
    def model(self) -> ModelInfo | None:
        """The spaCy pipeline that parsed the articles, None where none needed parsing."""
        row = self._connection.execute("SELECT value FROM meta WHERE key = ?", (_MODEL,)).fetchone()
        return from_dict(self._loads(row[0]), ModelInfo, where=self._name) if row else None

    @model.setter
    def model(self, info: ModelInfo | None) -> None:
        if info is not None:
            with self._transaction():
                self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_MODEL, _dumps(to_dict(info))))

    def articles(self) -> Iterator[ArticleInfo]:
        """The articles, by id."""
        for (text,) in self._connection.execute("SELECT article FROM articles ORDER BY article_id"):
            yield from_dict(self._loads(text), ArticleInfo, where=self._name)

    def mentions(self) -> Iterator[EventMention]:
        """The mentions of all articles, with article-wide ids."""
        for (text,) in self._connection.execute("SELECT mention FROM mentions ORDER BY article_id, rowid"):
            yield mention_from_dict(self._loads(text), where=self._name)

    def entities(self) -> Iterator[Entity]:
        """The entities of all articles, with article-wide ids."""
        for (text,) in self._connection.execute("SELECT entity FROM entities ORDER BY article_id, rowid"):
            yield from_dict(self._loads(text), Entity, where=self._name)

    def sketches(self) -> Iterator[tuple[str, bytes]]:
        """Ids and sketches of the articles that have one."""
        yield from self._connection.execute("SELECT article_id, sketch FROM sketches WHERE sketch <> x''")

    def _loads(self, text: str) -> Any:
        try:
            return json.loads(text)
        except (ValueError, TypeError, RecursionError) as error:
            raise SourceError(f"the store holds what eventx has not written ({error})", source=self._name) from error

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        if isinstance(error, sqlite3.Error):
            raise SourceError(
                f"the event store failed: {error}; what was added before stands; if the file is damaged, "
                "start a new one",
                source=self._name,
            ) from error

    def _transaction(self) -> _Transaction:
        return _Transaction(self._connection)


class _Transaction:
    """A write transaction, begun at once, so that two writers wait for each other instead of failing at the end."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: Any) -> None:
        self._connection.execute("COMMIT" if kind is None else "ROLLBACK")


def _dumps(value: Any) -> str:
    # ASCII only: SQLite holds UTF-8, in which a lone surrogate of a broken page cannot be written.
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))
