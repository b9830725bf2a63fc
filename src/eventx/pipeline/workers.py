"""The same work in several processes: models loaded once each, results in the order of the articles."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from types import TracebackType
from typing import Protocol

from eventx.errors import EventxError, PluginError
from eventx.guard import what_happened
from eventx.model import Article
from eventx.pipeline.article_work import BatchWork, Found
from eventx.pipeline.worker_process import Outcome

# Batches given out ahead of the one waited for, a worker: enough to keep all busy, few enough to bound memory.
_AHEAD = 2

# What comes of an article that is left out.
_NOTHING = BatchWork(found=(Found(mentions=(), entities=()),), sentences=0, parsed=0, unparsed=0, unread=0, model=None)


class Crew(Protocol):
    """Processes that can be given work.

    Attributes:
        deaths: What a result raises when the process that worked on it died.
    """

    deaths: tuple[type[Exception], ...]

    def size(self) -> int:
        """How many processes there are."""

    def submit(self, articles: Sequence[Article]) -> Future[Outcome]:
        """Give out a batch."""

    def revive(self) -> bool:
        """Make ready again after a death.

        Returns:
            Whether all else that was given out is lost, too.

        Raises:
            PluginError: If no process can be started at all.
        """

    def close(self) -> None:
        """End what was started, when it is done with what it has begun."""

    def abandon(self) -> None:
        """End what was started at once."""


class Workers:
    """A crew that extracts. Use it as a context manager.

    A process that dies (killed, out of memory, a crash in compiled code) does not take the run down: its articles are
    done again one by one, and the one on which it dies again is reported and left out.

    Args:
        crew: The processes.
        on_error: Called with every failure, in the order of the articles.
    """

    def __init__(self, crew: Crew, on_error: Callable[[EventxError], None]) -> None:
        self._crew, self._on_error = crew, on_error

    def extract(self, batches: Iterable[Sequence[Article]]) -> Iterator[tuple[Sequence[Article], BatchWork]]:
        """Work on batches side by side; give them back in order, never more than a few ahead.

        Raises:
            EventxError: If the processes cannot be started, or what they need cannot be had there.
        """
        waiting: deque[tuple[Sequence[Article], Future[Outcome]]] = deque()
        for batch in batches:
            waiting.append((batch, self._crew.submit(batch)))
            if len(waiting) > _AHEAD * self._crew.size():
                yield self._first(waiting)
        while waiting:
            yield self._first(waiting)

    def _first(self, waiting: deque[tuple[Sequence[Article], Future[Outcome]]]) -> tuple[Sequence[Article], BatchWork]:
        batch, future = waiting.popleft()
        try:
            work, errors = future.result()
        except self._crew.deaths:
            lost = self._crew.revive()
            work, errors = self._one_by_one(batch)
            if lost:
                again = [(later, self._crew.submit(later)) for later, _ in waiting]
                waiting.clear()
                waiting.extend(again)
        except EventxError:
            raise
        except Exception:
            # What articles and plugins do is caught where they are worked on. This is the workers' own, or an article's
            # that cannot be sent to another process, for a reader has put something strange into its `meta`.
            work, errors = self._one_by_one(batch)
        for error in errors:
            self._on_error(error)
        return batch, work

    def _one_by_one(self, batch: Sequence[Article]) -> Outcome:
        works: list[BatchWork] = []
        errors: list[EventxError] = []
        failed = 0
        for article in batch:
            try:
                work, more = self._crew.submit([article]).result()
                errors += more
            except self._crew.deaths:
                self._crew.revive()
                reason = "the worker process died on it twice; it is left out"
                errors.append(PluginError(reason, plugin="core", component="workers", article_id=article.id))
                work = _NOTHING
            except EventxError:
                raise
            except Exception as failure:
                failed += 1
                reason = f"a worker failed: {what_happened(failure)}"
                if failed == len(batch):
                    raise PluginError(reason, plugin="core", component="workers") from failure
                errors.append(PluginError(reason, plugin="core", component="workers", article_id=article.id))
                work = _NOTHING
            works.append(work)
        return _joined(works), tuple(errors)

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes; where an error or Ctrl-C ends the run, nobody waits for what they are doing."""
        if kind is None:
            self._crew.close()
        else:
            self._crew.abandon()


def _joined(works: Sequence[BatchWork]) -> BatchWork:
    return BatchWork(
        found=tuple(found for work in works for found in work.found),
        sentences=sum(work.sentences for work in works),
        parsed=sum(work.parsed for work in works),
        unparsed=sum(work.unparsed for work in works),
        unread=sum(work.unread for work in works),
        model=next((work.model for work in works if work.model), None),
    )
