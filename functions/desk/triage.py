"""The central registry's triage: one letter after the other, with ranked suggestions."""

from typing import NamedTuple

from functions.desk.acting import Desk
from functions.desk.deeds import RULES, Asked, Deed
from functions.desk.letter_view import LetterView, view
from functions.desk.noting import event
from functions.desk.people import Person
from functions.desk.places import place_words
from functions.desk.remembering import confirmed, place_of
from functions.desk.words import Words
from shared.directory import gazetteer
from shared.directory.offices import Directory
from shared.directory.provinces import BANGKOK_CODE
from shared.model.event import Did
from shared.model.fact import CENTRAL, OfficeCode, SubmissionId
from shared.model.letter import LetterRecord
from shared.model.office import Office, OfficeKind
from shared.model.queue import QueueQuery, order
from shared.model.work import DecidedBy, WorkItem

MOST_SUGGESTED = 9
"""One key each, 1 to 9."""
AREA_KEYS = "abcdefghijkl"
"""Of Bangkok's areas 1 to 12: the same key always, so that the fingers learn it."""
REASON = "สารบรรณกลางกำหนดหน่วยงานที่รับผิดชอบ"
"""Why a letter was passed on, if the registrar writes nothing else."""


class Offer(NamedTuple):
    """The place that a letter is decided by, and who is confirmed for it already."""

    words: Words
    confirmed: tuple[OfficeCode, ...]


class Area(NamedTuple):
    """An area office of Bangkok and its key."""

    key: str
    office: Office


class Next(NamedTuple):
    """The letter to decide now, the offices it may be for, and where the one after it is."""

    letter: LetterView
    suggested: tuple[Office, ...]
    areas: tuple[Area, ...]
    """Of a letter that hangs on a khet nobody is confirmed for: the areas not suggested."""
    offer: Offer | None
    after: str
    left: int


def next_letter(desk: Desk, person: Person, after: str) -> Next | None:
    """The first letter to decide behind the place ``after``; None at the end."""
    item = _first(desk, person, after)
    if item is None:
        return None
    letter = view(desk, item, person)
    known = desk.directory()
    offer = _offer(letter.record, desk)
    first = offer.confirmed if offer else ()
    said = dict.fromkeys((*first, *letter.record.routing.suggestions))
    codes = [code for code in said if code != CENTRAL]
    suggested = tuple(known.by_code(code) for code in codes[:MOST_SUGGESTED])
    areas = () if first else _areas(place_of(letter.record), suggested, known)
    return Next(letter, suggested, areas, offer, order(item), undecided(desk))


def undecided(desk: Desk) -> int:
    """How many letters have no office yet, those that somebody has in hand among them."""
    return desk.register.work.counts(CENTRAL).of(f"by:{DecidedBy.UNSURE}")


def _first(desk: Desk, person: Person, after: str) -> WorkItem | None:
    """Nobody has decided it, it can be given away now, and no colleague has it in hand."""
    query = QueueQuery(office=CENTRAL, decided_by=DecidedBy.UNSURE, after=after)
    while True:
        found = desk.register.work.page(query)
        for item in found.items:
            if item.may(RULES[Deed.PASS].move) and item.clerk in {None, person.name}:
                return item
        if not found.after:
            return None
        query = query.model_copy(update={"after": found.after})


def _areas(place: str | None, said: tuple[Office, ...], known: Directory) -> tuple[Area, ...]:
    """No source says whose a khet is: every area is offered alike, none is suggested."""
    district = gazetteer.load().get(place or "")
    if district is None or district.province_code != BANGKOK_CODE:
        return ()
    areas = [office for office in known.offices if office.kind is OfficeKind.AREA]
    areas.sort(key=lambda office: office.area or 0)
    keyed = (Area(*pair) for pair in zip(AREA_KEYS, areas, strict=True))
    return tuple(area for area in keyed if area.office not in said)


def _offer(record: LetterRecord, desk: Desk) -> Offer | None:
    place = place_of(record)
    return Offer(place_words(place), confirmed(place, desk)) if place else None


def note_seen(shown: Next, person: Person, desk: Desk) -> None:
    """Who has seen its words is noted here as on its own page; it stays unread."""
    desk.register.events.note(event(Did.SEEN, shown.letter.item, person, desk))


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
