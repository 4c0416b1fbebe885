"""The process that reads for intake: ``python -m functions.intake.reading.apart_child``.

It reads one document after the other until intake hangs up. It is expendable: it writes no
log, holds no credentials, has bounded memory, and dies with intake.
"""

import ctypes
import importlib
import os
import resource
import signal
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from functions.intake.reading.apart_messages import READY, YES, Asked, Said
from functions.intake.reading.budget import Budget
from shared.errors import NotConfigured
from shared.model.reading import Page

_PR_SET_PDEATHSIG = 1
"""linux/prctl.h."""


class AskedBudget(Budget):
    """Intake keeps the accounts; here one asks, and tells of every page at once."""

    def __init__(self, line: Connection, seconds: float | None) -> None:
        """``seconds`` is what intake said."""
        super().__init__(ocr_pages=0, seconds=float("inf") if seconds is None else seconds)
        self._line = line

    def spend_ocr_page(self) -> bool:
        """Intake's answer."""
        say(self._line, Said(asks=True))
        return self._line.recv_bytes() == YES

    def expect(self, pages: int) -> None:
        """Passed on."""
        say(self._line, Said(expects=pages))

    def note(self, page: Page) -> None:
        """Passed on."""
        say(self._line, Said(page=page))


def main(line_number: str, parent: str, memory: str, *work: str) -> None:
    """Work until the line ends.

    ``work`` names two functions (``module:name``): the one that reads, the one that opens.
    """
    die_with(int(parent))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_DATA, (int(memory), int(memory)))
    read, inside = map(found, work)
    with Connection(int(line_number)) as line:
        line.send_bytes(READY)
        try:
            while True:
                answer(line, read, inside)
        except (EOFError, OSError):
            return


def die_with(parent: int) -> None:
    """Be killed when intake dies, even while native code does not listen.

    Linux only; elsewhere the end of the line is noticed with the next message.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it died before we had said so
        sys.exit(0)


def found(path: str) -> Callable[..., Any]:
    """The function that a path names."""
    module, _, name = path.partition(":")
    function: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return function


def answer(line: Connection, read: Callable[..., Any], inside: Callable[..., Any]) -> None:
    """Do what is asked with one document. Raises EOFError when intake has hung up."""
    asked = Asked.model_validate_json(line.recv_bytes())
    content = line.recv_bytes()
    if asked.space:
        contents, files = inside(content, asked)
        say(line, Said(contents=contents))
        for file in files:
            line.send_bytes(file)
        return
    try:
        budget = AskedBudget(line, asked.seconds)
        _, reading = read(content, asked.kind, asked.charset, budget=budget)
    except NotConfigured as missing:
        say(line, Said(not_configured=str(missing)))
    else:
        say(line, Said(reading=reading))


def say(line: Connection, said: Said) -> None:
    """Tell intake."""
    line.send_bytes(said.model_dump_json(exclude_defaults=True).encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
