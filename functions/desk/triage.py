"""The central registry's triage: one letter after the other, with ranked suggestions."""

from typing import NamedTuple

from functions.desk.acting import Desk
from functions.desk.deeds import Asked, Deed
from functions.desk.letter_view import LetterView, view
from functions.desk.people import Person
from functions.desk.places import place_words
from functions.desk.remembering import confirmed, place_of
from functions.desk.words import Words
from shared.model.event import Did, Event
from shared.model.fact import CENTRAL, OfficeCode, SubmissionId
from shared.model.letter import LetterRecord
from shared.model.office import Office
from shared.model.queue import QueueQuery, order
from shared.model.work import DecidedBy

MOST_SUGGESTED = 9
"""One key each."""
REASON = "สารบรรณกลางกำหนดหน่วยงานที่รับผิดชอบ"
"""Why a letter was passed on, if the registrar writes nothing else."""


class Offer(NamedTuple):
    """The place that a letter is decided by, and who is confirmed for it already."""

    words: Words
    confirmed: tuple[OfficeCode, ...]


class Next(NamedTuple):
    """The letter to decide now, the offices it may be for, and where the one after it is."""

    letter: LetterView
    suggested: tuple[Office, ...]
    offer: Offer | None
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
    offer = _offer(letter.record, desk)
    first = offer.confirmed if offer else ()
    said = dict.fromkeys((*first, *letter.record.routing.suggestions))
    codes = [code for code in said if code != CENTRAL]
    suggested = tuple(known.by_code(code) for code in codes[:MOST_SUGGESTED])
    left = desk.register.work.counts(CENTRAL).of(f"by:{DecidedBy.UNSURE}")
    return Next(letter, suggested, offer, order(found.items[0]), left)


def _offer(record: LetterRecord, desk: Desk) -> Offer | None:
    place = place_of(record)
    return Offer(place_words(place), confirmed(place, desk)) if place else None


def note_seen(shown: Next, person: Person, desk: Desk) -> None:
    """Who has seen its words is noted here as on its own page; it stays unread."""
    item = shown.letter.item
    desk.register.events.note(
        Event(
            submission_id=item.submission_id,
            office=item.office,
            at=desk.now(),
            who=person.name,
            did=Did.SEEN,
            version=item.version,
        )
    )


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
