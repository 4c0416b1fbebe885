"""Scanned enclosures for the soak: the samples' pages, each drawn with several kinds of wear."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random

from samples import pictures

File = tuple[str, bytes]
SHEETS: Mapping[str, Callable[[int], bytes]] = {
    "maternity.jpg": lambda seed: pictures.photo("maternity", seed, 0.4),
    "birth.jpg": lambda seed: pictures.photo("birth", seed, 0.3),
    "refund.pdf": lambda seed: pictures.scanned_pdf("refund40", seed, 0.9),
    "claim.jpg": lambda seed: pictures.scan("stoppage-claim", seed, -1.1),
    "certificate.jpg": lambda seed: pictures.scan("stoppage-certificate", seed, 0.5),
    "injury.tif": lambda seed: pictures.fax("injury", seed, -0.6),
    "debit.jpg": lambda seed: pictures.scan("debit", seed, 1.4),
    "bankbook.jpg": lambda seed: pictures.photo("bankbook", seed, 0.35),
    "employer.jpg": lambda seed: pictures.photo("employer", seed, 0.5),
}
SENT_TOGETHER = (
    ("maternity.jpg", "birth.jpg", "bankbook.jpg"),
    ("refund.pdf",),
    ("claim.jpg", "certificate.jpg"),
    ("injury.tif",),
    ("debit.jpg", "bankbook.jpg"),
    ("employer.jpg",),
    tuple(SHEETS),
)
"""The last has all pages at once: about ten."""
WEARS = 3
"""How often each page is drawn anew."""


@dataclass
class Scans:
    """Draws a page when it is first wanted, and keeps it."""

    chance: Random
    _drawn: dict[tuple[str, int], bytes] = field(default_factory=dict)

    def some(self) -> list[File]:
        """The enclosures of one letter."""
        together = self.chance.choice(SENT_TOGETHER)
        return [(name, self._file(name, self.chance.randrange(WEARS))) for name in together]

    def _file(self, name: str, wear: int) -> bytes:
        if (name, wear) not in self._drawn:
            self._drawn[name, wear] = SHEETS[name](wear)
        return self._drawn[name, wear]
