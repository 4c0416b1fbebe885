"""The portal's real handler over moto, asked as API Gateway asks it."""

import html
import re
from base64 import b64decode, b64encode
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import functions.portal.handler
from tests.gateway import Context, requested

FORM = "application/x-www-form-urlencoded"
EDGE = "----edge"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: str
    cookies: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """What the page says, without its tags."""
        return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", self.body)).split())


@dataclass(frozen=True)
class Visitor:
    """Somebody with a browser."""

    language: str = "th"
    address: str = "192.0.2.1"
    headers: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Answer:
        return self.ask("GET", path)

    def post(self, path: str, **fields: str) -> Answer:
        return self.ask("POST", path, urlencode(fields).encode())

    def give(self, path: str, *files: tuple[str, str, bytes], **fields: str) -> Answer:
        """A form with files: field, name, bytes."""
        parts = [
            f'--{EDGE}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            for name, value in fields.items()
        ]
        for name, filename, content in files:
            head = f'Content-Disposition: form-data; name="{name}"; filename="{filename}"'
            kind = "Content-Type: application/octet-stream"
            parts.append(f"--{EDGE}\r\n{head}\r\n{kind}\r\n\r\n".encode() + content + b"\r\n")
        body = b"".join((*parts, f"--{EDGE}--\r\n".encode()))
        return self.ask("POST", path, body, f"multipart/form-data; boundary={EDGE}")

    def ask(self, method: str, path: str, body: bytes = b"", kind: str = FORM) -> Answer:
        event = requested(
            method,
            path,
            b64encode(body).decode(),
            {"content-type": kind, **self.headers},
            cookies=[f"__Host-language={self.language}"],
            address=self.address,
            encoded=True,
        )
        answer = functions.portal.handler.lambda_handler(event, Context())
        return Answer(
            status=answer["statusCode"],
            headers={k.lower(): v for k, v in answer.get("headers", {}).items()},
            body=_text(answer),
            cookies=tuple(answer.get("cookies", ())),
        )


def _text(answer: dict[str, Any]) -> str:
    body = answer.get("body") or ""
    return b64decode(body).decode() if answer.get("isBase64Encoded") else body
