"""The desk's answers: pages, pictures, downloads, redirects; each with its safety headers."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.shared.cookies import Cookie, SameSite
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from functions.desk import words
from functions.desk.asking import LANGUAGE, SESSION
from functions.desk.rules import why
from shared.correspondence.hospital import FAILINGS

TEMPLATES = Path(__file__).parent / "templates"
STATIC = Path(__file__).parent / "static"

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"
SAFETY = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
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
    environment.globals |= {"asset": asset, "words": words, "why": why, "finding": FAILINGS.get}
    return environment


def page(template: str, status: int = 200, **facts: Any) -> Response[str]:
    """A page; everything in it is escaped."""
    body = _environment().get_template(f"{template}.html").render(**facts)
    headers = {**SAFETY, "Content-Security-Policy": PAGE_POLICY}
    return Response(
        status_code=status, content_type="text/html; charset=utf-8", body=body, headers=headers
    )


def to(path: str, *cookies: Cookie) -> Response[str]:
    """Go on to another page of ours with GET."""
    return Response(
        status_code=303, headers={**SAFETY, "Location": path}, body="", cookies=list(cookies)
    )


def download(
    content: bytes, name: str, content_type: str, *, compress: bool = False
) -> Response[bytes]:
    """A file to keep. No browser shows it as a page of ours, whatever is in it.

    ``compress`` a long table on its way: a function's answer may have six million bytes.
    """
    safe = quote(name or "file", safe="")
    return Response(
        status_code=200,
        content_type=content_type,
        body=content,
        compress=compress,
        headers={
            **SAFETY,
            "Content-Security-Policy": FILE_POLICY,
            "Content-Disposition": f"attachment; filename*=UTF-8''{safe}",
        },
    )


def picture(content: bytes) -> Response[bytes]:
    """A picture of a page, drawn by us."""
    headers = {**SAFETY, "Content-Security-Policy": FILE_POLICY}
    headers["Cache-Control"] = "private, max-age=3600"
    return Response(status_code=200, content_type="image/jpeg", body=content, headers=headers)


def packaged(content: bytes, content_type: str) -> Response[bytes]:
    """A file that came with the function; its address changes with its content."""
    headers = {**SAFETY, "Cache-Control": f"public, max-age={A_WEEK}, immutable"}
    return Response(status_code=200, content_type=content_type, body=content, headers=headers)


def session_cookie(token: str, seconds: int) -> Cookie:
    """The signed-in session; ``seconds`` 0 ends it."""
    return _cookie(SESSION, token, seconds)


def language_cookie(language: str) -> Cookie:
    """The language that somebody chose."""
    return _cookie(LANGUAGE, language, A_YEAR)


def _cookie(name: str, value: str, seconds: int) -> Cookie:
    return Cookie(
        name=name,
        value=value,
        path="/",
        secure=True,
        http_only=True,
        max_age=seconds,
        same_site=SameSite.LAX_MODE,
    )
