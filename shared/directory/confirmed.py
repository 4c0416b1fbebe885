"""Who is confirmed for a place: the packaged table and what the registry remembers, together."""

from collections.abc import Iterable, Mapping, Sequence

from shared.directory.jurisdictions import CONFIRMED, Jurisdiction
from shared.errors import BadDirectory
from shared.model.fact import OfficeCode
from shared.model.jurisdiction import Remembered
from shared.thai.calendar import BANGKOK


def confirmed_for(
    place: str, packaged: Iterable[Jurisdiction], remembered: Mapping[str, OfficeCode]
) -> tuple[OfficeCode, ...]:
    """The offices confirmed for a place: none, one, or two that contradict each other.

    Two can only come about when a table is packaged after an office was remembered: then
    nobody is confirmed until a person has taken one back.
    """
    offices = [row.office for row in packaged if row.confirmed and row.place == place]
    if place in remembered:
        offices.append(remembered[place])
    return tuple(dict.fromkeys(offices))


def standing(rows: Iterable[Remembered]) -> dict[str, OfficeCode]:
    """The office of each place, of the rows that stand."""
    return {row.place: row.office for row in rows if row.stands}


def together(
    packaged: Sequence[Jurisdiction], remembered: Iterable[Remembered]
) -> tuple[Jurisdiction, ...]:
    """One table of both, in order for the packaged one to be replaced by it.

    A hint for the office that is confirmed now falls away. Raises BadDirectory naming a place
    for which two offices are confirmed.
    """
    known = {row.place: row.office for row in packaged if row.confirmed}
    fresh = []
    for row in remembered:
        if row.stands and known.get(row.place, row.office) != row.office:
            raise BadDirectory(f"two offices are confirmed for {row.place}: take one back")
        if row.stands and row.place not in known:
            fresh.append(as_row(row))
    sure = {(row.place, row.office) for row in fresh}
    kept = (row for row in packaged if (row.place, row.office) not in sure)
    return (*kept, *fresh)


def as_row(row: Remembered) -> Jurisdiction:
    """A remembered row as the table has it; its source is the letter that was assigned."""
    return Jurisdiction(
        place=row.place,
        office=row.office,
        status=CONFIRMED,
        source=f"central registry, letter {row.reference}",
        who=row.who,
        when=row.at.astimezone(BANGKOK).date(),
    )
