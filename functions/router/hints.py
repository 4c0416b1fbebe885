"""Postcodes and telephone area codes: they never decide, they only suggest."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from functions.router.known_offices import KnownOffices
from shared.classification.passages import Passage, Place
from shared.directory import gazetteer
from shared.directory.provinces import BANGKOK_CODE
from shared.model.fact import OfficeCode

_POSTCODE = re.compile(r"(?<![\d-])[1-9]\d{4}(?![\d,.-])")
_AREA_CODE = re.compile(r"(?<![\d-])0[ -]?([3-7]\d)[ -]?\d")
"""Fixed lines outside Bangkok: 0 and two digits that a few neighbouring provinces share."""


def hinted(passages: Sequence[Passage], offices: KnownOffices) -> tuple[OfficeCode, ...]:
    """Offices of the places whose postcode or area code stands in the sender's words."""
    found: list[OfficeCode] = []
    for passage in passages:
        if passage.place not in {Place.QUOTED, Place.NAME}:
            found += _by_postcode(passage.folded.text, offices)
            found += _by_area_code(passage.folded.text, offices)
    return tuple(dict.fromkeys(found))


def _by_postcode(text: str, offices: KnownOffices) -> Iterator[OfficeCode]:
    for postcode in _POSTCODE.findall(text):
        for district in _postcodes().get(postcode, ()):
            if district in offices.branches:
                yield offices.branches[district].code
            elif not district.startswith(BANGKOK_CODE):
                yield offices.provincial[district[:2]].code


def _by_area_code(text: str, offices: KnownOffices) -> Iterator[OfficeCode]:
    for area_code in _AREA_CODE.findall(text):
        for office in offices.provincial.values():
            if any(phone.replace(" ", "").startswith(f"0{area_code}") for phone in office.phones):
                yield office.code


@cache
def _postcodes() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, district in gazetteer.load().items():
        for postcode in district.postcodes:
            found[postcode] = (*found.get(postcode, ()), code)
    return found
