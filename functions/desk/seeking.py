"""What somebody types into the search: a reference, a register number, an address, words."""

import re

from functions.desk.acting import Desk
from shared.errors import UnknownReference
from shared.model.fact import Fact, OfficeCode, SubmissionId
from shared.model.reference import parse_reference
from shared.model.register import register_year
from shared.thai.folding import key
from shared.thai.winnowing import terms_asked

_NUMBER = re.compile(r"(\d{1,7})(?:/(\d{4}))?")
MOST = 25


class Sought(Fact):
    """What was found; ``only`` when it can be no other letter. ``too_short``: nothing to seek."""

    letters: tuple[SubmissionId, ...] = ()
    before: str | None = None
    only: SubmissionId | None = None
    too_short: bool = False


def seek(asked: str, before: str, office: OfficeCode, desk: Desk) -> Sought:
    """The office's letters that are asked for; nothing of another office's is ever found."""
    if not asked:
        return Sought(too_short=True)
    only = _by_reference(asked, office, desk) or _by_number(asked, office, desk)
    if only:
        return Sought(only=only)
    if "@" in asked:
        found = desk.register.search.by_sender(office, asked, before, MOST)
        return Sought(letters=found.letters, before=found.before)
    terms = terms_asked(asked)
    if not terms:
        return Sought(too_short=True)
    found = desk.register.search.by_words(office, terms, before, MOST)
    return Sought(letters=found.letters, before=found.before)


def _by_reference(asked: str, office: OfficeCode, desk: Desk) -> SubmissionId | None:
    try:
        record = desk.register.letters.by_reference(parse_reference(asked))
    except UnknownReference:
        return None
    there = record and desk.register.work.at(record.submission_id, office)
    return there.submission_id if there else None


def _by_number(asked: str, office: OfficeCode, desk: Desk) -> SubmissionId | None:
    """``12/2569``, or ``12`` of this year, in any digits."""
    written = _NUMBER.fullmatch(key(asked))
    if written is None:
        return None
    year = int(written[2]) if written[2] else register_year(desk.now())
    lines = desk.register.work.lines(office, year, int(written[1]) - 1, 1)
    found = next((line for line in lines if line.number.number == int(written[1])), None)
    return found.submission_id if found else None
