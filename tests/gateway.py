"""A request as API Gateway hands it to a function (HTTP API, payload format 2.0)."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import parse_qsl


class Context:
    """What Powertools asks of a Lambda context."""

    function_name = "site"
    memory_limit_in_mb = 512
    invoked_function_arn = "arn:aws:lambda:ap-southeast-1:123456789012:function:site"
    aws_request_id = "00000000-0000-0000-0000-000000000000"


def requested(
    method: str,
    path: str,
    body: str,
    headers: Mapping[str, str],
    *,
    cookies: Sequence[str] = (),
    address: str = "192.0.2.1",
    claims: Mapping[str, Any] | None = None,
    encoded: bool = False,
) -> dict[str, Any]:
    """The event of a request; ``claims`` are the checked token's, where the gate asked for one."""
    bare, _, query = path.partition("?")
    authorizer = {"authorizer": {"jwt": {"claims": claims, "scopes": None}}} if claims else {}
    return {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": bare,
        "rawQueryString": query,
        "cookies": list(cookies),
        "headers": dict(headers),
        "queryStringParameters": dict(parse_qsl(query, keep_blank_values=True)),
        "requestContext": {
            "accountId": "123456789012",
            "apiId": "api",
            "domainName": "site.example",
            "http": {
                "method": method,
                "path": bare,
                "protocol": "HTTP/1.1",
                "sourceIp": address,
                "userAgent": "test",
            },
            "requestId": "request",
            "routeKey": "$default",
            "stage": "$default",
            "time": "20/Nov/2026:03:15:00 +0000",
            "timeEpoch": 1795144500000,
            **authorizer,
        },
        "body": body,
        "isBase64Encoded": encoded,
    }
