"""Which office the witnesses of a letter speak for, and whether they agree.

What a matter goes by gives the order in which they are asked; the first group that speaks
decides. The mailbox written to is one of the groups: for most matters the last.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from functions.router.known_offices import KnownOffices
from functions.router.matters import GoesBy
from functions.router.places import Address
from functions.router.roles import Time
from functions.router.witnesses import Group, Witness, office_at
from shared.model.fact import OfficeCode
from shared.model.office import Office, OfficeKind

_SOMEWHERE = (Group.HERE, Group.UNKNOWN)
_INJURY = (
    (Group.HEAD_OFFICE,),
    (Group.ESTABLISHMENT,),
    _SOMEWHERE,
    (Group.NAMED,),
    (Group.MAILBOX,),
)
ORDER: Mapping[GoesBy, tuple[tuple[Group, ...], ...]] = {
    GoesBy.EMPLOYER: (
        (Group.HEAD_OFFICE,),
        (Group.ESTABLISHMENT, Group.CLINIC),
        _SOMEWHERE,
        (Group.NAMED,),
        (Group.MAILBOX,),
        (Group.HOME,),
    ),
    GoesBy.ESTABLISHMENT: (*_INJURY, (Group.HOME,)),
    GoesBy.CENTRE: ((Group.CENTRE,), *_INJURY, (Group.HOME,)),
    GoesBy.MOVE: (
        (Group.NAMED, Group.HOME, *_SOMEWHERE, Group.ESTABLISHMENT, Group.HEAD_OFFICE),
        (Group.MAILBOX,),
    ),
    GoesBy.CLAIMANT: (
        (Group.NAMED,),
        (Group.HOME, *_SOMEWHERE),
        (Group.ESTABLISHMENT, Group.HEAD_OFFICE),
        (Group.MAILBOX,),
    ),
}
"""Whom to ask, first to last; those in one bracket are asked together."""


FULL = 3
"""Parts of an address from which it outweighs bare names."""


@dataclass(frozen=True)
class Choice:
    """The office, if the letter decides one, by which rule, and who said so."""

    office: Office | None
    rule: str
    witnesses: tuple[Witness, ...] = ()


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


def _newest(asked: list[Witness], goes_by: GoesBy) -> list[Witness]:
    """An old place alone does not speak; where places differ after a move, the new one does."""
    present = [witness for witness in asked if witness.time is not Time.OLD]
    differ = len({witness.office.code for witness in present if witness.office}) > 1
    moved = goes_by is GoesBy.MOVE or len(present) < len(asked)
    new = [w for w in present if w.time is Time.NEW] if differ and moved else []
    return new or present


def _agreed(speaking: list[Witness], addressed: Office | None, goes_by: GoesBy) -> Choice:
    offices = {w.office.code: w.office for w in _fullest(speaking) if w.office}
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


def _fullest(speaking: list[Witness]) -> list[Witness]:
    """Where places differ, full addresses outweigh bare names."""
    most = max(witness.parts for witness in speaking if witness.office)
    if most < FULL:
        return speaking
    return [witness for witness in speaking if witness.parts >= FULL]


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
