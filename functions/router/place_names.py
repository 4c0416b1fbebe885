"""The names of places, ready to be looked for: after a marker (จ., อ., ต.), or bare."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from functions.router.bare_names import BARE_FROM, LATIN_FROM, MUEANG, Level, Name, bare_names
from functions.router.marked_names import MarkedNames
from shared.directory import gazetteer, provinces
from shared.directory.gazetteer import District
from shared.thai.folding import keys
from shared.thai.phrases import PhraseTable

__all__ = ["LATIN_FROM", "Level", "Name", "PlaceNames", "is_mueang", "load"]


@dataclass(frozen=True)
class PlaceNames:
    """Every way to look for a place."""

    marked: Mapping[Level, MarkedNames]
    khet: MarkedNames
    khwaeng: MarkedNames
    english: MarkedNames
    """Provinces and districts in Latin letters."""
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
        english=MarkedNames(_english(districts)),
        bare=PhraseTable(bare_names(districts)),
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
    names: list[str] = []
    places: list[tuple[str, ...]] = []
    for district in districts:
        names += district.subdistricts
        places += [(district.code,)] * len(district.subdistricts)
    return _folded(zip(names, places, strict=True))


def _english(districts: Mapping[str, District]) -> dict[str, tuple[str, ...]]:
    written = [(p.name_en.lower(), (p.code,)) for p in provinces.load().values()]
    written += [(d.name_en.lower(), (d.code,)) for d in districts.values()]
    written += [
        (other.name, (other.place,))
        for other in gazetteer.other_names()
        if other.use == "name" and other.place and other.name.isascii()
    ]
    return _folded((name, places) for name, places in written if len(name) >= BARE_FROM)


def _others(level: Level, among: Iterable[str] | None = None) -> dict[str, tuple[str, ...]]:
    return _folded(
        (other.name, (other.place,))
        for other in gazetteer.other_names()
        if other.use == "name" and other.place and len(other.place) == level
        if among is None or other.place in among
    )


def _folded(written: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    places: dict[str, tuple[str, ...]] = {}
    for name, own in written:
        places[name] = (*places[name], *own) if name in places else own
    found: dict[str, tuple[str, ...]] = {}
    for folded, own in zip(keys(list(places)), places.values(), strict=True):
        found[folded] = (*found[folded], *own) if folded in found else own
    return {name: tuple(dict.fromkeys(own)) if len(own) > 1 else own for name, own in found.items()}
