"""Offices and documents as the lines of a message."""

from collections.abc import Iterable

from functions.notify.conditions import condition_of
from functions.notify.facts import DocumentLine, OfficeLine, TwoTongues
from functions.notify.quoting import quote
from shared.directory.offices import Directory
from shared.model.letter import Part
from shared.model.submission import Role
from shared.model.work import WorkItem


def office_line(item: WorkItem, directory: Directory) -> OfficeLine:
    """How a message names an office that has the letter."""
    office = directory.by_code(item.office)
    return OfficeLine(
        code=office.code,
        name_th=office.name_th,
        name_en=office.name_en,
        number=str(item.number),
        phones=office.phones,
    )


def document_lines(parts: Iterable[Part]) -> tuple[DocumentLine, ...]:
    """Every document, in the sender's order; the text of a mail that has none is no document."""
    return tuple(_document(part) for part in parts if part.role is Role.ATTACHMENT or part.size > 0)


def _document(part: Part) -> DocumentLine:
    named = {(piece.name_th, piece.name_en): None for piece in part.pieces}
    return DocumentLine(
        name=quote(part.name),
        body=part.role is Role.BODY,
        kind=part.kind,
        size=part.size,
        pages=part.pages,
        condition=condition_of(part),
        sha256=part.sha256,
        pieces=tuple(TwoTongues(th=th, en=en) for th, en in named),
    )
