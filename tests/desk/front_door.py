"""The desk's real handler over moto, asked as API Gateway asks it."""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

import functions.desk.handler
from functions.desk.asking import FORM_TOKEN
from functions.desk.people import Person
from tests.gateway import Context, requested


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
        headers = {"content-type": "application/x-www-form-urlencoded", **self.headers}
        if self.person:
            headers["authorization"] = self.token
        chosen = [f"__Host-language={self.language}"]
        return requested(method, path, body, headers, cookies=chosen, claims=self._claims())

    def _claims(self) -> dict[str, str] | None:
        if self.person is None:
            return None
        claims = {
            "cognito:username": self.person.name,
            "cognito:groups": f"[{' '.join(sorted(self.person.roles))}]",
            "token_use": "id",
        }
        if self.person.office:
            claims["custom:office"] = self.person.office
        return claims
