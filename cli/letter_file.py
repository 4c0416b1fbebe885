"""A file on this computer, opened and read exactly as intake does; nothing of it is kept."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import PurePath

from functions.intake.open_mail import open_mail
from functions.intake.open_upload import DROPBOX, open_drop
from functions.intake.opened import Opened
from functions.intake.read_letter import read_letter
from functions.intake.read_pieces import Enough, nothing_is_enough
from functions.intake.reading.apart import Reader
from functions.intake.reading.kinds import Kind
from functions.intake.reading.reader import read as read_here
from functions.intake.reading.sniffing import kind_of
from shared.directory.offices import Directory
from shared.errors import Refused
from shared.model.arrival import Arrival, Channel, arrival_id
from shared.model.fact import CENTRAL, SubmissionId
from shared.model.submission import ReadLetter

_MAIL_ENDING = ".eml"
_MANY_MAILS = ".mbox"
"""Its first mail looks like the whole file, but nobody sends it as one mail."""
_HERE = "this-computer"


@dataclass(frozen=True)
class FileRead:
    """What became of a file. ``refused`` names why the letter would not be taken in.

    A bounce is refused and read all the same; only what cannot be opened has no ``letter``.
    """

    channel: Channel
    letter: ReadLetter | None
    refused: Refused | None


def read_file(
    name: str,
    content: bytes,
    received_at: datetime,
    directory: Directory,
    *,
    read: Reader = read_here,
    enough: Enough = nothing_is_enough,
) -> FileRead:
    """Read a file as a mail if it is one, else as if dropped at the central registry.

    ``read`` and ``enough`` are intake's neighbours; without them everything is read, here.
    """
    mail = is_mail(name, content)
    arrival = _arrival(Channel.MAIL if mail else Channel.DROP, name, content, received_at)
    try:
        opened = _opened(arrival, content, directory)
    except Refused as refused:
        return FileRead(arrival.channel, None, refused)
    letter = read_letter(arrival, opened, NothingKept(), read=read, enough=enough)
    return FileRead(arrival.channel, letter.without_layouts(), opened.refused)


def is_mail(name: str, content: bytes) -> bool:
    """Whether a file is one mail: by its ending or, a mailbox file apart, by its content."""
    ending = PurePath(name).suffix.lower()
    return ending == _MAIL_ENDING or (ending != _MANY_MAILS and kind_of(content) is Kind.EML)


class NothingKept:
    """A store of letters that has no room: what is given is forgotten."""

    def keep_document(self, submission_id: SubmissionId, number: int, content: bytes) -> str:
        """The key that it would have."""
        del content
        return f"{submission_id}/{number}"

    def keep_letter(self, letter: ReadLetter) -> str:
        """The key that it would have."""
        return letter.submission.id

    def read_letter(self, key: str) -> ReadLetter:
        """Nothing is ever there."""
        raise KeyError(key)


def _opened(arrival: Arrival, content: bytes, directory: Directory) -> Opened:
    if arrival.channel is Channel.MAIL:
        return open_mail(arrival, content, directory)
    return open_drop(arrival, content, directory)


def _arrival(channel: Channel, name: str, content: bytes, received_at: datetime) -> Arrival:
    file = PurePath(name).name or "file"
    key = f"{DROPBOX}{CENTRAL}/{file}" if channel is Channel.DROP else file
    return Arrival(
        id=arrival_id(_HERE, key, sha256(content).hexdigest()),
        channel=channel,
        bucket=_HERE,
        key=key,
        received_at=received_at,
    )
