"""Extraction that goes on where it was: what is done comes from a checkpoint, the rest is worked on and kept there."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from eventx.errors import PluginError, SourceError
from eventx.model import Article
from eventx.pipeline.article_work import BatchWork, Found
from eventx.pipeline.checkpoint import MOST_ATTEMPTS, Checkpoint

Worked = Iterator[tuple[Sequence[Article], BatchWork]]

NOTHING = Found(mentions=(), entities=())


@frozen(kw_only=True)
class _Segment:
    """Articles in the order of the input, and those among them that are still to be done."""

    articles: tuple[Article, ...]
    todo: tuple[Article, ...]


class Resumption:
    """One run over a checkpoint.

    Args:
        saved: The checkpoint.
        work: Works on batches, in their order.
        retry: Works on one article again; the error says why it failed again, None that it did not.
        failures: By article id, what plugins raised; filled while ``work`` goes on.
        on_error: Told of articles that are set aside or cannot be told from others.
    """

    def __init__(
        self,
        saved: Checkpoint,
        *,
        work: Callable[[Iterable[Sequence[Article]]], Worked],
        retry: Callable[[Article], tuple[Found, PluginError | None]],
        failures: Mapping[str, PluginError],
        on_error: Callable[[SourceError], None],
    ) -> None:
        self._saved, self._work, self._retry, self._failures = saved, work, retry, failures
        self._on_error = on_error
        self._ahead: deque[_Segment] = deque()

    def run(self, batches: Iterable[Sequence[Article]]) -> Worked:
        """Give every batch back with its results, those of the checkpoint among them."""
        try:
            yield from self._run(batches)
        except BaseException:  # Ctrl-C, or whoever wanted the results wants no more: it is not that a process died
            with contextlib.suppress(SourceError):
                self._saved.interrupt()
            raise
        finally:
            self._saved.close()

    def _run(self, batches: Iterable[Sequence[Article]]) -> Worked:
        for _, work in self._work(self._todo(batches)):
            while not self._ahead[0].todo:
                yield self._from_checkpoint(self._ahead.popleft())
            segment = self._ahead.popleft()
            self._keep(segment.todo, work.found)
            batch, known = self._from_checkpoint(segment)
            yield batch, _with_counts(known, work)
        while self._ahead:
            yield self._from_checkpoint(self._ahead.popleft())

    def _todo(self, batches: Iterable[Sequence[Article]]) -> Iterator[Sequence[Article]]:
        for batch in batches:
            for segment in self._segments(batch):
                self._ahead.append(segment)
                if segment.todo:
                    self._saved.begin(segment.todo)
                    yield segment.todo

    def _segments(self, batch: Sequence[Article]) -> Iterator[_Segment]:
        """The batch, but every article on which the process may have died before by itself."""
        calm: list[Article] = []
        todo: list[Article] = []
        for article in batch:
            try:
                done = self._saved.is_done(article) or self._was_set_aside(article)
            except SourceError as error:
                self._on_error(error)
                continue
            attempts = self._saved.attempts(article)
            if done or not attempts:
                calm.append(article)
                todo += [] if done else [article]
                continue
            yield _Segment(articles=tuple(calm), todo=tuple(todo))
            calm, todo = [], []
            if attempts < MOST_ATTEMPTS:
                yield _Segment(articles=(article,), todo=(article,))
            else:
                self._set_aside(article, f"the process died on it {attempts} times")
                calm.append(article)
        yield _Segment(articles=tuple(calm), todo=tuple(todo))

    def _was_set_aside(self, article: Article) -> bool:
        """Whether an earlier run has given the article up; that is told again, for its results are missing again."""
        if not self._saved.is_given_up(article):
            return False
        reason = (
            f"article {article.id!r} was set aside before and is left out; take its line out to have it tried again"
        )
        self._on_error(SourceError(reason, source=str(self._saved.dead_letters)))
        return True

    def _keep(self, articles: Sequence[Article], found: Sequence[Found]) -> None:
        results = []
        for article, first in zip(articles, found, strict=True):
            result, error = first, self._failures.get(article.id)
            for _ in range(MOST_ATTEMPTS - 1):
                # A worker process has died on it twice already: not in this process, then.
                if error is None or error.component == "workers":
                    break
                result, error = self._retry(article)
            if error is None:
                results.append((article, result))
            else:
                self._set_aside(article, error.reason)
        self._saved.finish(results)

    def _set_aside(self, article: Article, reason: str) -> None:
        self._saved.give_up(article, reason)
        self._on_error(
            SourceError(f"article {article.id!r} is set aside: {reason}", source=str(self._saved.dead_letters))
        )

    def _from_checkpoint(self, segment: _Segment) -> tuple[Sequence[Article], BatchWork]:
        found = tuple(
            NOTHING if self._saved.is_given_up(article) else self._saved.result(article) for article in segment.articles
        )
        return segment.articles, BatchWork(found=found, sentences=0, parsed=0, unparsed=0, unread=0, model=None)


def _with_counts(known: BatchWork, work: BatchWork) -> BatchWork:
    return BatchWork(
        found=known.found,
        sentences=work.sentences,
        parsed=work.parsed,
        unparsed=work.unparsed,
        unread=work.unread,
        model=work.model,
    )
