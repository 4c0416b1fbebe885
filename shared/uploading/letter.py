"""A letter that is handed in as files: what is asked for, what is refused. Pure.

What it becomes is the manifest that closes an upload folder (``functions.intake.manifest``).
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from email_validator import EmailNotValidError, validate_email

from shared.directory.offices import Directory
from shared.errors import UnknownOffice, UnknownReference
from shared.model.fact import Fact, OfficeCode, ProcessId
from shared.model.process import Process
from shared.model.reference import parse_reference

MOST_FILES = 20
MOST_BYTES = 40 * 1024 * 1024
"""Of all files; a mail to us may not be larger either."""
LONGEST = {"subject": 200, "message": 5_000, "name": 100, "sender": 254}
PAPERS = ("pdf", "doc", "docx", "odt", "rtf", "txt", "xls", "xlsx", "ods")
PICTURES = ("jpg", "jpeg", "png", "tif", "tiff", "heic", "heif", "webp", "bmp", "gif")
TAKEN = frozenset(PAPERS + PICTURES)
"""Endings of papers, pictures and tables. No program, no page, no archive."""
_RUNS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"<html", b"<!doc")
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069<>:"|?*\\/]+')
_LONGEST_NAME = 100


class FileSaid(Fact):
    """A file as its sender names it. ``start`` are its first bytes where they are known."""

    name: str
    size: int
    start: bytes = b""


class Letter(Fact):
    """What its sender says. ``reference`` is of the earlier letter that this one adds to.

    Whoever lays it down has made sure that the earlier letter is the sender's own.
    """

    subject: str = ""
    message: str = ""
    name: str = ""
    sender: str = ""
    office: str = ""
    process: str = ""
    reference: str = ""


def problems(
    letter: Letter,
    files: Sequence[FileSaid],
    directory: Directory,
    processes: Mapping[ProcessId, Process],
) -> Iterator[str]:
    """The names of what is wrong, in the order of a form; at most one of each."""
    if letter.reference and _reference(letter) is None:
        yield "reference"
    if letter.office and not _known(letter.office, directory):
        yield "office"
    if letter.process and ProcessId(letter.process) not in processes:
        yield "process"
    if not letter.subject.strip():
        yield "subject"
    if letter.sender and not _address(letter.sender):
        yield "sender"
    yield from _wrong_files(files)


def elsewhere(letter: Letter, processes: Mapping[ProcessId, Process]) -> Process | None:
    """The process that is chosen, if the announcement prescribes another channel for it."""
    process = processes.get(ProcessId(letter.process))
    return None if process is None or process.taken_here else process


def file_name(number: int, name: str) -> str:
    """The name under which a file lies in its folder; ``number`` counts from 1."""
    base = _UNSAFE.sub(" ", re.sub(r".*[/\\]", "", name)).strip(" .") or "file"
    stem, _, ending = base.rpartition(".")
    return f"{number}/{stem[: _LONGEST_NAME - len(ending)]}.{ending}"


def manifest(letter: Letter, files: Sequence[str]) -> bytes:
    """The manifest that names these files."""
    reference = _reference(letter)
    subject = letter.subject.strip()
    said = {
        **({"reference": reference} if reference else {}),
        "sender": letter.sender or None,
        "name": letter.name,
        "subject": f"เอกสารเพิ่มเติม เลขอ้างอิง {reference} {subject}" if reference else subject,
        "message": letter.message,
        "office": letter.office or None,
        "process": letter.process or None,
        "files": list(files),
    }
    return json.dumps(said, ensure_ascii=False).encode()


def _wrong_files(files: Sequence[FileSaid]) -> Iterator[str]:
    if not files:
        yield "files"
    if len(files) > MOST_FILES:
        yield "too_many"
    if sum(file.size for file in files) > MOST_BYTES:
        yield "too_large"
    if any(file.size < 1 for file in files):
        yield "empty"
    if any(not _taken(file) for file in files):
        yield "kind"


def _taken(file: FileSaid) -> bool:
    stem, _, ending = file.name.strip().rpartition(".")
    runs = file.start.lstrip().lower().startswith(tuple(start.lower() for start in _RUNS))
    return bool(stem) and ending.lower() in TAKEN and not runs


def _reference(letter: Letter) -> str | None:
    try:
        return parse_reference(letter.reference)
    except UnknownReference:
        return None


def _known(office: str, directory: Directory) -> bool:
    try:
        directory.by_code(OfficeCode(office))
    except UnknownOffice:
        return False
    return True


def _address(written: str) -> bool:
    try:
        validate_email(written, check_deliverability=False, globally_deliverable=False)
    except EmailNotValidError:
        return False
    return True
