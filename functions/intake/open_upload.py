"""Opening what came through the upload bucket: a folder with a manifest, or a single file."""

from functions.intake.identity import drop_id, upload_id
from functions.intake.manifest import Manifest, parse_manifest
from functions.intake.opened import Opened, Piece
from functions.intake.reading.kinds import Kind
from functions.intake.reading.names import shown_name
from shared.directory.offices import Directory
from shared.errors import EmptyLetter, ManifestNamesMissingFiles, NotASubmission, Refused
from shared.model.arrival import MANIFEST, PREFIXES, Arrival, Channel
from shared.model.fact import OfficeCode
from shared.model.submission import Role, Sender
from shared.ports.buckets import RawStore

UPLOADS, DROPBOX = PREFIXES[Channel.UPLOAD], PREFIXES[Channel.DROP]
_DROP_PARTS = 3


def open_upload(arrival: Arrival, raw: RawStore, directory: Directory) -> Opened:
    """Open a folder at its manifest's key, ``uploads/<folder>/manifest.json``.

    Raises NotASubmission, ManifestNotJson, ManifestInvalid or UnknownOffice, and TryLater
    when S3 is busy. A manifest that names missing files is ``refused``: its sender is known.
    """
    folder = arrival.key.removesuffix(MANIFEST)
    if not arrival.key.startswith(UPLOADS) or folder in (UPLOADS, arrival.key):
        raise NotASubmission("no folder below uploads/")
    content = raw.read(arrival.bucket, arrival.key)
    manifest = parse_manifest(content)
    office = _known(manifest.office, directory)
    there = frozenset(raw.keys(arrival.bucket, folder))
    missing = sum(folder + name not in there for name in manifest.files)
    pieces = () if missing else _pieces(manifest, arrival.bucket, folder, raw)
    attached = (piece.content for piece in pieces)
    return Opened(
        id=upload_id(arrival.bucket + "/" + folder, content, attached),
        sender=_sender(manifest),
        addressed=office,
        subject=manifest.subject.strip(),
        pieces=pieces,
        chosen_process=manifest.process,
        continues=manifest.reference,
        refused=_refusal(manifest, missing),
    )


def open_drop(arrival: Arrival, content: bytes, directory: Directory) -> Opened:
    """Open a single object, ``dropbox/<office code>/<file>``: a letter by itself.

    Raises NotASubmission or UnknownOffice.
    """
    parts = arrival.key.split("/", _DROP_PARTS - 1)
    if not arrival.key.startswith(DROPBOX) or len(parts) != _DROP_PARTS or not parts[-1]:
        raise NotASubmission("no file below dropbox/<office>/")
    name = shown_name(parts[2], "file")
    return Opened(
        id=drop_id(arrival.bucket, arrival.key, content),
        sender=None,
        addressed=_known(OfficeCode(parts[1]), directory),
        subject=name,
        pieces=(Piece(Role.ATTACHMENT, name, content),),
        refused=None if content else EmptyLetter(),
    )


def _pieces(manifest: Manifest, bucket: str, folder: str, raw: RawStore) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    if manifest.message.strip():
        message = manifest.message.encode("utf-8", "replace")
        pieces.append(Piece(Role.BODY, "", message, kind=Kind.TEXT, charset="utf-8"))
    for named in manifest.files:
        content = raw.read(bucket, folder + named)
        pieces.append(Piece(Role.ATTACHMENT, shown_name(named, "file"), content))
    return tuple(pieces)


def _known(office: OfficeCode | None, directory: Directory) -> tuple[OfficeCode, ...]:
    return (directory.by_code(office).code,) if office else ()


def _sender(manifest: Manifest) -> Sender | None:
    return Sender(address=manifest.sender, name=manifest.name) if manifest.sender else None


def _refusal(manifest: Manifest, missing: int) -> Refused | None:
    if missing:
        return ManifestNamesMissingFiles(f"{missing} of {len(manifest.files)}")
    if not (manifest.files or manifest.message.strip() or manifest.subject.strip()):
        return EmptyLetter()
    return None
