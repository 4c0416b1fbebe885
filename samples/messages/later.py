"""Later messages about invented letters: a transfer, documents asked for, a result, a delivery."""

from datetime import date
from email.message import EmailMessage
from typing import Any

from functions.notify.delivery import compose_delivery
from functions.notify.later_facts import DeliveryFacts
from functions.notify.notice import compose_limit, compose_notice
from functions.notify.notices import limit_facts, notice_facts
from samples.messages.letters import DIRECTORY, a_heading, a_letter_record, an_item
from samples.messages.records import MORNING
from shared.model.letter import SECRET_SUBJECT, LetterRecord
from shared.model.messages import DocumentsAsked, NoticeDue, ReminderDue, ResultDue, TransferDue
from shared.model.official import Urgency
from shared.model.work import WorkItem

SICK = {
    "documents": (
        "ใบรับรองแพทย์ที่ระบุวันหยุดงาน จำนวน 1 ฉบับ",
        "หนังสือรับรองของนายจ้าง จำนวน 1 ฉบับ",
    ),
    "answer_by": date(2026, 12, 5),
}


def a_notice(due: NoticeDue, record: LetterRecord, *items: WorkItem) -> EmailMessage:
    """A later message about a letter that lies on these desks."""
    return compose_notice(notice_facts(due, record, items or (an_item(),), DIRECTORY), a_heading())


def about(**changes: Any) -> dict[str, Any]:
    """What every later message has."""
    return {"submission_id": "a1", "event": "event-2", "office": "chiangmai"} | changes


def transfer() -> EmailMessage:
    """Another office has the letter now."""
    due = TransferDue.model_validate(about(to_office="nan", note="เนื่องจากท่านพักอาศัยในจังหวัดน่าน"))
    return a_notice(due, a_letter_record(), an_item(), an_item("nan", 12))


def to_agency() -> EmailMessage:
    """Another agency is responsible."""
    due = TransferDue.model_validate(about(agency="กรมการจัดหางาน กระทรวงแรงงาน"))
    return a_notice(due, a_letter_record(subject="ขอใบอนุญาตทำงาน"))


def asked() -> EmailMessage:
    """Documents are missing."""
    note = "ใบรับรองแพทย์ฉบับเดิมอ่านไม่ชัดเจน\nโปรดสแกนใหม่ให้เห็นทั้งหน้า"
    due = DocumentsAsked.model_validate(about(note=note, **SICK))
    return a_notice(due, a_letter_record("ssf-benefit/1", subject="เบิกค่ารักษา"))


def asked_secret() -> EmailMessage:
    """The same of a secret letter, of which nothing is named."""
    record = a_letter_record("correspondence/agency", subject=SECRET_SUBJECT, secret=True)
    return a_notice(DocumentsAsked.model_validate(about(**SICK)), record)


def reminder() -> EmailMessage:
    """The documents have not come yet."""
    due = ReminderDue.model_validate(about(**SICK))
    return a_notice(due, a_letter_record("ssf-benefit/1", subject="เบิกค่ารักษา"))


def result() -> EmailMessage:
    """What came of the letter."""
    words = "อนุมัติคืนเงินสมทบส่วนที่จ่ายเกิน จำนวน 1,250 บาท\nโอนเข้าบัญชีที่แจ้งไว้ภายใน 4 วันทำการ"
    return a_notice(ResultDue.model_validate(about(result=words)), a_letter_record())


def result_english() -> EmailMessage:
    """The same of an English letter."""
    record = a_letter_record(english=True, subject="Refund of contributions paid twice")
    words = "Approved. 1,250 baht will be paid into the account that you named."
    return a_notice(ResultDue.model_validate(about(result=words)), record)


def limit() -> EmailMessage:
    """Too many letters to answer each."""
    facts = limit_facts(a_letter_record(), (an_item(),), MORNING, DIRECTORY, (3, 20))
    return compose_limit(facts, a_heading())


def delivery() -> EmailMessage:
    """To an office that wants the original beside its desk."""
    facts = DeliveryFacts(
        office_th="สำนักงานประกันสังคมจังหวัดเชียงใหม่",
        office_en="Social Security Office, Chiang Mai Province",
        number="128/2569",
        entered_at=MORNING,
        urgency=Urgency.VERY,
        desk_page="desk.sso.example",
        attached=True,
    )
    return compose_delivery(
        facts, a_heading(to="officer@sso.go.th"), b"From: somchai\r\n\r\nletter"
    )
