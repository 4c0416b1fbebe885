"""Checking a receipt: its code, or its file."""

from typing import Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.router import APIGatewayHttpRouter

from functions.portal.answering import page, to_keep
from functions.portal.asking import Request
from functions.portal.counter import Counter
from functions.portal.frame import frame
from shared.errors import UnknownOffice
from shared.model.fact import OfficeCode
from shared.sealing.verdict import Verdict, of_code, of_file
from shared.site.routing import new_router

MOST_TRIES = 60
"""In ten minutes from one address; behind one there may be many people."""


def check(counter: Counter) -> APIGatewayHttpRouter:
    """The routes."""
    router = new_router()

    @router.get("/check")
    def ask() -> Response[str]:
        return page("check", **frame(Request(router.current_event)), missing=False)

    @router.get("/check/<reference>")
    def ask_about(reference: str) -> Response[str]:  # noqa: ARG001 - where a QR code leads
        # The reference is for whoever has no code at hand; the code stands behind the #.
        return page("check", **frame(Request(router.current_event)), missing=False)

    @router.post("/check")
    def answer() -> Response[str]:
        request = Request(router.current_event)
        counter.count("check", request.came_from, MOST_TRIES)
        verdict = _verdict(request, counter)
        if verdict is None:
            return page("check", 422, **frame(request), missing=True)
        return page("verdict", **frame(request), **_shown(verdict, request, counter))

    @router.get("/receipt-key.pem")
    def key() -> Response[str]:
        return to_keep(counter.pem().decode(), "receipt-key.pem", "application/x-pem-file")

    return router


def _verdict(request: Request, counter: Counter) -> Verdict | None:
    code = request.form.get("code", "")
    if code:
        return of_code(code, counter.keys())
    files = request.files("file")
    return of_file(files[0].content, counter.keys()) if files else None


def _shown(verdict: Verdict, request: Request, counter: Counter) -> dict[str, Any]:
    def name(code: str) -> str:
        try:
            return request.writing.name(counter.directory().by_code(OfficeCode(code)))
        except UnknownOffice:
            return code

    return {"verdict": verdict, "office_name": name}
