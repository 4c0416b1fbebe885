"""``saraban read``: what the reader makes of a file, page by page, without AWS.

The texts are shown as they are, with the personal numbers in them: they are the operator's
own files, and nothing is stored.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cli.letter_file import FileRead, read_file
from cli.trouble import Trouble
from functions.intake.reading.apart import ReaderApart
from shared.directory import offices
from shared.model.reading import Page, Reading
from shared.model.submission import Document, Sender


def run(asked: argparse.Namespace) -> int:
    """Show what was read of files."""
    return run_read(asked.paths, as_json=asked.as_json)


def run_read(paths: Sequence[Path], *, as_json: bool) -> int:
    """Read each file and show kind, pages, where each page's text came from, and the text.

    With ``as_json`` one JSON object a line and file. A refusal is an answer: the status is
    0 whenever every file could be opened. Raises Trouble for a path that is no file.
    """
    directory, reader = offices.load(), ReaderApart()
    try:
        for path in paths:
            found = read_file(path.name, _content(path), datetime.now(UTC), directory, read=reader)
            said = [json.dumps(as_row(path, found), ensure_ascii=False)] if as_json else ()
            for line in said or as_lines(path, found):
                sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    finally:
        reader.close()
    return 0


def as_row(path: Path, found: FileRead) -> dict[str, Any]:
    """One file as a JSON object: ``documents`` have their reading beside what they are."""
    row: dict[str, Any] = {"path": str(path), "channel": found.channel.value, "refused": None}
    if found.refused:
        row["refused"] = found.refused.reason
    if not found.letter:
        return row | {"documents": []}
    about = found.letter.submission.model_dump(mode="json", exclude={"documents"})
    kept = ("sender", "reply_to", "subject", "message_id", "machine", "references")
    return row | {name: about[name] for name in kept} | {"documents": _documents(found)}


def as_lines(path: Path, found: FileRead) -> Iterator[str]:
    """One file as a person reads it."""
    yield f"{path}: {found.channel.value}"
    if found.refused:
        yield f"  would not be taken in: {found.refused}"
    if not found.letter:
        return
    letter = found.letter.submission
    if letter.sender:
        yield f"  from: {_sender(letter.sender)}"
    yield f"  subject: {letter.subject}"
    if letter.machine:
        yield f"  sent by a machine: {letter.machine.value}"
    for document, reading in zip(letter.documents, found.letter.readings, strict=True):
        yield ""
        yield from _document_lines(document, reading)
    yield ""


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Trouble(f"{path}: {error.strerror}.") from None


def _documents(found: FileRead) -> list[dict[str, Any]]:
    letter = found.letter
    if letter is None:
        return []
    pairs = zip(letter.submission.documents, letter.readings, strict=True)
    return [
        document.model_dump(mode="json", exclude={"key"})
        | reading.model_dump(mode="json")
        | {"text": reading.text}
        for document, reading in pairs
    ]


def _document_lines(document: Document, reading: Reading) -> Iterator[str]:
    count = len(reading.pages) + reading.unread_pages
    pages = f", {_count(count, 'page')}" if count else ""
    name = document.name or "(no name)"
    yield f"  {document.number}. {name}: {document.kind}, {document.size:,} bytes{pages}"
    if reading.refusal:
        yield f"     refused: {reading.refusal}"
    if reading.unread_pages:
        yield f"     not read: {_count(reading.unread_pages, 'page')}"
    yield from (f"     note: {note}" for note in (document.note or "").splitlines())
    for number, page in enumerate(reading.pages, start=1):
        yield from _page_lines(number, page)


def _page_lines(number: int, page: Page) -> Iterator[str]:
    yield f"     page {number}: from {page.source.value}, legibility {page.legibility:.2f}"
    yield from (f"     | {line}" for line in page.text.splitlines())


def _sender(sender: Sender) -> str:
    return f"{sender.name} <{sender.address}>" if sender.name else sender.address


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
