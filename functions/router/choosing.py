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
_INJURY = ((Group.ESTABLISHMENT,), _SOMEWHERE, (Group.NAMED,), (Group.MAILBOX,))
ORDER: Mapping[GoesBy, tuple[tuple[Group, ...], ...]] = {
    GoesBy.EMPLOYER: (
        (Group.ESTABLISHMENT, Group.CLINIC),
        _SOMEWHERE,
        (Group.NAMED,),
        (Group.MAILBOX,),
        (Group.HOME,),
    ),
    GoesBy.ESTABLISHMENT: (*_INJURY, (Group.HOME,)),
    GoesBy.CENTRE: ((Group.CENTRE,), *_INJURY, (Group.HOME,)),
    GoesBy.MOVE: (
        (Group.NAMED, Group.HOME, *_SOMEWHERE, Group.ESTABLISHMENT),
        (Group.MAILBOX,),
    ),
    GoesBy.CLAIMANT: (
        (Group.NAMED,),
        (Group.HOME, *_SOMEWHERE),
        (Group.ESTABLISHMENT,),
        (Group.MAILBOX,),
    ),
}
"""Whom to ask, first to last; those in one bracket are asked together."""


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
    for groups in ORDER[goes_by]:
        if groups == (Group.MAILBOX,) and addressed:
            return Choice(addressed, "addressed office")
        asked = list(chain.from_iterable(heard[group] for group in groups))
        speaking = _newest(asked, goes_by)
        if speaking:
            return _agreed(speaking, addressed)
    return Choice(None, "no evidence")


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
        office = office_at(address, None, offices)[0] if len(address.provinces) == 1 else None
        found += [office.code] if office else []
    return tuple(dict.fromkeys(found))


def _newest(asked: list[Witness], goes_by: GoesBy) -> list[Witness]:
    """An old place alone does not speak; where places differ after a move, the new one does."""
    present = [witness for witness in asked if witness.time is not Time.OLD]
    differ = len({witness.office.code for witness in present if witness.office}) > 1
    moved = goes_by is GoesBy.MOVE or len(present) < len(asked)
    new = [w for w in present if w.time is Time.NEW] if differ and moved else []
    return new or present


def _agreed(speaking: list[Witness], addressed: Office | None) -> Choice:
    offices = {w.office.code: w.office for w in speaking if w.office}
    said = tuple(speaking)
    if not offices:
        return Choice(None, speaking[0].rule, said)
    if len(offices) > 1:
        if addressed and addressed.code in offices:
            return Choice(addressed, "addressed office is one of those named", said)
        return Choice(None, "places disagree", said)
    office = next(iter(offices.values()))
    elsewhere = addressed is not None and addressed.province_code != office.province_code
    if elsewhere and not any(witness.firm for witness in speaking):
        return Choice(None, "place and mailbox disagree", said)
    return Choice(office, next(w.rule for w in speaking if w.office), said)
