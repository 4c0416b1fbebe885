"""What the OpenAPI document says of the API as a whole and of every route."""

import json
from collections.abc import Mapping
from typing import Any

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver
from aws_lambda_powertools.event_handler.openapi.models import (
    OAuth2,
    OAuthFlowClientCredentials,
    OAuthFlows,
    Server,
)

from functions.api.agency import Scope
from functions.api.problems import KIND, PROBLEMS, Problem

TITLE = "Letters of agencies to the Social Security Office"
VERSION = "1.0.0"
TOKENS = "/oauth2/token"
EVERYWHERE = ("too_often", "busy", "broken")
SCHEME = "agency"
_ABOUT = """\
An agency begins a letter, puts its files with the tickets that it gets, and closes it. Then the
letter is read, routed and registered like any other, and the agency sees where it is.

Tokens are got with the client credentials grant of OAuth 2.0 (RFC 6749, 4.4). Everything that is
refused by us is `application/problem+json` (RFC 9457); a token that is missing, wrong, expired or
without the scope is refused before us, with 401 or 403 and `{"message": ...}`.
"""
_BY_THE_GATE = {
    "content": {
        "application/json": {
            "schema": {"type": "object", "properties": {"message": {"type": "string"}}}
        }
    }
}
_SCOPES = {
    Scope.SEND.value: "Send letters and add documents to them",
    Scope.READ.value: "See how one's own letters stand, fetch and check receipts",
}


def document(app: APIGatewayHttpResolver) -> str:
    """The OpenAPI 3.1 document of the routes of ``app``, as JSON."""
    flow = OAuthFlowClientCredentials(tokenUrl=TOKENS, scopes=_SCOPES)
    said = app.get_openapi_json_schema(
        title=TITLE,
        version=VERSION,
        openapi_version="3.1.0",
        description=_ABOUT,
        servers=[Server(url="/")],
        security_schemes={SCHEME: OAuth2(flows=OAuthFlows(clientCredentials=flow))},
    )
    return json.dumps(_in_order(json.loads(said)), ensure_ascii=False)


def needs(scope: Scope) -> list[dict[str, list[str]]]:
    """The security of a route whose token needs a scope."""
    return [{SCHEME: [scope.value]}]


def open_answers(what: str) -> Any:
    """The answers of a route that asks for no token."""
    return {200: {"description": what}, **_problems(*EVERYWHERE)}


def answers(what: str, *problems: str, status: int = 200) -> Any:
    """The answers of a route: what it gives, and the problems that it may have."""
    refused = {401: {"description": "The token is missing, wrong or expired.", **_BY_THE_GATE}}
    named = _problems("invalid", "scope_missing", *problems, *EVERYWHERE)
    return {status: {"description": what}, **refused, **named}


def paper(what: str, *problems: str) -> Any:
    """The answers of a route that gives a PDF."""
    given = {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}
    return {**answers(what, *problems), 200: {"description": what, **given}}


def _problems(*names: str) -> Mapping[int, Any]:
    said: dict[int, list[str]] = {}
    for name in names:
        said.setdefault(PROBLEMS[name].status, []).append(f"{PROBLEMS[name].title} (`{name}`).")
    return {
        status: {"description": " ".join(words), "content": {KIND: {"model": Problem}}}
        for status, words in said.items()
    }


def _in_order(said: dict[str, Any]) -> dict[str, Any]:
    """Paths by name and answers by status: the document changes only where the API does."""
    paths = dict(sorted(said["paths"].items()))
    for operations in paths.values():
        for operation in operations.values():
            operation["responses"] = dict(sorted(operation["responses"].items()))
    return {**said, "paths": paths}
