"""What in a letter speaks for which office: places by their roles, and offices by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from functions.router.address import Address
from functions.router.known_offices import KnownOffices
from functions.router.mentions import Mention
from functions.router.named_offices import NamedOffice
from functions.router.place_names import is_mueang
from functions.router.roles import Role, Time
from shared.classification.passages import Place
from shared.directory import gazetteer
from shared.directory.provinces import BANGKOK_CODE
from shared.model.office import Office, OfficeKind


class Group(StrEnum):
    """Witnesses of one kind. Banks and scenes of accidents are no witnesses."""

    NAMED = "named"
    CENTRE = "centre"
    HEAD_OFFICE = "head office"
    ESTABLISHMENT = "establishment"
    CLINIC = "clinic"
    OTHER_EMPLOYER = "other employer"
    HOME = "home"
    HOSPITAL = "hospital"
    """Where someone was treated; of an employer's letter that names no other place, its writer."""
    HERE = "here"
    UNKNOWN = "unknown"
    MAILBOX = "mailbox"


OF_ROLE = {
    Role.HEAD_OFFICE: Group.HEAD_OFFICE,
    Role.ESTABLISHMENT: Group.ESTABLISHMENT,
    Role.CLINIC: Group.CLINIC,
    Role.OTHER_EMPLOYER: Group.OTHER_EMPLOYER,
    Role.HOME: Group.HOME,
    Role.HOSPITAL: Group.HOSPITAL,
    Role.HERE: Group.HERE,
    Role.UNKNOWN: Group.UNKNOWN,
}


NAMED = 4
"""An office named weighs as much as a full address."""


@dataclass(frozen=True)
class Witness:
    """A piece of a letter that speaks for an office, and by which rule.

    ``office`` is none for a khet of Bangkok whose area is not known. A ``firm`` one
    outweighs a mailbox of another province.
    """

    office: Office | None
    rule: str
    said: Mention | NamedOffice
    time: Time
    firm: bool
    district: str | None = None
    parts: int = 1
    """Of how many parts the address is made: ต., อ. and จ. outweigh a bare name."""
    role_said: bool = True
    """A word says what the place is."""

    @property
    def own(self) -> bool:
        """It stands in what the sender wrote now, not in an attachment or a forwarded mail."""
        return self.said.passage.place in {Place.OWN, Place.SUBJECT}


def witnesses(
    addresses: Sequence[Address],
    named: Sequence[NamedOffice],
    addressed: Office | None,
    offices: KnownOffices,
) -> Mapping[Group, list[Witness]]:
    """Every witness by its group, in the letter's order."""
    found: dict[Group, list[Witness]] = {group: [] for group in Group}
    meant = [name.office for name in named if name.time is not Time.OLD]
    meant += [addressed] if addressed else []
    for address in addresses:
        if address.clear and address.role in OF_ROLE:
            found[OF_ROLE[address.role]].append(_by_place(address, meant, offices))
    for name in named:
        centre = name.office.kind is OfficeKind.REHABILITATION
        witness = Witness(name.office, "office named", name, name.time, firm=True, parts=NAMED)
        found[Group.CENTRE if centre else Group.NAMED].append(witness)
    return found


def beside(named: Sequence[NamedOffice], addresses: Sequence[Address]) -> list[Address]:
    """The addresses that are not just a part of an office's name."""
    return [a for a in addresses if not all(any(n.holds(m) for n in named) for m in a.mentions)]


def refused(addressed: Office | None, addresses: Sequence[Address]) -> bool:
    """The letter says that the place of the office written to is not the one: ``ไม่ใช่ท่ามะกา``."""
    denied = [a for a in addresses if a.role is Role.DENIED and a.clear]
    return addressed is not None and any(_names(a, addressed) for a in denied)


def _names(address: Address, office: Office) -> bool:
    if address.province != office.province_code:
        return False
    name = gazetteer.load()[address.district].name_th if address.district else None
    return office.amphoe == name or (office.amphoe is None and is_mueang(address.district))


def office_at(
    address: Address, meant: Sequence[Office], offices: KnownOffices
) -> tuple[Office | None, str]:
    """The office of a place, and the rule; none for a khet whose area is not known.

    An amphoe with a branch of its own goes to the branch; another amphoe to the provincial
    office, unless an office of that province was ``meant``: named, or written to.
    """
    district = address.district or ""
    confirmed = offices.confirmed_for(district)
    if confirmed:
        return confirmed, "jurisdiction confirmed"
    here = next((o for o in meant if _serves(o, address.province)), None)
    if address.province == BANGKOK_CODE:
        return here, "area office addressed" if here else "area of the khet unknown"
    if district in offices.branches:
        return offices.branches[district], "branch of the amphoe"
    if here and not is_mueang(district):
        return here, "addressed office of the province"
    return offices.provincial[address.province], "office of the province"


def _serves(office: Office, province: str) -> bool:
    return office.province_code == province and office.kind is not OfficeKind.REHABILITATION


def _by_place(address: Address, meant: Sequence[Office], offices: KnownOffices) -> Witness:
    office, rule = office_at(address, meant, offices)
    firm = address.marked or address.district is not None or address.role is not Role.UNKNOWN
    said, parts = address.mentions[0], len(address.mentions) + address.marked
    told = address.role not in {Role.UNKNOWN, Role.HERE}
    return Witness(office, rule, said, address.time, firm, address.district, parts, told)
