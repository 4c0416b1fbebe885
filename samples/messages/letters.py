"""What an invented letter has: its parts, its desk, what it was taken for."""

from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from functions.notify.facts import ReceiptFacts
from functions.notify.gathering import receipt_facts
from functions.notify.message import Heading
from samples.messages.records import MORNING, a_record
from shared.directory import checklists, offices, processes
from shared.model.classification import Candidate, Classification
from shared.model.fact import ArrivalId, OfficeCode, ProcessId, SubmissionId
from shared.model.letter import LetterRecord, Part
from shared.model.official import OfficialLetter, Said, SaidDate
from shared.model.piece import Piece, PieceKind
from shared.model.register import RegisterNumber
from shared.model.submission import Role
from shared.model.work import WorkItem

DIRECTORY = offices.load()
PROCESSES = processes.load()
CHECKLISTS = checklists.load()
EVENING = datetime(2026, 12, 30, 13, 5, tzinfo=UTC)
"""20.05 in Thailand on the last working evening of 2569."""
REFERENCE = "7K4M-9XQ2-HDWA"


def a_part(number: int, name: str = "", **changes: Any) -> Part:
    """A part that the system read: the text without a name, a PDF of two pages with one."""
    given = {
        "number": number,
        "role": Role.ATTACHMENT if name else Role.BODY,
        "name": name,
        "kind": "pdf" if name else "text",
        "size": 1_250_000 if name else 412,
        "sha256": sha256(name.encode()).hexdigest(),
        "pages": 2 if name else 1,
    }
    return Part.model_validate(given | changes)


def a_piece(kind: PieceKind, page: int = 1, form: str | None = None) -> Piece:
    """What a page was taken for."""
    return Piece(kind=kind, page=page, start=0, end=1, words="แบบ", form=form)


def an_item(office: str = "chiangmai", number: int = 128, year: int = 2569) -> WorkItem:
    """The letter on one office's desk."""
    code = OfficeCode(office)
    return WorkItem(
        submission_id=SubmissionId("a1"),
        office=code,
        reference=REFERENCE,
        number=RegisterNumber(office=code, year=year, number=number),
        opened_by=ArrivalId("arrival"),
        opened_at=MORNING,
        due_on=date(2026, 12, 1),
    )


def guessed(process: str, confidence: float = 0.97, *, sure: bool = True) -> Classification:
    """One guess."""
    best = Candidate(process=ProcessId(process), confidence=confidence)
    return Classification(ranked=(best,), sure=sure, evidence=(), version="test")


def a_letter_record(process: str = "refund/2", **changes: Any) -> LetterRecord:
    """A Thai citizen's letter with one form attached."""
    given: dict[str, Any] = {
        "subject": "ขอรับเงินสมทบคืน (ทำงานสองที่)",
        "parts": (a_part(1), a_part(2, "แบบคำขอ.pdf")),
        "classification": guessed(process),
    }
    return a_record(reference=REFERENCE, **(given | changes))


def an_official_letter(*, scanned: bool = False, **changes: Any) -> OfficialLetter:
    """A letter with a number and a date."""
    where: dict[str, Any] = {"document": 2, "start": 0, "end": 1, "scanned": scanned}
    given = {
        "number": Said(text="สม ๙๙๐๑/๐๔๒", **where),
        "date": SaidDate(text="๑๖ พฤศจิกายน ๒๕๖๙", day=date(2026, 11, 16), **where),
    }
    return OfficialLetter.model_validate(given | changes)


def a_heading(**changes: Any) -> Heading:
    """Headers of an answer to a plain letter."""
    given = {
        "sender": "saraban@sso.go.th",
        "to": "somchai@mail.example",
        "message_id": "<arrival.receipt@sso.go.th>",
        "date": MORNING,
        "answers": "<one@mail.example>",
    }
    return Heading.model_validate(given | changes)


def facts_of(record: LetterRecord, *items: WorkItem) -> ReceiptFacts:
    """What the receipt of a letter that lies on these desks says."""
    desks = items or (an_item(),)
    return receipt_facts(
        record, desks, record.received_at, DIRECTORY, PROCESSES, checklists=CHECKLISTS
    )
