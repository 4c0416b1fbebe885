"""A request as the desk's routes see it: who asks, in which language, with which fields."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest
from typing import Any
from urllib.parse import parse_qs

from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEventV2

from functions.desk.people import Person, person_of
from shared.errors import NotHere, NotSignedIn
from shared.site.answers import LANGUAGE
from shared.thai.writing import ENGLISH, THAI, Writing

SESSION = "__Host-desk"
"""The cookie that holds the token; the gate turns it into the Authorization header."""
FORM_TOKEN = "form_token"  # noqa: S105 - a field's name
MOST_BYTES = 64 * 1024
"""Of a form."""


@dataclass(frozen=True)
class Request:
    """One request. ``event`` is API Gateway's."""

    event: APIGatewayProxyEventV2

    @property
    def person(self) -> Person:
        """Who asks, by the token that the gate has checked. Raises NotSignedIn."""
        return person_of(self._claims)

    @property
    def writing(self) -> Writing:
        """The language that the reader chose; Thai until then."""
        chosen = self._cookies.get(LANGUAGE)
        return Writing(ENGLISH if chosen == ENGLISH else THAI)

    @property
    def form_token(self) -> str:
        """What a form of this session carries: a stranger's page cannot know it."""
        token = self.event.headers.get("authorization", "")
        return sha256(f"form {token}".encode()).hexdigest()[:40] if token else ""

    @property
    def path(self) -> str:
        """The path and its question."""
        query = self.event.raw_query_string
        return f"{self.event.raw_path}?{query}" if query else self.event.raw_path

    def asked(self, name: str) -> str:
        """A field of the address; empty when it is not there."""
        return (self.event.query_string_parameters or {}).get(name, "").strip()

    def form(self) -> Mapping[str, str]:
        """The form, if it is one of our own pages'. Raises NotHere otherwise."""
        given = self.open_form()
        if not compare_digest(given.get(FORM_TOKEN, "").encode(), self.form_token.encode()):
            raise NotHere
        return given

    def open_form(self) -> Mapping[str, str]:
        """A form that is sent before anybody is signed in; never from another site."""
        came_from = self.event.headers.get("sec-fetch-site", "same-origin")
        body = self.event.decoded_body or ""
        if came_from not in {"same-origin", "none"} or len(body) > MOST_BYTES:
            raise NotHere
        fields = parse_qs(body, keep_blank_values=True, max_num_fields=200)
        return {name: "\n".join(values).strip() for name, values in fields.items()}

    @property
    def _cookies(self) -> Mapping[str, str]:
        pairs = (cookie.partition("=") for cookie in self.event.get("cookies") or ())
        return {name.strip(): value for name, _, value in pairs}

    @property
    def _claims(self) -> Mapping[str, Any]:
        authorizer = self.event.request_context.authorizer
        claims = authorizer.jwt_claim if authorizer else None
        if not claims:
            raise NotSignedIn
        return claims
