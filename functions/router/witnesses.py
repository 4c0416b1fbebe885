"""What in a letter speaks for which office: places by their roles, and offices by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from functions.router.known_offices import KnownOffices
from functions.router.mentions import Mention
from functions.router.named_offices import NamedOffice
from functions.router.place_names import is_mueang
from functions.router.places import Address
from functions.router.roles import Role, Time
from shared.directory.provinces import BANGKOK_CODE
from shared.model.office import Office, OfficeKind


class Group(StrEnum):
    """Witnesses of one kind. Hospitals, banks, scenes of accidents are no witnesses."""

    NAMED = "named"
    CENTRE = "centre"
    ESTABLISHMENT = "establishment"
    CLINIC = "clinic"
    HOME = "home"
    HERE = "here"
    UNKNOWN = "unknown"
    MAILBOX = "mailbox"


OF_ROLE = {
    Role.ESTABLISHMENT: Group.ESTABLISHMENT,
    Role.CLINIC: Group.CLINIC,
    Role.HOME: Group.HOME,
    Role.HERE: Group.HERE,
    Role.UNKNOWN: Group.UNKNOWN,
}


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


def witnesses(
    addresses: Sequence[Address],
    named: Sequence[NamedOffice],
    addressed: Office | None,
    offices: KnownOffices,
) -> Mapping[Group, list[Witness]]:
    """Every witness by its group, in the letter's order."""
    found: dict[Group, list[Witness]] = {group: [] for group in Group}
    for address in addresses:
        if address.clear and address.role in OF_ROLE:
            found[OF_ROLE[address.role]].append(_by_place(address, addressed, offices))
    for name in named:
        centre = name.office.kind is OfficeKind.REHABILITATION
        witness = Witness(name.office, "office named", name, name.time, firm=True)
        found[Group.CENTRE if centre else Group.NAMED].append(witness)
    return found


def office_at(
    address: Address, addressed: Office | None, offices: KnownOffices
) -> tuple[Office | None, str]:
    """The office of a place, and the rule; none for a khet whose area is not known.

    An amphoe with a branch of its own goes to the branch; another amphoe to the provincial
    office, unless the letter was written to a branch of that province.
    """
    district = address.district or ""
    confirmed = offices.confirmed_for(district)
    if confirmed:
        return confirmed, "jurisdiction confirmed"
    here = addressed if addressed and addressed.province_code == address.province else None
    if address.province == BANGKOK_CODE:
        return here, "area office addressed" if here else "area of the khet unknown"
    if district in offices.branches:
        return offices.branches[district], "branch of the amphoe"
    if here and here.kind is not OfficeKind.REHABILITATION and not is_mueang(district):
        return here, "addressed office of the province"
    return offices.provincial[address.province], "office of the province"


def _by_place(address: Address, addressed: Office | None, offices: KnownOffices) -> Witness:
    office, rule = office_at(address, addressed, offices)
    firm = address.marked or address.district is not None or address.role is not Role.UNKNOWN
    return Witness(office, rule, address.mentions[0], address.time, firm, address.district)
