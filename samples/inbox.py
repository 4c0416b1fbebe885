"""The sample inbox as the demo reads it: every letter with what must become of it."""

import re
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from shared.model.arrival import Channel
from shared.model.fact import Fact, OfficeCode, ProcessId
from shared.model.letter import Outcome
from shared.model.routing import Decision

HERE = Path(__file__).parent
INBOX = HERE / "inbox"
EXPECTED = HERE / "expected.toml"
MANIFEST = "manifest.json"

_PLACEHOLDER = re.compile(rb"{{REFERENCE of=([a-z0-9-]+)}}")


class Answer(StrEnum):
    """What the sender gets."""

    RECEIPT = "receipt"
    REFUSAL = "refusal"
    WITHHELD = "withheld"
    """Nothing; the register has a receipt's line that says why."""
    NONE = "none"
    """Nothing, and nothing was due."""


class Expectation(Fact):
    """How a letter must end; a field that is None (or empty) is not looked at."""

    outcome: Outcome
    reason: str | None = None
    of: str | None = None
    """The sample that it repeats or answers."""
    decision: Decision | None = None
    offices: tuple[OfficeCode, ...] = ()
    """Whose desks have the letter afterwards; the order means nothing."""
    process: ProcessId | None = None
    process_also: tuple[ProcessId, ...] = ()
    answer: Answer
    unread: tuple[str, ...] = ()
    """Enclosures that nobody can read."""


class StoredFile(Fact):
    """An object for the upload bucket."""

    key: str
    content: bytes


class Sample(Fact):
    """One letter on its way in.

    A mail has ``raw``, an envelope ``sender`` ("" is the null sender) and ``recipients``.
    An upload or a drop has ``objects``, to be put in this order: the manifest comes last.
    """

    id: str
    about: str
    channel: Channel
    path: Path
    sender: str | None = None
    recipients: tuple[str, ...] = ()
    raw: bytes = b""
    objects: tuple[StoredFile, ...] = ()
    expected: Expectation

    @property
    def waits_for(self) -> frozenset[str]:
        """The samples that must have ended, and been answered, before this one is sent."""
        quoted = {name.decode() for name in _PLACEHOLDER.findall(self.raw)}
        return frozenset(quoted | ({self.expected.of} if self.expected.of else set()))

    def filled(self, references: Mapping[str, str]) -> bytes:
        """The mail with the references that its sender read in our receipts.

        ``references`` are by sample id. Raises KeyError when one is missing.
        """
        return _PLACEHOLDER.sub(lambda found: references[found[1].decode()].encode(), self.raw)


def load(inbox: Path = INBOX, expected: Path = EXPECTED) -> tuple[Sample, ...]:
    """All samples in the order in which they go in.

    Raises FileNotFoundError for a letter that is not in the inbox, pydantic's
    ValidationError for an expectation that makes no sense.
    """
    table = tomllib.loads(expected.read_text(encoding="utf-8"))
    return tuple(_sample(name, entry, inbox) for name, entry in table.items())


def _sample(name: str, entry: Mapping[str, Any], inbox: Path) -> Sample:
    given = dict(entry)
    path = inbox / given.pop("file")
    if given["channel"] == Channel.MAIL:
        return Sample(id=name, path=path, raw=path.read_bytes(), **given)
    files = [path] if path.is_file() else sorted(path.iterdir(), key=_manifest_last)
    stored = tuple(
        StoredFile(key=file.relative_to(inbox).as_posix(), content=file.read_bytes())
        for file in files
    )
    return Sample(id=name, path=path, objects=stored, **given)


def _manifest_last(file: Path) -> tuple[bool, str]:
    return file.name == MANIFEST, file.name
