"""How a letter stands, for whoever has its receipt."""

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.portal.answering import page
from functions.portal.asking import Request
from functions.portal.counter import Counter
from functions.portal.frame import frame
from functions.portal.proving import proven, reference_of
from functions.portal.standing import standing
from shared.errors import NotHere
from shared.site.routing import new_router

MOST_TRIES = 30
"""In ten minutes from one address."""
MOST_TRIES_AT_ONE = 20
"""In ten minutes for one reference, from wherever."""
LONGEST = 4_000


def status(counter: Counter) -> APIGatewayHttpRouter:
    """The routes."""
    router = new_router()

    @router.get("/status")
    def ask() -> Response[str]:
        return page("status", **frame(Request(router.current_event)), unknown=False, reference="")

    @router.post("/status")
    def answer() -> Response[str]:
        request = Request(router.current_event)
        code = request.form.get("code", "")[:LONGEST]
        reference = request.form.get("reference", "")[:40] or reference_of(code)
        counter.count("status", request.came_from, MOST_TRIES)
        counter.count("status of", reference.upper(), MOST_TRIES_AT_ONE)
        try:
            record = proven(reference, code, counter.register)
        except NotHere:
            return page("status", 404, **frame(request), unknown=True, reference=reference)
        return page("standing", **frame(request), standing=standing(record, counter))

    return router
