"""What every page of a signed-in person has: menu, name, language, form token."""

from typing import Any

from functions.desk.acting import Desk
from functions.desk.asking import Request
from functions.desk.home import menu
from functions.desk.permissions import Action, allow
from functions.desk.reasons import counted_for
from shared.errors import NotHere, UnknownOffice
from shared.model.fact import OfficeCode, ProcessId
from shared.model.office import Office


def frame(request: Request, desk: Desk, office: OfficeCode | None = None) -> dict[str, Any]:
    """The facts of the frame around a page about ``office``."""
    person = request.person
    known = desk.directory()
    shown = office or person.office
    return {
        "w": request.writing,
        "person": person,
        "path": request.path,
        "form_token": request.form_token,
        "menu": tuple(menu(person, shown)),
        "desk_office": known.by_code(shown) if shown else None,
        "office_name": lambda code: request.writing.name(known.by_code(OfficeCode(code))),
        "process_name": lambda process: _process_name(request, desk, process),
        "counted_for": lambda meaning: request.writing.name(counted_for(meaning, known)),
        "today": desk.today,
    }


def seen_office(request: Request, desk: Desk, code: str, action: Action = Action.SEE) -> Office:
    """The office of an address. Raises NotHere alike for none and for one not allowed."""
    allow(request.person, action, OfficeCode(code))
    try:
        return desk.directory().by_code(OfficeCode(code))
    except UnknownOffice:
        raise NotHere from None


def _process_name(request: Request, desk: Desk, process: str | None) -> str:
    known = desk.processes().get(ProcessId(process or ""))
    return request.writing.name(known) if known else str(process or "-")
