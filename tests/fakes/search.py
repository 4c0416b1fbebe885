"""The search in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from shared.model.fact import OfficeCode
from shared.model.search import FIRST, Found, SearchEntry, address_hash, letter_at


@dataclass
class FakeSearch:
    """Keeps ``shared.ports.work.Search``."""

    entries: dict[tuple[OfficeCode, str], SearchEntry] = field(default_factory=dict)

    def enter(self, entry: SearchEntry) -> None:
        self.entries[entry.office, entry.place] = entry

    def by_words(self, office: OfficeCode, terms: Sequence[str], before: str, most: int) -> Found:
        found = [e for e in self._of(office, before) if set(terms) <= e.terms]
        return _page(found, most)

    def by_sender(self, office: OfficeCode, address: str, before: str, most: int) -> Found:
        found = [e for e in self._of(office, before) if e.sender == address_hash(address)]
        return _page(found, most)

    def _of(self, office: OfficeCode, before: str) -> list[SearchEntry]:
        known = sorted(self.entries.items(), reverse=True)
        return [e for (of, place), e in known if of == office and place < (before or FIRST)]


def _page(found: Sequence[SearchEntry], most: int) -> Found:
    shown = found[:most]
    more = len(found) > most
    return Found(
        letters=tuple(letter_at(entry.place) for entry in shown),
        before=shown[-1].place if more else None,
    )
