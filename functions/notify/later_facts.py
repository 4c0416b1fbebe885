"""What the messages that follow a receipt say, apart from their words."""

from datetime import date
from enum import StrEnum

from pydantic import AwareDatetime

from functions.notify.facts import OfficeLine
from shared.model.fact import Fact
from shared.model.official import Urgency


class Telling(StrEnum):
    """What a later message tells; also the name of its word templates."""

    TRANSFER = "transfer"
    DOCUMENTS = "documents"
    REMINDER = "reminder"
    RESULT = "result"


class NoticeFacts(Fact):
    """Everything a later message about a letter says.

    ``offices`` are those that have the letter; none when another ``agency`` is responsible
    and the office that wrote has no item any more. ``note`` and ``result`` are a clerk's own
    words, by lines. ``subject`` is that of the letter; None when it is marked secret: then there
    are no documents, no result and no note either.
    """

    telling: Telling
    reference: str
    subject: str | None
    english: bool
    entered_at: AwareDatetime
    written_by_th: str
    written_by_en: str
    offices: tuple[OfficeLine, ...]
    agency: str = ""
    documents: tuple[str, ...] = ()
    answer_by: date | None = None
    result: tuple[str, ...] = ()
    note: tuple[str, ...] = ()


class LimitFacts(Fact):
    """What is told once to an address that writes more than is answered letter by letter."""

    reference: str
    english: bool
    entered_at: AwareDatetime
    offices: tuple[OfficeLine, ...]
    an_hour: int
    a_day: int


class DeliveryFacts(Fact):
    """What an office is told of a letter on its desk: nothing of what it says or who wrote it."""

    office_th: str
    office_en: str
    number: str
    entered_at: AwareDatetime
    urgency: Urgency
    desk_page: str
    attached: bool
    english: bool = False
