"""One row of the table."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median

from benchmarks.reading_bench.descendants import CpuWatch


@dataclass(frozen=True)
class Row:
    """What was measured of ours, and of something else for the same work in the same run.

    ``other`` is None where there is nothing to compare with, or it is not installed.
    """

    what: str
    ours: float
    unit: str
    beside: str = ""
    other: float | None = None

    @property
    def ratio(self) -> float | None:
        """Ours over the other: what counts, whatever the machine."""
        return self.ours / self.other if self.other else None


def milliseconds(work: Callable[[bytes], object], many: Iterable[bytes]) -> float:
    """The median processor time, this process's and its children's; the first warms up."""
    found, times = list(many), []
    work(found[0])
    for one in found:
        watch = CpuWatch()
        work(one)
        times.append(watch.seconds() * 1000)
    return median(times)
