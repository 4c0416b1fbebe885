"""The addresses in a letter: mentions that stand together, resolved to one place each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from functions.router.mentions import Mention, mentions
from functions.router.place_names import Level
from functions.router.roles import Role, Time
from shared.classification.passages import Passage, Place

APART = 12
"""The most folded letters between two parts of one address."""


@dataclass(frozen=True)
class Address:
    """Mentions of one place. ``provinces`` has more than one while a witness is missing."""

    mentions: tuple[Mention, ...]
    provinces: frozenset[str]
    district: str | None
    role: Role
    time: Time

    @property
    def place(self) -> Place:
        """Where in the letter it stands."""
        first = self.mentions[0]
        return first.passage.place_of(first.passage.folded.places[first.start])

    @property
    def clear(self) -> bool:
        """One province, and not by a hint alone."""
        return len(self.provinces) == 1 and any(m.name.certain for m in self.mentions)

    @property
    def marked(self) -> bool:
        """Some part of it stands after จ., อ., ต., เขต or the like."""
        return any(mention.marked for mention in self.mentions)

    @property
    def province(self) -> str:
        """The province, when there is one."""
        return next(iter(self.provinces))

    def within(self, provinces: Iterable[str]) -> "Address":
        """The same with only these provinces possible, if any of its own is among them."""
        common = self.provinces & frozenset(provinces)
        if not common or common == self.provinces:
            return self
        return resolved(self.mentions, common)


def addresses(passages: Sequence[Passage]) -> list[Address]:
    """Every address of a letter, in order; what is quoted is left out.

    One that fits several provinces is narrowed by the clear ones beside it.
    """
    found: list[Address] = []
    for passage in passages:
        if passage.place not in {Place.QUOTED, Place.NAME}:
            found += _of_passage(mentions(passage))
    clear = {province for address in found if address.clear for province in address.provinces}
    return [address if address.clear else address.within(clear) for address in found]


def resolved(group: Sequence[Mention], within: frozenset[str] = frozenset()) -> Address:
    """What the parts of one address have in common."""
    provinces, district = _place(group)
    if within & provinces:
        provinces &= within
        candidates = [c for m in group for c in m.name.places if len(c) == Level.DISTRICT]
        here = {code for code in candidates if code[:2] in provinces and _fits(code, group)}
        district = here.pop() if len(here) == 1 else None
    return Address(tuple(group), provinces, district, group[0].role, _time(group))


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
        return mention.start - last.end <= APART and mention.role is last.role
    if mention.name.level in {m.name.level for m in group}:
        return False
    return bool(_place([*group, mention])[0])


def _place(group: Sequence[Mention]) -> tuple[frozenset[str], str | None]:
    """The provinces that every part allows, and the district if it is certain."""
    provinces: frozenset[str] | None = None
    for mention in group:
        own = frozenset(code[:2] for code in mention.name.places)
        provinces = own if provinces is None else provinces & own
    if not provinces:
        return frozenset(), None
    districts = {c for m in group for c in m.name.places if len(c) == Level.DISTRICT}
    fitting = {c for c in districts if c[:2] in provinces and _fits(c, group)}
    provinces = frozenset(c[:2] for c in fitting) or provinces
    return provinces, fitting.pop() if len(fitting) == 1 else None


def _fits(code: str, group: Sequence[Mention]) -> bool:
    """Every part of the address that names districts names this one."""
    return all(
        code in mention.name.places for mention in group if mention.name.level is not Level.PROVINCE
    )


def _time(group: Sequence[Mention]) -> Time:
    return next((m.time for m in group if m.time is not Time.NOW), Time.NOW)
