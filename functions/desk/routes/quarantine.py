"""What the mail service's scanners failed, for the central registry."""

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.desk.acting import Desk
from functions.desk.answering import page, to
from functions.desk.asking import Request
from functions.desk.frame import frame, seen_office
from functions.desk.permissions import Action
from functions.desk.quarantining import SPAM, keep_out, release, waiting
from shared.errors import IllegalMove, NotHere
from shared.model.fact import CENTRAL, ArrivalId
from shared.site.routing import new_router

DEEDS = {"release": release, "keep-out": keep_out}


def quarantine(desk: Desk) -> APIGatewayHttpRouter:
    """The routes."""
    router = new_router()

    @router.get("/quarantine")
    def show() -> Response[str]:
        request = Request(router.current_event)
        seen_office(request, desk, CENTRAL, Action.QUARANTINE)
        held = [(task, desk.register.arrivals.get(task.arrival_id)) for task in waiting(desk)]
        return page("quarantine", **frame(request, desk), held=held, spam=SPAM)

    @router.post("/quarantine/<arrival>/<deed>")
    def do(arrival: str, deed: str) -> Response[str]:
        request = Request(router.current_event)
        seen_office(request, desk, CENTRAL, Action.QUARANTINE)
        request.form()
        if deed not in DEEDS:
            raise NotHere
        try:
            DEEDS[deed](ArrivalId(arrival), request.person, desk)
        except IllegalMove:
            raise NotHere from None
        return to("/quarantine")

    return router
