"""The buckets that letters, and what was read of them, lie in."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from shared.model.arrival import Verdict
from shared.model.fact import ArrivalId, SubmissionId
from shared.model.later import ReadLater
from shared.model.layout import Layouts
from shared.model.stored import Stored
from shared.model.submission import ReadLetter
from shared.model.ticket import Ticket


class RawStore(Protocol):
    """The buckets that letters arrive in. They are never written by us."""

    def read(self, bucket: str, key: str) -> bytes:
        """The object's bytes. Raises TryLater when it is not there or S3 is busy."""
        ...

    def keys(self, bucket: str, prefix: str) -> tuple[str, ...]:
        """The keys below ``prefix``, sorted."""
        ...


class Inventory(RawStore, Protocol):
    """The same buckets for those who compare them with the register."""

    def stored(self, bucket: str, prefix: str) -> Iterator[Stored]:
        """The objects below ``prefix`` that stand now, page by page, in the order of keys."""
        ...


class Scans(Protocol):
    """What a scanner for malware says of the objects that were stored."""

    def verdict(self, bucket: str, key: str) -> Verdict:
        """PASS, FAIL, or PROCESSING_FAILED for what cannot be scanned. Raises TryLater."""
        ...


class LetterStore(Protocol):
    """The bucket that keeps what was read of each letter, and its documents' bytes."""

    def keep_document(self, submission_id: SubmissionId, number: int, content: bytes) -> str:
        """Keep a document's bytes; the same call twice changes nothing. Returns its key."""
        ...

    def keep_letter(self, letter: ReadLetter) -> str:
        """Keep the letter as this arrival brought it; twice changes nothing. Returns its key.

        Its layouts are kept beside it, and before it: whoever has the key can read both.
        """
        ...

    def read_letter(self, key: str) -> ReadLetter:
        """The letter kept at ``key``."""
        ...


class LetterShelf(LetterStore, Protocol):
    """The same bucket for those who look into it: the desk, and intake when it reads on."""

    def read_document(self, key: str) -> bytes:
        """The bytes of the document kept at ``key``."""
        ...

    def read_layouts(self, key: str) -> Layouts | None:
        """Where the words of the letter kept at ``key`` stand; None if that was not kept."""
        ...

    def read_later(self, key: str) -> ReadLater | None:
        """What was read of the letter kept at ``key`` later; None if nothing was."""
        ...

    def keep_later(self, key: str, later: ReadLater) -> None:
        """Keep what was read of the letter at ``key`` later, in place of what was kept so."""
        ...

    def lent(self, key: str, name: str) -> str:
        """An address at which the document can be downloaded as ``name`` for one minute."""
        ...


class Papers(Protocol):
    """The PDFs of receipts whose senders fetch them here, by the arrivals that they answer."""

    def keep(self, arrival_id: ArrivalId, paper: bytes) -> None:
        """Keep a receipt's PDF; the same call twice changes nothing. Raises TryLater."""
        ...

    def read(self, arrival_id: ArrivalId) -> bytes:
        """The PDF of a receipt that says that it was kept. Raises TryLater."""
        ...


class Uploads(Protocol):
    """The bucket that uploads arrive in, for those who lay them there."""

    @property
    def bucket(self) -> str:
        """Its name."""
        ...

    @property
    def origin(self) -> str:
        """Where browsers post files to: scheme and host."""
        ...

    def lay(self, key: str, content: bytes) -> str:
        """Put an object; returns its version as the notice of it will name it."""
        ...

    def sizes(self, folder: str) -> Mapping[str, int]:
        """The objects of a folder by their keys, and their sizes in bytes."""
        ...

    def ticket(self, key: str, size: int) -> Ticket:
        """Leave for a browser to put one object of just this size there, for an hour."""
        ...


class Folders(Uploads, Protocol):
    """The same bucket for agencies, whose folders are come back to."""

    def lay_new(self, key: str, content: bytes) -> bool:
        """Put an object where there is none; False, and nothing changed, where there is one."""
        ...

    def laid(self, key: str) -> tuple[bytes, str]:
        """An object that is there: its bytes, and its version as ``lay`` gives it."""
        ...
