"""Listening to the process that reads one document, and stopping it when it must be."""

import signal
from dataclasses import dataclass

from pydantic import ValidationError

from functions.intake.reading.apart_messages import NO, YES, Contents, Said
from functions.intake.reading.apart_process import LOOK, Apart, Gone
from functions.intake.reading.budget import Budget
from functions.intake.reading.refusals import Refusal
from shared.errors import NotConfigured
from shared.model.reading import Reading

_NEARLY = 0.3
"""Of the memory it may have: one that died with more than this died of it. A buffer that grows
by doubling is refused its last step when it holds a third."""


@dataclass(frozen=True)
class Limits:
    """What one document may take of the process that reads it."""

    silence: float = 15.0
    """Seconds without a page or any other word: a text layer's page takes a tenth of one."""
    ocr_page: float = 45.0
    """The same while a page is read by OCR: 2 to 5 s, and up to four ways to turn it."""
    late: float = 60.0
    """Seconds after the letter's budget in which documents may still be read."""
    memory: int = 1024**3
    """Bytes: the largest picture that is let in takes half of it, the function has twice."""
    worn: int = 512 * 1024**2
    """A process that still holds so much after a document is replaced before the next."""
    start: float = 60.0
    """Seconds in which it must have loaded: half a second here, several when it is cold."""


@dataclass(frozen=True)
class Answer:
    """What became of a document: read, or opened, with the bytes of each file found."""

    reading: Reading
    contents: Contents | None = None
    files: tuple[bytes, ...] = ()


_UNREAD = Reading()


class Stopped(Exception):  # noqa: N818 - says what became of the reading
    """The process was killed, or died: what the document is then said to be."""

    def __init__(self, refusal: Refusal) -> None:
        """``refusal`` is why it was not read to its end."""
        super().__init__(refusal.value)
        self.refusal = refusal


def hear_out(
    process: Apart, request: tuple[bytes, bytes], budget: Budget, limits: Limits
) -> Answer:
    """Hand over the request and keep the accounts until there is a reading, or contents.

    Raises Stopped, and NotConfigured when the process lacks what the deployment should have.
    The process must then be ended by the caller.
    """
    watch = _Watch(process, budget, limits)
    try:
        process.say(*request)
        return watch.until_done()
    except Gone as gone:
        raise Stopped(watch.cause_of(gone)) from None


class _Watch:
    """The looks at one process while it reads one document."""

    def __init__(self, process: Apart, budget: Budget, limits: Limits) -> None:
        self._process = process
        self._budget = budget
        self._limits = limits
        self._patience = limits.silence
        self._most_memory = 0

    def until_done(self) -> Answer:
        """Raises Gone, Stopped, NotConfigured."""
        while True:
            said = _understood(self._next())
            if said.reading is not None:
                return Answer(said.reading)
            if said.contents is not None:
                return Answer(_UNREAD, said.contents, files=self._files(said.contents))
            if said.not_configured is not None:
                raise NotConfigured(said.not_configured)
            self._account(said)

    def cause_of(self, gone: Gone) -> Refusal:
        """Killed from outside, it had taken the machine's last memory; else look how it stood."""
        most = max(self._most_memory, gone.most_memory)
        full = most > self._limits.memory * _NEARLY
        return Refusal.TOO_LARGE if full or gone.signal == signal.SIGKILL else Refusal.CORRUPT

    def _files(self, contents: Contents) -> tuple[bytes, ...]:
        return tuple(self._next() for _ in contents.found)

    def _next(self) -> bytes:
        self._wait()
        return self._process.hear()

    def _account(self, said: Said) -> None:
        self._patience = self._limits.silence
        if said.expects:
            self._budget.expect(said.expects)
        if said.page:
            self._budget.note(said.page)
        if said.asks:
            granted = self._budget.spend_ocr_page()
            self._patience = self._limits.ocr_page if granted else self._limits.silence
            self._process.say(YES if granted else NO)

    def _wait(self) -> None:
        """Looks are counted, not seconds: while the whole sandbox is frozen nothing elapses."""
        quiet = 0.0
        while not self._process.says_something():
            quiet += LOOK
            memory = self._process.memory()
            self._most_memory = max(memory, self._most_memory)
            if memory > self._limits.memory:
                raise Stopped(Refusal.TOO_LARGE)
            if quiet >= self._patience or self._budget.seconds_left() < -self._limits.late:
                raise Stopped(Refusal.TOOK_TOO_LONG)


def _understood(message: bytes) -> Said:
    """A process that a file has taken over may say anything."""
    try:
        return Said.model_validate_json(message)
    except ValidationError:
        raise Gone from None
