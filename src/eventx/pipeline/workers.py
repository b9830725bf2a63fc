"""The same work in several processes: models loaded once each, results in the order of the articles."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from eventx.errors import EventxError, PluginError
from eventx.model import Article
from eventx.pipeline.article_work import ArticleWork, BatchWork, Found
from eventx.pipeline.settings import Settings
from eventx.plugins import PluginHost

# Batches given out ahead of the one waited for, a worker: enough to keep all busy, few enough to bound memory.
_AHEAD = 2

Outcome = tuple[BatchWork, tuple[EventxError, ...]]

_work: ArticleWork | None = None
_errors: list[EventxError] = []


def _start(settings: Settings) -> None:
    """Run once in each new process. The parent has reported already what fails to load or to be built."""
    global _work
    host = PluginHost(
        allow=settings.plugins, deny=settings.without_plugins or None, no_plugins=settings.no_plugins or None
    )
    _work = ArticleWork(settings, host, _errors.append)
    _work.prepare()
    _errors.clear()


def _extract(articles: Sequence[Article]) -> Outcome:
    """Run in a worker process."""
    if _work is None:
        raise RuntimeError("the worker process was not started by _start()")
    work = _work.extract(articles)
    errors = tuple(_errors)
    _errors.clear()
    return work, errors


class Workers:
    """Processes that extract.

    A process that dies (killed, out of memory, a crash in compiled code) does not take the run down: its articles are
    done again one by one, and the one on which it dies again is reported and left out.

    Args:
        settings: What each process builds its components from.
        count: How many processes.
        on_error: Called with every failure, in the order of the articles.
    """

    def __init__(self, settings: Settings, count: int, on_error: Callable[[EventxError], None]) -> None:
        self._settings, self._count, self._on_error = settings, count, on_error
        self._pool = self._new_pool()

    def _new_pool(self) -> ProcessPoolExecutor:
        # Not forked: threads of the parent (a progress bar's, a caller's) could leave a lock held for ever.
        return ProcessPoolExecutor(
            self._count,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_start,
            initargs=(self._settings,),
        )

    def extract(self, batches: Iterable[Sequence[Article]]) -> Iterator[tuple[Sequence[Article], BatchWork]]:
        """Work on batches side by side; give them back in order, never more than a few ahead."""
        waiting: deque[tuple[Sequence[Article], Future[Outcome]]] = deque()
        for batch in batches:
            waiting.append((batch, self._submit(batch)))
            if len(waiting) > _AHEAD * self._count:
                yield self._first(waiting)
        while waiting:
            yield self._first(waiting)

    def _submit(self, batch: Sequence[Article]) -> Future[Outcome]:
        try:
            return self._pool.submit(_extract, batch)
        except BrokenProcessPool:
            broken: Future[Outcome] = Future()
            broken.set_exception(BrokenProcessPool())
            return broken

    def _first(self, waiting: deque[tuple[Sequence[Article], Future[Outcome]]]) -> tuple[Sequence[Article], BatchWork]:
        batch, future = waiting.popleft()
        try:
            work, errors = future.result()
        except BrokenProcessPool:
            # All that was under way is lost with the pool: give it out again, and find the article that kills.
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = self._new_pool()
            work, errors = self._one_by_one(batch)
            again = [(later, self._submit(later)) for later, _ in waiting]
            waiting.clear()
            waiting.extend(again)
        for error in errors:
            self._on_error(error)
        return batch, work

    def _one_by_one(self, batch: Sequence[Article]) -> Outcome:
        works: list[BatchWork] = []
        errors: list[EventxError] = []
        for article in batch:
            try:
                work, more = self._pool.submit(_extract, [article]).result()
                errors += more
            except BrokenProcessPool:
                self._pool.shutdown(wait=False, cancel_futures=True)
                self._pool = self._new_pool()
                reason = "the worker process died on it twice; it is left out"
                errors.append(PluginError(reason, plugin="core", component="workers", article_id=article.id))
                nothing = Found(mentions=(), entities=())
                work = BatchWork(found=(nothing,), sentences=0, parsed=0, unparsed=0, unread=0, model=None)
            works.append(work)
        return _joined(works), tuple(errors)

    def close(self) -> None:
        """End the processes."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _joined(works: Sequence[BatchWork]) -> BatchWork:
    return BatchWork(
        found=tuple(found for work in works for found in work.found),
        sentences=sum(work.sentences for work in works),
        parsed=sum(work.parsed for work in works),
        unparsed=sum(work.unparsed for work in works),
        unread=sum(work.unread for work in works),
        model=next((work.model for work in works if work.model), None),
    )
