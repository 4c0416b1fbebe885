"""Letters, records and arrivals for tests; each argument changes one thing."""

from typing import Any

from samples.messages.records import (
    MORNING,
    REFERENCE,
    a_classification,
    a_record,
    a_reply,
    a_routing,
    an_arrival,
)
from shared.model.arrival import Arrival
from shared.model.reading import Page, Reading, Source
from shared.model.submission import Document, ReadLetter, Role, Sender, Submission

__all__ = [
    "MORNING",
    "REFERENCE",
    "a_classification",
    "a_document",
    "a_letter",
    "a_record",
    "a_reply",
    "a_routing",
    "an_arrival",
]


def a_document(number: int = 1, **changes: Any) -> Document:
    """A text body."""
    given = {
        "number": number,
        "role": Role.BODY,
        "name": "",
        "kind": "text",
        "size": 10,
        "sha256": "0" * 64,
    }
    return Document.model_validate(given | changes)


def a_letter(*texts: str, arrival: Arrival | None = None, **changes: Any) -> ReadLetter:
    """A mail whose body and attachments have these texts."""
    arrival = arrival or an_arrival()
    documents = tuple(
        a_document(n, role=Role.BODY if n == 1 else Role.ATTACHMENT)
        for n, _ in enumerate(texts, start=1)
    )
    given = {
        "id": "a1",
        "channel": arrival.channel,
        "sender": Sender(address="somchai@mail.example", name="สมชาย ตัวอย่าง"),
        "addressed": ("chiangmai",),
        "subject": "ขอส่งเอกสาร",
        "message_id": "<one@mail.example>",
        "received_at": arrival.received_at,
        "documents": documents,
    }
    readings = tuple(
        Reading(pages=(Page(text=text, source=Source.TEXT, legibility=1),)) for text in texts
    )
    submission = Submission.model_validate(given | changes)
    return ReadLetter(arrival=arrival, submission=submission, readings=readings)
