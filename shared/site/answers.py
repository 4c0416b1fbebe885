"""The answers of a site: pages, packaged files, redirects; each with its safety headers."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from mimetypes import guess_type
from pathlib import Path
from typing import Any

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.shared.cookies import Cookie, SameSite
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from shared.errors import NotHere
from shared.thai.writing import ENGLISH, THAI

LANGUAGE = "__Host-language"
"""The cookie that holds the language that somebody chose."""
A_WEEK, A_YEAR = 7 * 24 * 3600, 365 * 24 * 3600
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'{reaches}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True, eq=False)
class Site:
    """A site, made of the folders ``templates`` and ``static`` of its room.

    ``packaged`` are the files of ``static`` that anybody may fetch; ``referrer`` is its
    Referrer-Policy; ``names`` are what every template knows.
    """

    room: Path
    packaged: frozenset[str]
    referrer: str
    names: Mapping[str, Any]

    @cached_property
    def safety(self) -> Mapping[str, str]:
        """The headers of every answer."""
        return {
            "Cache-Control": "no-store",
            "Content-Security-Policy": _POLICY.format(reaches=""),
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
            "Referrer-Policy": self.referrer,
            "Strict-Transport-Security": "max-age=63072000",
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
        }

    def page(
        self, template: str, status: int = 200, *, reaches: str = "", **facts: Any
    ) -> Response[str]:
        """A page; everything in it is escaped. Its script may also speak to ``reaches``."""
        body = self._templates.get_template(f"{template}.html").render(**facts)
        policy = _POLICY.format(reaches=reaches)
        return Response(
            status_code=status,
            content_type="text/html; charset=utf-8",
            body=body,
            headers={**self.safety, "Content-Security-Policy": policy},
        )

    def to(self, path: str, *cookies: Cookie) -> Response[str]:
        """Go on to another page of ours with GET."""
        headers = {**self.safety, "Location": path}
        return Response(status_code=303, headers=headers, body="", cookies=list(cookies))

    def file(self, name: str) -> Response[bytes]:
        """A packaged file; its address changes with its content. Raises NotHere."""
        if name not in self.packaged:
            raise NotHere
        return Response(
            status_code=200,
            content_type=guess_type(name)[0] or "application/octet-stream",
            body=(self.room / "static" / name).read_bytes(),
            headers={**self.safety, "Cache-Control": f"public, max-age={A_WEEK}, immutable"},
        )

    def with_language(self, given: Mapping[str, str]) -> Response[str]:
        """Back to where the form was, in the language that was chosen there."""
        back = given.get("back", "/")
        # Only a path of ours: "//elsewhere" and "/\elsewhere" are other sites to a browser.
        ours = back.startswith("/") and not back.startswith(("//", "/\\"))
        chosen = ENGLISH if given.get("language") == ENGLISH else THAI
        path = back if ours and back.isprintable() else "/"
        return self.to(path, cookie(LANGUAGE, chosen, A_YEAR))

    @cached_property
    def _templates(self) -> Environment:
        made = Environment(
            loader=FileSystemLoader(self.room / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        made.globals |= {"asset": lambda name: _asset(self.room / "static" / name), **self.names}
        return made


def cookie(name: str, value: str, seconds: int) -> Cookie:
    """A cookie of this site alone, that no script sees; ``seconds`` 0 ends it."""
    return Cookie(
        name=name,
        value=value,
        path="/",
        secure=True,
        http_only=True,
        max_age=seconds,
        same_site=SameSite.LAX_MODE,
    )


@cache
def _asset(file: Path) -> str:
    """The address of a packaged file; another content has another address."""
    return f"/static/{file.name}?{sha256(file.read_bytes()).hexdigest()[:8]}"
