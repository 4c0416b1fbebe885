"""What became of a letter that was sent here, for whoever knows the name of its folder."""

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.portal import laying
from functions.portal.answering import page, to_keep
from functions.portal.asking import Request
from functions.portal.counter import Counter
from functions.portal.frame import frame
from shared.errors import NotHere
from shared.model.fact import ArrivalId
from shared.site.routing import new_router
from shared.standing.outcome import outcome, receipt_of
from shared.uploading.laying import Sent


def sent(counter: Counter) -> APIGatewayHttpRouter:
    """The routes."""
    router = new_router()

    def arrival(folder: str, version: str) -> ArrivalId:
        return laying.arrival_of(Sent(folder=folder, version=version), counter)

    @router.get("/sent/<folder>/<version>")
    def show(folder: str, version: str) -> Response[str]:
        request = Request(router.current_event)
        found = outcome(arrival(folder, version), counter.register, counter.directory())
        return page("sent", **frame(request), found=found)

    @router.get("/sent/<folder>/<version>/receipt.pdf")
    def fetch(folder: str, version: str) -> Response[bytes]:
        receipt = receipt_of(arrival(folder, version), counter.register)
        if receipt is None or not receipt.kept:
            raise NotHere
        paper = counter.papers.read(receipt.arrival_id)
        return to_keep(paper, "SSO-receipt.pdf", "application/pdf")

    return router
