"""The portal's answers: pages, packaged files, redirects; each with its safety headers."""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.shared.cookies import Cookie, SameSite
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from functions.portal import words
from functions.portal.asking import LANGUAGE

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'{reaches}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SAFETY = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY.format(reaches=""),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # An address of ours may hold a reference: no other site learns it.
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=63072000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
A_WEEK, A_YEAR = 7 * 24 * 3600, 365 * 24 * 3600


@cache
def asset(name: str) -> str:
    """The address of a packaged file; another content has another address."""
    return f"/static/{name}?{sha256((STATIC / name).read_bytes()).hexdigest()[:8]}"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"asset": asset, "words": words}
    return environment


def page(template: str, status: int = 200, *, reaches: str = "", **facts: Any) -> Response[str]:
    """A page; everything in it is escaped. Its script may also speak to ``reaches``."""
    body = _environment().get_template(f"{template}.html").render(**facts)
    return Response(
        status_code=status,
        content_type="text/html; charset=utf-8",
        body=body,
        headers={**SAFETY, "Content-Security-Policy": POLICY.format(reaches=reaches)},
    )


def to(path: str, *cookies: Cookie) -> Response[str]:
    """Go on to another page of ours with GET."""
    return Response(
        status_code=303, headers={**SAFETY, "Location": path}, body="", cookies=list(cookies)
    )


def packaged(content: bytes, content_type: str) -> Response[bytes]:
    """A file that came with the function; its address changes with its content."""
    headers = {**SAFETY, "Cache-Control": f"public, max-age={A_WEEK}, immutable"}
    return Response(status_code=200, content_type=content_type, body=content, headers=headers)


def as_json(said: object, status: int = 200) -> Response[str]:
    """An answer for our own script."""
    body = json.dumps(said, ensure_ascii=False)
    return Response(
        status_code=status, content_type="application/json", body=body, headers=dict(SAFETY)
    )


def plain_file(content: str, name: str, content_type: str) -> Response[str]:
    """A file to keep."""
    headers = {**SAFETY, "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(status_code=200, content_type=content_type, body=content, headers=headers)


def language_cookie(language: str) -> Cookie:
    """The language that somebody chose."""
    return Cookie(
        name=LANGUAGE,
        value=language,
        path="/",
        secure=True,
        http_only=True,
        max_age=A_YEAR,
        same_site=SameSite.LAX_MODE,
    )
