"""What came out of a file that holds others, and how much may come out."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from functions.intake.reading.refusals import Refusal

MOST_MEMBERS = 200
"""Documents that may come out of the files of one letter; each is read and registered."""
MOST_UNPACKED = 120 * 1024 * 1024
"""Bytes of them: what fits a letter hardly packs, and a bomb unpacks to gigabytes."""
BOMB_RATIO = 100
"""Too much, and so many times what it was packed: nobody's documents, but a trap."""
MOST_DEPTH = 8
"""Mails within mails and archives within archives; a chain of forwards is seldom longer."""


@dataclass(frozen=True)
class Member:
    """A file inside another. ``name`` is as it was written: it may be a path or empty."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Unpacked:
    """What came out; ``names`` are those of all that is inside, taken out or not.

    ``left_out`` counts what was not taken out; ``refusal`` names why, where there is a
    reason that the sender or the clerk must know.
    """

    members: tuple[Member, ...] = ()
    names: tuple[str, ...] = ()
    left_out: int = 0
    refusal: Refusal | None = None


class Room:
    """What is left of the bounds for the files of one letter."""

    def __init__(self, members: int = MOST_MEMBERS, size: int = MOST_UNPACKED) -> None:
        """``size`` in bytes."""
        self.members = members
        self.size = size

    def take(self, size: int) -> bool:
        """True when one more member of ``size`` bytes fits; it is then counted."""
        if self.members <= 0 or size > self.size:
            return False
        self.members -= 1
        self.size -= size
        return True

    @property
    def full(self) -> bool:
        """No further member fits, however small."""
        return self.members <= 0


def too_much(packed: int, unpacked: int) -> Refusal:
    """The name for what unpacks to more than there is room for."""
    return Refusal.BOMB if unpacked > BOMB_RATIO * max(1, packed) else Refusal.TOO_LARGE


def holds_itself(content: bytes, members: Iterable[Member]) -> bool:
    """Whether a file is one of its own members: it would never end."""
    same = [each.content for each in members if len(each.content) == len(content)]
    return bool(same) and sha256(content).digest() in {sha256(each).digest() for each in same}
