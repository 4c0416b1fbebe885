"""The addresses in a letter: mentions that stand together, resolved to one place each."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from functions.router.address import Address, in_common, resolved
from functions.router.mentions import Mention, mentions
from functions.router.near_places import near
from functions.router.place_names import Level
from functions.router.roles import END_OF_SENTENCE, Role, role_before
from functions.router.smaller_places import as_subdistrict, small_to_large
from shared.classification.passages import Passage, Place

APART = 12
"""The most folded letters between two parts of one address."""


def addresses(passages: Sequence[Passage], province: str | None = None) -> list[Address]:
    """Every address of a letter, in order; what is quoted is left out.

    One that fits several provinces is narrowed by the clear ones beside it. ``province``: of
    the office written to; it only helps to tell a subdistrict from a district of its name.
    """
    own = [each for each in passages if each.place not in {Place.QUOTED, Place.NAME}]
    seen = [small_to_large(mentions(passage)) for passage in own]
    clear = _provinces(chain.from_iterable(map(_sure, seen)))
    attested = clear | {province} if province else clear
    nearer = [near(*each, attested) for each in zip(own, seen, strict=True)]
    found = list(chain.from_iterable(map(_of_passage, nearer)))
    found = [address if address.clear else address.within(clear) for address in found]
    found = [each if each.clear or not province else each.within({province}) for each in found]
    return [_attested(address, found, province) for address in found]


def _sure(found: Sequence[Mention]) -> list[Address]:
    return _of_passage([mention for mention in found if not mention.doubtful])


def _provinces(addresses: Iterable[Address]) -> set[str]:
    return {address.province for address in addresses if address.clear}


def _attested(address: Address, beside: Sequence[Address], province: str | None) -> Address:
    """What the letter's other places make of a name that stands alone.

    A hint that lies in their province is a place; a district far from them is the subdistrict
    of the same name near them.
    """
    first = address.mentions[0]
    if len(address.mentions) > 1 or first.marked:
        return address
    others = _provinces(other for other in beside if other is not address)
    others |= {province} if province else set()
    if others & address.provinces:
        sure = replace(first, name=replace(first.name, certain=True))
        return address if address.clear else resolved([sure], frozenset(others))
    smaller = as_subdistrict(first) if first.name.level is Level.DISTRICT else None
    near_by = others & {place[:2] for place in smaller.name.places} if smaller else set()
    return resolved([smaller], frozenset(near_by)) if smaller and near_by else address


def _of_passage(found: Sequence[Mention]) -> list[Address]:
    groups: list[list[Mention]] = []
    for mention in found:
        if groups and _continues(groups[-1], mention):
            groups[-1].append(mention)
        else:
            groups.append([mention])
    return [resolved(group) for group in groups]


def _continues(group: list[Mention], mention: Mention) -> bool:
    last = group[-1]
    if mention.start - last.end > APART or mention.role in {Role.BANK, Role.HOSPITAL}:
        near = mention.start - last.end <= APART and mention.role is last.role
        return near and bool(in_common([*group, mention])[0])
    if mention.name.level in {m.name.level for m in group} or _told_apart(last, mention):
        return False
    return bool(in_common([*group, mention])[0])


def _told_apart(last: Mention, mention: Mention) -> bool:
    """Words between them say that the second is something else: รพ.กาฬสินธุ์ ใกล้บ้านกมลาไสย."""
    between = mention.passage.folded.text[last.end : mention.start]
    if END_OF_SENTENCE.search(between):
        return True
    role, _ = role_before(between, len(between), marked=mention.marked)
    return role not in {last.role, Role.HERE, Role.UNKNOWN}
