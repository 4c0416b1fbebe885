"""Piece: what a document, or one page of a combined scan, is among what a request needs."""

from enum import StrEnum
from typing import NamedTuple

from shared.model.fact import Fact


class PieceKind(StrEnum):
    """The kinds that the citizen manuals ask for, and those that come with them."""

    REQUEST_FORM = "request_form"
    RECEIPT = "receipt"
    MEDICAL_CERTIFICATE = "medical_certificate"
    EMPLOYER_CERTIFICATE = "employer_certificate"
    LEAVE_RECORD = "leave_record"
    BANK_BOOK = "bank_book"
    IDENTITY_CARD = "identity_card"
    SOCIAL_SECURITY_CARD = "social_security_card"
    PASSPORT = "passport"
    POWER_OF_ATTORNEY = "power_of_attorney"
    COMPANY_AFFIDAVIT = "company_affidavit"
    NAME_CHANGE = "name_change"
    BIRTH_CERTIFICATE = "birth_certificate"
    DEATH_CERTIFICATE = "death_certificate"
    MARRIAGE_CERTIFICATE = "marriage_certificate"
    DIVORCE_CERTIFICATE = "divorce_certificate"
    HOUSE_REGISTRATION = "house_registration"
    PAYSLIP = "payslip"
    OFFICIAL_LETTER = "official_letter"
    """Of a government agency, with its number."""
    LETTER = "letter"
    """Of a company or a person, in a letter's form."""


class PieceName(NamedTuple):
    """How people read what a piece is."""

    th: str
    en: str


NAMES = {
    PieceKind.REQUEST_FORM: PieceName("แบบคำขอ", "request form"),
    PieceKind.RECEIPT: PieceName("ใบเสร็จรับเงิน", "receipt"),
    PieceKind.MEDICAL_CERTIFICATE: PieceName("ใบรับรองแพทย์", "medical certificate"),
    PieceKind.EMPLOYER_CERTIFICATE: PieceName("หนังสือรับรองของนายจ้าง", "employer's certificate"),
    PieceKind.LEAVE_RECORD: PieceName("สถิติวันลา", "record of leave"),
    PieceKind.BANK_BOOK: PieceName("สำเนาสมุดบัญชีเงินฝากธนาคาร", "copy of a bank book"),
    PieceKind.IDENTITY_CARD: PieceName("สำเนาบัตรประจำตัวประชาชน", "copy of an identity card"),
    PieceKind.SOCIAL_SECURITY_CARD: PieceName(
        "สำเนาบัตรประกันสังคม", "copy of a social security card"
    ),
    PieceKind.PASSPORT: PieceName("สำเนาหนังสือเดินทาง", "copy of a passport"),
    PieceKind.POWER_OF_ATTORNEY: PieceName("หนังสือมอบอำนาจ", "power of attorney"),
    PieceKind.COMPANY_AFFIDAVIT: PieceName(
        "หนังสือรับรองการจดทะเบียนนิติบุคคล", "company registration certificate"
    ),
    PieceKind.NAME_CHANGE: PieceName(
        "หนังสือสำคัญแสดงการเปลี่ยนชื่อตัวหรือชื่อสกุล", "name-change certificate"
    ),
    PieceKind.BIRTH_CERTIFICATE: PieceName("สูติบัตร", "birth certificate"),
    PieceKind.DEATH_CERTIFICATE: PieceName("มรณบัตร", "death certificate"),
    PieceKind.MARRIAGE_CERTIFICATE: PieceName("ทะเบียนสมรส", "marriage certificate"),
    PieceKind.DIVORCE_CERTIFICATE: PieceName("ทะเบียนหย่า", "divorce certificate"),
    PieceKind.HOUSE_REGISTRATION: PieceName("สำเนาทะเบียนบ้าน", "copy of a house registration"),
    PieceKind.PAYSLIP: PieceName("ใบแจ้งเงินเดือน", "payslip"),
    PieceKind.OFFICIAL_LETTER: PieceName("หนังสือราชการ", "official letter"),
    PieceKind.LETTER: PieceName("หนังสือหรือจดหมาย", "letter"),
}
"""The one place of these names."""


class Piece(Fact):
    """What one page is, and the words on it that say so.

    ``page`` counts from 1; ``start``/``end`` are offsets into that page's text, ``words`` what
    stands there. ``form`` is the code printed on it, if one is (``สปส. 2-01``); it is never
    concluded from a title.
    """

    kind: PieceKind
    page: int
    start: int
    end: int
    words: str
    form: str | None = None

    @property
    def name_th(self) -> str:
        """For people: the kind, and the form's code."""
        return f"{NAMES[self.kind].th} ({self.form})" if self.form else NAMES[self.kind].th

    @property
    def name_en(self) -> str:
        """For people: the kind, and the form's code."""
        return f"{NAMES[self.kind].en} ({self.form})" if self.form else NAMES[self.kind].en
