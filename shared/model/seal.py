"""Seal: what a receipt says, whole, and the signed code that nobody else can make."""

from typing import Literal

from pydantic import AwareDatetime, Field

from shared.model.fact import Fact, OfficeCode, ProcessId

Language = Literal["th", "en"]


class SealedOffice(Fact):
    """One office that has the letter; ``number`` is as a register is quoted, ``128/2569``."""

    code: OfficeCode
    name_th: str
    name_en: str
    number: str = Field(pattern=r"^\d+/\d{4}$")


class SealedDocument(Fact):
    """One document; ``sha256`` is of its bytes, hexadecimal."""

    name: str
    body: bool
    kind: str
    size: int
    pages: int
    condition: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class Half(Fact):
    """The words in one language: blocks in order, the name of each first, then its parts."""

    language: Language
    blocks: tuple[tuple[str, ...], ...]


class Statement(Fact):
    """Everything that a receipt says, and what makes its PDF again to the byte.

    ``layout`` and ``typesetter`` name the files and the program that set it on paper;
    ``check_page`` is the address that the QR code leads to, or empty.
    """

    version: Literal[1] = 1
    layout: int
    typesetter: str
    check_page: str
    issued_at: AwareDatetime
    reference: str
    joined: bool
    subject: str
    entered_at: AwareDatetime
    deemed_at: AwareDatetime
    process: ProcessId | None
    sure: bool
    offices: tuple[SealedOffice, ...]
    documents: tuple[SealedDocument, ...]
    halves: tuple[Half, ...]


class Seal(Fact):
    """A statement as it was signed, to the byte, and its code (``shared.sealing.code``)."""

    statement: str
    code: str
