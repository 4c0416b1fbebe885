"""The crew of one function: workers lent to whoever has an event for them."""

from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, LifoQueue

from local.worker import Worker


class Crew:
    """Lends each worker to one borrower at a time.

    The one that came back last is lent first, so that a second process is only started
    when two events are at hand, as Lambda does.
    """

    def __init__(self, workers: tuple[Worker, ...]) -> None:
        """``workers`` run the same function."""
        self.workers = workers
        self._free: LifoQueue[Worker] = LifoQueue()
        for worker in reversed(workers):
            self._free.put(worker)

    @contextmanager
    def lend(self, seconds: float) -> Iterator[Worker | None]:
        """A worker, or None when all were busy for so long."""
        try:
            worker = self._free.get(timeout=seconds)
        except Empty:
            yield None
            return
        try:
            yield worker
        finally:
            self._free.put(worker)

    def stop(self) -> None:
        """End all processes."""
        for worker in self.workers:
            worker.stop()
