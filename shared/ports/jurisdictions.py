"""Which office the central registry has confirmed for which place, beside the packaged table."""

from typing import Protocol

from shared.model.jurisdiction import Remembered


class Jurisdictions(Protocol):
    """One row for a place; of two offices confirmed at the same moment the first stands."""

    def rows(self) -> tuple[Remembered, ...]:
        """Every row, by the place's code; revoked ones too."""
        ...

    def remember(self, row: Remembered) -> Remembered:
        """Write a row unless another stands for its place; returns the one that stands then."""
        ...

    def revoke(self, row: Remembered) -> bool:
        """Write a revoked row in place of the one that stands; False if none of its office does."""
        ...
