"""One file of a corpus read as intake reads it, and what there is to say about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from benchmarks.reading_bench.as_deployed import read_as_deployed
from benchmarks.reading_bench.losing import Compared, compared
from cli.letter_file import FileRead
from shared.model.arrival import Channel
from shared.model.reading import Source

_NOTHING = Compared(0, 0, ())


@dataclass(frozen=True)
class Piece:
    """One document: what it is, why it was not read (if so), and its pages."""

    kind: str
    refusal: str | None
    pages: int
    ocr_pages: int
    unread_pages: int


@dataclass(frozen=True)
class Report:
    """``refused`` names why the letter would not be taken in; ``opened`` whether it was read.

    ``seconds`` are those of the reading alone.
    """

    mail: bool
    seconds: float
    opened: bool
    refused: str | None
    pieces: tuple[Piece, ...]
    compared: Compared


def report_on(path: Path) -> Report:
    """Read a file, and hold a mail against Python's own parser."""
    content = path.read_bytes()
    start = monotonic()
    found = read_as_deployed(path.name, content)
    seconds = monotonic() - start
    mail = found.channel is Channel.MAIL
    return Report(
        mail=mail,
        seconds=seconds,
        opened=found.letter is not None,
        refused=found.refused.reason if found.refused else None,
        pieces=tuple(_pieces(found)),
        compared=compared(content, found.letter) if mail and found.letter else _NOTHING,
    )


def _pieces(found: FileRead) -> Iterator[Piece]:
    if found.letter is None:
        return
    documents = found.letter.submission.documents
    for document, reading in zip(documents, found.letter.readings, strict=True):
        yield Piece(
            kind=document.kind,
            refusal=reading.refusal,
            pages=len(reading.pages),
            ocr_pages=sum(page.source is Source.OCR for page in reading.pages),
            unread_pages=reading.unread_pages,
        )
