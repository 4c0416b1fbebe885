"""Reading an opened letter: every piece becomes a document with its reading.

All files are kept before any is read: what cannot be read, or is not read to its end, is
still there for a person.
"""

from dataclasses import replace
from hashlib import sha256

from functions.intake.inside_apart import Opener, inside_here
from functions.intake.opened import Opened, Piece
from functions.intake.pieces.naming import pieces_of
from functions.intake.read_pieces import Enough, nothing_is_enough, read_pieces
from functions.intake.reading.apart import Reader
from functions.intake.reading.budget import Budget
from functions.intake.reading.claims import misnamed
from functions.intake.reading.kinds import Kind
from functions.intake.reading.reader import read as read_here
from functions.intake.reading.sniffing import kind_of
from functions.intake.unfolding import unfolded
from shared.model.arrival import Arrival, Channel
from shared.model.reference import references_in
from shared.model.submission import Document, ReadLetter, Role, Submission
from shared.ports.buckets import LetterStore

MOST_REFERENCES = 20
"""References of ours that a letter quotes; each costs the router a look-up."""


def read_letter(
    arrival: Arrival,
    opened: Opened,
    letters: LetterStore,
    *,
    read: Reader = read_here,
    inside: Opener = inside_here,
    enough: Enough = nothing_is_enough,
    budget: Budget | None = None,
) -> ReadLetter:
    """Keep the attachments' bytes and read every piece within one budget.

    What is inside a file (an archive, a mail) becomes documents of its own behind it.
    Documents and readings are in the sender's order, in whatever order they were read.
    ``enough`` is asked before a document's further pages are read by OCR. Raises TryLater
    when S3 is busy, NotConfigured when there is no OCR engine.
    """
    budget = budget or Budget()
    pieces = unfolded(opened.pieces, inside=lambda piece, room: inside(piece, room, budget))
    opened = replace(opened, pieces=pieces)
    kinds = [piece.kind or kind_of(piece.content) for piece in opened.pieces]
    documents = tuple(
        _document(number, piece, kind, opened, letters)
        for number, (piece, kind) in enumerate(zip(opened.pieces, kinds, strict=True), start=1)
    )
    letter = ReadLetter(
        arrival=arrival, submission=_submission(arrival, opened, documents), readings=()
    )
    readings = read_pieces(letter, opened.pieces, kinds, read=read, enough=enough, budget=budget)
    return _quoting(opened, _named(letter.model_copy(update={"readings": readings})))


def _submission(arrival: Arrival, opened: Opened, documents: tuple[Document, ...]) -> Submission:
    return Submission(
        id=opened.id,
        channel=arrival.channel,
        sender=opened.sender,
        reply_to=opened.reply_to,
        addressed=opened.addressed,
        subject=opened.subject,
        message_id=opened.message_id,
        in_reply_to=opened.in_reply_to,
        machine=opened.machine,
        received_at=arrival.received_at,
        chosen_process=opened.chosen_process,
        documents=documents,
    )


def _named(letter: ReadLetter) -> ReadLetter:
    """With what each attachment, or each page of a combined scan, is: a form, a receipt ..."""
    pairs = zip(letter.submission.documents, letter.readings, strict=True)
    documents = tuple(
        document.model_copy(update={"pieces": pieces_of(reading)})
        if document.role is Role.ATTACHMENT
        else document
        for document, reading in pairs
    )
    submission = letter.submission.model_copy(update={"documents": documents})
    return letter.model_copy(update={"submission": submission})


def _quoting(opened: Opened, letter: ReadLetter) -> ReadLetter:
    """With the references of ours by which it may continue an earlier letter.

    Of a mail, those that subject and bodies quote. Of an upload, only the one that was proven:
    whoever lays files down sees how the letter stands that they join.
    """
    found = _quoted(letter)[:MOST_REFERENCES]
    if letter.arrival.channel is not Channel.MAIL:
        found = (opened.continues,) if opened.continues else ()
    changed = letter.submission.model_copy(update={"references": found})
    return letter.model_copy(update={"submission": changed})


def _quoted(letter: ReadLetter) -> tuple[str, ...]:
    submission = letter.submission
    pairs = zip(submission.documents, letter.readings, strict=True)
    bodies = [reading.text for document, reading in pairs if document.role is Role.BODY]
    return references_in("\n".join((submission.subject, *bodies)))


def _document(
    number: int, piece: Piece, kind: Kind, opened: Opened, letters: LetterStore
) -> Document:
    kept = None
    if piece.role is Role.ATTACHMENT:
        kept = letters.keep_document(opened.id, number, piece.content)
    return Document(
        number=number,
        role=piece.role,
        name=piece.name,
        kind=kind.value,
        size=len(piece.content),
        sha256=sha256(piece.content).hexdigest(),
        key=kept,
        note=_note(piece, kind),
    )


def _note(piece: Piece, kind: Kind) -> str | None:
    notes = (piece.note, misnamed(piece.name, kind))
    return "\n".join(note for note in notes if note) or None
