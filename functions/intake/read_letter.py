"""Reading an opened letter: every piece becomes a document with its reading."""

from hashlib import sha256

from functions.intake.opened import Opened, Piece
from functions.intake.reading.claims import misnamed
from functions.intake.reading.kinds import Kind
from functions.intake.reading.reader import INCIDENTAL, read
from functions.intake.reading.sniffing import kind_of
from shared.model.arrival import Arrival
from shared.model.reading import Reading
from shared.model.reference import references_in
from shared.model.submission import Document, ReadLetter, Role, Submission
from shared.ports import LetterStore


def read_letter(arrival: Arrival, opened: Opened, letters: LetterStore) -> ReadLetter:
    """Read every piece and keep the attachments' bytes. Raises TryLater when S3 is busy."""
    pairs = [
        _document(number, piece, opened, letters)
        for number, piece in enumerate(opened.pieces, start=1)
    ]
    documents = tuple(document for document, _ in pairs)
    readings = tuple(reading for _, reading in pairs)
    bodies = [reading.text for document, reading in pairs if document.role is Role.BODY]
    submission = Submission(
        id=opened.id,
        channel=arrival.channel,
        sender=opened.sender,
        reply_to=opened.reply_to,
        addressed=opened.addressed,
        subject=opened.subject,
        message_id=opened.message_id,
        in_reply_to=opened.in_reply_to,
        references=references_in("\n".join((opened.subject, *bodies))),
        machine=opened.machine,
        received_at=arrival.received_at,
        chosen_process=opened.chosen_process,
        documents=documents,
    )
    return ReadLetter(arrival=arrival, submission=submission, readings=readings)


def _document(
    number: int, piece: Piece, opened: Opened, letters: LetterStore
) -> tuple[Document, Reading]:
    kind, reading = _read(piece)
    kept = None
    if piece.role is Role.ATTACHMENT:
        kept = letters.keep_document(opened.id, number, piece.content)
    document = Document(
        number=number,
        role=piece.role,
        name=piece.name,
        kind=kind.value,
        size=len(piece.content),
        sha256=sha256(piece.content).hexdigest(),
        key=kept,
        note=_note(piece, kind),
    )
    return document, reading


def _read(piece: Piece) -> tuple[Kind, Reading]:
    if piece.incidental:
        return kind_of(piece.content), INCIDENTAL
    return read(piece.content, piece.kind, piece.charset)


def _note(piece: Piece, kind: Kind) -> str | None:
    notes = (piece.note, misnamed(piece.name, kind))
    return "\n".join(note for note in notes if note) or None
