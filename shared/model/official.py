"""OfficialLetter: what an agency's letter says of itself, each field with its place."""

from datetime import date
from enum import StrEnum

from shared.model.fact import Fact


class Urgency(StrEnum):
    """How fast an official letter asks to be handled (ชั้นความเร็ว)."""

    MOST = "most urgent"
    """ด่วนที่สุด"""
    VERY = "very urgent"
    """ด่วนมาก"""
    URGENT = "urgent"
    """ด่วน"""
    NONE = "none"

    @property
    def rank(self) -> int:
        """Its place in a queue: 0 is handled first."""
        return tuple(Urgency).index(self)


class Secrecy(StrEnum):
    """How secret an official letter says it is (ชั้นความลับ)."""

    TOP_SECRET = "top secret"  # noqa: S105 - a marking on paper, not a password
    """ลับที่สุด"""
    SECRET = "secret"  # noqa: S105 - another
    """ลับมาก"""
    CONFIDENTIAL = "confidential"
    """ลับ"""

    @property
    def rank(self) -> int:
        """0 is the most secret."""
        return tuple(Secrecy).index(self)


class Said(Fact):
    """Words of a letter and where they stand: document (0 is the subject) and offsets.

    ``scanned``: they were read by OCR, so they are shown as read and never told as a fact.
    """

    text: str
    document: int
    start: int
    end: int
    scanned: bool = False


class SaidDate(Said):
    """A date as written, and the day that it means."""

    day: date


class SaidUrgency(Said):
    """The mark of urgency."""

    level: Urgency


class SaidSecrecy(Said):
    """The mark of secrecy."""

    level: Secrecy


class OfficialLetter(Fact):
    """A letter in the form that agencies use. What is not clearly there is None.

    ``to_us``: nothing says that it is meant for somebody else, as a letter enclosed in
    another one may be.
    """

    number: Said | None = None
    date: SaidDate | None = None
    subject: Said | None = None
    addressee: Said | None = None
    agency: Said | None = None
    urgency: SaidUrgency | None = None
    secrecy: SaidSecrecy | None = None
    contact: Said | None = None
    refers_to: tuple[Said, ...] = ()
    to_us: bool = True
