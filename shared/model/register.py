"""Register: the receive number (เลขทะเบียนรับ) of one letter at one office."""

from datetime import datetime

from pydantic import AwareDatetime

from shared.model.fact import ArrivalId, Fact, OfficeCode, SubmissionId
from shared.thai.calendar import BANGKOK, BUDDHIST_ERA


class RegisterNumber(Fact):
    """1, 2, 3 … per office and Buddhist year, without gaps or doubles."""

    office: OfficeCode
    year: int
    """Buddhist era."""
    number: int

    def __str__(self) -> str:
        """As a register is quoted: number/year."""
        return f"{self.number}/{self.year}"


class RegisterEntry(Fact):
    """One line of an office's receiving register (ทะเบียนหนังสือรับ)."""

    number: RegisterNumber
    submission_id: SubmissionId
    reference: str
    arrival_id: ArrivalId
    """The arrival that brought the letter to this office."""
    received_at: AwareDatetime
    sender: str
    subject: str


def register_year(received_at: datetime) -> int:
    """The Buddhist year, by Thai time, in which a letter entered the system."""
    return received_at.astimezone(BANGKOK).year + BUDDHIST_ERA
