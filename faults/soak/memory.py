"""What this process and those that it started have in use: memory, and time on a processor.

As Linux tells it (``/proc``).
"""

import os
from contextlib import suppress
from resource import RUSAGE_CHILDREN, getrusage
from time import process_time

from local.family import PROC, children

_PAGE = os.sysconf("SC_PAGE_SIZE")
_TICK = os.sysconf("SC_CLK_TCK")
_UTIME, _STIME = 11, 12
"""Fields of ``stat`` behind the name in brackets (proc(5))."""


def rss() -> int:
    """Bytes in memory now, pages shared with the process that forked it among them."""
    return _rss(os.getpid())


def rss_of_children() -> int:
    """The same of what this process started and what lives: the reader of foreign bytes."""
    return sum(map(_rss, children(os.getpid())))


def on_cpu() -> float:
    """Seconds that this process and its children, ended or alive, have worked."""
    ended = getrusage(RUSAGE_CHILDREN)
    alive = sum(map(_spent, children(os.getpid())))
    return process_time() + ended.ru_utime + ended.ru_stime + alive


def _rss(pid: int) -> int:
    with suppress(OSError):
        return int((PROC / str(pid) / "statm").read_text(encoding="ascii").split()[1]) * _PAGE
    return 0


def _spent(pid: int) -> float:
    with suppress(OSError):
        fields = (PROC / str(pid) / "stat").read_text(errors="replace").rpartition(")")[2].split()
        return (int(fields[_UTIME]) + int(fields[_STIME])) / _TICK
    return 0.0
