"""Submission: one letter as its sender meant it, and the documents in it."""

from enum import StrEnum

from pydantic import AwareDatetime

from shared.model.arrival import Arrival, Channel
from shared.model.fact import Fact, OfficeCode, ProcessId, SubmissionId
from shared.model.layout import Layouts, PlacedPage
from shared.model.piece import Piece
from shared.model.reading import Reading


class Role(StrEnum):
    """What a document is in its letter."""

    BODY = "body"
    ATTACHMENT = "attachment"


class Document(Fact):
    """One body or attachment. ``kind`` is found from the content, never from the name.

    ``number`` counts from 1 in the sender's order; ``key`` says where the bytes are kept
    (None for a body, whose bytes are in the raw letter).
    """

    number: int
    role: Role
    name: str
    kind: str
    size: int
    sha256: str
    key: str | None = None
    note: str | None = None
    """What the clerk should know, e.g. that the name claims another kind."""
    pieces: tuple[Piece, ...] = ()
    """What its pages are, where their text shows it; a page that does not has none."""


class Sender(Fact):
    """Who wrote, as the letter itself says. Nothing here is proven."""

    address: str
    name: str = ""


class Machine(StrEnum):
    """Signs that no person pressed "send": such mail is taken in but not answered."""

    AUTO_GENERATED = "auto_generated"
    LIST = "list"
    BULK = "bulk"


class Submission(Fact):
    """One letter.

    ``addressed`` are the offices that the envelope (or the upload) named, the central
    registry among them when saraban@ was; ``chosen_process`` only exists for uploads.
    ``references`` are SSO references that the letter quotes (their check character is
    right; whether they exist is for the register to say).
    """

    id: SubmissionId
    channel: Channel
    sender: Sender | None
    reply_to: str | None = None
    addressed: tuple[OfficeCode, ...]
    subject: str
    message_id: str | None = None
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    machine: Machine | None = None
    received_at: AwareDatetime
    chosen_process: ProcessId | None = None
    documents: tuple[Document, ...]


class ReadLetter(Fact):
    """A submission with the arrival that brought it and a Reading per document.

    ``readings[i]`` belongs to ``submission.documents[i]``.
    """

    arrival: Arrival
    submission: Submission
    readings: tuple[Reading, ...]

    @property
    def layouts(self) -> Layouts:
        """Where the words of its OCR'd pages stand, as far as the readings still say so."""
        pairs = zip(self.submission.documents, self.readings, strict=True)
        placed = tuple(
            PlacedPage(document=document.number, page=at, layout=page.layout)
            for document, reading in pairs
            for at, page in enumerate(reading.pages, start=1)
            if page.layout
        )
        return Layouts(submission_id=self.submission.id, pages=placed)

    def without_layouts(self) -> "ReadLetter":
        """The same, to be read by those who need no places."""
        bare = tuple(reading.without_layouts() for reading in self.readings)
        return self.model_copy(update={"readings": bare})
