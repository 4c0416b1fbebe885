"""The folders of letters that citizens send: who knows a folder's name has sent it."""

import re
from collections.abc import Sequence

from functions.portal.counter import Counter
from shared.errors import NotHere
from shared.model.fact import ArrivalId
from shared.model.ticket import Ticket
from shared.uploading import laying
from shared.uploading.laying import Sent
from shared.uploading.letter import FileSaid, Letter

_FOLDER = re.compile(r"[0-9a-f]{32}", re.ASCII)
"""An agency's folder has a name of another form: nobody reaches it from here."""
_VERSION = re.compile(r"[\w.~-]{1,200}", re.ASCII)


def lay(letter: Letter, files: Sequence[tuple[str, bytes]], counter: Counter) -> Sent:
    """Put the files of a form and their manifest. Raises TryLater when S3 is busy."""
    return laying.lay(counter.draw_folder(), letter, files, counter.uploads)


def tickets(files: Sequence[FileSaid], counter: Counter) -> tuple[str, tuple[Ticket, ...]]:
    """A new folder, and leave for a browser to put these files there."""
    folder = counter.draw_folder()
    return folder, laying.tickets(folder, files, counter.uploads)


def laid(folder: str, files: Sequence[FileSaid], counter: Counter) -> bool:
    """Whether just these files lie in the folder, whole. Raises NotHere for no folder's name."""
    _check(_FOLDER, folder)
    return counter.uploads.sizes(laying.place(folder)) == laying.wanted(folder, files)


def close(folder: str, letter: Letter, files: Sequence[FileSaid], counter: Counter) -> Sent:
    """Put the manifest of a folder that is ``laid``."""
    version = counter.uploads.lay(*laying.closing(folder, letter, files))
    return Sent(folder=folder, version=version)


def arrival_of(sent: Sent, counter: Counter) -> ArrivalId:
    """The arrival that it is. Raises NotHere for what no letter of ours can be named."""
    _check(_FOLDER, sent.folder)
    _check(_VERSION, sent.version)
    return laying.arrival_of(sent, counter.uploads)


def _check(form: re.Pattern[str], text: str) -> None:
    if not form.fullmatch(text):
        raise NotHere
