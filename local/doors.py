"""The HTTP APIs of the template as the front plays them. Pure."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from local.blueprint import Door
from local.template import Json, NotPlayed, Resources, of_kind

TOKEN_ENDPOINT = ".amazoncognito.com/oauth2/token"  # noqa: S105 - an address


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
    leads = {
        str(route["RouteKey"]): integrations[str(route["Target"]).partition("/")[2]]
        for route in routes
    }
    tokens = {key for key, there in leads.items() if there["IntegrationType"] == "HTTP_PROXY"}
    _check_tokens(leads[key] for key in tokens)
    (function,) = {str(leads[key]["IntegrationUri"]) for key in leads.keys() - tokens}
    return Door(
        api=api,
        function=function.rpartition(":")[2],
        open=tuple(key for key in _keys(routes, "NONE") if key not in tokens),
        closed=_keys(routes, "JWT"),
        issuer=str(gate.get("Issuer", "")),
        audience=tuple(map(str, gate.get("Audience", ()))),
        scopes=_scopes(routes),
        tokens="".join(tokens),
        cookies=any(
            f"{api}.execute-api" in json.dumps(site)
            for site in of_kind(resources, "AWS::CloudFront::Distribution")
        ),
    )


def _check_tokens(integrations: Iterable[Json]) -> None:
    """A Cognito domain's token endpoint is the only other site that the front plays."""
    for integration in integrations:
        if not str(integration["IntegrationUri"]).endswith(TOKEN_ENDPOINT):
            raise NotPlayed(f"an HTTP_PROXY to {integration['IntegrationUri']}")


def _scopes(routes: list[Json]) -> Mapping[str, tuple[str, ...]]:
    return {
        str(route["RouteKey"]): tuple(route["AuthorizationScopes"])
        for route in routes
        if route.get("AuthorizationScopes")
    }


def _keys(routes: list[Json], kind: str) -> tuple[str, ...]:
    return tuple(
        str(route["RouteKey"]) for route in routes if route.get("AuthorizationType", "NONE") == kind
    )


def _of(resources: Resources, kind: str) -> list[tuple[str, Json]]:
    wanted = f"AWS::ApiGatewayV2::{kind}"
    return [(name, properties) for name, (of, properties) in resources.items() if of == wanted]
