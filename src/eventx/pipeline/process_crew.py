"""Workers on this machine: processes of this program's own."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from eventx.errors import PluginError
from eventx.model import Article
from eventx.pipeline.interrupts import deaf_to_interrupts
from eventx.pipeline.worker_process import Job, Outcome, end_with_parent, extract


class ProcessCrew:
    """A pool of processes; one that dies takes the pool with it, and a new one is made.

    Args:
        job: What each does.
        count: How many.
    """

    deaths: tuple[type[Exception], ...] = (BrokenProcessPool,)

    def __init__(self, job: Job, count: int) -> None:
        self._job, self._count = job, count
        self._pool = self._new_pool()

    def _new_pool(self) -> ProcessPoolExecutor:
        # Not forked: threads of the parent (a progress bar's, a caller's) could leave a lock held for ever.
        return ProcessPoolExecutor(
            self._count, mp_context=multiprocessing.get_context("spawn"), initializer=end_with_parent
        )

    def size(self) -> int:
        """How many processes there are."""
        return self._count

    def submit(self, articles: Sequence[Article]) -> Future[Outcome]:
        """Give out a batch."""
        try:
            with deaf_to_interrupts():  # a process that is missing is started here
                return self._pool.submit(extract, self._job, articles)
        except BrokenProcessPool as error:
            broken: Future[Outcome] = Future()
            broken.set_exception(error)
            return broken

    def revive(self) -> bool:
        """Start anew: what was given out is lost with the pool.

        Raises:
            PluginError: If no process can be started at all.
        """
        self.close()
        self._pool = self._new_pool()
        try:
            with deaf_to_interrupts():
                started = self._pool.submit(_start)
            started.result()
        except BrokenProcessPool as error:
            raise PluginError(
                "worker processes cannot be started: they die before they are given anything. A script that uses "
                'workers needs `if __name__ == "__main__":` around what it does',
                plugin="core",
                component="workers",
            ) from error
        return True

    def close(self) -> None:
        """End the processes, when they are done with the batches that they have begun."""
        # Not without waiting: a program that ends meanwhile closes the pool's pipes a second time, and says so.
        self._pool.shutdown(wait=True, cancel_futures=True)

    def abandon(self) -> None:
        """End the processes at once, whatever they are doing."""
        # Killed, for a plugin may keep its process from seeing any other signal.
        for process in list((self._pool._processes or {}).values()):
            process.kill()
        self.close()


def _start() -> None:
    """Show that a process runs."""
