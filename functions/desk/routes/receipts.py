"""Sending a receipt that was withheld."""

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.desk.acting import Desk
from functions.desk.answering import to
from functions.desk.asking import Request
from functions.desk.frame import seen_office
from functions.desk.permissions import Action
from functions.desk.releasing import release_receipt
from shared.model.fact import ArrivalId, SubmissionId
from shared.site.routing import new_router


def receipts(desk: Desk) -> APIGatewayHttpRouter:
    """The route."""
    router = new_router()

    @router.post("/offices/<office>/letters/<name>/receipts/<arrival>")
    def release(office: str, name: str, arrival: str) -> Response[str]:
        request = Request(router.current_event)
        code = seen_office(request, desk, office, Action.WORK).code
        request.form()
        release_receipt(ArrivalId(arrival), SubmissionId(name), code, request.person, desk)
        return to(f"/offices/{code}/letters/{name}")

    return router
