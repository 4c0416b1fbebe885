"""A reader for tests that does what the document says: what no parser should, and some do."""

import ctypes
import os
import re
import signal
import subprocess
import sys
import time

from functions.intake.reading.budget import Budget
from functions.intake.reading.kinds import Kind
from shared.errors import NotConfigured
from shared.model.reading import Page, Reading, Source

_HEAD = b"%PDF-"


def order(*words: str) -> bytes:
    """A "PDF" whose reading does what the words say, in order."""
    return _HEAD + " ".join(words).encode()


def read(
    content: bytes, kind: Kind, charset: str | None = None, *, budget: Budget
) -> tuple[Kind, Reading]:
    """Obey."""
    pages: list[Page] = []
    for word in content.removeprefix(_HEAD).decode().split():
        name, _, value = word.partition(":")
        if name == "page" or (name == "ocr" and budget.spend_ocr_page()):
            pages.append(Page(text=value, source=Source.OCR, legibility=1.0))
            budget.note(pages[-1])
        elif name == "expect":
            budget.expect(int(value))
        elif name in DEEDS:
            DEEDS[name](value)
        elif name in TOLD:
            pages.append(Page(text=TOLD[name](value), source=Source.TEXT, legibility=1.0))
    return kind, Reading(pages=tuple(pages))


def opened(content: bytes, asked: object) -> object:
    """Never comes back."""
    _hang("")
    return None


def _hang(value: str) -> None:
    """In C code that never gives Python's lock back, so that no thread could notice."""
    re.match(r"(a|a)+$", "a" * 60 + "b")


def _eat(value: str) -> None:
    held = [b"x" * 2**20 for _ in range(int(value))]  # megabytes, really used
    held.clear()


_kept: list[bytearray] = []


def _keep(value: str) -> None:
    """What a leak leaves behind."""
    _kept.append(bytearray(b"x") * (int(value) * 1024 * 1024))


def _missing(value: str) -> None:
    raise NotConfigured(value)


def _once(value: str) -> None:
    """Die, but only in a process that has read something before."""
    if _seen:
        os.abort()
    _seen.append(value)


_seen: list[str] = []


def _descend(value: str) -> str:
    """Start a process that would outlive us."""
    return str(subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]).pid)


DEEDS = {
    "hang": _hang,
    "sleep": lambda value: time.sleep(float(value)),
    "eat": _eat,
    "keep": _keep,
    "segfault": lambda value: ctypes.string_at(0),
    "abort": lambda value: os.abort(),
    "exit": lambda value: os._exit(int(value)),
    "killed": lambda value: os.kill(os.getpid(), signal.SIGKILL),
    "missing": _missing,
    "once": _once,
    "print": lambda value: os.write(1, value.encode()),
    "babble": lambda value: os.write(int(sys.argv[1]), b"\0\0\0\5babel" * 3),
    "boast": lambda value: os.write(int(sys.argv[1]), b"\x7f\xff\xff\xff"),
}
TOLD = {
    "pid": lambda value: str(os.getpid()),
    "env": lambda value: os.environ.get(value, "nothing"),
    "child": _descend,
}
