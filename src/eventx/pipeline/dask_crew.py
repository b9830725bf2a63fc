"""Workers of a Dask cluster: on many machines, or on this one."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from typing import Any

from eventx.errors import PluginError
from eventx.guard import what_happened
from eventx.model import Article
from eventx.pipeline.interrupts import deaf_to_interrupts
from eventx.pipeline.worker_process import Job, Outcome, extract

LOCAL = "local"

# Seconds to wait for the scheduler, and then for its first worker.
_PATIENCE = 30


class DaskCrew:
    """The workers of a cluster. Dask starts those that die again, and gives their work to others until it has been the
    death of more than ``distributed.scheduler.allowed-failures``; of a local cluster the first death is told here.

    Args:
        job: What each does.
        scheduler: Address of the cluster's scheduler; ``local`` to start a cluster on this machine.
        count: How many workers a local cluster has.

    Raises:
        PluginError: If Dask is not installed, or there is no cluster at the address.
    """

    def __init__(self, job: Job, scheduler: str, count: int) -> None:
        try:
            import dask
            from distributed import Client, KilledWorker, LocalCluster
            from distributed.comm import get_address_host
        except ImportError as error:
            raise _failure('a Dask cluster needs the extra dask: pip install "eventx-core[dask]"') from error
        self.deaths: tuple[type[Exception], ...] = (KilledWorker,)
        self._cluster: Any = None
        try:
            if scheduler != LOCAL:
                get_address_host(scheduler)  # a client of an address that is none takes a minute to give up
            else:
                with dask.config.set({"distributed.scheduler.allowed-failures": 0}), deaf_to_interrupts():
                    self._cluster = LocalCluster(n_workers=count, threads_per_worker=1, dashboard_address=None)
            self._client = Client(self._cluster or scheduler, timeout=_PATIENCE, set_as_default=False)
            self._client.wait_for_workers(1, timeout=_PATIENCE)
        except (OSError, ValueError, TimeoutError) as error:
            tried = f"no Dask cluster with workers at {scheduler!r}: {what_happened(error)}"
            raise _failure(f"{tried}. Start its scheduler and workers, or say {LOCAL!r} to have one started") from error
        self._executor = self._client.get_executor(pure=False)
        self._job = job

    def size(self) -> int:
        """How many batches the cluster can work on; it may grow and shrink while it does."""
        return max(1, len(self._client.nthreads()))

    def submit(self, articles: Sequence[Article]) -> Future[Outcome]:
        """Give out a batch."""
        future: Future[Outcome] = self._executor.submit(extract, self._job, articles)
        return future

    def revive(self) -> bool:
        """Nothing to do: Dask does it, and no other batch is lost."""
        return False

    def abandon(self) -> None:
        """The same as `close`: a cluster gives its workers some seconds and then ends them."""
        self.close()

    def close(self) -> None:
        """Leave the cluster; end it if it was started here."""
        self._client.close()
        if self._cluster is not None:
            self._cluster.close()


def _failure(reason: str) -> PluginError:
    return PluginError(reason, plugin="core", component="workers")
