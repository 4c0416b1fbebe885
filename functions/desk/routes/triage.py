"""The triage page: a choice is a key, and the next letter opens by itself."""

from urllib.parse import quote

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.desk.acting import Desk, act
from functions.desk.answering import page, to
from functions.desk.asking import Request
from functions.desk.deeds import MOST_SIGNS
from functions.desk.frame import frame, seen_office
from functions.desk.permissions import Action
from functions.desk.triage import given_to, next_letter
from shared.errors import FieldMissing, HeldByAnother, IllegalMove, NotHere, StaleWork
from shared.model.fact import CENTRAL, OfficeCode, SubmissionId
from shared.site.routing import new_router

_REFUSED = (FieldMissing, HeldByAnother, IllegalMove, StaleWork)


def triage(desk: Desk) -> APIGatewayHttpRouter:
    """The routes."""
    router = new_router()

    @router.get("/triage")
    def show() -> Response[str]:
        request = Request(router.current_event)
        seen_office(request, desk, CENTRAL, Action.TRIAGE)
        after = request.asked("after")
        return page(
            "triage",
            **frame(request, desk, CENTRAL),
            next=next_letter(desk, request.person, after),
            skipped=bool(after),
            refused=request.asked("refused"),
            offices=[office for office in desk.directory().offices if office.code != CENTRAL],
        )

    @router.post("/triage/<name>")
    def decide(name: str) -> Response[str]:
        request = Request(router.current_event)
        seen_office(request, desk, CENTRAL, Action.TRIAGE)
        given = request.form()
        # A key sends the office of its button; the list has a button of its own.
        office = given.get("suggested") or given.get("to_office", "")
        version, reason = given.get("version", ""), given.get("note", "")[:MOST_SIGNS]
        if not version.isdecimal():
            raise NotHere
        back = f"after={quote(given.get('after', ''))}"
        try:
            asked = given_to(SubmissionId(name), int(version), OfficeCode(office), reason)
            act(asked, request.person, desk)
        except _REFUSED as refusal:
            return to(f"/triage?{back}&refused={type(refusal).__name__}")
        return to(f"/triage?{back}" if given.get("after") else "/triage")

    return router
