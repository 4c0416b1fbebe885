"""Which office another agency's letter is for. Clause 2 (1): they write to the central registry.

One that writes to an office means it. Whom the letter itself greets counts most, then an
office that it names, then the mailbox it was sent to.
"""

import re
from collections.abc import Sequence

from functions.router.named_offices import NamedOffice
from shared.classification.passages import Passage
from shared.model.office import OfficeKind

_TO_THE_TOP = re.compile(
    r"(?:เรียน|ถึง):?(?:ท่าน)?เลขาธิการ(?!คณะ|สภา|มูลนิธิ|สมาคม)"
    r"|(?:dear|to|attn:?) (?:the )?secretary.general"
)
"""Greeted is the Secretary-General: an office that is named then is only spoken of."""


def meant_by_agency(pieces: Sequence[Passage], named: Sequence[NamedOffice]) -> NamedOffice | None:
    """The one office that an agency's letter greets, or else names; none if there is no one."""
    greeted = _one([name for name in named if name.greeted])
    if greeted or any(_TO_THE_TOP.search(piece.folded.text) for piece in pieces):
        return greeted
    return _one(named)


def _one(named: Sequence[NamedOffice]) -> NamedOffice | None:
    """The only office named; a branch with its province's own office counts as the branch."""
    by_code = {name.office.code: name for name in named}
    if len(by_code) == 1:
        return next(iter(by_code.values()))
    branches = [n for n in by_code.values() if n.office.kind is OfficeKind.BRANCH]
    within = {name.office.province_code for name in by_code.values()}
    return branches[0] if len(branches) == 1 and len(within) == 1 else None
