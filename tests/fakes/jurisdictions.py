"""Remembered jurisdictions in memory."""

from dataclasses import dataclass, field

from shared.model.jurisdiction import Remembered


@dataclass
class FakeJurisdictions:
    """Keeps ``shared.ports.jurisdictions.Jurisdictions``."""

    places: dict[str, Remembered] = field(default_factory=dict)

    def rows(self) -> tuple[Remembered, ...]:
        return tuple(self.places[place] for place in sorted(self.places))

    def remember(self, row: Remembered) -> Remembered:
        standing = self.places.get(row.place)
        if standing is None or not standing.stands:
            self.places[row.place] = row
        return self.places[row.place]

    def revoke(self, row: Remembered) -> bool:
        standing = self.places.get(row.place)
        if standing is None or not standing.stands or standing.office != row.office:
            return False
        self.places[row.place] = row
        return True
