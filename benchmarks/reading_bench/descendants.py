"""A process and what it started, as Linux tells of them (/proc); elsewhere nothing is known.

Their memory: the most that they held, summed. Their time: what they spent on a processor.
A child that has come and gone meanwhile is not seen.
"""

import os
import re
import signal
from collections.abc import Iterator
from contextlib import suppress
from time import process_time

from local.family import PROC, descendants

_FORGET_PEAK = "5"
"""Written to ``clear_refs``: the high-water mark falls to what is held now (proc(5))."""
_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)


def forget_peaks(pid: int | None) -> None:
    """Begin to measure memory anew."""
    for each in _family(pid):
        with suppress(OSError):
            (PROC / str(each) / "clear_refs").write_text(_FORGET_PEAK)


def peak_memory(pid: int | None) -> int | None:
    """Bytes held at most since ``forget_peaks``, summed over the family."""
    peaks = [found for each in _family(pid) if (found := _peak(each)) is not None]
    return sum(peaks) if peaks else None


def kill(pid: int) -> None:
    """End a process and all that it started."""
    for each in [*_family(pid)]:
        with suppress(ProcessLookupError, PermissionError):
            os.kill(each, signal.SIGKILL)


class CpuWatch:
    """What this process and its living children spend on a processor from now on.

    Looking at the children is not counted.
    """

    def __init__(self) -> None:
        self._children = _children_on_cpu()
        self._own = process_time()

    def seconds(self) -> float:
        """Since it was made."""
        own = process_time() - self._own
        return own + _children_on_cpu() - self._children


def _family(pid: int | None) -> Iterator[int]:
    """The process, then its descendants."""
    if pid is not None:
        yield pid
        yield from descendants(pid)


def _peak(pid: int) -> int | None:
    try:
        found = _PEAK.search((PROC / str(pid) / "status").read_text())
    except OSError:
        return None
    return int(found[1]) * 1024 if found else None


def _children_on_cpu() -> float:
    return sum(map(_on_cpu, descendants(os.getpid())))


def _on_cpu(pid: int) -> float:
    """Nanoseconds are the first number of each thread's ``schedstat``."""
    spent = 0
    for thread in (PROC / str(pid) / "task").glob("*/schedstat"):
        with suppress(OSError, ValueError):
            spent += int(thread.read_text().split()[0])
    return spent / 1e9
