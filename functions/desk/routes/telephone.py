"""Noting that a sender was told by telephone."""

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.desk.acting import Desk
from functions.desk.answering import to
from functions.desk.asking import Request
from functions.desk.frame import seen_office
from functions.desk.permissions import Action
from functions.desk.telephoning import told
from shared.model.fact import ArrivalId
from shared.site.routing import new_router


def telephone(desk: Desk) -> APIGatewayHttpRouter:
    """The route."""
    router = new_router()

    @router.post("/offices/<office>/calls/<arrival>")
    def note(office: str, arrival: str) -> Response[str]:
        request = Request(router.current_event)
        code = seen_office(request, desk, office, Action.WORK).code
        request.form()
        told(ArrivalId(arrival), code, request.person, desk)
        return to(f"/offices/{code}/queue")

    return router
