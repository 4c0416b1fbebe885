"""Nobody reaches the desk but with a token of its own pool, given to its own client."""

import re

import pytest

from tests.structure.template import referred, resources, template

ROUTES = {
    name: route
    for name, route in resources("AWS::ApiGatewayV2::Route").items()
    if referred(route["ApiId"]) == "DeskApi"
}
OPEN = {"GET /sign-in", "POST /sign-in", "POST /language", "GET /static/{name}"}


@pytest.mark.parametrize("name", sorted(ROUTES))
def test_a_route_asks_for_a_token_unless_it_is_one_of_four(name: str):
    """A token of another pool has another issuer; tests/local/test_gate.py plays the check."""
    route = ROUTES[name]
    gated = route["AuthorizationType"] == "JWT" and referred(route["AuthorizerId"]) == "DeskGate"

    assert gated is (route["RouteKey"] not in OPEN)


def test_the_gate_knows_one_pool_and_one_client():
    gate = resources("AWS::ApiGatewayV2::Authorizer")["DeskGate"]

    assert "JWT" == gate["AuthorizerType"]
    assert gate["JwtConfiguration"]["Issuer"]["Fn::Sub"].endswith("/${People}")
    assert ["PeopleAtTheDesk"] == [referred(one) for one in gate["JwtConfiguration"]["Audience"]]


def test_what_stands_before_the_gate_takes_no_token_from_the_visitor():
    """Only the cookie becomes the header: one that a stranger's page sends is dropped first."""
    code = template()["Resources"]["DeskCookie"]["Properties"]["FunctionCode"]
    dropped, given = (code.index(text) for text in ("delete request", "authorization = {value"))

    assert dropped < given
    assert re.search(r"cookies\['__Host-", code)


def test_nobody_signs_up_and_no_client_writes_an_office():
    pool = resources("AWS::Cognito::UserPool")["People"]
    client = resources("AWS::Cognito::UserPoolClient")["PeopleAtTheDesk"]

    assert pool["AdminCreateUserConfig"] == {"AllowAdminCreateUserOnly": True}
    assert ["name"] == client["WriteAttributes"]
    assert ["ALLOW_ADMIN_USER_PASSWORD_AUTH"] == client["ExplicitAuthFlows"]
