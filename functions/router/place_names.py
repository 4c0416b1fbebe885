"""The names of places, ready to be looked for: after a marker (จ., อ., ต.), or bare."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from functions.router.marked_names import MarkedNames
from shared.directory import gazetteer, provinces
from shared.directory.gazetteer import District
from shared.thai.folding import keys
from shared.thai.phrases import PhraseTable

MUEANG = "เมือง"
BARE_FROM = 4
"""Shorter district names (ปง, ลี้) count only after a marker."""
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


@dataclass(frozen=True)
class PlaceNames:
    """Every way to look for a place."""

    marked: Mapping[Level, MarkedNames]
    khet: MarkedNames
    khwaeng: MarkedNames
    bare: PhraseTable[Name]


@cache
def load() -> PlaceNames:
    """The names, from the gazetteer, the provinces and the other names in use."""
    districts = gazetteer.load()
    bangkok = {code: d for code, d in districts.items() if code.startswith(provinces.BANGKOK_CODE)}
    elsewhere = {code: d for code, d in districts.items() if code not in bangkok}
    own = _district_names(elsewhere.values())
    mueang = tuple(code for code in elsewhere if is_mueang(code))
    return PlaceNames(
        marked={
            Level.PROVINCE: MarkedNames(_province_names()),
            Level.DISTRICT: MarkedNames({MUEANG: mueang} | own | _others(Level.DISTRICT)),
            Level.SUBDISTRICT: MarkedNames(_subdistrict_names(elsewhere.values())),
        },
        khet=MarkedNames(_district_names(bangkok.values()) | _others(Level.DISTRICT, bangkok)),
        khwaeng=MarkedNames(_subdistrict_names(bangkok.values())),
        bare=PhraseTable(_bare(districts)),
    )


def is_mueang(code: str | None) -> bool:
    """Whether a district is its province's own: อำเภอเมือง, or named as the province."""
    if not code:
        return False
    province = provinces.load()[code[:2]].name_th
    return gazetteer.load()[code].name_th in {MUEANG + province, province}


def _province_names() -> dict[str, tuple[str, ...]]:
    known = provinces.load().values()
    written = [(name, (p.code,)) for p in known for name in (p.name_th, *p.aliases)]
    return _folded(written) | _others(Level.PROVINCE)


def _district_names(districts: Iterable[District]) -> dict[str, tuple[str, ...]]:
    return _folded((district.name_th, (district.code,)) for district in districts)


def _subdistrict_names(districts: Iterable[District]) -> dict[str, tuple[str, ...]]:
    return _folded((name, (d.code,)) for d in districts for name in d.subdistricts)


def _others(level: Level, among: Iterable[str] | None = None) -> dict[str, tuple[str, ...]]:
    return _folded(
        (other.name, (other.place,))
        for other in gazetteer.other_names()
        if other.use == "name" and other.place and len(other.place) == level
        if among is None or other.place in among
    )


def _folded(written: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    pairs = list(written)
    found: dict[str, tuple[str, ...]] = {}
    for name, (_, places) in zip(keys([name for name, _ in pairs]), pairs, strict=True):
        others = found.get(name)
        found[name] = tuple(dict.fromkeys((*others, *places))) if others else places
    return found


def _bare(districts: Mapping[str, District]) -> Iterable[tuple[str, Name]]:
    others = gazetteer.other_names()
    marked_only = {other.name for other in others if other.use == "marked"}
    for province in provinces.load().values():
        for spelling in {province.name_th, province.name_en.lower(), *province.aliases}:
            if spelling not in marked_only:
                yield spelling, Name(Level.PROVINCE, (province.code,), spelling=spelling)
    for spelling, codes in _bare_districts(districts, marked_only).items():
        yield spelling, Name(Level.DISTRICT, tuple(codes), spelling=spelling)
    for other in others:
        if other.place:
            level = Level(len(other.place))
            yield other.name, Name(level, (other.place,), other.use == "name", other.name)


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
