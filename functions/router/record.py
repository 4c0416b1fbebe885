"""What the register keeps of a letter: no more than a desk and a receipt need.

Of a letter marked secret its words are not kept: what is not in the register cannot be
shown in a list or travel in a receipt.
"""

from collections.abc import Mapping

from shared.classification.passages import passages
from shared.correspondence.hospital import failings
from shared.correspondence.official import official_letter
from shared.model.classification import Classification
from shared.model.letter import SECRET_NAME, SECRET_SUBJECT, LetterRecord, Part, Reply
from shared.model.official import OfficialLetter, Urgency
from shared.model.process import HOSPITAL_USER
from shared.model.reading import Reading
from shared.model.routing import Routing
from shared.model.submission import Document, Machine, ReadLetter, Role
from shared.own_words.away import says_away
from shared.own_words.voices import own_words
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
    pieces = passages(letter)
    official = official_letter(pieces)
    asked_for = classification.best.process == HOSPITAL_USER
    record = LetterRecord(
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
        official=official,
        urgency=_urgency(official),
        findings=failings(letter, pieces) if asked_for else (),
    )
    secret = official is not None and official.secrecy is not None
    return record.model_copy(update=_withheld(record)) if secret else record


def reply_of(letter: ReadLetter, letter_key: str, *, secret: bool = False) -> Reply:
    """The register's record of a letter that joins an earlier one, which may be ``secret``."""
    submission = letter.submission
    parts = parts_of(letter)
    return Reply(
        arrival_id=letter.arrival.id,
        submission_id=submission.id,
        received_at=submission.received_at,
        letter_key=letter_key,
        sender=submission.sender,
        machine=submission.machine or _away(letter),
        envelope_sender=letter.arrival.envelope_sender,
        verdicts=letter.arrival.verdicts,
        message_id=submission.message_id,
        subject=SECRET_SUBJECT if secret else submission.subject,
        parts=_unnamed(parts) if secret else parts,
    )


def _away(letter: ReadLetter) -> Machine | None:
    """An automatic reply to our receipt that no header marks: kept, and not answered again."""
    documents = letter.submission.documents
    if any(document.role is Role.ATTACHMENT for document in documents):
        return None
    return Machine.AUTO_GENERATED if says_away(_bodies(letter)) else None


def _urgency(official: OfficialLetter | None) -> Urgency:
    """A letter to somebody else, enclosed as a copy, does not hurry us."""
    if official is None or official.urgency is None or not official.to_us:
        return Urgency.NONE
    return official.urgency.level


def _withheld(record: LetterRecord) -> Mapping[str, object]:
    """What stands in place of a secret letter's words; number, date and marks are none."""
    kept = {"subject": None, "addressee": None, "contact": None, "refers_to": ()}
    return {
        "secret": True,
        "subject": SECRET_SUBJECT,
        "parts": _unnamed(record.parts),
        "classification": record.classification.model_copy(update={"evidence": ()}),
        "official": record.official.model_copy(update=kept) if record.official else None,
    }


def _unnamed(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(
        part.model_copy(update={"name": SECRET_NAME if part.name else "", "pieces": ()})
        for part in parts
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
        pieces=document.pieces,
    )


def _own_words(letter: ReadLetter) -> str:
    return "\n".join((letter.submission.subject, _bodies(letter)))


def _bodies(letter: ReadLetter) -> str:
    """What the sender wrote himself, without the subject."""
    subject = letter.submission.subject
    pairs = zip(letter.submission.documents, letter.readings, strict=True)
    return "\n".join(
        own_words(reading.text, subject)
        for document, reading in pairs
        if document.role is Role.BODY
    )
