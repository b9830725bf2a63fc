"""A reader whose failures are errors like all others, so that one that breaks costs one file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import IO

from eventx.components import ReaderRecord
from eventx.errors import EventxError, PluginError, SourceError
from eventx.model import Article
from eventx.plugins import Built


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
            yield result

    def _guarded(self) -> AbstractContextManager[None]:
        return self._built.guarded("cannot read")
