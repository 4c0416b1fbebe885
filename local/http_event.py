"""A request as an HTTP API hands it to a function, and the function's answer. Pure.

Source: API Gateway Developer Guide, "Create AWS Lambda proxy integrations for HTTP APIs",
payload format version 2.0.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import parse_qsl, unquote

from shared.model.fact import Fact

_GREEDY = re.compile(r"\{\w+\+\}")
_ONE = re.compile(r"\{\w+\}")


class Call(Fact):
    """One request. Header names are lower case."""

    method: str
    target: str
    """Path and query as they were sent."""
    headers: Mapping[str, str]
    body: bytes

    @property
    def path(self) -> str:
        """The path alone."""
        return self.target.partition("?")[0]

    @property
    def cookies(self) -> dict[str, str]:
        """The cookies by name."""
        sent = SimpleCookie(self.headers.get("cookie", ""))
        return {name: morsel.value for name, morsel in sent.items()}


class Said(Fact):
    """An answer. Cookies are lines of their own."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


def matching(call: Call, keys: Iterable[str]) -> str | None:
    """The route key that is for a call: the most exact one, as API Gateway chooses."""
    found = [key for key in keys if _is_for(key, call)]
    return min(found, key=lambda key: (key == "$default", "+}" in key, "{" in key), default=None)


def event(call: Call, key: str, claims: Mapping[str, str] | None, at: datetime) -> dict[str, Any]:
    """The event of a call that came by the route ``key``, its token's claims beside it."""
    _, _, query = call.target.partition("?")
    parameters: dict[str, str] = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        parameters[name] = f"{parameters[name]},{value}" if name in parameters else value
    text = _text(call.body)
    headers = {name: value for name, value in call.headers.items() if name != "cookie"}
    authorizer = {"authorizer": {"jwt": {"claims": dict(claims), "scopes": None}}} if claims else {}
    return {
        "version": "2.0",
        "routeKey": key,
        "rawPath": unquote(call.path),
        "rawQueryString": query,
        "cookies": [f"{name}={value}" for name, value in call.cookies.items()],
        "headers": headers,
        **({"queryStringParameters": parameters} if parameters else {}),
        "requestContext": {
            "accountId": "123456789012",
            "apiId": "town",
            **authorizer,
            "domainName": call.headers.get("host", ""),
            "domainPrefix": "town",
            "http": {
                "method": call.method,
                "path": unquote(call.path),
                "protocol": "HTTP/1.1",
                "sourceIp": "127.0.0.1",
                "userAgent": call.headers.get("user-agent", ""),
            },
            "requestId": f"town-{at.timestamp():.6f}",
            "routeKey": key,
            "stage": "$default",
            "time": at.astimezone(UTC).strftime("%d/%b/%Y:%H:%M:%S +0000"),
            "timeEpoch": int(at.timestamp() * 1000),
        },
        "body": b64encode(call.body).decode() if text is None else text,
        "isBase64Encoded": text is None,
    }


def said(answer: Mapping[str, Any]) -> Said:
    """What a function's answer means."""
    body = answer.get("body") or ""
    headers = {str(k): str(v) for k, v in (answer.get("headers") or {}).items()}
    cookies = [("Set-Cookie", str(cookie)) for cookie in answer.get("cookies") or ()]
    return Said(
        status=int(answer.get("statusCode", 200)),
        headers=(*headers.items(), *cookies),
        body=b64decode(body) if answer.get("isBase64Encoded") else str(body).encode(),
    )


def _is_for(key: str, call: Call) -> bool:
    if key == "$default":
        return True
    method, _, path = key.partition(" ")
    pattern = _ONE.sub("[^/]+", _GREEDY.sub(".+", path))
    return method in {"ANY", call.method} and bool(re.fullmatch(pattern, unquote(call.path)))


def _text(body: bytes) -> str | None:
    try:
        return body.decode()
    except UnicodeDecodeError:
        return None
