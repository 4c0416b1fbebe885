"""Which office the witnesses of a letter speak for, and whether they agree.

What a matter goes by gives the order in which they are asked; the first group that speaks
decides. The mailbox written to is one of the groups: for most matters the last.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from functions.router.address import Address
from functions.router.known_offices import KnownOffices
from functions.router.matters import GoesBy
from functions.router.named_offices import NamedOffice
from functions.router.order import ORDER
from functions.router.roles import Time
from functions.router.weighing import weightiest
from functions.router.witnesses import Group, Witness, office_at
from shared.model.fact import OfficeCode
from shared.model.office import Office, OfficeKind


@dataclass(frozen=True)
class Choice:
    """The office, if the letter decides one, by which rule, and who said so."""

    office: Office | None
    rule: str
    witnesses: tuple[Witness, ...] = ()

    @property
    def placed(self) -> bool:
        """More than a province or a mailbox speaks for it."""
        return any(w.district or isinstance(w.said, NamedOffice) for w in self.witnesses)


def choose(
    goes_by: GoesBy, heard: Mapping[Group, list[Witness]], addressed: Office | None
) -> Choice:
    """The office that the witnesses speak for; none when they are silent or disagree."""
    if goes_by is GoesBy.CENTRE and addressed and addressed.kind is OfficeKind.REHABILITATION:
        return Choice(addressed, "addressed rehabilitation centre")
    undecided: Choice | None = None
    for groups in ORDER[goes_by]:
        if groups == (Group.MAILBOX,) and addressed:
            return undecided or _by_mailbox(addressed, heard[Group.HOME])
        asked = list(chain.from_iterable(heard[group] for group in groups))
        speaking = _newest(asked, goes_by)
        if speaking and any(witness.office for witness in speaking):
            choice = _agreed(speaking, addressed, goes_by)
            return choice if undecided is None or _in_bangkok(choice) else undecided
        if speaking and undecided is None:
            undecided = Choice(None, speaking[0].rule, tuple(speaking))
    return undecided or Choice(None, "no evidence")


def unless_it_differs(choice: Choice, other: Choice) -> Choice:
    """The choice, unless the same letter read as another matter would go elsewhere."""
    if choice.office is None or other.office is None or choice.office == other.office:
        return choice
    return Choice(None, "another matter would go elsewhere", choice.witnesses + other.witnesses)


def unless_nearer(choice: Choice, treated: Sequence[Witness]) -> Choice:
    """The choice, unless only a hospital says which part of the province it may be.

    Who is treated where a branch is may live there, or may only have been sent there.
    """
    office = choice.office
    if office is None or office.kind is not OfficeKind.PROVINCE or choice.placed:
        return choice
    branches = [w for w in treated if w.office and w.office.kind is OfficeKind.BRANCH]
    near = [w for w in branches if w.office and w.office.province_code == office.province_code]
    return Choice(None, "treated near a branch", (*choice.witnesses, *near)) if near else choice


def suggestions(
    goes_by: GoesBy,
    heard: Mapping[Group, list[Witness]],
    addresses: Sequence[Address],
    addressed: Office | None,
    offices: KnownOffices,
) -> tuple[OfficeCode, ...]:
    """Every office that anything speaks for, the strongest first; hospitals last."""
    asked = (heard[group] for groups in ORDER[goes_by] for group in groups)
    found = [w.office.code for w in chain.from_iterable(asked) if w.office]
    for address in addresses:
        found += offices.suggested_for(address.district)
    found += [addressed.code] if addressed else []
    for address in addresses:
        office = office_at(address, (), offices)[0] if len(address.provinces) == 1 else None
        found += [office.code] if office else []
    return tuple(dict.fromkeys(found))


def hints_for(choice: Choice, offices: KnownOffices) -> tuple[OfficeCode, ...]:
    """What only a hint says of the places that decide: likelier than all that does not decide."""
    unknown = (w.district for w in choice.witnesses if w.office is None and w.district)
    return tuple(chain.from_iterable(map(offices.suggested_for, unknown)))


def _newest(asked: list[Witness], goes_by: GoesBy) -> list[Witness]:
    """An old place alone does not speak; where places differ after a move, the new one does."""
    present = [witness for witness in asked if witness.time is not Time.OLD]
    present = [w for w in present if w.time is not Time.HELD] or present
    differ = len({witness.office.code for witness in present if witness.office}) > 1
    moved = goes_by is GoesBy.MOVE or len(present) < len(asked)
    new = [w for w in present if w.time is Time.NEW] if differ and moved else []
    return new or present


def _agreed(speaking: list[Witness], addressed: Office | None, goes_by: GoesBy) -> Choice:
    offices = {w.office.code: w.office for w in weightiest(speaking, addressed) if w.office}
    said = tuple(speaking)
    if len(offices) > 1:
        if goes_by is GoesBy.MOVE and addressed and addressed.code in offices:
            return Choice(addressed, "present office of a move", said)
        return Choice(None, "places disagree", said)
    office = next(iter(offices.values()))
    elsewhere = addressed is not None and addressed.province_code != office.province_code
    if elsewhere and not any(w.firm for w in speaking if w.office == office):
        return Choice(None, "place and mailbox disagree", said)
    return Choice(office, next(w.rule for w in speaking if w.office == office), said)


def _by_mailbox(addressed: Office, homes: list[Witness]) -> Choice:
    """The office written to; a home of the same province may name its branch more exactly."""
    near = [
        home
        for home in homes
        if home.office and home.office.province_code == addressed.province_code
    ]
    if len({home.office.code for home in near if home.office}) == 1:
        return Choice(near[0].office, near[0].rule, tuple(near))
    return Choice(addressed, "addressed office")


def _in_bangkok(choice: Choice) -> bool:
    """A khet was named first: only an area office fits it, a province's does not."""
    return choice.office is not None and choice.office.kind is OfficeKind.AREA
