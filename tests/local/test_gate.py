"""The gate lets through whom API Gateway would: a signed, current token of our own pool."""

import time
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from local.blueprint import Door
from local.gate import Gate

ISSUER = "https://cognito-idp.ap-southeast-1.amazonaws.com/pool"
KEY = RSAKey.generate_key(2048, {"kid": "ours"})
DOOR = Door(api="DeskApi", function="arn", open=(), closed=(), issuer=ISSUER, audience=("client",))


@pytest.fixture
def gate() -> Gate:
    return Gate(DOOR, "http://127.0.0.1:1", KeySet([KEY]))


def token(key: RSAKey = KEY, **changes: Any) -> str:
    claims = {
        "iss": ISSUER,
        "aud": "client",
        "exp": int(time.time()) + 60,
        "cognito:groups": ["clerk", "head"],
        "email_verified": True,
    }
    return jwt.encode({"alg": "RS256", "kid": "ours"}, claims | changes, key)


def test_a_good_token_is_handed_on_as_strings(gate: Gate):
    claims = gate.claims(token())

    assert claims
    assert ("[clerk head]", "true") == (claims["cognito:groups"], claims["email_verified"])


BAD = [
    pytest.param({"iss": "https://elsewhere.example/pool"}, id="another pool"),
    pytest.param({"aud": "another"}, id="another client"),
    pytest.param({"exp": 1}, id="expired"),
]


@pytest.mark.parametrize("changes", BAD)
def test_a_token_for_something_else_is_not_good(gate: Gate, changes: dict[str, Any]):
    assert gate.claims(token(**changes)) is None


def test_a_token_that_somebody_else_signed_is_not_good(gate: Gate):
    stranger = RSAKey.generate_key(2048, {"kid": "ours"})

    assert gate.claims(token(stranger)) is None
    assert gate.claims("no.token.at-all") is None
    assert gate.claims("") is None


SCOPED = DOOR.model_copy(update={"scopes": {"GET /letters": ("letters/read",)}})
SCOPES = [
    pytest.param("GET /letters", "letters/read", True, id="has it"),
    pytest.param("GET /letters", "letters/send letters/read", True, id="has it among others"),
    pytest.param("GET /letters", "letters/send", False, id="has another"),
    pytest.param("GET /letters", "", False, id="has none"),
    pytest.param("GET /pages", "", True, id="none is asked for"),
]


@pytest.mark.parametrize(("key", "scope", "good"), SCOPES)
def test_a_route_asks_for_a_scope(key, scope, good):
    gate = Gate(SCOPED, "http://127.0.0.1:1", KeySet([KEY]))
    claims = gate.claims(token(scope=scope))

    assert claims
    assert good is gate.good_for(claims, key)
