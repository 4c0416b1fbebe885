"""The API put together: its routes, and what becomes of a request that is refused, or breaks."""

from base64 import b64decode
from collections.abc import Callable, Mapping
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.event_handler.openapi.exceptions import RequestValidationError
from aws_lambda_powertools.utilities.typing import LambdaContext

from functions.api.problems import problem
from functions.api.routes.letters import letters
from functions.api.routes.listing import listing
from functions.api.routes.receipts import receipts
from functions.api.window import Window
from shared.errors import ScopeMissing, TooOften, Unfit
from shared.site.routing import answer_refusals

LARGEST = 3 * 1024 * 1024
"""Of a body in bytes: a receipt to check, in Base64. Files never go this way."""


def application(window: Window, log: Logger) -> APIGatewayHttpResolver:
    """The API over these neighbours."""
    app = APIGatewayHttpResolver(enable_validation=True)
    for routes in (listing(window, app), letters(window), receipts(window)):
        app.include_router(routes)
    answer_refusals(app, log, lambda _, name: problem(name), {TooOften: (429, "too_often")})
    app.exception_handler(RequestValidationError)(_invalid(log))
    app.exception_handler(Unfit)(_unfit)
    app.exception_handler(ScopeMissing)(_without_scope)
    return app


def answer(
    app: APIGatewayHttpResolver, event: dict[str, Any], context: LambdaContext
) -> Mapping[str, Any]:
    """Answer one request; one that no agency's program sends is not looked at further."""
    body = event.get("body") or ""
    content = b64decode(body) if event.get("isBase64Encoded") else body.encode()
    if len(content) > LARGEST:
        return _told(problem("too_large"))
    if content.strip() and not content.lstrip().startswith(b"{"):
        return _told(problem("invalid", [("", "no_object", "The body is not a JSON object.")]))
    return app.resolve(event, context)


def _invalid(log: Logger) -> Callable[[RequestValidationError], Response[str]]:
    """The places and kinds of what is wrong; never the values."""

    def answer(error: RequestValidationError) -> Response[str]:
        found = [(one["loc"], str(one["type"]), str(one["msg"])) for one in error.errors()]
        if any(loc[0] == "response" for loc, _, _ in found):  # Of ours, and so our own fault.
            log.error("answer_invalid", extra={"where": sorted({str(loc) for loc, _, _ in found})})
            return problem("broken")
        return problem("invalid", [(_place(loc), kind, words) for loc, kind, words in found])

    return answer


def _unfit(error: Unfit) -> Response[str]:
    return problem(str(error), error.faults)


def _without_scope(error: ScopeMissing) -> Response[str]:
    return problem("scope_missing", [("authorization", "scope", str(error))])


def _place(loc: tuple[Any, ...]) -> str:
    """A JSON pointer into the body, or a header's name."""
    where, *path = loc
    if where == "body":
        return "".join(f"/{part}" for part in path)
    return "/".join(str(part) for part in path) or str(where)


def _told(said: Response[str]) -> Mapping[str, Any]:
    headers = {**said.headers, "Content-Type": said.content_type}
    return {"statusCode": said.status_code, "body": said.body, "headers": headers}
