"""The API as template.yaml has it: a token is got, a letter handed in, its receipt fetched."""

import http.client
import json
import time
from base64 import b64encode
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey
from moto.utilities.utils import load_resource

from local.plan import Plan
from local.town import Town
from shared.sealing.sealed_file import seal_in
from tests.local.conftest import eventually
from tests.local.test_real_portal import put
from tests.portal.window import FORM

PAPER = "ขอเปลี่ยนสถานพยาบาลตามสิทธิประกันสังคม".encode()
LETTER = {
    "subject": "ขอเปลี่ยนสถานพยาบาล",
    "office": "nan",
    "files": [{"name": "note.txt", "size": len(PAPER)}],
}


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    with Town(tmp_path_factory.mktemp("api"), Plan()) as town:
        yield town


def ask(town: Town, method: str, path: str, body: bytes = b"", **headers: str):
    """Status, headers and bytes of an answer."""
    host = urlsplit(town.state.fronts["AgencyApi"]).netloc
    connection = http.client.HTTPConnection(host, timeout=60)
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    found = answer.status, answer.headers, answer.read()
    connection.close()
    return found


def granted(town: Town, *, secret: str = "", **form: str) -> tuple[int, dict[str, Any]]:
    """What the token endpoint says."""
    name, right = town.state.agency
    basic = b64encode(f"{name}:{secret or right}".encode()).decode()
    body = urlencode({"grant_type": "client_credentials", **form}).encode()
    headers = {"Authorization": f"Basic {basic}", "Content-Type": FORM}
    status, _, said = ask(town, "POST", "/oauth2/token", body, **headers)
    return status, json.loads(said)


@pytest.fixture(scope="module")
def token(town) -> str:
    return granted(town)[1]["access_token"]


def call(town: Town, token: str, method: str, path: str, said: Any = None, *, key: str = ""):
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    headers |= {"Idempotency-Key": key} if key else {}
    body = b"" if said is None else json.dumps(said).encode()
    status, _, answer = ask(town, method, path, body, **headers)
    return status, answer


def test_a_program_sends_a_letter_and_fetches_its_receipt(town, token):
    status, said = call(town, token, "POST", "/letters", LETTER, key="2026/128")
    begun = json.loads(said)
    assert 201 == status, said
    here = f"/letters/{begun['letter']}"
    early, _ = call(town, token, "POST", f"{here}/close")
    [ticket] = begun["tickets"]
    assert (409, 403, 204) == (early, put(ticket, b"x" * 3), put(ticket, PAPER))
    status, said = call(town, token, "POST", f"{here}/close")
    assert (200, "received") == (status, json.loads(said)["progress"])

    def registered():
        found = json.loads(call(town, token, "GET", here)[1])
        return found if found["receipt"] else None

    letter = eventually(registered)
    assert ("registered", "nan") == (letter["progress"], letter["offices"][0]["code"])
    status, paper = call(town, token, "GET", f"{here}/receipt")
    assert 200 == status
    code = seal_in(paper).code
    _, said = call(town, token, "POST", "/receipts/check", {"code": code})
    assert letter["reference"] == json.loads(said)["reference"]

    more = {**LETTER, "subject": "เอกสารเพิ่มเติม"}
    del more["office"]
    status, said = call(town, token, "POST", f"{here}/documents", more, key="2026/129")
    added = json.loads(said)
    assert (201, 204) == (status, put(added["tickets"][0], PAPER))
    call(town, token, "POST", f"/letters/{added['letter']}/close")
    eventually(
        lambda: json.loads(call(town, token, "GET", here)[1])["offices"][0]["later_letters"] == 1
    )


REFUSED = [
    pytest.param({"secret": "wrong"}, "invalid_client", id="a wrong secret"),
    pytest.param({"grant_type": "password"}, "unsupported_grant_type", id="another grant"),
    pytest.param({"scope": "letters/delete"}, "invalid_scope", id="a scope that is not its own"),
]


@pytest.mark.parametrize(("changes", "error"), REFUSED)
def test_no_token_is_given_for(town, changes, error):
    assert (400, {"error": error}) == granted(town, **changes)


def forged(town: Town, key: RSAKey, **changes: Any) -> str:
    """A token as the town's pool gives it, but for one thing."""
    claims = {
        "iss": f"https://cognito-idp.{town.state.region}.amazonaws.com/"
        + town.state.outputs["Agencies"],
        "client_id": town.state.agency[0],
        "scope": "letters/send letters/read",
        "token_use": "access",
        "exp": int(time.time()) + 60,
        **changes,
    }
    return jwt.encode({"kid": "dummy", "alg": "RS256"}, claims, key)


OTHERS = [
    pytest.param({"iss": "https://cognito-idp.ap-southeast-1.amazonaws.com/x"}, id="another pool"),
    pytest.param({"client_id": "another"}, id="a client nobody let in"),
    pytest.param({"exp": 1}, id="expired"),
]
ROUTES = [("POST", "/letters"), ("GET", "/letters/{}"), ("GET", "/letters/{}/receipt")]


@pytest.mark.parametrize("changes", OTHERS)
def test_a_token_that_is_not_good_is_refused_alike_at_every_route(town, changes):
    ours = RSAKey.import_key(load_resource("cognitoidp/resources/jwks-private.json"))
    bad = forged(town, ours, **changes)
    good = forged(town, ours)
    answers = {call(town, bad, method, path.format("0" * 32)) for method, path in ROUTES}

    assert {(401, b'{"message": "Unauthorized"}')} == answers
    assert 404 == call(town, good, "GET", f"/letters/{'0' * 32}")[0]


def test_a_token_that_somebody_else_signed_or_none_is_refused(town):
    stranger = RSAKey.generate_key(2048, {"kid": "dummy"})
    tokens = (forged(town, stranger), "", "no.token.at-all")

    assert {401} == {call(town, one, "GET", f"/letters/{'0' * 32}")[0] for one in tokens}


def test_a_clerks_token_is_no_agencys(town):
    cognito = town.state.session().client("cognito-idp")
    said = cognito.admin_initiate_auth(
        UserPoolId=town.state.outputs["People"],
        ClientId=town.state.outputs["PeopleAtTheDesk"],
        AuthFlow="ADMIN_USER_PASSWORD_AUTH",
        AuthParameters={"USERNAME": "somsri", "PASSWORD": town.state.password},
    )["AuthenticationResult"]
    tokens = (said["IdToken"], said["AccessToken"])

    assert {401} == {call(town, one, "GET", f"/letters/{'0' * 32}")[0] for one in tokens}


def test_a_token_is_good_for_what_was_asked_and_no_more(town):
    reader = granted(town, scope="letters/read")[1]["access_token"]

    assert 403 == call(town, reader, "POST", "/letters", LETTER, key="2026/130")[0]
    assert 404 == call(town, reader, "GET", f"/letters/{'0' * 32}")[0]


def test_anybody_reads_the_document_and_the_directory(town):
    told = [ask(town, "GET", path)[0] for path in ("/openapi.json", "/offices", "/processes")]

    assert [200, 200, 200, 404] == [*told, ask(town, "GET", "/nowhere")[0]]
