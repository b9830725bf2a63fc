"""A reader whose failures are errors like all others, so that one that breaks costs one file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import IO, Any

from eventx.components import ReaderRecord
from eventx.errors import EventxError, PluginError, SourceError
from eventx.model import Article
from eventx.plugins import Built

_TEXT, _OPTIONAL = (str, "a string"), (str | None, "a string or None")
_FIELDS: dict[str, tuple[Any, str]] = {
    "id": _TEXT,
    "text": _TEXT,
    "published": (dt.date | None, "a date or None; strings are read by eventx.model.parse_published()"),
    **dict.fromkeys(("published_source", "title", "url", "source", "language"), _OPTIONAL),
}


class GuardedReader:
    """Reads as the built reader does; what that raises in error comes out as a `PluginError`."""

    def __init__(self, built: Built[ReaderRecord]) -> None:
        self._built = built

    def read(self, stream: IO[bytes], name: str) -> Iterator[Article | SourceError]:
        """Read the articles in ``stream``.

        Raises:
            SourceError: For what cannot be read.
            PluginError: If the reader breaks, or yields something else than articles.
        """
        results: Iterator[object] | None = None
        while True:
            try:
                with self._guarded():
                    results = results or iter(self._built.instance.read(stream, name))
                    result = next(results, None)
            except PluginError as error:
                # A file that is wrong is not a reader that is broken.
                if isinstance(error.__cause__, EventxError | OSError):
                    raise error.__cause__ from error
                raise
            if result is None:
                return
            if not isinstance(result, Article | SourceError):
                raise PluginError(
                    f"read() gave an object of type {type(result).__name__}; a reader gives articles and SourceErrors",
                    plugin=self._built.component.plugin,
                    component=self._built.component.record.name,
                )
            yield self._checked(result, name) if isinstance(result, Article) else result

    def _checked(self, article: Article, name: str) -> Article | SourceError:
        """The article, if its fields hold what they should: the stages after this one rely on it."""
        for field, (kind, expected) in _FIELDS.items():
            value = getattr(article, field)
            if not isinstance(value, kind):
                reason = f"the reader {self._built.component.qualified} gave an article whose {field} is {value!r:.60}"
                return SourceError(f"{reason}; expected {expected}", source=name)
        return article

    def _guarded(self) -> AbstractContextManager[None]:
        return self._built.guarded("cannot read")
