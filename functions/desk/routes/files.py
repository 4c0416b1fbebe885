"""A letter's files: pictures of their pages, and the originals to keep."""

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.desk.acting import Desk
from functions.desk.answering import download, picture, to
from functions.desk.asking import Request
from functions.desk.fetching import key_of
from functions.desk.frame import seen_office
from functions.desk.letter_view import letter_at
from functions.desk.noting import event
from functions.desk.pictures import drawn
from shared.errors import NotHere
from shared.model.event import Did
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.submission import Document
from shared.model.work import WorkItem
from shared.site.routing import new_router

MOST_BYTES = 4 * 1024 * 1024
"""A function's answer may have six million bytes, and base64 makes four of three. A larger
file is lent by the bucket itself, which is another origin."""
WIDTH = 1200
"""Pixels: an A4 page that can be read on a large screen."""


def files(desk: Desk) -> APIGatewayHttpRouter:
    """The routes. ``of`` is the letter itself, or a reply to it."""
    router = new_router()

    @router.get("/offices/<office>/letters/<name>/files/<of>/<number>")
    def fetch(office: str, name: str, of: str, number: str) -> Response[bytes] | Response[str]:
        request = Request(router.current_event)
        item = _item(desk, request, office, name)
        document = _document(desk, request, item, SubmissionId(of), number)
        fetched = event(Did.FETCHED, item, request.person, desk, f"{of} {number}")
        desk.register.events.note(fetched)
        if document.size > MOST_BYTES:
            return to(desk.letters.lent(document.key or "", document.name))
        content = desk.letters.read_document(document.key or "")
        return download(content, document.name, "application/octet-stream")

    @router.get("/offices/<office>/letters/<name>/files/<of>/<number>/pages/<sheet>")
    def show(office: str, name: str, of: str, number: str, sheet: str) -> Response[bytes]:
        request = Request(router.current_event)
        item = _item(desk, request, office, name)
        document = _document(desk, request, item, SubmissionId(of), number)
        if not sheet.isdecimal():
            raise NotHere
        content = desk.letters.read_document(document.key or "")
        return picture(drawn(content, document.kind, int(sheet), WIDTH))

    return router


def _item(desk: Desk, request: Request, office: str, name: str) -> WorkItem:
    code: OfficeCode = seen_office(request, desk, office).code
    return letter_at(desk, code, SubmissionId(name))


def _document(
    desk: Desk, request: Request, item: WorkItem, of: SubmissionId, number: str
) -> Document:
    """The document, if it belongs to this letter and may be seen. Raises NotHere."""
    key = key_of(of, item, request.person, desk)
    documents = desk.letters.read_letter(key).submission.documents
    found = [one for one in documents if str(one.number) == number and one.key]
    if not found:
        raise NotHere
    return found[0]
