"""Laying a letter where intake takes it: the files first, the manifest last."""

import re
from collections.abc import Sequence

from functions.portal.counter import Counter
from functions.portal.sending import MANIFEST, FileSaid, Letter, file_name, manifest
from shared.errors import NotHere
from shared.model.arrival import arrival_id
from shared.model.fact import ArrivalId, Fact
from shared.model.ticket import Ticket

UPLOADS = "uploads/"
_FOLDER = re.compile(r"[0-9a-f]{32}", re.ASCII)
_VERSION = re.compile(r"[\w.~-]{1,200}", re.ASCII)


class Sent(Fact):
    """A letter that was laid down. Whoever knows the folder's name sent it."""

    folder: str
    version: str


def lay(letter: Letter, files: Sequence[tuple[str, bytes]], counter: Counter) -> Sent:
    """Put the files of a form and their manifest. Raises TryLater when S3 is busy."""
    folder = counter.draw_folder()
    names = [file_name(number, name) for number, (name, _) in enumerate(files, start=1)]
    for name, (_, content) in zip(names, files, strict=True):
        counter.uploads.lay(f"{UPLOADS}{folder}/{name}", content)
    return _close(folder, letter, names, counter)


def tickets(files: Sequence[FileSaid], counter: Counter) -> tuple[str, tuple[Ticket, ...]]:
    """A new folder, and leave for a browser to put these files there."""
    folder = counter.draw_folder()
    return folder, tuple(
        counter.uploads.ticket(f"{UPLOADS}{folder}/{file_name(number, file.name)}", file.size)
        for number, file in enumerate(files, start=1)
    )


def laid(folder: str, files: Sequence[FileSaid], counter: Counter) -> bool:
    """Whether just these files lie in the folder, whole. Raises NotHere for no folder's name."""
    _check(_FOLDER, folder)
    place = f"{UPLOADS}{folder}/"
    wanted = {
        place + file_name(number, file.name): file.size
        for number, file in enumerate(files, start=1)
    }
    return counter.uploads.sizes(place) == wanted


def close(folder: str, letter: Letter, files: Sequence[FileSaid], counter: Counter) -> Sent:
    """Put the manifest of a folder that is ``laid``."""
    names = [file_name(number, file.name) for number, file in enumerate(files, start=1)]
    return _close(folder, letter, names, counter)


def arrival_of(sent: Sent, counter: Counter) -> ArrivalId:
    """The arrival that it is. Raises NotHere for what no letter of ours can be named."""
    _check(_FOLDER, sent.folder)
    _check(_VERSION, sent.version)
    key = f"{UPLOADS}{sent.folder}/{MANIFEST}"
    return arrival_id(counter.uploads.bucket, key, sent.version)


def _close(folder: str, letter: Letter, names: Sequence[str], counter: Counter) -> Sent:
    content = manifest(letter, names)
    version = counter.uploads.lay(f"{UPLOADS}{folder}/{MANIFEST}", content)
    return Sent(folder=folder, version=version)


def _check(form: re.Pattern[str], text: str) -> None:
    if not form.fullmatch(text):
        raise NotHere
