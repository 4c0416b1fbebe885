"""Having the pages read that were left unread."""

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.desk.acting import Desk
from functions.desk.answering import to
from functions.desk.asking import Request
from functions.desk.frame import seen_office
from functions.desk.permissions import Action
from functions.desk.reading_on import read_on
from shared.model.fact import SubmissionId
from shared.site.routing import new_router


def unread(desk: Desk) -> APIGatewayHttpRouter:
    """The route. ``of`` is the letter itself, or a reply to it."""
    router = new_router()

    @router.post("/offices/<office>/letters/<name>/unread/<of>")
    def read_rest(office: str, name: str, of: str) -> Response[str]:
        request = Request(router.current_event)
        code = seen_office(request, desk, office, Action.WORK).code
        request.form()
        read_on(SubmissionId(of), SubmissionId(name), code, request.person, desk)
        return to(f"/offices/{code}/letters/{name}")

    return router
