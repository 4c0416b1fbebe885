"""The desk's real handler over moto, asked as API Gateway asks it."""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qsl, urlencode

import functions.desk.handler
from functions.desk.asking import FORM_TOKEN
from functions.desk.people import Person

LAMBDA = "arn:aws:lambda:ap-southeast-1:123456789012:function:desk"


class Context:
    """What Powertools asks of a Lambda context."""

    function_name = "desk"
    memory_limit_in_mb = 512
    invoked_function_arn = LAMBDA
    aws_request_id = "00000000-0000-0000-0000-000000000000"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: str
    cookies: tuple[str, ...] = ()
    encoded: bool = False


@dataclass(frozen=True)
class Visitor:
    """Somebody with a browser, signed in as ``person`` or not at all."""

    person: Person | None = None
    language: str = "th"
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def token(self) -> str:
        return f"Bearer token-of-{self.person.name}" if self.person else ""

    def get(self, path: str) -> Answer:
        return self.ask("GET", path)

    def post(self, path: str, **fields: Any) -> Answer:
        """A form of one of our own pages."""
        return self.ask("POST", path, urlencode({FORM_TOKEN: self.form_token, **fields}))

    @property
    def form_token(self) -> str:
        return sha256(f"form {self.token}".encode()).hexdigest()[:40]

    def ask(self, method: str, path: str, body: str = "") -> Answer:
        answer = functions.desk.handler.lambda_handler(self._event(method, path, body), Context())
        return Answer(
            status=answer["statusCode"],
            headers={k.lower(): v for k, v in answer.get("headers", {}).items()},
            body=answer.get("body") or "",
            cookies=tuple(answer.get("cookies", ())),
            encoded=bool(answer.get("isBase64Encoded")),
        )

    def _event(self, method: str, path: str, body: str) -> dict[str, Any]:
        bare, _, query = path.partition("?")
        parameters = dict(parse_qsl(query, keep_blank_values=True))
        headers = {"content-type": "application/x-www-form-urlencoded", **self.headers}
        if self.person:
            headers["authorization"] = self.token
        return {
            "version": "2.0",
            "routeKey": "$default",
            "rawPath": bare,
            "rawQueryString": query,
            "cookies": [f"__Host-language={self.language}"],
            "headers": headers,
            "queryStringParameters": parameters,
            "requestContext": {
                "accountId": "123456789012",
                "apiId": "api",
                "domainName": "desk.example",
                "http": {
                    "method": method,
                    "path": bare,
                    "protocol": "HTTP/1.1",
                    "sourceIp": "192.0.2.1",
                    "userAgent": "test",
                },
                "requestId": "request",
                "routeKey": "$default",
                "stage": "$default",
                "time": "20/Nov/2026:03:15:00 +0000",
                "timeEpoch": 1795144500000,
                **self._authorizer(),
            },
            "body": body,
            "isBase64Encoded": False,
        }

    def _authorizer(self) -> dict[str, Any]:
        if self.person is None:
            return {}
        claims = {
            "cognito:username": self.person.name,
            "cognito:groups": f"[{' '.join(sorted(self.person.roles))}]",
            "token_use": "id",
        }
        if self.person.office:
            claims["custom:office"] = self.person.office
        return {"authorizer": {"jwt": {"claims": claims, "scopes": None}}}
