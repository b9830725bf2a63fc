"""What runs inside a worker: components built once, then one batch after another."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Mapping, Sequence

from attrs import frozen

from eventx._version import __version__
from eventx.errors import EventxError, PluginError
from eventx.guard import what_happened
from eventx.model import Article
from eventx.pipeline.article_work import ArticleWork, BatchWork
from eventx.pipeline.settings import Settings
from eventx.plugins import PluginHost

Outcome = tuple[BatchWork, tuple[EventxError, ...]]


@frozen(kw_only=True)
class Job:
    """What every worker of a run does, the same for all batches.

    Attributes:
        settings: Which components.
        made_by: Versions of eventx and of the plugins behind them where the run was started; a worker that has others
            is of no use.
    """

    settings: Settings
    made_by: Mapping[str, str]


class _Worker:
    """The components of one job, in one process."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.errors: list[EventxError] = []
        settings = job.settings
        host = PluginHost(
            allow=settings.plugins, deny=settings.without_plugins or None, no_plugins=settings.no_plugins or None
        )
        self.work = ArticleWork(settings, host, self.errors.append)
        self.work.prepare()
        made_by = {"eventx": __version__, **self.work.provenance()}
        if made_by != job.made_by:
            reason = f"a worker has {_listed(made_by)}, and the run was started with {_listed(job.made_by)}"
            raise PluginError(f"{reason}; install the same on both", plugin="core", component="workers")
        self.errors.clear()  # where the run was started they have been told already

    def extract(self, articles: Sequence[Article]) -> Outcome:
        work = self.work.extract(articles)
        errors = tuple(self.errors)
        self.errors.clear()
        return work, errors


# One at a time: spaCy and plugins are not made for several threads at once, which a Dask worker may have.
_lock = threading.Lock()
_worker: _Worker | None = None


def extract(job: Job, articles: Sequence[Article]) -> Outcome:
    """Work on a batch in this process.

    Raises:
        EventxError: If the components cannot be built here. That is no fault of the articles.
    """
    global _worker
    with _lock:
        if _worker is None or _worker.job != job:
            try:
                _worker = _Worker(job)
            except EventxError:
                raise
            except Exception as error:
                reason = f"a worker cannot start: {what_happened(error)}"
                raise PluginError(reason, plugin="core", component="workers") from error
        return _worker.extract(articles)


def end_with_parent() -> None:
    """End this process when the one that started it is gone, killed perhaps: nobody else would ever end it."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait, name="eventx: waits for the parent's end", daemon=True).start()


def _listed(made_by: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {version}" for name, version in sorted(made_by.items()))
