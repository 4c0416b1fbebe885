"""Laying a letter where intake takes it: the files first, the manifest last."""

from collections.abc import Mapping, Sequence

from shared.model.arrival import MANIFEST, PREFIXES, Channel, arrival_id
from shared.model.fact import ArrivalId, Fact
from shared.model.ticket import Ticket
from shared.ports.buckets import Uploads
from shared.uploading.letter import FileSaid, Letter, file_name, manifest


class Sent(Fact):
    """A letter that was laid down: its folder, and the version of the manifest that closed it."""

    folder: str
    version: str


def place(folder: str, name: str = "") -> str:
    """The key of a file of a folder; without a name, what all its keys begin with."""
    return f"{PREFIXES[Channel.UPLOAD]}{folder}/{name}"


def lay(folder: str, letter: Letter, files: Sequence[tuple[str, bytes]], uploads: Uploads) -> Sent:
    """Put files, each with its sender's name for it, and their manifest. Raises TryLater."""
    names = [file_name(number, name) for number, (name, _) in enumerate(files, start=1)]
    for name, (_, content) in zip(names, files, strict=True):
        uploads.lay(place(folder, name), content)
    version = uploads.lay(place(folder, MANIFEST), manifest(letter, names))
    return Sent(folder=folder, version=version)


def tickets(folder: str, files: Sequence[FileSaid], uploads: Uploads) -> tuple[Ticket, ...]:
    """Leave to put just these files into the folder, in their order."""
    return tuple(uploads.ticket(key, size) for key, size in wanted(folder, files).items())


def wanted(folder: str, files: Sequence[FileSaid]) -> Mapping[str, int]:
    """The keys that the files will have, and their sizes in bytes, in their order."""
    named = enumerate(files, start=1)
    return {place(folder, file_name(number, file.name)): file.size for number, file in named}


def closing(folder: str, letter: Letter, files: Sequence[FileSaid]) -> tuple[str, bytes]:
    """Key and bytes of the manifest of a folder in which the files lie."""
    names = [file_name(number, file.name) for number, file in enumerate(files, start=1)]
    return place(folder, MANIFEST), manifest(letter, names)


def arrival_of(sent: Sent, uploads: Uploads) -> ArrivalId:
    """The arrival that it is."""
    return arrival_id(uploads.bucket, place(sent.folder, MANIFEST), sent.version)
