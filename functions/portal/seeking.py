"""Finding an office by its name, a place or a postcode. Pure; only what a source says.

Which office has a district is said where somebody confirmed it; otherwise the offices of
the district's province are named, and nobody guesses among them.
"""

from collections.abc import Iterable, Mapping

from shared.directory.gazetteer import District
from shared.directory.jurisdictions import Jurisdiction
from shared.directory.offices import Directory
from shared.model.fact import Fact
from shared.model.office import Office, OfficeKind
from shared.model.province import Province

SHORTEST, LONGEST = 2, 80
POSTCODE = 5
_BEFORE_A_NAME = ("จังหวัด", "อำเภอ", "เขต", "จ.", "อ.")


class Confirmed(Fact):
    """An office that is responsible for a district, by somebody's word."""

    district: District
    office: Office


class Found(Fact):
    """What a search found. ``districts`` are those that it named."""

    offices: tuple[Office, ...] = ()
    districts: tuple[District, ...] = ()
    confirmed: tuple[Confirmed, ...] = ()


class Places(Fact):
    """The places of the country, and who is responsible as far as it is known."""

    provinces: Mapping[str, Province]
    districts: Mapping[str, District]
    jurisdictions: Mapping[str, tuple[Jurisdiction, ...]]


def seek(words: str, directory: Directory, places: Places) -> Found:
    """Offices for what somebody wrote; nothing for less than two signs."""
    sought = _key(words[:LONGEST])
    if len(sought) < SHORTEST:
        return Found()
    districts = tuple(_districts(sought, places.districts.values()))
    provinces = {district.province_code for district in districts}
    provinces |= {code for code, named in places.provinces.items() if _is(sought, _names(named))}
    offices = tuple(
        office
        for office in directory.offices
        if office.kind is not OfficeKind.CENTRAL
        # A place is meant as a place: น่าน is no part of another office's name.
        and (office.province_code in provinces if provinces else _named(sought, office))
    )
    confirmed = tuple(_confirmed(districts, directory, places))
    return Found(offices=offices, districts=districts, confirmed=confirmed)


def _districts(sought: str, known: Iterable[District]) -> Iterable[District]:
    if len(sought) == POSTCODE and sought.isdecimal():
        return (district for district in known if sought in district.postcodes)
    return (d for d in known if _is(sought, (d.name_th, d.name_en)))


def _confirmed(
    districts: tuple[District, ...], directory: Directory, places: Places
) -> Iterable[Confirmed]:
    for district in districts:
        for said in places.jurisdictions.get(district.code, ()):
            if said.confirmed:
                yield Confirmed(district=district, office=directory.by_code(said.office))


def _named(sought: str, office: Office) -> bool:
    names = (office.name_th, office.name_en, office.mailbox, office.amphoe or "")
    return any(sought in name.casefold() for name in names)


def _names(province: Province) -> tuple[str, ...]:
    return (province.name_th, province.name_en, *province.aliases)


def _is(sought: str, names: Iterable[str]) -> bool:
    return any(sought == name.casefold() for name in names)


def _key(words: str) -> str:
    sought = " ".join(words.split()).casefold()
    before = next((word for word in _BEFORE_A_NAME if sought.startswith(word)), "")
    return sought.removeprefix(before).strip()
