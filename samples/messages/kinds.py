"""One message of every kind, complete, about people and companies that are plainly invented."""

from collections.abc import Callable, Mapping
from email.message import EmailMessage
from typing import Any

from functions.notify.gathering import refusal_facts
from functions.notify.refusal import compose_refusal
from functions.notify.refusals import REFUSALS
from samples.messages import later, receipts
from samples.messages.letters import EVENING, a_heading, a_letter_record, an_item, guessed
from samples.messages.records import an_arrival
from shared.model.letter import ArrivalRecord, Outcome, RefusedLetter
from shared.model.submission import Sender


def a_refusal(reason: str, **changes: Any) -> EmailMessage:
    """The answer to a letter refused for ``reason``."""
    given = {
        "sender": Sender(address="somchai@mail.example"),
        "subject": "ขอส่งเอกสาร",
        "message_id": "<one@mail.example>",
    }
    line = ArrivalRecord(
        arrival=an_arrival(),
        outcome=Outcome.REFUSED,
        reason=reason,
        refused=RefusedLetter.model_validate(given | changes),
    )
    return compose_refusal(refusal_facts(line), a_heading())


MESSAGES: Mapping[str, Callable[[], EmailMessage]] = {
    "sure": lambda: receipts.sent(a_letter_record()),
    "out-of-hours": lambda: receipts.sent(a_letter_record(received_at=EVENING)),
    "unsure": lambda: receipts.sent(
        a_letter_record(classification=guessed("ssf-benefit/8", 0.62, sure=False))
    ),
    "unknown": lambda: receipts.sent(
        a_letter_record(classification=guessed("ssf-benefit/8", 0.31, sure=False))
    ),
    "triage": receipts.triage,
    "two-offices": lambda: receipts.sent(
        a_letter_record("change/1"), an_item("rayong", 58), an_item("pluak_daeng", 9)
    ),
    "web-channel": lambda: receipts.sent(a_letter_record("ssf-benefit/3", subject="เบิกค่าคลอดบุตร")),
    "unreadable": receipts.unreadable,
    "joined": receipts.joined,
    "english": receipts.english,
    "agency": receipts.agency,
    "official": receipts.official,
    "secret": receipts.secret,
    "sick": receipts.sick,
    "leavers": receipts.leavers,
    "section-39": lambda: receipts.sent(a_letter_record("registration/2", subject="สมัครมาตรา 39")),
    "employer": lambda: receipts.sent(a_letter_record("registration/1.2", subject="ขึ้นทะเบียน")),
    "transfer": later.transfer,
    "transfer-agency": later.to_agency,
    "documents": later.asked,
    "documents-secret": later.asked_secret,
    "reminder": later.reminder,
    "result": later.result,
    "result-english": later.result_english,
    "limit": later.limit,
    "delivery": later.delivery,
} | {f"refusal-{reason}": lambda reason=reason: a_refusal(reason) for reason in REFUSALS}
