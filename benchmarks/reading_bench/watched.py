"""Work done in another process, which can be killed when it hangs.

Native code that never comes back cannot be interrupted from inside its process. The child
stays warm from one piece of work to the next; after a hang or a death the next one starts
with the next piece.
"""

import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from time import monotonic
from typing import Generic, TypeVar

from benchmarks.reading_bench.descendants import forget_peaks, kill, peak_memory

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")

_LOOK = 0.5
"""Seconds between two looks at the memory of a child that is at work."""


class End(StrEnum):
    """How a piece of work ended."""

    DONE = "done"
    CRASHED = "crashed"
    """An exception escaped, or the process died."""
    HUNG = "hung"
    """Still at work after the limit; it was killed."""


@dataclass(frozen=True)
class Watched(Generic[Answer]):
    """One piece of work: ``answer`` when DONE, else ``why`` says what happened.

    ``peak`` is the most memory in bytes that the child and its own children held; None
    where the system does not tell.
    """

    end: End
    answer: Answer | None
    why: str
    seconds: float
    peak: int | None


class Child(Generic[Asked, Answer]):
    """A process that does ``work``, a function of a module, for one thing after the other.

    It is started by the first question. ``close`` it in the end.
    """

    def __init__(
        self, work: Callable[[Asked], Answer], limit: float, most_memory: int | None = None
    ) -> None:
        """``limit`` in seconds is what one piece of work may take, ``most_memory`` in bytes.

        Without the second a bomb would be suffered by the whole machine.
        """
        self._work = work
        self._limit = limit
        self._most_memory = most_memory
        self._process: SpawnProcess | None = None
        self._line: Connection | None = None

    def ask(self, asked: Asked) -> Watched[Answer]:
        """Have one piece of work done. Never raises, whatever becomes of the child."""
        process, line = self._warm()
        forget_peaks(process.pid)
        start = monotonic()
        line.send(asked)
        answered, peak = self._wait(process, line)
        seconds = monotonic() - start
        if not answered:
            self.close()
            return Watched(End.HUNG, None, f"over {self._limit:.0f} s", seconds, peak)
        try:
            answer, why = line.recv()
        except (EOFError, OSError):
            process.join(1)
            self.close()
            return Watched(End.CRASHED, None, _death(process.exitcode), seconds, peak)
        return Watched(End.CRASHED if why else End.DONE, answer, why, seconds, peak)

    def _wait(self, process: SpawnProcess, line: Connection) -> tuple[bool, int | None]:
        """Whether it answered within the limit, and the most memory that was seen meanwhile."""
        end, answered, peak = monotonic() + self._limit, False, None
        while not answered and monotonic() < end:
            answered = line.poll(min(_LOOK, self._limit))
            peak = max(peak or 0, peak_memory(process.pid) or 0) or None
        return answered, peak

    def _warm(self) -> tuple[SpawnProcess, Connection]:
        if self._process is None or self._line is None or not self._process.is_alive():
            self.close()
            context = get_context("spawn")
            self._line, theirs = context.Pipe()
            self._process = context.Process(
                target=_serve, args=(theirs, self._work, self._most_memory)
            )
            self._process.start()
            theirs.close()
            self._line.recv()  # it has loaded what it needs; that is nobody's time
        return self._process, self._line

    def close(self) -> None:
        """End the child and all that it started; the next question starts another."""
        if self._process is not None and self._process.pid:
            kill(self._process.pid)
            self._process.kill()
            self._process.join()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None


def _serve(line: Connection, work: Callable[[Asked], Answer], most_memory: int | None) -> None:
    """The child."""
    if most_memory:
        resource.setrlimit(resource.RLIMIT_AS, (most_memory, most_memory))
    with Path(os.devnull).open("w") as silence:
        os.dup2(silence.fileno(), sys.stdout.fileno())
        os.dup2(silence.fileno(), sys.stderr.fileno())
    line.send("ready")
    while True:
        try:
            asked = line.recv()
        except EOFError:
            return
        line.send(_done(work, asked))


def _done(work: Callable[[Asked], Answer], asked: Asked) -> tuple[Answer | None, str]:
    try:
        return work(asked), ""
    except BaseException as error:  # noqa: BLE001 - any escape is what is being counted
        place = traceback.extract_tb(error.__traceback__)[-1]
        return None, f"{type(error).__name__} in {Path(place.filename).name}:{place.lineno}"


def _death(code: int | None) -> str:
    if code is not None and code < 0:
        return f"died of {signal.Signals(-code).name}"
    return f"ended with status {code}"
