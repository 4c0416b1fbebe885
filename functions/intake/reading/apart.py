"""Reading apart: foreign bytes go to a process that can be killed.

One bad file costs seconds and not the letter. The process is started with the first document
that needs it and stays warm; one that hangs, grows too large or dies is replaced. A letter
of plain text never starts it.
"""

from typing import Protocol

from functions.intake.reading.apart_messages import Asked
from functions.intake.reading.apart_process import Apart
from functions.intake.reading.apart_watch import Answer, Limits, Stopped, hear_out
from functions.intake.reading.budget import Budget
from functions.intake.reading.kinds import Kind
from functions.intake.reading.reader import read
from functions.intake.reading.refusals import Refusal, refused
from functions.intake.reading.sniffing import kind_of
from shared.model.reading import LEGIBLE, Reading

HARMLESS = frozenset({Kind.TEXT, Kind.HTML, Kind.EML, Kind.EXECUTABLE, Kind.UNKNOWN})
"""Read here: by our own Python and lxml's HTML parser, or never opened at all."""
SMALL = 1024 * 1024
"""Bytes of a harmless kind up to which it is read here: a second at the most."""

READER = "functions.intake.reading.reader:read"
OPENER = "functions.intake.inside_apart:opened"


class Reader(Protocol):
    """Anything that makes a Reading of a document; ``reader.read`` is one."""

    def __call__(
        self,
        content: bytes,
        kind: Kind | None = None,
        charset: str | None = None,
        *,
        budget: Budget | None = None,
    ) -> tuple[Kind, Reading]:
        """What a document is and what it says. Raises NotConfigured, and nothing else."""
        ...


def is_harmless(content: bytes, kind: Kind) -> bool:
    """Whether a document may be read in intake's own process."""
    return kind in HARMLESS and len(content) <= SMALL


class ReaderApart:
    """A Reader whose parsers run in a process of their own. Not for two threads at once."""

    def __init__(
        self, limits: Limits | None = None, reader: str = READER, opener: str = OPENER
    ) -> None:
        """``reader`` and ``opener`` name the functions that do the work there."""
        self._limits = limits or Limits()
        self._work = (reader, opener)
        self._process: Apart | None = None

    def __call__(
        self,
        content: bytes,
        kind: Kind | None = None,
        charset: str | None = None,
        *,
        budget: Budget | None = None,
    ) -> tuple[Kind, Reading]:
        """As ``reader.read``, and a named refusal for what hangs, grows or kills its reader.

        Pages that were read before that are kept. Raises NotConfigured.
        """
        kind, budget = kind or kind_of(content), budget or Budget()
        if is_harmless(content, kind):
            return read(content, kind, charset, budget=budget)
        if budget.seconds_left() < -self._limits.late:
            return kind, refused(Refusal.TOOK_TOO_LONG)
        seconds = budget.seconds_left()
        asked = Asked(
            kind=kind,
            charset=charset if charset and charset.isascii() else None,
            seconds=None if seconds == float("inf") else seconds,
        )
        try:
            return kind, self.ask(asked, content, budget).reading
        except Stopped as stopped:
            return kind, what_is_left(stopped.refusal, budget)

    def ask(self, asked: Asked, content: bytes, budget: Budget) -> Answer:
        """Have something done with a document. Raises Stopped, NotConfigured."""
        return self._ask((asked.model_dump_json().encode(), content), budget)

    @property
    def pid(self) -> int | None:
        """The process, when there is one."""
        return self._process.pid if self._process and self._process.alive() else None

    def close(self) -> None:
        """End the process; the next document starts another."""
        if self._process:
            self._process.end()
        self._process = None

    def _ask(self, request: tuple[bytes, bytes], budget: Budget) -> Answer:
        """Once more if a process died that had read other documents: perhaps one of them did it."""
        process = self._warm()
        innocent = process.used
        try:
            return hear_out(process, request, budget, self._limits)
        except Stopped as stopped:
            self.close()
            again = innocent and stopped.refusal is not Refusal.TOOK_TOO_LONG
            if not again or budget.noted:
                raise
        except BaseException:
            self.close()  # it is in the middle of a document
            raise
        budget.begin_again()
        return self._ask(request, budget)

    def _warm(self) -> Apart:
        if self._process and self._process.memory() > self._limits.worn:
            self.close()
        if self._process is None or not self._process.alive():
            self._process = Apart(self._work, self._limits.memory, self._limits.silence)
            self._process.ready(self._limits.start)
        return self._process


def what_is_left(refusal: Refusal, budget: Budget) -> Reading:
    """The pages that were read before the reader was stopped; without any, the refusal."""
    pages = budget.noted
    told = any(page.text and page.legibility >= LEGIBLE for page in pages)
    return Reading(
        pages=pages,
        refusal=None if told else refusal.value,
        unread_pages=max(1, budget.missing) if pages else 0,
    )
