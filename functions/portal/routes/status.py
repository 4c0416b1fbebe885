"""How a letter stands, for whoever has its receipt."""

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.portal.answering import page
from functions.portal.asking import Request
from functions.portal.counter import Counter
from functions.portal.frame import frame
from functions.portal.proving import prove, reference_of
from shared.errors import NotHere
from shared.sealing.verdict import LONGEST_CODE
from shared.site.routing import new_router
from shared.standing.standing import standing


def status(counter: Counter) -> APIGatewayHttpRouter:
    """The routes."""
    router = new_router()

    @router.get("/status")
    def ask() -> Response[str]:
        return page("status", **frame(Request(router.current_event)), unknown=False, reference="")

    @router.post("/status")
    def answer() -> Response[str]:
        request = Request(router.current_event)
        code = request.form.get("code", "")[:LONGEST_CODE]
        reference = request.form.get("reference", "")[:40] or reference_of(code)
        try:
            record = prove(reference, code, request.came_from, counter)
        except NotHere:
            return page("status", 404, **frame(request), unknown=True, reference=reference)
        found = standing(record, counter.register, counter.directory())
        return page("standing", **frame(request), standing=found, code=code)

    return router
