"""A letter's page, and what can be done there."""

from collections.abc import Mapping
from typing import Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.desk.acting import REFUSALS, Desk, act
from functions.desk.answering import page, to
from functions.desk.asking import Request
from functions.desk.deeds import MOST_SIGNS, Asked, Deed
from functions.desk.frame import frame, seen_office
from functions.desk.letter_view import letter_at, view
from functions.desk.noting import event
from functions.desk.permissions import Action, may
from functions.desk.releasing import releasable
from shared.directory import agencies
from shared.errors import FieldMissing, NotHere, StaleWork
from shared.model.event import Did
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.work import WorkItem
from shared.site.routing import new_router

MOST_LINES = 20
"""Documents that can be asked for at once."""


def letter(desk: Desk) -> APIGatewayHttpRouter:
    """The routes."""
    router = new_router()

    @router.get("/offices/<office>/letters/<name>")
    def show(office: str, name: str) -> Response[str]:
        request = Request(router.current_event)
        item = letter_at(desk, seen_office(request, desk, office).code, SubmissionId(name))
        return _show(desk, request, _seen(desk, request, item))

    @router.post("/offices/<office>/letters/<name>/<deed>")
    def do(office: str, name: str, deed: str) -> Response[str]:
        request = Request(router.current_event)
        code = seen_office(request, desk, office, Action.WORK).code
        given = request.form()
        letter_at(desk, code, SubmissionId(name))
        asked = _asked(code, SubmissionId(name), deed, given)
        try:
            after = act(asked, request.person, desk)
        except REFUSALS as refusal:
            item = letter_at(desk, code, SubmissionId(name))
            return _show(desk, request, item, refusal=refusal, asked=asked)
        path = f"/offices/{code}"
        return to(f"{path}/queue?done={deed}" if after.ended else f"{path}/letters/{name}")

    return router


def _seen(desk: Desk, request: Request, item: WorkItem) -> WorkItem:
    """Note who looked; the first of the office to open it takes it off the unread."""
    person = request.person
    seen = event(Did.SEEN, item, person, desk)
    if not item.read and item.may("see") and may(person, Action.WORK, item.office):
        after = item.moved("see", read=True)
        try:
            desk.register.work.replace(item, after, seen)
        except StaleWork:
            return letter_at(desk, item.office, item.submission_id)
        return after
    desk.register.events.note(seen)
    return item


def _show(
    desk: Desk,
    request: Request,
    item: WorkItem,
    refusal: Exception | None = None,
    asked: Asked | None = None,
) -> Response[str]:
    statuses = {FieldMissing: 422, type(None): 200}
    return page(
        "letter",
        statuses.get(type(refusal), 409),
        **frame(request, desk, item.office),
        letter=view(desk, item, request.person),
        refusal=type(refusal).__name__ if refusal else "",
        field=str(refusal) if isinstance(refusal, FieldMissing) else "",
        asked=asked,
        processes=list(desk.processes().items()),
        offices=desk.directory().offices,
        agencies=agencies.load(),
        Deed=Deed,
        releasable=releasable,
    )


def _asked(office: OfficeCode, name: SubmissionId, deed: str, given: Mapping[str, str]) -> Asked:
    version = given.get("version", "")
    if deed not in set(Deed) or not version.isdecimal():
        raise NotHere
    listed = (line.strip() for line in given.get("documents", "").splitlines())
    fields: dict[str, Any] = {
        "note": given.get("note", "")[:MOST_SIGNS],
        "documents": tuple(line[:200] for line in listed if line)[:MOST_LINES],
        "to_office": given.get("to_office") or None,
        "process": given.get("process") or None,
        "tell": bool(given.get("tell")),
    }
    return Asked(deed=Deed(deed), office=office, submission_id=name, version=int(version), **fields)
