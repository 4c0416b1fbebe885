"""Which processes a process has started and what lives of them, as Linux tells (``/proc``).

Elsewhere nothing is known of them.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")


def children(pid: int) -> Iterator[int]:
    """Those that it started itself, by any of its threads."""
    with suppress(OSError):
        for task in (PROC / str(pid) / "task").iterdir():
            with suppress(OSError):
                yield from map(int, (task / "children").read_text(encoding="ascii").split())


def descendants(pid: int) -> Iterator[int]:
    """Its children and theirs, parents first."""
    for child in children(pid):
        yield child
        yield from descendants(child)
