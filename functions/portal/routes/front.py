"""The first page, the language, and the files that pages are made with."""

from mimetypes import guess_type

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.portal.answering import STATIC, language_cookie, packaged, page, to
from functions.portal.asking import Request
from functions.portal.frame import frame
from shared.errors import NotHere
from shared.thai.writing import ENGLISH, THAI

PACKAGED = frozenset({"portal.css", "portal.js", "icon.svg"})


def front() -> APIGatewayHttpRouter:
    """The routes."""
    router = APIGatewayHttpRouter()  # type: ignore[no-untyped-call]

    @router.get("/")
    def home() -> Response[str]:
        return page("home", **frame(Request(router.current_event)))

    @router.post("/language")
    def choose_language() -> Response[str]:
        given = Request(router.current_event).form
        chosen = ENGLISH if given.get("language") == ENGLISH else THAI
        back = given.get("back", "/")
        # Only a path of ours: "//elsewhere" and "/\elsewhere" are other sites to a browser.
        ours = back.startswith("/") and not back.startswith(("//", "/\\"))
        return to(back if ours and back.isprintable() else "/", language_cookie(chosen))

    @router.get("/static/<name>")
    def packaged_file(name: str) -> Response[bytes]:
        if name not in PACKAGED:
            raise NotHere
        kind = guess_type(name)[0] or "application/octet-stream"
        return packaged((STATIC / name).read_bytes(), kind)

    return router
