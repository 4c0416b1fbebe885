"""Receipts of invented letters, each with its paper."""

from email.message import EmailMessage
from functools import cache

from functions.notify.facts import ReceiptFacts
from functions.notify.gathering import joined_facts
from functions.notify.paper.paperwork import Paperwork
from functions.notify.paper.printing import print_paper
from functions.notify.receipt import compose_joined, compose_receipt
from samples.messages.letters import (
    DIRECTORY,
    EVENING,
    REFERENCE,
    a_heading,
    a_letter_record,
    a_part,
    a_piece,
    an_item,
    an_official_letter,
    facts_of,
    guessed,
)
from samples.messages.records import MORNING, a_reply, a_routing
from samples.messages.signer import SampleSigner
from shared.model.fact import CENTRAL
from shared.model.letter import SECRET_NAME, SECRET_SUBJECT, LetterRecord
from shared.model.piece import PieceKind
from shared.model.routing import Decision
from shared.model.work import WorkItem

PAPERWORK = Paperwork(SampleSigner(), "https://status.example/receipt/", cache(print_paper))


def a_receipt(record: LetterRecord, *items: WorkItem) -> EmailMessage:
    """The receipt of a letter that lies on these desks, without its paper."""
    return compose_receipt(facts_of(record, *items), a_heading())


def with_paper(message: EmailMessage, facts: ReceiptFacts) -> EmailMessage:
    """The message with its PDF, sealed with a key that is nobody's."""
    PAPERWORK.enclose(message, PAPERWORK.seal(facts, MORNING))
    return message


def sent(record: LetterRecord, *items: WorkItem) -> EmailMessage:
    """The receipt of a letter as it is sent."""
    return with_paper(a_receipt(record, *items), facts_of(record, *items))


def unreadable() -> EmailMessage:
    """Most of what was sent cannot be read."""
    parts = (
        a_part(1),
        a_part(2, "ใบรับรองแพทย์.jpg", kind="jpeg", pages=1, refusal="not_legible"),
        a_part(3, "สมุดบัญชี.pdf", pages=0, refusal="password"),
        a_part(4, "scan0001.pdf", pages=0, refusal="corrupt", size=90_112),
        a_part(5, "เอกสาร 1-2345-67890-12-1.zip", kind="zip", pages=0, refusal="archive"),
        a_part(6, "form.exe", kind="executable", pages=0, refusal="executable"),
        a_part(7, "ว่าง.txt", kind="text", size=0, pages=0, refusal="empty"),
    )
    return sent(a_letter_record("ssf-benefit/1", subject="เบิกค่ารักษา", parts=parts))


def joined() -> EmailMessage:
    """A reply, added to its letter."""
    parts = (a_part(1), a_part(2, "สำเนาบัตรประชาชน.pdf"))
    reply = a_reply(subject=f"Re: ได้รับหนังสือของท่านแล้ว [SSO {REFERENCE}]", parts=parts)
    facts = joined_facts(a_letter_record(), reply, (an_item(),), DIRECTORY)
    message = compose_joined(facts, a_heading(answers=reply.message_id))
    return with_paper(message, facts)


def english() -> EmailMessage:
    """An English letter on the last evening of a year."""
    record = a_letter_record(
        "hospital/1",
        english=True,
        subject="Request to change my registered hospital",
        received_at=EVENING,
        parts=(a_part(1), a_part(2, "form 9-02.pdf", pages=1)),
        routing=a_routing("bkkarea4"),
    )
    return sent(record, an_item("bkkarea4", 7))


def agency() -> EmailMessage:
    """An agency writes to all of us."""
    record = a_letter_record(
        "correspondence/agency", subject="ขอความอนุเคราะห์ข้อมูล", routing=a_routing("central")
    )
    return sent(record, an_item(CENTRAL, 2041))


def official() -> EmailMessage:
    """A letter with a number and a date of its own."""
    record = a_letter_record(
        "correspondence/agency",
        subject="ขอความอนุเคราะห์วิทยากร",
        routing=a_routing("central"),
        official=an_official_letter(),
    )
    return sent(record, an_item(CENTRAL, 2043))


def secret() -> EmailMessage:
    """A letter marked secret."""
    record = a_letter_record(
        "correspondence/agency",
        subject=SECRET_SUBJECT,
        secret=True,
        routing=a_routing("nan", decision=Decision.TRIAGE),
        parts=(a_part(1), a_part(2, SECRET_NAME)),
        official=an_official_letter(),
    )
    return sent(record, an_item(CENTRAL, 2044))


def triage() -> EmailMessage:
    """The central registry must choose the office."""
    routing = a_routing("fang", decision=Decision.TRIAGE)
    record = a_letter_record(classification=guessed("none", sure=False), routing=routing)
    return sent(record, an_item(CENTRAL, 2042))


def sick() -> EmailMessage:
    """One combined scan: the form and a certificate are found, the rest of the list is not."""
    found = (
        a_piece(PieceKind.REQUEST_FORM, 1, "สปส. 2-01"),
        a_piece(PieceKind.MEDICAL_CERTIFICATE, 2),
    )
    parts = (a_part(1), a_part(2, "scan.pdf", pieces=found))
    return sent(a_letter_record("ssf-benefit/1", subject="เบิกเงินกรณีป่วย", parts=parts))


def leavers() -> EmailMessage:
    """An employer names those who left."""
    parts = (
        a_part(1),
        a_part(2, "6-09.pdf", pieces=(a_piece(PieceKind.REQUEST_FORM, 1, "สปส. 6-09"),)),
    )
    return sent(a_letter_record("change/2.1", subject="แจ้งลูกจ้างออก", parts=parts))
