"""The first page, the language, and the files that pages are made with."""

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.portal.answering import SITE, page
from functions.portal.asking import Request
from functions.portal.frame import frame
from shared.site.routing import new_router


def front() -> APIGatewayHttpRouter:
    """The routes."""
    router = new_router()

    @router.get("/")
    def home() -> Response[str]:
        return page("home", **frame(Request(router.current_event)))

    @router.post("/language")
    def choose_language() -> Response[str]:
        return SITE.with_language(Request(router.current_event).form)

    @router.get("/static/<name>")
    def packaged_file(name: str) -> Response[bytes]:
        return SITE.file(name)

    return router
