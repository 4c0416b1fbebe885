"""Each HTTP API of the template is played as it is drawn."""

import pytest

from local.doors import doors
from local.template import NotPlayed

API = "AgencyApi"


def resources(**changes):
    """An API with an open route, one that asks for a scope, and one to a token endpoint."""
    drawn = {
        "Gate": ("Authorizer", {"JwtConfiguration": {"Issuer": "https://i/p", "Audience": ["c"]}}),
        "Own": (
            "Integration",
            {"IntegrationType": "AWS_PROXY", "IntegrationUri": "arn:aws:lambda:x:1:function:api"},
        ),
        "Tokens": (
            "Integration",
            {
                "IntegrationType": "HTTP_PROXY",
                "IntegrationUri": "https://d.auth.x.amazoncognito.com/oauth2/token",
            },
        ),
        "Open": ("Route", {"ApiId": API, "RouteKey": "GET /offices", "Target": "integrations/Own"}),
        "Token": (
            "Route",
            {"ApiId": API, "RouteKey": "POST /oauth2/token", "Target": "integrations/Tokens"},
        ),
        "Closed": (
            "Route",
            {
                "ApiId": API,
                "RouteKey": "GET /letters",
                "Target": "integrations/Own",
                "AuthorizationType": "JWT",
                "AuthorizerId": "Gate",
                "AuthorizationScopes": ["letters/read"],
            },
        ),
    } | changes
    return {name: (f"AWS::ApiGatewayV2::{kind}", said) for name, (kind, said) in drawn.items()}


def test_a_door_knows_its_routes_their_scopes_and_where_tokens_are():
    (door,) = doors(resources())

    assert ("api", "https://i/p", ("c",)) == (door.function, door.issuer, door.audience)
    assert (("GET /offices",), ("GET /letters",)) == (door.open, door.closed)
    assert ({"GET /letters": ("letters/read",)}, "POST /oauth2/token") == (
        door.scopes,
        door.tokens,
    )


def test_only_the_api_before_which_cloudfront_stands_takes_cookies():
    site = {"Origins": [{"DomainName": f"{API}.execute-api.x.amazonaws.com"}]}
    before = {"Site": ("AWS::CloudFront::Distribution", {"DistributionConfig": site})}

    assert [False, True] == [
        doors(drawn)[0].cookies for drawn in (resources(), {**resources(), **before})
    ]


def test_another_site_behind_a_route_is_not_played():
    other = {"IntegrationType": "HTTP_PROXY", "IntegrationUri": "https://elsewhere.example/"}

    with pytest.raises(NotPlayed):
        doors(resources(Tokens=("Integration", other)))
