"""Operations: dead letters, addresses that are not written to, deliveries, the directory."""

from urllib.parse import urlencode

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.desk.answering import page, to
from functions.desk.asking import Request
from functions.desk.directory_checks import checked
from functions.desk.frame import frame, seen_office
from functions.desk.operating import Operations, dead_letters, lift, replay, suppressed
from functions.desk.permissions import Action, may
from functions.desk.troubles import QUEUES, trouble
from shared.directory import deliveries
from shared.model.fact import CENTRAL
from shared.site.routing import new_router

MOST = 50
"""Suppressed addresses of a page."""


def operate(operations: Operations) -> APIGatewayHttpRouter:
    """The routes."""
    router, desk = new_router(), operations.desk

    @router.get("/operations")
    def show() -> Response[str]:
        return _show(operations, Request(router.current_event))

    @router.post("/operations/address")
    def ask() -> Response[str]:
        """By POST: an address in a link would lie in logs."""
        request = Request(router.current_event)
        seen_office(request, desk, CENTRAL, Action.SUPPRESSIONS)
        return _show(operations, request, asked=request.form().get("address", "")[:320])

    @router.post("/operations/suppressions/<name>/lift")
    def lift_one(name: str) -> Response[str]:
        request = Request(router.current_event)
        seen_office(request, desk, CENTRAL, Action.SUPPRESSIONS)
        request.form()
        lift(name, request.person, desk)
        return to("/operations?done=lifted#suppressed")

    @router.post("/operations/dead-letters/<queue>/replay")
    def give_back(queue: str) -> Response[str]:
        request = Request(router.current_event)
        seen_office(request, desk, CENTRAL, Action.OPERATE)
        message = request.form().get("message", "")
        given = replay(queue, message, request.person, operations)
        return to(f"/operations?{urlencode({'done': 'replayed', 'number': given})}#dead-letters")

    return router


def _show(operations: Operations, request: Request, asked: str = "") -> Response[str]:
    desk, person = operations.desk, request.person
    seen_office(request, desk, CENTRAL, Action.SUPPRESSIONS)
    operates = may(person, Action.OPERATE, CENTRAL)
    number = request.asked("number")
    return page(
        "operations",
        **frame(request, desk),
        operates=operates,
        dead=dead_letters(operations) if operates else (),
        queues=QUEUES,
        trouble=trouble,
        done=request.asked("done"),
        number=int(number) if number.isdecimal() else 0,
        asked=asked,
        standing=suppressed(asked, desk) if asked else None,
        suppressions=desk.register.suppressions.newest(request.asked("before"), MOST),
        wishes=tuple(deliveries.load().values()),
        directory=checked(desk.today),
        look=desk.register.looks.last(),
    )
