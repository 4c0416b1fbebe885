"""The document says what the API does, and the gate of the template is drawn by it."""

import json
import re
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import validate

from functions.api.app import LARGEST
from functions.api.problems import PROBLEMS
from functions.api.routes.listing import MOST_READS
from tests.api.conftest import Answer, Client
from tests.api.test_letters import MINISTRY, handed_in
from tests.api.test_permission import ROUTES
from tests.structure.template import referred, resources
from tools.describe_api import PLACE, written

DOCUMENT = json.loads(PLACE.read_text(encoding="utf-8"))
OPERATIONS = [
    pytest.param(path, method, said, id=said["operationId"])
    for path, operations in DOCUMENT["paths"].items()
    for method, said in operations.items()
]
ANYBODY = Client("")


def test_the_document_in_the_repository_is_the_codes():
    """``python -m tools.describe_api`` writes it."""
    assert PLACE.read_text(encoding="utf-8") == written()


def test_it_is_a_valid_openapi_3_1_document():
    validate(DOCUMENT)

    assert "3.1.0" == DOCUMENT["openapi"]


def test_it_is_served_to_anybody(hall):
    assert DOCUMENT == ANYBODY.get("/openapi.json").said


def test_every_route_that_names_a_letter_is_tried_as_another_agency():
    tried = {(route.method, route.path.format("{letter}")) for route in ROUTES}
    there = {
        (method.upper(), path)
        for path, operations in DOCUMENT["paths"].items()
        for method in operations
        if "{letter}" in path
    }

    assert there == tried


def test_the_gate_asks_for_the_scopes_of_the_document():
    """A route that the template forgets is not there; one that it opens would be open."""
    apis = resources("AWS::ApiGatewayV2::Route").values()
    drawn = {
        route["RouteKey"]: tuple(route.get("AuthorizationScopes", ()))
        for route in apis
        if referred(route["ApiId"]) == "AgencyApi"
    }
    gated = {
        route["RouteKey"]
        for route in apis
        if referred(route["ApiId"]) == "AgencyApi" and route["AuthorizationType"] == "JWT"
    }
    said = {
        f"{method.upper()} {path}": tuple(
            s for one in op.get("security", ()) for s in one["agency"]
        )
        for path, operations in DOCUMENT["paths"].items()
        for method, op in operations.items()
    }

    assert {**said, "GET /openapi.json": (), "POST /oauth2/token": ()} == drawn
    assert {route for route, scopes in said.items() if scopes} == gated


def test_every_problem_says_what_to_do_in_both_languages():
    for said in PROBLEMS.values():
        assert re.search("[\u0e00-\u0e7f]", said.detail_th)
        assert said.detail.endswith(".")


@cache
def validator(path: str, method: str, status: str, kind: str) -> OAS31Validator:
    content = DOCUMENT["paths"][path][method]["responses"][status]["content"][kind]
    return OAS31Validator({**content["schema"], "components": DOCUMENT["components"]})


def assert_as_described(path: str, method: str, answer: Answer) -> None:
    """The answer's status, kind and facts are in the document."""
    validator(path, method, str(answer.status), answer.headers["content-type"]).validate(
        answer.said
    )


SIMPLE = st.none() | st.booleans() | st.integers() | st.text(max_size=20)
ANYTHING = st.recursive(
    SIMPLE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


def fields(said: dict) -> st.SearchStrategy:
    """Bodies that have the right names and anything in them."""
    body = said.get("requestBody", {}).get("content", {}).get("application/json", {})
    name = body.get("schema", {}).get("$ref", "").rpartition("/")[2]
    names = sorted(DOCUMENT["components"]["schemas"].get(name, {}).get("properties", {}))
    return st.dictionaries(st.sampled_from(names), ANYTHING) if names else st.just({})


@pytest.mark.parametrize(("path", "method", "said"), OPERATIONS)
def test_whatever_is_sent_is_answered_as_the_document_says(hall, path, method, said):
    letter = "0" * 32

    @settings(
        max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
    )
    @given(body=fields(said) | ANYTHING, key=st.text(st.characters(codec="ascii"), max_size=120))
    def send(body, key):
        headers = {"idempotency-key": key} if "\n" not in key else {}
        text = json.dumps(body) if method == "post" else ""
        answer = MINISTRY.ask(method.upper(), path.format(letter=letter), text, headers)

        assert answer.status < 500
        assert_as_described(path, method, answer)

    send()


def test_a_letter_is_answered_as_the_document_says(hall):
    letter = handed_in(hall)
    hall.seal(hall.register_it())

    assert_as_described("/letters/{letter}", "get", MINISTRY.get(f"/letters/{letter}"))
    closed = MINISTRY.post(f"/letters/{letter}/close")
    assert_as_described("/letters/{letter}/close", "post", closed)


BROKEN = [
    pytest.param('[{"subject": "x"}]', "no_object", id="a list"),
    pytest.param("subject=x", "no_object", id="a form"),
    pytest.param('{"subject": ', "json_invalid", id="cut off"),
]


@pytest.mark.parametrize(("body", "name"), BROKEN)
def test_what_is_no_json_object_is_said_so(hall, body, name):
    answer = MINISTRY.ask("POST", "/letters", body, {"idempotency-key": "12345678"})

    assert (422, "invalid") == (answer.status, answer.problem)
    assert name in [fault["name"] for fault in answer.said["faults"]]


def test_a_file_that_is_sent_the_wrong_way_is_stopped(hall):
    answer = MINISTRY.ask("POST", "/letters", "{" + "x" * LARGEST)

    assert (413, "too_large") == (answer.status, answer.problem)


def test_no_answer_repeats_what_was_sent(hall):
    """An answer lies in logs and tickets of others."""
    number = "1101700230705"
    answer = MINISTRY.post("/letters", {"subject": [number], number: number}, "12345678")

    assert 422 == answer.status
    assert number not in answer.said["detail"]
    assert all(number not in fault["detail"] for fault in answer.said["faults"])


def test_the_directory_is_open_and_counted(hall):
    offices, processes = (ANYBODY.get(path) for path in ("/offices", "/processes"))
    for _ in range(MOST_READS - 2):
        ANYBODY.get("/processes")

    assert (144, "central") == (len(offices.said), offices.said[0]["code"])
    assert {True, False} == {one["taken_here"] for one in processes.said}
    assert 429 == ANYBODY.get("/offices").status
    assert 200 == Client("", address="198.51.100.9").get("/offices").status


def test_every_answer_is_kept_from_caches(hall):
    answers = [ANYBODY.get("/offices"), MINISTRY.get("/letters/x"), ANYBODY.get("/nowhere")]

    assert {("no-store", "nosniff")} == {
        (answer.headers["cache-control"], answer.headers["x-content-type-options"])
        for answer in answers
    }
