"""The gate of an HTTP API: whose token is good, and what it says.

Source: API Gateway Developer Guide, "Control access to HTTP APIs with JWT authorizers". The
keys are the pretend pool's own; the claims are handed on as API Gateway hands them on, every
value a string and a list in square brackets.
"""

import json
import time
import urllib.request
from collections.abc import Mapping
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from local.blueprint import Door


class Gate:
    """Checks the tokens of one door."""

    def __init__(self, door: Door, endpoint: str, keys: KeySet | None = None) -> None:
        """``endpoint`` is where the pretend account serves the issuer's keys, if not given."""
        self._door = door
        pool = door.issuer.rpartition("/")[2]
        self._address = f"{endpoint}/{pool}/.well-known/jwks.json"
        self._keys = keys

    def claims(self, token: str) -> Mapping[str, str] | None:
        """What a good token says, or None."""
        try:
            found = jwt.decode(token, self._known(), algorithms=["RS256"]).claims
        except (JoseError, ValueError):
            return None
        audience = found.get("aud", found.get("client_id"))
        good = (
            found.get("iss") == self._door.issuer
            and audience in self._door.audience
            and float(found.get("exp", 0)) > time.time()
        )
        return {name: _flat(value) for name, value in found.items()} if good else None

    def good_for(self, claims: Mapping[str, str], key: str) -> bool:
        """Whether a good token has a scope that the route ``key`` asks for, if it asks for any."""
        asked = self._door.scopes.get(key, ())
        return not asked or not set(asked).isdisjoint(claims.get("scope", "").split())

    def _known(self) -> KeySet:
        if self._keys is None:
            opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
            with opener.open(self._address, timeout=10) as answer:
                self._keys = KeySet.import_key_set(json.load(answer))
        return self._keys


def _flat(value: Any) -> str:
    if isinstance(value, list):
        return f"[{' '.join(map(str, value))}]"
    return str(value).lower() if isinstance(value, bool) else str(value)
