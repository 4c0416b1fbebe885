"""Reading as the deployed intake does it: parsers in their own process, no page too many."""

from datetime import UTC, datetime
from functools import cache

from cli.letter_file import FileRead, read_file
from functions.intake.reading.apart import ReaderApart
from shared.classification.enough import enough
from shared.directory import offices, processes
from shared.model.submission import ReadLetter

_AT = datetime(2026, 11, 20, 3, 15, tzinfo=UTC)
"""Any moment in which the directory is in force."""


def read_as_deployed(name: str, content: bytes) -> FileRead:
    """Open and read a file; the process that reads stays warm for the next one."""
    return read_file(name, content, _AT, offices.load(), read=_reader(), enough=_enough)


@cache
def _reader() -> ReaderApart:
    return ReaderApart()


def _enough(letter: ReadLetter) -> bool:
    return enough(letter, processes.load())
