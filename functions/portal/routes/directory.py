"""The offices, and the processes with their prescribed channels."""

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.portal.answering import page
from functions.portal.asking import Request
from functions.portal.counter import Counter
from functions.portal.frame import frame
from functions.portal.seeking import LONGEST, Places, seek
from shared.directory import gazetteer, jurisdictions, provinces
from shared.model.process import PrescribedChannel
from shared.site.routing import new_router


def directory(counter: Counter) -> APIGatewayHttpRouter:
    """The routes."""
    router = new_router()

    @router.get("/offices")
    def find() -> Response[str]:
        request = Request(router.current_event)
        sought = request.asked("q")[:LONGEST]
        known, places = counter.directory(), _places()
        found = seek(sought, known, places)
        return page("offices", **frame(request), sought=sought, found=found, places=places)

    @router.get("/processes")
    def channels() -> Response[str]:
        request = Request(router.current_event)
        listed = [
            process
            for process in counter.processes().values()
            if process.channel is not PrescribedChannel.OUTSIDE
        ]
        return page("processes", **frame(request), processes=listed)

    return router


def _places() -> Places:
    return Places(
        provinces=provinces.load(),
        districts=gazetteer.load(),
        jurisdictions=jurisdictions.load(),
    )
