"""What a 7z file says of itself (7zFormat.txt in the LZMA SDK, public domain).

Numbers, coders, folders (what was packed in one go) and files. Broken headers raise
IndexError or ValueError; nothing is unpacked here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from functions.intake.reading.archives.sevenzip_numbers import Numbers

_END, _FILES, _PACKED, _FOLDERS, _SUBSTREAMS = 0x00, 0x05, 0x06, 0x07, 0x08
_SIZE, _FOLDER, _UNPACKED_SIZES, _COUNTS = 0x09, 0x0B, 0x0C, 0x0D
_EMPTY_STREAM, _EMPTY_FILE, _NAMES, _MAIN = 0x0E, 0x0F, 0x11, 0x04


class Coder(NamedTuple):
    """One method with its settings; ``simple`` has one stream in and one out."""

    method: bytes
    settings: bytes
    simple: bool


@dataclass
class Folder:
    """Files packed in one go: where, how, and how large each of them is."""

    coders: tuple[Coder, ...]
    """From the last to unpack back to the first."""
    packed: int = 0
    """How many packed streams it has."""
    outputs: int = 0
    last: int = 0
    """The output that is nobody's input."""
    size: int = 0
    summed: bool = False
    """Its checksum was told, so that of a single file in it is not told again."""
    start: int = 0
    length: int = 0
    files: tuple[int, ...] = ()
    """Sizes of the files inside, in order."""


class HeaderReader(Numbers):
    """Reads a header; its data begin behind the byte that says what kind of header it is."""

    def folders(self) -> list[Folder]:
        """Of a list of streams, up to its end."""
        found: list[Folder] = []
        places: list[tuple[int, int]] = []
        while (kind := self.byte()) != _END:
            if kind == _PACKED:
                places = self._places()
            elif kind == _FOLDERS:
                found = self._read_folders()
            elif kind == _SUBSTREAMS:
                self._substreams(found)
            else:
                raise ValueError("unknown part of a header")
        _place(found, places)
        return found

    def listing(self) -> tuple[list[Folder], list[str], list[bool]]:
        """The folders, the files' names, and which files have no bytes (or are folders)."""
        folders: list[Folder] = []
        names: list[str] = []
        empty: list[bool] = []
        while (kind := self.byte()) != _END:
            if kind == _MAIN:
                folders = self.folders()
            elif kind == _FILES:
                names, empty = self._files()
            else:
                raise ValueError("unknown part of a header")
        return folders, names, empty

    def _files(self) -> tuple[list[str], list[bool]]:
        count = self.count()
        names, empty = [""] * count, [False] * count
        while (kind := self.byte()) != _END:
            inside = HeaderReader(self.take(self.number()))
            if kind == _NAMES:
                names = inside.take_rest()[1:].decode("utf-16-le").split("\x00")[:count]
            elif kind == _EMPTY_STREAM:
                empty = inside.bits(count)
        return names, empty

    def _places(self) -> list[tuple[int, int]]:
        start, count = self.number(), self.count()
        sizes: list[int] = []
        while (kind := self.byte()) != _END:
            if kind == _SIZE:
                sizes = [self.number() for _ in range(count)]
            else:
                self.summed(kind, count)
        return list(pairwise(accumulate(sizes, initial=start)))

    def _read_folders(self) -> list[Folder]:
        if self.byte() != _FOLDER:
            raise ValueError("no folders")
        count = self.count()
        if self.byte():
            raise ValueError("folders kept elsewhere")
        found = [self._folder() for _ in range(count)]
        if self.byte() != _UNPACKED_SIZES:
            raise ValueError("no sizes")
        for folder in found:
            sizes = [self.number() for _ in range(folder.outputs)]
            folder.size = sizes[folder.last]
            folder.files = (folder.size,)
        while (kind := self.byte()) != _END:
            for folder, known in zip(found, self.summed(kind, count), strict=True):
                folder.summed = known
        return found

    def _folder(self) -> Folder:
        coders: list[Coder] = []
        inputs = outputs = 0
        for _ in range(self.count()):
            flags = self.byte()
            method = self.take(flags & 0xF)
            ins, outs = (self.number(), self.number()) if flags & 0x10 else (1, 1)
            settings = self.take(self.number()) if flags & 0x20 else b""
            coders.append(Coder(method, settings, (ins, outs) == (1, 1)))
            inputs, outputs = inputs + ins, outputs + outs
        bound = {self.number(): self.number() for _ in range(outputs - 1)}
        packed = inputs - outputs + 1
        for _ in range(packed if packed > 1 else 0):
            self.number()
        last = next((out for out in range(outputs) if out not in bound.values()), 0)
        chain = tuple(_chain(coders, bound, last)) if packed == 1 else tuple(coders)
        return Folder(chain, packed, outputs, last)

    def _substreams(self, folders: list[Folder]) -> None:
        counts = [1] * len(folders)
        while (kind := self.byte()) != _END:
            if kind == _COUNTS:
                counts = [self.count() for _ in folders]
                for folder, count in zip(folders, counts, strict=True):
                    folder.files = (folder.size,) if count == 1 else ()
            elif kind == _SIZE:
                for folder, count in zip(folders, counts, strict=True):
                    sizes = [self.number() for _ in range(count - 1)]
                    folder.files = (*sizes, folder.size - sum(sizes)) if count else ()
            else:
                pairs = zip(folders, counts, strict=True)
                self.summed(kind, sum(0 if each.summed and n == 1 else n for each, n in pairs))


def _chain(coders: list[Coder], bound: dict[int, int], last: int) -> Iterator[Coder]:
    """``bound`` says which output each input is fed from; simple coders have one of each."""
    coder: int | None = last
    for _ in coders:
        if coder is None:
            return
        yield coders[coder]
        coder = bound.get(coder)


def _place(folders: list[Folder], places: list[tuple[int, int]]) -> None:
    first = 0
    for folder in folders:
        folder.start = places[first][0]
        folder.length = places[first][1] - folder.start
        first += folder.packed
