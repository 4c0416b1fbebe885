"""Letters written down one per line as JSON, read as if intake had read them.

``{"id", "channel", "to", "from", "subject", "body", "attachments": [{"filename", "kind",
"text"}]}``; a key that is missing counts as empty, one that is unknown is ignored.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from shared.directory.offices import Directory
from shared.model.arrival import Arrival, Channel, arrival_id
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.reading import Page, Reading, Source
from shared.model.submission import Document, ReadLetter, Role, Sender, Submission

CHANNELS = {"upload": Channel.UPLOAD, "drop": Channel.DROP}
OCR_KINDS = frozenset({"scan", "jpg", "jpeg", "png", "tiff", "photo", "image"})


class BrokenLineError(ValueError):
    """A line that is no letter; ``str()`` says what is wrong with it."""


def letter_from(line: str, directory: Directory, received_at: datetime) -> tuple[str, ReadLetter]:
    """The letter of one line and its id (empty when it has none). Raises BrokenLineError."""
    row = _row(line)
    documents, readings = _documents(row)
    submission = Submission(
        id=SubmissionId(sha256(line.encode()).hexdigest()[:20]),
        channel=CHANNELS.get(_text(row, "channel"), Channel.MAIL),
        sender=Sender(address=_text(row, "from")) if _text(row, "from") else None,
        addressed=_offices(row.get("to"), directory),
        subject=_text(row, "subject"),
        received_at=received_at,
        documents=documents,
    )
    return _text(row, "id"), ReadLetter(
        arrival=_arrival(submission), submission=submission, readings=readings
    )


def _row(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise BrokenLineError(f"not JSON: {error.msg} at letter {error.pos + 1}") from None
    if not isinstance(row, dict):
        raise BrokenLineError("not a JSON object")
    return row


def _arrival(submission: Submission) -> Arrival:
    return Arrival(
        id=arrival_id("explain", submission.id),
        channel=submission.channel,
        bucket="explain",
        key=submission.id,
        received_at=submission.received_at.astimezone(UTC),
    )


def _offices(to: object, directory: Directory) -> tuple[OfficeCode, ...]:
    written = to if isinstance(to, list) else str(to or "").replace(";", ",").split(",")
    found = (directory.by_mailbox(str(address)) for address in written)
    return tuple(dict.fromkeys(office.code for office in found if office))


def _documents(row: Mapping[str, Any]) -> tuple[tuple[Document, ...], tuple[Reading, ...]]:
    attachments = row.get("attachments") or []
    if not isinstance(attachments, list) or not all(isinstance(a, dict) for a in attachments):
        raise BrokenLineError("attachments: not a list of objects")
    pairs = [_pair(1, Role.BODY, "", "text", _text(row, "body"))] if _text(row, "body") else []
    for attachment in attachments:
        name, kind = _text(attachment, "filename"), _text(attachment, "kind")
        text = _text(attachment, "text")
        pairs.append(_pair(len(pairs) + 1, Role.ATTACHMENT, name, kind, text))
    documents: Sequence[Document] = [document for document, _ in pairs]
    return tuple(documents), tuple(reading for _, reading in pairs)


def _pair(number: int, role: Role, name: str, kind: str, text: str) -> tuple[Document, Reading]:
    content = text.encode()
    document = Document(
        number=number,
        role=role,
        name=name,
        kind=kind,
        size=len(content),
        sha256=sha256(content).hexdigest(),
    )
    source = Source.TEXT if role is Role.BODY else Source.TEXT_LAYER
    if kind.lower() in OCR_KINDS:
        source = Source.OCR
    pages = (Page(text=text, source=source, legibility=1.0),) if text else ()
    return document, Reading(pages=pages)


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    if value is not None and not isinstance(value, str):
        raise BrokenLineError(f"{name}: not a text")
    return value or ""
