"""Files embedded in a PDF: portfolios, PDF/A-3, and what was clipped to a page."""

from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import Any

from pypdf import PdfReader

from functions.intake.reading.budget import MOST_PAGES
from functions.intake.reading.room import Member, Room, Unpacked

_SIGN = b"/EmbeddedFile"
"""Stands outside compressed objects whenever there is an embedded file: the dictionary of its
stream cannot be inside one, and names its type in every program known."""
_MOST_FILES = 1_000


def may_hold_files(content: bytes) -> bool:
    """A cheap look, so that a PDF without files is not opened for them."""
    return _SIGN in content


def embedded_files(content: bytes, room: Room) -> Unpacked:
    """The files inside, each once. Broken or locked PDFs may raise anything."""
    reader = PdfReader(BytesIO(content), strict=False)
    if reader.is_encrypted:
        reader.decrypt("")
    members: dict[bytes, Member] = {}
    left = 0
    for name, file in islice(_files(reader), _MOST_FILES):
        found = None if room.full else _content(file)
        if found in members:
            continue
        if found is not None and room.take(len(found)):
            members[found] = Member(name, found)
        else:
            left += 1
    kept = tuple(members.values())
    return Unpacked(kept, tuple(each.name for each in kept), left)


def _files(reader: PdfReader) -> Iterator[tuple[str, Any]]:
    """Name and file object, by the list of names first and then page by page."""
    for each in reader.attachment_list:
        yield _name(each.pdf_object, each.name), each.pdf_object
    for page in islice(reader.pages, MOST_PAGES):
        for annotation in page.get("/Annots") or ():
            clipped = annotation.get_object()
            if clipped.get("/Subtype") == "/FileAttachment" and (file := clipped.get("/FS")):
                yield _name(file.get_object(), ""), file.get_object()


def _name(file: Any, otherwise: str) -> str:
    return str(file.get("/UF") or file.get("/F") or otherwise)


def _content(file: Any) -> bytes | None:
    """None when this one is broken: the others may be whole."""
    try:
        streams = file["/EF"].get_object()
        stream = streams.get("/UF") or streams.get("/F")
        return bytes(stream.get_object().get_data())
    except Exception:  # noqa: BLE001 - pypdf says broken files may raise anything
        return None
