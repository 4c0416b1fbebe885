"""What goes over the wire from us: the facts of answers, as the document has them."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from shared.model.fact import Fact
from shared.model.office import OfficeKind
from shared.model.process import PrescribedChannel
from shared.model.work import State


class OfficeShown(Fact):
    """An office of appendix 2."""

    code: str = Field(examples=["khonkaen"])
    kind: OfficeKind
    name_th: str
    name_en: str
    province_th: str | None
    mailbox: str
    phones: tuple[str, ...]
    faxes: tuple[str, ...]


class ProcessShown(Fact):
    """A process of appendix 1, or one of ours beside it."""

    id: str = Field(examples=["ssf-benefit/3"])
    name_th: str
    name_en: str
    channel: PrescribedChannel
    channel_th: str
    channel_en: str
    taken_here: bool = Field(description="False: the announcement prescribes another channel.")


class TicketShown(Fact):
    """Leave to put one file: POST a multipart form with ``fields`` first and ``file`` last."""

    name: str
    address: str
    fields: Mapping[str, str]


class Begun(Fact):
    """A letter that waits for its files."""

    letter: str = Field(description="Its id; only the agency that began it can use it.")
    closed: bool = Field(description="It was closed before: there is nothing more to put.")
    tickets: tuple[TicketShown, ...]
    seconds: int = Field(description="How long the tickets are good; a repeat gives new ones.")


class Progress(StrEnum):
    """How far a letter is."""

    BEGUN = "begun"
    RECEIVED = "received"
    REGISTERED = "registered"
    NOT_REGISTERED = "not_registered"


class FileShown(Fact):
    """A file of a letter. ``arrived``: it lies here whole."""

    name: str
    size: int
    arrived: bool


class AtOfficeShown(Fact):
    """The letter at one office."""

    code: str
    name_th: str
    name_en: str
    phones: tuple[str, ...]
    register_number: str = Field(examples=["128/2569"])
    since: datetime
    state: State
    being_assigned: bool = Field(description="The central registry decides whose letter it is.")
    documents_asked: tuple[str, ...] = Field(description="Wanted until ``answer_by``.")
    answer_by: date | None
    passed_to: str | None
    later_letters: int


class LetterShown(Fact):
    """A letter as it stands."""

    letter: str
    progress: Progress
    adds_to: str | None = Field(description="The id of the letter that it adds documents to.")
    files: tuple[FileShown, ...]
    reference: str | None = Field(examples=["7K4M-9XQ2-HDWA"])
    entered_at: datetime | None
    deemed_received_at: datetime | None
    offices: tuple[AtOfficeShown, ...]
    receipt: bool = Field(description="There is a receipt to fetch.")


class NumberShown(Fact):
    """A number in an office's receiving register."""

    office: str
    number: str


class SignedDocument(Fact):
    """A document as the signed receipt names it."""

    name: str
    size: int
    sha256: str


class Checked(Fact):
    """What was found. Of a PDF the facts in it are checked, not how its pages look."""

    genuine: bool
    reason: str | None = Field(
        None, description="Why it is not genuine.", examples=["not_signed_by_us"]
    )
    reference: str | None = None
    register_numbers: tuple[NumberShown, ...] = ()
    entered_at: datetime | None = None
    deemed_received_at: datetime | None = None
    issued_at: datetime | None = Field(None, description="Only of a PDF.")
    subject: str | None = Field(None, description="Only of a PDF.")
    documents: tuple[SignedDocument, ...] = ()
