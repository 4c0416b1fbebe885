"""Letters as the register has them, for messages about them; each argument changes one thing."""

from datetime import UTC, datetime
from typing import Any

from shared.model.arrival import Arrival, Channel, arrival_id
from shared.model.classification import Candidate, Classification
from shared.model.fact import CENTRAL, OfficeCode, ProcessId, SubmissionId
from shared.model.letter import LetterRecord, Reply
from shared.model.routing import Decision, Routing
from shared.model.submission import Sender

MORNING = datetime(2026, 11, 20, 3, 15, tzinfo=UTC)
"""A Friday, 10.15 in Thailand."""
REFERENCE = "2222-2222-2222"


def an_arrival(key: str = "mail/one", **changes: Any) -> Arrival:
    """A mail to Chiang Mai's mailbox on a Friday morning."""
    given = {
        "id": arrival_id("mail-bucket", key),
        "channel": Channel.MAIL,
        "bucket": "mail-bucket",
        "key": key,
        "received_at": MORNING,
        "recipients": ("saraban_chiangmai@sso.go.th",),
        "envelope_sender": "somchai@mail.example",
    }
    return Arrival.model_validate(given | changes)


def a_classification(process: str = "ssf-benefit/3", *, sure: bool = True) -> Classification:
    """One process, sure or not."""
    best = Candidate(process=ProcessId(process), confidence=0.97 if sure else 0.4)
    return Classification(ranked=(best,), sure=sure, evidence=(), version="test")


def a_routing(*offices: str, decision: Decision = Decision.AUTO) -> Routing:
    """Straight to these offices."""
    codes = tuple(map(OfficeCode, offices)) or (OfficeCode("chiangmai"),)
    return Routing(
        decision=decision,
        offices=(CENTRAL,) if decision is Decision.TRIAGE else codes,
        rule="test",
        suggestions=codes if decision is Decision.TRIAGE else (),
    )


def a_record(
    submission: str = "a1",
    reference: str = REFERENCE,
    arrival: Arrival | None = None,
    **changes: Any,
) -> LetterRecord:
    """What the register keeps of a letter."""
    arrival = arrival or an_arrival()
    given = {
        "submission_id": SubmissionId(submission),
        "reference": reference,
        "arrival_id": arrival.id,
        "channel": arrival.channel,
        "sender": Sender(address="somchai@mail.example", name="สมชาย ตัวอย่าง"),
        "reply_to": None,
        "subject": "ขอส่งเอกสาร",
        "message_id": "<one@mail.example>",
        "machine": None,
        "envelope_sender": arrival.envelope_sender,
        "verdicts": arrival.verdicts,
        "english": False,
        "received_at": arrival.received_at,
        "letter_key": "letters/a1/x.json",
        "parts": (),
        "classification": a_classification(),
        "routing": a_routing(),
    }
    return LetterRecord.model_validate(given | changes)


def a_reply(submission: str = "b2", arrival: Arrival | None = None, **changes: Any) -> Reply:
    """A later letter of the same sender."""
    arrival = arrival or an_arrival("mail/reply")
    given = {
        "arrival_id": arrival.id,
        "submission_id": SubmissionId(submission),
        "received_at": arrival.received_at,
        "letter_key": "letters/b2/x.json",
        "sender": Sender(address="somchai@mail.example"),
        "machine": None,
        "envelope_sender": arrival.envelope_sender,
        "verdicts": arrival.verdicts,
        "message_id": "<two@mail.example>",
        "subject": "Re: ขอส่งเอกสาร",
        "parts": (),
    }
    return Reply.model_validate(given | changes)
