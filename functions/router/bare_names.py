"""Names of places that may stand in a text without a marker, and what each stands for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from shared.directory import gazetteer, provinces
from shared.directory.gazetteer import District

BARE_FROM = 4
"""Shorter district names (ปง, ลี้) count only after a marker."""
MUEANG = "เมือง"
LATIN_FROM = 5
"""Shorter romanised district names (Long, Song) are English words too."""


class Level(IntEnum):
    """How large a place is."""

    PROVINCE = 2
    DISTRICT = 4
    SUBDISTRICT = 6


@dataclass(frozen=True, slots=True)
class Name:
    """A name and what it may stand for: province codes, or codes of districts.

    For a subdistrict these are the districts that have one of that name.
    """

    level: Level
    places: tuple[str, ...]
    certain: bool = True
    """False for a hint, which only suggests."""
    spelling: str = ""


def bare_names(districts: Mapping[str, District]) -> Iterable[tuple[str, Name]]:
    """Each name as people write it, with its places; common words are left out."""
    others = gazetteer.other_names()
    marked_only = {other.name for other in others if not other.place}
    for province in provinces.load().values():
        for spelling in {province.name_th, province.name_en.lower(), *province.aliases}:
            if spelling not in marked_only:
                yield spelling, Name(Level.PROVINCE, (province.code,), spelling=spelling)
    for spelling, code in _mueang_in_english(districts):
        yield spelling, Name(Level.DISTRICT, (code,), spelling=spelling)
    for spelling, codes in _bare_districts(districts, marked_only).items():
        yield spelling, Name(Level.DISTRICT, tuple(codes), spelling=spelling)
    for other in others:
        if other.place:
            level = Level(len(other.place))
            yield other.name, Name(level, (other.place,), other.use == "name", other.name)


def _mueang_in_english(districts: Mapping[str, District]) -> Iterator[tuple[str, str]]:
    """A province's own district by each of its names: ``mueang lopburi``, ``muang korat``."""
    latin = [o for o in gazetteer.other_names() if o.use == "name" and o.name.isascii()]
    for district in districts.values():
        province = provinces.load()[district.code[:2]]
        if district.name_th == MUEANG + province.name_th:
            own = {province.name_en.lower()}
            for name in own | {other.name for other in latin if other.place == province.code}:
                yield f"mueang {name}", district.code
                yield f"muang {name}", district.code


def _bare_districts(
    districts: Mapping[str, District], marked_only: set[str]
) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for district in districts.values():
        if district.name_th not in marked_only and len(district.name_th) >= BARE_FROM:
            found.setdefault(district.name_th, []).append(district.code)
        if len(district.name_en) >= LATIN_FROM:
            found.setdefault(district.name_en.lower(), []).append(district.code)
    return found
