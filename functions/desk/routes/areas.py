"""The central registry's list of who is responsible for which place."""

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.desk.acting import Desk
from functions.desk.answering import page, to
from functions.desk.areas import areas as every_area
from functions.desk.asking import Request
from functions.desk.frame import frame, seen_office
from functions.desk.permissions import Action
from functions.desk.remembering import revoke
from shared.model.fact import CENTRAL
from shared.site.routing import new_router


def areas(desk: Desk) -> APIGatewayHttpRouter:
    """The routes."""
    router = new_router()

    @router.get("/areas")
    def show() -> Response[str]:
        request = Request(router.current_event)
        seen_office(request, desk, CENTRAL, Action.TRIAGE)
        return page("areas", **frame(request, desk, CENTRAL), areas=every_area(desk))

    @router.post("/areas/<place>/revoke")
    def take_back(place: str) -> Response[str]:
        request = Request(router.current_event)
        seen_office(request, desk, CENTRAL, Action.TRIAGE)
        request.form()
        revoke(place, request.person, desk)
        return to("/areas")

    return router
