"""The token endpoint of a user pool's domain, which moto has not.

Source: Amazon Cognito Developer Guide, "The token issuer endpoint", for the grant
``client_credentials`` alone; RFC 6749, 4.4 and 5. The token is signed with the key that moto's
pools have, and says what Cognito's say.
"""

import hmac
import json
import time
import uuid
from base64 import b64decode
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote_plus

from joserfc import jwt
from joserfc.jwk import RSAKey
from moto.utilities.utils import load_resource

from local.http_event import Call, Said

if TYPE_CHECKING:
    from mypy_boto3_cognito_idp import CognitoIdentityProviderClient

AN_HOUR = 3600
GRANT = "client_credentials"


class Tokens:
    """Gives tokens to the clients of one pool."""

    def __init__(self, cognito: "CognitoIdentityProviderClient", issuer: str) -> None:
        """``issuer`` is the pool's address, as its tokens name it."""
        self._cognito = cognito
        self._issuer = issuer
        self._key = RSAKey.import_key(load_resource("cognitoidp/resources/jwks-private.json"))

    def answer(self, call: Call) -> Said:
        """A token, or the name of why there is none."""
        form = dict(parse_qsl(call.body.decode("utf-8", "replace")))
        name, secret = _credentials(call.headers.get("authorization", ""), form)
        client = self._client(name)
        if client is None or not hmac.compare_digest(
            str(client.get("ClientSecret", "")).encode(), secret.encode()
        ):
            return _said(400, {"error": "invalid_client"})
        if form.get("grant_type") != GRANT:
            return _said(400, {"error": "unsupported_grant_type"})
        if GRANT not in client.get("AllowedOAuthFlows", ()):
            return _said(400, {"error": "unauthorized_client"})
        allowed = tuple(map(str, client.get("AllowedOAuthScopes", ())))
        asked = tuple(form.get("scope", "").split()) or allowed
        if not set(asked) <= set(allowed):
            return _said(400, {"error": "invalid_scope"})
        said = {"access_token": self._token(name, asked), "expires_in": AN_HOUR}
        return _said(200, {**said, "token_type": "Bearer"})

    def _client(self, name: str) -> Mapping[str, Any] | None:
        """The client of this name, if it is one and has a secret."""
        pool = self._issuer.rpartition("/")[2]
        try:
            found = self._cognito.describe_user_pool_client(UserPoolId=pool, ClientId=name or "-")
        except self._cognito.exceptions.ResourceNotFoundException:
            return None
        client = found["UserPoolClient"]
        return client if client.get("ClientSecret") else None

    def _token(self, name: str, scopes: tuple[str, ...]) -> str:
        now = int(time.time())
        claims = {
            "iss": self._issuer,
            "sub": name,
            "client_id": name,
            "token_use": "access",
            "scope": " ".join(scopes),
            "auth_time": now,
            "iat": now,
            "exp": now + AN_HOUR,
            "jti": str(uuid.uuid4()),
            "version": 2,
        }
        return jwt.encode({"kid": "dummy", "alg": "RS256"}, claims, self._key)


def _credentials(header: str, form: Mapping[str, str]) -> tuple[str, str]:
    """Client id and secret, from the header (RFC 6749, 2.3.1) or from the form."""
    kind, _, given = header.partition(" ")
    if kind.lower() != "basic":
        return form.get("client_id", ""), form.get("client_secret", "")
    try:
        name, _, secret = b64decode(given, validate=True).decode().partition(":")
    except ValueError:
        return "", ""
    return unquote_plus(name), unquote_plus(secret)


def _said(status: int, facts: Mapping[str, object]) -> Said:
    headers = (("Content-Type", "application/json;charset=UTF-8"), ("Cache-Control", "no-store"))
    return Said(status=status, headers=headers, body=json.dumps(facts).encode())
