"""Decide about letters in files without AWS, and say why.

A ``.jsonl`` file holds letters one per line; any other file is opened and read as intake
does (a mail, or a file as if dropped). Its envelope is not known: the mailboxes in its
To and Cc count as addressed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cli.envelope import recipients
from cli.labelled import BrokenLineError, letter_from
from cli.letter_file import read_file
from cli.what_if import Without, what_would_change
from functions.intake.open_mail import addressed_offices
from functions.router.dispatch import received_on
from functions.router.offices import route
from shared.classification.classify import classify
from shared.directory import offices, processes
from shared.directory.offices import ALLOWED_DOMAINS, Directory
from shared.model.classification import Classification, Evidence
from shared.model.routing import Decision, Routing
from shared.model.submission import ReadLetter
from shared.thai.calendar import BANGKOK

LINES = ".jsonl"


@dataclass(frozen=True)
class Explained:
    """A letter and what was decided about it. ``refused`` names why intake would not take it."""

    id: str
    letter: ReadLetter
    classification: Classification
    routing: Routing
    refused: str | None = None


@dataclass(frozen=True)
class Broken:
    """A file, or a line of one, that is no letter."""

    where: str
    what: str


def explain_letters(
    paths: Iterable[Path], received_at: datetime | None = None
) -> Iterator[Explained | Broken]:
    """Every letter in the files with its decision; ``received_at`` chooses the edition."""
    received_at = received_at or datetime.now(UTC)
    directory = offices.load(received_at.astimezone(BANGKOK).date())
    for path in paths:
        try:
            content = path.read_bytes()
        except OSError as error:
            yield Broken(str(path), str(error.strerror))
            continue
        if path.suffix.lower() == LINES:
            yield from _lines(path, content, received_at, directory)
        else:
            yield _file(path, content, received_at, directory)


def as_row(found: Explained) -> dict[str, Any]:
    """One decision as a JSON object; ``office`` and ``mailbox`` are null for triage."""
    directory = offices.load(received_on(found.letter))
    auto = found.routing.decision is Decision.AUTO
    codes = list(found.routing.offices) if auto else []
    best, *others = found.classification.ranked
    return {
        "id": found.id,
        "process": best.process,
        "confidence": best.confidence,
        "process_sure": found.classification.sure,
        "decision": found.routing.decision.value,
        "office": codes[0] if codes else None,
        "mailbox": directory.by_code(codes[0]).mailbox if codes else None,
        "offices": codes,
        "alternatives": [candidate.model_dump() for candidate in others],
        "evidence": [*map(_evidence, (*found.classification.evidence, *found.routing.evidence))],
        "rule": found.routing.rule,
        "suggestions": list(found.routing.suggestions),
        "version": found.classification.version,
    }


def changes(found: Explained) -> tuple[Without, ...]:
    """What would change a decision. Takes some twenty times as long as deciding."""
    directory = offices.load(received_on(found.letter))
    decided = found.classification, found.routing
    return what_would_change(found.letter, decided, lambda letter: _decide(letter, directory))


def _lines(
    path: Path, content: bytes, received_at: datetime, directory: Directory
) -> Iterator[Explained | Broken]:
    for number, line in enumerate(content.splitlines(), start=1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            name, letter = letter_from(line.decode(), directory, received_at)
        except UnicodeDecodeError:
            yield Broken(where, "not UTF-8")
        except BrokenLineError as error:
            yield Broken(where, str(error))
        else:
            yield _decided(name or f"{path.name}:{number}", letter, directory)


def _file(
    path: Path, content: bytes, received_at: datetime, directory: Directory
) -> Explained | Broken:
    found = read_file(path.name, content, received_at, directory)
    refused = str(found.refused) if found.refused else None
    if found.letter is None:
        return Broken(str(path), refused or "no letter")
    named = [address for domain in ALLOWED_DOMAINS for address in recipients(content, domain)]
    addressed = addressed_offices(named, directory) or found.letter.submission.addressed
    submission = found.letter.submission.model_copy(update={"addressed": addressed})
    letter = found.letter.model_copy(update={"submission": submission})
    return _decided(path.name, letter, directory, refused)


def _decided(
    name: str, letter: ReadLetter, directory: Directory, refused: str | None = None
) -> Explained:
    return Explained(name, letter, *_decide(letter, directory), refused)


def _decide(letter: ReadLetter, directory: Directory) -> tuple[Classification, Routing]:
    classification = classify(letter, processes.load(received_on(letter)))
    return classification, route(letter, classification, directory)


def _evidence(piece: Evidence) -> dict[str, Any]:
    order = ("text", "meaning", "weight", "document", "start", "end")
    said = piece.model_dump()
    return {name: said[name] for name in order}
