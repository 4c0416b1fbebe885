"""Who is responsible for which khet or amphoe: all rows, packaged and remembered, for the page."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from functions.desk.acting import Desk
from functions.desk.places import place_words
from functions.desk.words import Words
from shared.directory import jurisdictions
from shared.directory.confirmed import confirmed_for, standing
from shared.directory.jurisdictions import Jurisdiction
from shared.model.fact import OfficeCode
from shared.model.jurisdiction import Remembered
from shared.thai.calendar import BANGKOK


class Area(NamedTuple):
    """One row of the page."""

    place: str
    words: Words
    office: OfficeCode
    confirmed: bool
    source: str
    reference: str
    """Of the letter that the registry assigned; empty for a packaged row."""
    who: str
    when: date
    stands: bool = True
    revoked_by: str = ""
    revoked_on: date | None = None
    disputed: bool = False
    """Another office is confirmed for the place as well: nobody is, until one is taken back."""

    @property
    def revocable(self) -> bool:
        """Whether the registry can take it back here; a packaged row goes with a deployment."""
        return self.stands and bool(self.reference)


def areas(desk: Desk) -> tuple[Area, ...]:
    """Every row by the place's code, confirmed ones first, revoked ones last."""
    kept = desk.register.jurisdictions.rows()
    found = [*_packaged(), *map(_remembered, kept)]
    offices = standing(kept)
    told = jurisdictions.load()
    disputed = {p for p in offices if len(confirmed_for(p, told.get(p, ()), offices)) > 1}
    rows = [row._replace(disputed=row.stands and row.place in disputed) for row in found]
    return tuple(sorted(rows, key=lambda row: (row.place, not row.stands, not row.confirmed)))


def _packaged() -> Iterator[Area]:
    for rows in jurisdictions.load().values():
        yield from map(_row, rows)


def _row(row: Jurisdiction) -> Area:
    words = place_words(row.place)
    return Area(row.place, words, row.office, row.confirmed, row.source, "", row.who, row.when)


def _remembered(row: Remembered) -> Area:
    taken = row.revoked_at.astimezone(BANGKOK).date() if row.revoked_at else None
    return Area(
        place=row.place,
        words=place_words(row.place),
        office=row.office,
        confirmed=True,
        source="",
        reference=row.reference,
        who=row.who,
        when=row.at.astimezone(BANGKOK).date(),
        stands=row.stands,
        revoked_by=row.revoked_by or "",
        revoked_on=taken,
    )
