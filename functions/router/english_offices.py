"""Offices named in English: by the place behind ``Social Security Office``, or before it."""

import re
from collections.abc import Sequence

from functions.router.known_offices import KnownOffices
from functions.router.place_names import LATIN_FROM, load
from shared.model.office import Office

LONGEST = 24
"""Letters of the longest English name that is looked for before ``Social Security Office``."""


def english_office(
    text: str, found: re.Match[str], offices: KnownOffices
) -> tuple[Office, int] | None:
    """``Social Security Office, Ranong`` or ``Ranong Social Security Office``."""
    names = load().english
    read = names.read(text, found.end())
    if read and read[2] and not text[read[0] : read[0] + 1].isalpha():
        office = _at(read[1], offices)
        return (office, read[0]) if office else None
    before = text[: found.start()].removesuffix(" ").removesuffix(" provincial")
    for size in range(LONGEST, LATIN_FROM - 1, -1):
        alone = not before[-size - 1 : -size].isalpha()
        office = _at(names.exactly(before[-size:]), offices) if alone else None
        if office:
            return office, found.end()
    return None


def _at(places: Sequence[str], offices: KnownOffices) -> Office | None:
    """The office of a province, or the branch of a district, if only one is called so."""
    named = [offices.branches.get(p) or offices.provincial.get(p) for p in places]
    return named[0] if len(named) == 1 else None
