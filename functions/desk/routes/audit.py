"""Who saw and did what, day by day."""

from collections.abc import Iterator
from datetime import date

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.desk.acting import Desk
from functions.desk.answering import download, page
from functions.desk.asking import Request
from functions.desk.frame import frame, seen_office
from functions.desk.permissions import Action
from functions.desk.sheets import as_csv
from shared.errors import NotHere
from shared.model.fact import CENTRAL
from shared.site.routing import new_router

COLUMNS = ("at", "who", "did", "office", "letter", "version", "detail")
MOST_LINES = 500
"""On the screen; the file has all."""


def audit(desk: Desk) -> APIGatewayHttpRouter:
    """The routes."""
    router = new_router()

    @router.get("/audit")
    def show() -> Response[str]:
        request = Request(router.current_event)
        seen_office(request, desk, CENTRAL, Action.AUDIT)
        day = _day(request.asked("day"), desk.today)
        events = [e for _, e in zip(range(MOST_LINES), desk.register.events.on(day), strict=False)]
        facts = frame(request, desk)
        return page("audit", **facts, day=day, events=events, most=MOST_LINES)

    @router.get("/audit/<day>/csv")
    def fetch(day: str) -> Response[bytes]:
        seen_office(Request(router.current_event), desk, CENTRAL, Action.AUDIT)
        on = _day(day, None)
        table = as_csv(COLUMNS, _rows(desk, on))
        return download(table, f"audit-{on}.csv", "text/csv", compress=True)

    return router


def _rows(desk: Desk, day: date) -> Iterator[tuple[str, ...]]:
    """Without notes: what was written to a citizen is in the letter, not in the list."""
    for event in desk.register.events.on(day):
        done = (event.at.isoformat(), event.who, event.did, event.office)
        yield (*done, event.submission_id, str(event.version), event.detail)


def _day(written: str, otherwise: date | None) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        if otherwise and not written:
            return otherwise
        raise NotHere from None
