"""One address: mentions that stand together, and the place that all of them allow."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from functions.router.mentions import Mention
from functions.router.place_names import Level
from functions.router.roles import Role, Time
from shared.classification.passages import Place


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


def resolved(group: Sequence[Mention], within: frozenset[str] = frozenset()) -> Address:
    """What the parts of one address have in common."""
    provinces, district = in_common(group)
    if within & provinces:
        provinces &= within
        candidates = [c for m in group for c in m.name.places if len(c) == Level.DISTRICT]
        here = {code for code in candidates if code[:2] in provinces and _fits(code, group)}
        district = here.pop() if len(here) == 1 else None
    return Address(tuple(group), provinces, district, group[0].role, _time(group))


def in_common(group: Sequence[Mention]) -> tuple[frozenset[str], str | None]:
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
