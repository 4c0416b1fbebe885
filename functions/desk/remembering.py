"""The story of a remembered jurisdiction: the registry says whose a khet or amphoe is, or was."""

from functions.desk.acting import Desk
from functions.desk.people import Person
from functions.desk.permissions import Action, allow
from shared.directory import gazetteer, jurisdictions
from shared.directory.confirmed import confirmed_for, standing
from shared.errors import AlreadyConfirmed, NotHere, NotItsPlace, UnknownOffice
from shared.model.event import Did, Event
from shared.model.fact import CENTRAL, OfficeCode
from shared.model.jurisdiction import Remembered
from shared.model.letter import LetterRecord
from shared.model.office import OfficeKind

RESPONSIBLE = frozenset({OfficeKind.AREA, OfficeKind.PROVINCE, OfficeKind.BRANCH})
"""Kinds of office that are responsible for places; rehabilitation centres are for people."""


def place_of(record: LetterRecord) -> str | None:
    """The khet or amphoe that decides a letter, where there is just one that exists."""
    place = record.routing.place
    return place if place in gazetteer.load() else None


def confirmed(place: str, desk: Desk) -> tuple[OfficeCode, ...]:
    """The offices confirmed for a place, by the packaged table and by what is remembered."""
    packaged = jurisdictions.load().get(place, ())
    remembered = standing(desk.register.jurisdictions.rows())
    return confirmed_for(place, packaged, remembered)


def check(place: str | None, office: OfficeCode, desk: Desk) -> None:
    """Raises NotItsPlace, or AlreadyConfirmed when another office is confirmed for the place."""
    district = gazetteer.load().get(place or "")
    try:
        asked = desk.directory().by_code(office)
    except UnknownOffice:
        raise NotItsPlace(place or "") from None
    if district is None or asked.kind not in RESPONSIBLE:
        raise NotItsPlace(place or "")
    if asked.province_code != district.province_code:
        raise NotItsPlace(district.code)
    if any(other != office for other in confirmed(district.code, desk)):
        raise AlreadyConfirmed(district.code)


def remember(
    record: LetterRecord, office: OfficeCode, person: Person, desk: Desk
) -> Remembered | None:
    """Confirm the office for the letter's place; None where it was confirmed before.

    Raises NotHere, NotItsPlace, AlreadyConfirmed. Asked again it changes nothing.
    """
    allow(person, Action.TRIAGE, CENTRAL)
    place = place_of(record)
    check(place, office, desk)
    if place is None or office in confirmed(place, desk):
        return None
    row = Remembered(
        place=place,
        office=office,
        who=person.name,
        at=desk.now(),
        submission_id=record.submission_id,
        reference=record.reference,
    )
    stands = desk.register.jurisdictions.remember(row)
    if stands.office != office:
        raise AlreadyConfirmed(place)
    desk.register.events.note(_event(stands, Did.REMEMBERED, person, desk))
    return stands


def revoke(place: str, person: Person, desk: Desk) -> None:
    """Take back what is remembered of a place. Raises NotHere where nothing stands."""
    allow(person, Action.TRIAGE, CENTRAL)
    rows = {row.place: row for row in desk.register.jurisdictions.rows() if row.stands}
    if place not in rows:
        raise NotHere
    taken = {"revoked_by": person.name, "revoked_at": desk.now()}
    if not desk.register.jurisdictions.revoke(rows[place].model_copy(update=taken)):
        raise NotHere
    desk.register.events.note(_event(rows[place], Did.REVOKED, person, desk))


def _event(row: Remembered, did: Did, person: Person, desk: Desk) -> Event:
    return Event(
        submission_id=row.submission_id,
        office=CENTRAL,
        at=desk.now(),
        who=person.name,
        did=did,
        detail=f"{row.place} {row.office}",
    )
