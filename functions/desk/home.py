"""Where each person begins, and what the menu offers. Pure."""

from collections.abc import Iterator
from typing import NamedTuple

from functions.desk.people import Person, Role
from functions.desk.permissions import Action, may
from shared.errors import NotHere
from shared.model.fact import CENTRAL, OfficeCode


class Way(NamedTuple):
    """An entry of the menu."""

    path: str
    th: str
    en: str


def home(person: Person) -> str:
    """The page that a person begins the day with. Raises NotHere if there is none."""
    ways = list(menu(person, person.office))
    if not ways:
        raise NotHere
    return ways[0].path


def menu(person: Person, office: OfficeCode | None) -> Iterator[Way]:
    """What a person can reach, with ``office`` in view."""
    if office and may(person, Action.SEE, office):
        yield Way(f"/offices/{office}/queue", "คิวงาน", "Queue")
        yield Way(f"/offices/{office}/register", "ทะเบียนหนังสือรับ", "Register")
    if may(person, Action.TRIAGE, CENTRAL):
        yield Way("/triage", "คัดแยกหนังสือ", "Triage")
        yield Way("/areas", "เขตรับผิดชอบ", "Areas")
    if may(person, Action.QUARANTINE, CENTRAL):
        yield Way("/quarantine", "หนังสือที่กักไว้", "Quarantine")
    if Role.AUDITOR in person.roles:
        yield Way("/offices", "หน่วยงาน", "Offices")
    if person.office and may(person, Action.OVERVIEW, person.office) and person.office != CENTRAL:
        yield Way(f"/offices/{person.office}/overview", "ภาพรวม", "Overview")
    elif may(person, Action.OVERVIEW, CENTRAL):
        yield Way("/overview", "ภาพรวม", "Overview")
    if may(person, Action.SUPPRESSIONS, CENTRAL):
        yield Way("/operations", "การดูแลระบบ", "Operations")
    if may(person, Action.AUDIT, CENTRAL):
        yield Way("/audit", "ประวัติการใช้งาน", "Audit")
