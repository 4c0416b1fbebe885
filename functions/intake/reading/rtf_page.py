"""The text of an RTF file while it is put together."""

from dataclasses import dataclass, field

from functions.intake.reading.charsets import decode


@dataclass
class RtfPage:
    """The text so far: whole pieces, and bytes that wait for the rest of their run."""

    pieces: list[str] = field(default_factory=list)
    waiting: bytearray = field(default_factory=bytearray)
    charset: str | None = None
    signs: int = 0

    def add(self, text: str) -> None:
        """Text that is decoded already."""
        self.settle()
        self.pieces.append(text)
        self.signs += len(text)

    def add_bytes(self, raw: bytes, charset: str | None) -> None:
        """Bytes in the charset of their font."""
        if charset != self.charset:
            self.settle()
            self.charset = charset
        self.waiting += raw
        self.signs += len(raw)

    def settle(self) -> None:
        """Decode what waits: no more of its run will come."""
        if self.waiting:
            self.pieces.append(decode(bytes(self.waiting), self.charset))
            self.waiting.clear()
