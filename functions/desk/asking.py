"""A request as the desk's routes see it: who asks, with which fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest
from typing import Any
from urllib.parse import parse_qs

from functions.desk.people import Person, person_of
from shared.errors import NotHere, NotSignedIn
from shared.site.asking import SiteRequest

SESSION = "__Host-desk"
"""The cookie that holds the token; the gate turns it into the Authorization header."""
FORM_TOKEN = "form_token"  # noqa: S105 - a field's name
MOST_BYTES = 64 * 1024
"""Of a form."""


@dataclass(frozen=True)
class Request(SiteRequest):
    """One request."""

    @property
    def person(self) -> Person:
        """Who asks, by the token that the gate has checked. Raises NotSignedIn."""
        return person_of(self._claims)

    @property
    def form_token(self) -> str:
        """What a form of this session carries: a stranger's page cannot know it."""
        token = self.event.headers.get("authorization", "")
        return sha256(f"form {token}".encode()).hexdigest()[:40] if token else ""

    def form(self) -> Mapping[str, str]:
        """The form, if it is one of our own pages'. Raises NotHere otherwise."""
        given = self.open_form()
        if not compare_digest(given.get(FORM_TOKEN, "").encode(), self.form_token.encode()):
            raise NotHere
        return given

    def open_form(self) -> Mapping[str, str]:
        """A form that is sent before anybody is signed in. Raises NotHere for another site's."""
        if self.foreign:
            raise NotHere
        try:
            body = self.event.decoded_body or ""
            if len(body) > MOST_BYTES:
                raise NotHere
            fields = parse_qs(body, keep_blank_values=True, max_num_fields=200)
        except ValueError:  # No text, or too many fields.
            raise NotHere from None
        return {name: "\n".join(values).strip() for name, values in fields.items()}

    @property
    def _claims(self) -> Mapping[str, Any]:
        authorizer = self.event.request_context.authorizer
        claims = authorizer.jwt_claim if authorizer else None
        if not claims:
            raise NotSignedIn
        return claims
