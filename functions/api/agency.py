"""The agency that asks, as the gate knows it: a machine client of the agencies' user pool.

The HTTP API's JWT authorizer has checked signature, issuer, time and client before our code
runs, and the scope of the route as well; the scope is looked at here once more, so that a route
drawn wrongly in the template opens nothing.
"""

import re
from enum import StrEnum

from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEventV2

from shared.errors import NotHere, ScopeMissing
from shared.model.fact import Fact

_CLIENT = re.compile(r"[\w+]{1,128}", re.ASCII)
"""What Cognito calls a client (API reference, ClientIdType)."""


class Scope(StrEnum):
    """What a token may be good for."""

    SEND = "letters/send"
    READ = "letters/read"


class Agency(Fact):
    """One agency. ``client`` is its client id, which is no secret."""

    client: str


def agency_of(event: APIGatewayProxyEventV2, scope: Scope) -> Agency:
    """Who asks. Raises ScopeMissing for a token that is not good for this, NotHere for none."""
    authorizer = event.raw_event["requestContext"].get("authorizer") or {}
    claims = authorizer.get("jwt", {}).get("claims", {})
    client = str(claims.get("client_id", ""))
    if not _CLIENT.fullmatch(client):
        raise NotHere
    if scope not in str(claims.get("scope", "")).split():
        raise ScopeMissing(scope)
    return Agency(client=client)
