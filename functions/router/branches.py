"""Branches by the amphoe that they are named after."""

import re
from difflib import SequenceMatcher

from functions.router.known_offices import KnownOffices
from functions.router.place_names import Level, load
from functions.router.roles import Role, role_before, stands_before
from shared.model.office import Office
from shared.thai.blurring import blur
from shared.thai.folding import key

Found = tuple[Office, int]
"""An office and the place where its name ends."""
_COMPANY = re.compile(r"(?:จากัด|จก\.|มหาชน\)?|limited|ltd\.?) ?$")
"""How the name of a company ends."""
_LIKE = 0.65
"""How like a branch's name a misread one must be; its province is known, so few are possible."""


def branch_of(office: Office, text: str, at: int, offices: KnownOffices) -> Found | None:
    """The branch of this office's province that is named at ``at``, however it was misread."""
    read = branch_at(text, at, offices)
    if read and read[0].province_code == office.province_code:
        return read
    own = [o for o in offices.branches.values() if o.province_code == office.province_code]
    likeness = {branch.code: _likeness(branch, text, at) for branch in own}
    best = max(own, key=lambda branch: likeness[branch.code], default=None)
    if best is None or likeness[best.code] < _LIKE:
        return None
    return best, min(len(text), at + len(key(best.amphoe or "")))


def _likeness(branch: Office, text: str, at: int) -> float:
    name = blur(key(branch.amphoe or ""))
    return SequenceMatcher(None, name, blur(text[at : at + len(name)])).ratio()


def branch_named(text: str, found: re.Match[str], offices: KnownOffices) -> Found | None:
    """The branch behind the word สาขา, unless it is a bank's or a company's."""
    role, _ = role_before(text, found.start())
    if role in {Role.BANK, Role.COMPANY_BRANCH} or _of_a_company(text, found.start()):
        return None
    return branch_at(text, found.end(), offices)


def _of_a_company(text: str, at: int) -> bool:
    """The name or the word for a company or its works stands just before."""
    return bool(_COMPANY.search(text[:at])) or stands_before(text, at, Role.ESTABLISHMENT)


def branch_at(text: str, at: int, offices: KnownOffices) -> Found | None:
    """The branch whose amphoe is named at this place of the text."""
    read = load().marked[Level.DISTRICT].read(text, at)
    if read is None:
        return None
    end, places, exact = read
    branches = [offices.branches[place] for place in places if place in offices.branches]
    return (branches[0], end) if exact and len(branches) == 1 else None
