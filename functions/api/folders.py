"""An agency's folders. Their names hold whose they are, so that no other can be asked for.

``uploads/agency.<client>.<letter>/``: the client is the token's, never the request's; the letter's
id is made from the agency's Idempotency-Key, so that a repeat finds the same folder. ``draft.json``
keeps what was said at the beginning, the manifest is put last.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from functions.api.agency import Agency
from functions.api.asked import LetterGiven
from shared.errors import NotHere, Unfit
from shared.model.arrival import MANIFEST
from shared.model.fact import Fact
from shared.ports.buckets import Folders
from shared.uploading import laying
from shared.uploading.laying import Sent
from shared.uploading.letter import FileSaid, Letter
from shared.uploading.whose import agency_folder

DRAFT = "draft.json"
_LETTER = re.compile(r"[0-9a-f]{32}", re.ASCII)


class Draft(Fact):
    """What was said at the beginning.

    ``adds_to`` is the agency's own earlier letter, ``reference`` the one that it has.
    """

    given: LetterGiven
    adds_to: str | None = None
    reference: str | None = None

    @property
    def letter(self) -> Letter:
        """The letter as it is laid down."""
        given = self.given
        return Letter(
            subject=given.subject,
            message=given.message,
            name=given.name,
            sender=given.sender,
            office=given.office or "",
            process=given.process or "",
            reference=self.reference or "",
        )

    @property
    def files(self) -> tuple[FileSaid, ...]:
        """The files that belong to it."""
        return tuple(FileSaid(name=file.name, size=file.size) for file in self.given.files)


@dataclass(frozen=True)
class Folder:
    """One folder. ``letter`` is the letter's id."""

    agency: Agency
    letter: str

    @property
    def name(self) -> str:
        """Its name in the bucket."""
        return agency_folder(self.agency.client, self.letter)

    @property
    def draft(self) -> str:
        """The key of its draft."""
        return laying.place(self.name, DRAFT)

    @property
    def manifest(self) -> str:
        """The key of its manifest."""
        return laying.place(self.name, MANIFEST)


class Inside(Fact):
    """What lies in a folder: its draft, the sizes of its files by their keys, its manifest."""

    draft: Draft
    sizes: Mapping[str, int]
    sent: Sent | None

    def missing(self, folder: Folder) -> tuple[FileSaid, ...]:
        """The files that do not lie there whole."""
        keys = laying.wanted(folder.name, self.draft.files)
        pairs = zip(self.draft.files, keys.items(), strict=True)
        return tuple(file for file, (key, size) in pairs if self.sizes.get(key) != size)


def letter_id(key: str) -> str:
    """The id of the letter of an Idempotency-Key."""
    return sha256(key.encode()).hexdigest()[:32]


def begin(folder: Folder, draft: Draft, folders: Folders) -> Inside:
    """Keep the draft, once. Raises Unfit for a key that another letter was begun with."""
    folders.lay_new(folder.draft, draft.model_dump_json().encode())
    inside = look(folder, folders)
    if inside.draft != draft:
        raise Unfit("key_used")
    return inside


def look(folder: Folder, folders: Folders) -> Inside:
    """What lies in an agency's folder. Raises NotHere, alike for every id that it has not."""
    if not _LETTER.fullmatch(folder.letter):
        raise NotHere
    sizes = dict(folders.sizes(laying.place(folder.name)))
    if folder.draft not in sizes:
        raise NotHere
    draft = Draft.model_validate_json(folders.laid(folder.draft)[0])
    closed = folder.manifest in sizes
    sent = _sent(folder, folders) if closed else None
    return Inside(draft=draft, sizes=sizes, sent=sent)


def close(folder: Folder, inside: Inside, folders: Folders) -> Inside:
    """Put the manifest, once. Raises Unfit while files are missing."""
    if inside.sent:
        return inside
    if missing := inside.missing(folder):
        words = "Put this file with its ticket, whole, and close again."
        raise Unfit("files_missing", *(("", file.name, words) for file in missing))
    folders.lay_new(*laying.closing(folder.name, inside.draft.letter, inside.draft.files))
    return inside.model_copy(update={"sent": _sent(folder, folders)})


def _sent(folder: Folder, folders: Folders) -> Sent:
    return Sent(folder=folder.name, version=folders.laid(folder.manifest)[1])
