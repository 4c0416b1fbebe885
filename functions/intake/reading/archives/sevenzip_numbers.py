"""The numbers and bytes of which 7z headers are made, read from front to back."""

_CRC = 0x0A
_MOST = 100_000
"""Of anything that is counted."""


class Numbers:
    """Raises ValueError or IndexError where the header is broken."""

    def __init__(self, data: bytes) -> None:
        """``data`` is read from its first byte."""
        self._data = data
        self._at = 0

    def take_rest(self) -> bytes:
        """What was not read yet."""
        return self._data[self._at :]

    def bits(self, count: int) -> list[bool]:
        """One for each of ``count`` things, the first in the highest bit."""
        packed = self.take((count + 7) // 8)
        return [bool(packed[at // 8] & 0x80 >> at % 8) for at in range(count)]

    def summed(self, kind: int, count: int) -> list[bool]:
        """Which of ``count`` things have a checksum; the checksums themselves are skipped."""
        if kind != _CRC:
            raise ValueError("unknown part of a header")
        known = [True] * count if self.byte() else self.bits(count)
        self.take(4 * sum(known))
        return known

    def count(self) -> int:
        """A number of things, not more than any archive has."""
        count = self.number()
        if count > _MOST:
            raise ValueError("too many")
        return count

    def number(self) -> int:
        """As many further bytes as the first has leading ones; the rest of it counts too."""
        first, value = self.byte(), 0
        for position in range(8):
            if not first & 0x80 >> position:
                return value | (first & (0x7F >> position)) << 8 * position
            value |= self.byte() << 8 * position
        return value

    def byte(self) -> int:
        """The next one."""
        self._at += 1
        return self._data[self._at - 1]

    def take(self, size: int) -> bytes:
        """The next ``size`` bytes."""
        found = self._data[self._at : self._at + size]
        if len(found) < size:
            raise ValueError("cut off")
        self._at += size
        return found
