"""The central registry's triage: one letter after the other, with ranked suggestions."""

from typing import NamedTuple

from functions.desk.acting import Desk
from functions.desk.deeds import Asked, Deed
from functions.desk.letter_view import LetterView, view
from functions.desk.people import Person
from shared.model.fact import CENTRAL, OfficeCode, SubmissionId
from shared.model.office import Office
from shared.model.queue import QueueQuery, order
from shared.model.work import DecidedBy

MOST_SUGGESTED = 9
"""One key each."""
REASON = "สารบรรณกลางกำหนดหน่วยงานที่รับผิดชอบ"
"""Why a letter was passed on, if the registrar writes nothing else."""


class Next(NamedTuple):
    """The letter to decide now, the offices it may be for, and where the one after it is."""

    letter: LetterView
    suggested: tuple[Office, ...]
    after: str
    left: int


def next_letter(desk: Desk, person: Person, after: str) -> Next | None:
    """The first letter that nobody has decided, behind the place ``after``; None at the end."""
    query = QueueQuery(office=CENTRAL, decided_by=DecidedBy.UNSURE, after=after, most=1)
    found = desk.register.work.page(query)
    if not found.items:
        return None
    letter = view(desk, found.items[0], person)
    known = desk.directory()
    codes = [code for code in letter.record.routing.suggestions if code != CENTRAL]
    suggested = tuple(known.by_code(code) for code in codes[:MOST_SUGGESTED])
    left = desk.register.work.counts(CENTRAL).of(f"by:{DecidedBy.UNSURE}")
    return Next(letter, suggested, order(found.items[0]), left)


def given_to(name: SubmissionId, version: int, office: OfficeCode, reason: str) -> Asked:
    """The registrar's choice as a deed of the letter's page: passing it on."""
    return Asked(
        deed=Deed.PASS,
        office=CENTRAL,
        submission_id=name,
        version=version,
        to_office=office,
        note=reason or REASON,
    )
