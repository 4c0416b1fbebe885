"""OLE files: the small file systems in which old Office and Outlook keep everything."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from io import BytesIO

from olefile import OleFileIO

from functions.intake.reading.ole_directory import ENTRY, MOST_ENTRIES, directory
from functions.intake.reading.refusals import Refusal, Unreadable

Path = tuple[str, ...]

_SLACK = 1024 * 1024


class Ole:
    """One file opened, within bounds. Broken files may make any method raise anything."""

    def __init__(self, content: bytes) -> None:
        """Raises Unreadable(too_large) for more entries than any document has."""
        if len(directory(content)) > MOST_ENTRIES * ENTRY:
            raise Unreadable(Refusal.TOO_LARGE)
        self._left = 2 * len(content) + _SLACK
        self._file = OleFileIO(BytesIO(content))

    def close(self) -> None:
        """Give the memory back."""
        self._file.close()

    def stream(self, *path: str) -> bytes:
        """A stream's bytes; none when it is not there or broken.

        Raises Unreadable(too_large) when all streams together have more bytes than the file
        could hold: they are one and the same, named many times.
        """
        try:
            self._left -= int(self._file.get_size(list(path)))
            if self._left < 0:
                raise Unreadable(Refusal.TOO_LARGE)
            with self._file.openstream(list(path)) as found:
                return bytes(found.read())
        except OSError:
            return b""

    def children(self, place: Path) -> list[str]:
        """The names right below a storage; the root is the empty path."""
        return self._children.get(place, [])

    @cached_property
    def _children(self) -> dict[Path, list[str]]:
        found: dict[Path, list[str]] = {}
        for path in self._file.listdir(streams=True, storages=True):
            found.setdefault(tuple(path[:-1]), []).append(path[-1])
        return found


@contextmanager
def opened_ole(content: bytes) -> Iterator[Ole]:
    """The file, closed in the end. Raises Unreadable(too_large), and what broken files raise."""
    ole = Ole(content)
    try:
        yield ole
    finally:
        ole.close()
