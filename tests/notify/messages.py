"""One message of every kind, about people and companies that are plainly invented."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from email.message import EmailMessage
from typing import Any

from functions.notify.gathering import joined_facts, receipt_facts, refusal_facts
from functions.notify.message import Heading
from functions.notify.receipt import compose_joined, compose_receipt
from functions.notify.refusal import compose_refusal
from functions.notify.refusals import REFUSALS
from shared.directory import offices, processes
from shared.model.classification import Candidate, Classification
from shared.model.fact import CENTRAL, ArrivalId, OfficeCode, ProcessId, SubmissionId
from shared.model.letter import SECRET_NAME, SECRET_SUBJECT, LetterRecord, Part
from shared.model.messages import RefusalDue
from shared.model.official import OfficialLetter, Said, SaidDate
from shared.model.register import RegisterNumber
from shared.model.routing import Decision
from shared.model.submission import Role, Sender
from shared.model.work import WorkItem
from tests.letters import MORNING, a_record, a_reply, a_routing, an_arrival

DIRECTORY = offices.load()
PROCESSES = processes.load()
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
        "sha256": "0" * 64,
        "pages": 2 if name else 1,
    }
    return Part.model_validate(given | changes)


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


def a_receipt(record: LetterRecord, *items: WorkItem) -> EmailMessage:
    """The receipt of a letter that lies on these desks."""
    desks = items or (an_item(),)
    facts = receipt_facts(record, desks, record.received_at, DIRECTORY, PROCESSES)
    return compose_receipt(facts, a_heading())


def a_refusal(reason: str, **changes: Any) -> EmailMessage:
    """The answer to a letter refused for ``reason``."""
    given = {
        "arrival": an_arrival(),
        "reason": reason,
        "sender": Sender(address="somchai@mail.example"),
        "subject": "ขอส่งเอกสาร",
        "message_id": "<one@mail.example>",
    }
    return compose_refusal(refusal_facts(RefusalDue.model_validate(given | changes)), a_heading())


def _unreadable() -> EmailMessage:
    parts = (
        a_part(1),
        a_part(2, "ใบรับรองแพทย์.jpg", kind="jpeg", pages=1, refusal="not_legible"),
        a_part(3, "สมุดบัญชี.pdf", pages=0, refusal="password"),
        a_part(4, "scan0001.pdf", pages=0, refusal="corrupt", size=90_112),
        a_part(5, "เอกสาร 1-2345-67890-12-1.zip", kind="zip", pages=0, refusal="archive"),
        a_part(6, "form.exe", kind="executable", pages=0, refusal="executable"),
        a_part(7, "ว่าง.txt", kind="text", size=0, pages=0, refusal="empty"),
    )
    return a_receipt(a_letter_record("ssf-benefit/1", subject="เบิกค่ารักษา", parts=parts))


def _joined() -> EmailMessage:
    parts = (a_part(1), a_part(2, "สำเนาบัตรประชาชน.pdf"))
    reply = a_reply(subject=f"Re: ได้รับหนังสือของท่านแล้ว [SSO {REFERENCE}]", parts=parts)
    facts = joined_facts(a_letter_record(), reply, (an_item(),), DIRECTORY)
    return compose_joined(facts, a_heading(answers=reply.message_id))


def _english() -> EmailMessage:
    record = a_letter_record(
        "hospital/1",
        english=True,
        subject="Request to change my registered hospital",
        received_at=EVENING,
        parts=(a_part(1), a_part(2, "form 9-02.pdf", pages=1)),
        routing=a_routing("bkkarea4"),
    )
    return a_receipt(record, an_item("bkkarea4", 7))


def _agency() -> EmailMessage:
    record = a_letter_record(
        "correspondence/agency", subject="ขอความอนุเคราะห์ข้อมูล", routing=a_routing("central")
    )
    return a_receipt(record, an_item(CENTRAL, 2041))


def an_official_letter(*, scanned: bool = False, **changes: Any) -> OfficialLetter:
    """A letter with a number and a date."""
    where = {"document": 2, "start": 0, "end": 1, "scanned": scanned}
    given = {
        "number": Said(text="สม ๙๙๐๑/๐๔๒", **where),
        "date": SaidDate(text="๑๖ พฤศจิกายน ๒๕๖๙", day=date(2026, 11, 16), **where),
    }
    return OfficialLetter.model_validate(given | changes)


def _official() -> EmailMessage:
    record = a_letter_record(
        "correspondence/agency",
        subject="ขอความอนุเคราะห์วิทยากร",
        routing=a_routing("central"),
        official=an_official_letter(),
    )
    return a_receipt(record, an_item(CENTRAL, 2043))


def _secret() -> EmailMessage:
    record = a_letter_record(
        "correspondence/agency",
        subject=SECRET_SUBJECT,
        secret=True,
        routing=a_routing("nan", decision=Decision.TRIAGE),
        parts=(a_part(1), a_part(2, SECRET_NAME)),
        official=an_official_letter(),
    )
    return a_receipt(record, an_item(CENTRAL, 2044))


def _triage() -> EmailMessage:
    routing = a_routing("fang", decision=Decision.TRIAGE)
    record = a_letter_record(classification=guessed("none", sure=False), routing=routing)
    return a_receipt(record, an_item(CENTRAL, 2042))


MESSAGES: dict[str, Callable[[], EmailMessage]] = {
    "sure": lambda: a_receipt(a_letter_record()),
    "out-of-hours": lambda: a_receipt(a_letter_record(received_at=EVENING)),
    "unsure": lambda: a_receipt(
        a_letter_record(classification=guessed("ssf-benefit/8", 0.62, sure=False))
    ),
    "unknown": lambda: a_receipt(
        a_letter_record(classification=guessed("ssf-benefit/8", 0.31, sure=False))
    ),
    "triage": _triage,
    "two-offices": lambda: a_receipt(
        a_letter_record("change/1"), an_item("rayong", 58), an_item("pluak_daeng", 9)
    ),
    "web-channel": lambda: a_receipt(a_letter_record("ssf-benefit/3", subject="เบิกค่าคลอดบุตร")),
    "unreadable": _unreadable,
    "joined": _joined,
    "english": _english,
    "agency": _agency,
    "official": _official,
    "secret": _secret,
} | {f"refusal-{reason}": lambda reason=reason: a_refusal(reason) for reason in REFUSALS}


def text_of(message: EmailMessage) -> str:
    """The text part, as a mail client shows it."""
    return _part(message, "plain")


def html_of(message: EmailMessage) -> str:
    """The HTML part."""
    return _part(message, "html")


def _part(message: EmailMessage, subtype: str) -> str:
    part = message.get_body((subtype,))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")
