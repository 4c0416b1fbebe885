"""What the register keeps of a letter: no more than a desk and a receipt need."""

from shared.model.classification import Classification
from shared.model.letter import LetterRecord, Part, Reply
from shared.model.reading import Reading
from shared.model.routing import Routing
from shared.model.submission import Document, ReadLetter, Role
from shared.thai.language import is_english


def record_of(
    letter: ReadLetter,
    letter_key: str,
    reference: str,
    classification: Classification,
    routing: Routing,
) -> LetterRecord:
    """The register's record of a new letter."""
    submission = letter.submission
    return LetterRecord(
        submission_id=submission.id,
        reference=reference,
        arrival_id=letter.arrival.id,
        channel=submission.channel,
        sender=submission.sender,
        reply_to=submission.reply_to,
        subject=submission.subject,
        message_id=submission.message_id,
        machine=submission.machine,
        envelope_sender=letter.arrival.envelope_sender,
        verdicts=letter.arrival.verdicts,
        english=is_english(_own_words(letter)),
        received_at=submission.received_at,
        letter_key=letter_key,
        parts=parts_of(letter),
        classification=classification,
        routing=routing,
    )


def reply_of(letter: ReadLetter, letter_key: str) -> Reply:
    """The register's record of a letter that joins an earlier one."""
    submission = letter.submission
    return Reply(
        arrival_id=letter.arrival.id,
        submission_id=submission.id,
        received_at=submission.received_at,
        letter_key=letter_key,
        sender=submission.sender,
        machine=submission.machine,
        envelope_sender=letter.arrival.envelope_sender,
        verdicts=letter.arrival.verdicts,
        message_id=submission.message_id,
        subject=submission.subject,
        parts=parts_of(letter),
    )


def parts_of(letter: ReadLetter) -> tuple[Part, ...]:
    """The attachments as a receipt accounts for them, in the sender's order."""
    pairs = zip(letter.submission.documents, letter.readings, strict=True)
    return tuple(_part(document, reading) for document, reading in pairs)


def _part(document: Document, reading: Reading) -> Part:
    return Part(
        number=document.number,
        role=document.role,
        name=document.name,
        kind=document.kind,
        size=document.size,
        sha256=document.sha256,
        pages=len(reading.pages) + reading.unread_pages,
        unread=reading.unread,
        refusal=reading.refusal,
    )


def _own_words(letter: ReadLetter) -> str:
    pairs = zip(letter.submission.documents, letter.readings, strict=True)
    bodies = [reading.text for document, reading in pairs if document.role is Role.BODY]
    return "\n".join((letter.submission.subject, *bodies))
