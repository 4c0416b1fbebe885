"""The HTTP APIs of the template as the front plays them. Pure."""

from collections.abc import Mapping
from typing import Any

from local.blueprint import Door
from local.template import Json

Resources = Mapping[str, tuple[str, Json]]
"""Logical id to type and resolved properties."""


def doors(resources: Resources) -> tuple[Door, ...]:
    """One for each API that has routes."""
    apis = sorted({str(route["ApiId"]) for _, route in _of(resources, "Route")})
    return tuple(_door(api, resources) for api in apis)


def _door(api: str, resources: Resources) -> Door:
    routes = [route for _, route in _of(resources, "Route") if route["ApiId"] == api]
    gates = dict(_of(resources, "Authorizer"))
    asked = {str(route["AuthorizerId"]) for route in routes if "AuthorizerId" in route}
    gate: Any = gates[asked.pop()]["JwtConfiguration"] if asked else {}
    integrations = dict(_of(resources, "Integration"))
    targets = {str(route["Target"]).partition("/")[2] for route in routes}
    (function,) = {str(integrations[target]["IntegrationUri"]) for target in targets}
    return Door(
        api=api,
        function=function.rpartition(":")[2],
        open=_keys(routes, "NONE"),
        closed=_keys(routes, "JWT"),
        issuer=str(gate.get("Issuer", "")),
        audience=tuple(map(str, gate.get("Audience", ()))),
    )


def _keys(routes: list[Json], kind: str) -> tuple[str, ...]:
    return tuple(
        str(route["RouteKey"]) for route in routes if route.get("AuthorizationType", "NONE") == kind
    )


def _of(resources: Resources, kind: str) -> list[tuple[str, Json]]:
    wanted = f"AWS::ApiGatewayV2::{kind}"
    return [(name, properties) for name, (of, properties) in resources.items() if of == wanted]
