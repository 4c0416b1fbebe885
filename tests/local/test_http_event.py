"""What API Gateway makes of a request, and a function of an answer."""

from datetime import UTC, datetime

import pytest

from local.http_event import Call, event, matching, said

AT = datetime(2026, 11, 20, 3, 15, tzinfo=UTC)
KEYS = ("GET /sign-in", "GET /", "GET /static/{name}", "ANY /{proxy+}", "$default")


def a_call(method: str = "GET", target: str = "/", body: bytes = b"", **headers: str) -> Call:
    return Call(method=method, target=target, headers=headers, body=body)


ROUTES = [
    pytest.param("GET", "/sign-in", "GET /sign-in", id="exact"),
    pytest.param("GET", "/sign-in?a=b", "GET /sign-in", id="with a question"),
    pytest.param("POST", "/sign-in", "ANY /{proxy+}", id="another method"),
    pytest.param("GET", "/static/desk.css", "GET /static/{name}", id="one part"),
    pytest.param("GET", "/static/a/b", "ANY /{proxy+}", id="more than one part"),
    pytest.param("DELETE", "/", "$default", id="nothing else"),
]


@pytest.mark.parametrize(("method", "target", "key"), ROUTES)
def test_the_most_exact_route_is_taken(method: str, target: str, key: str):
    assert key == matching(a_call(method, target), KEYS)


def test_no_route_is_none():
    assert matching(a_call("GET", "/x"), ["GET /sign-in"]) is None


def test_a_function_sees_the_request_as_version_two_has_it():
    call = a_call(
        "POST", "/a%20b?q=%E0%B8%81&q=2&e=", b"x=1", cookie="one=1; two=2", host="desk.example"
    )
    made = event(call, "ANY /{proxy+}", {"sub": "s"}, AT)

    assert ("/a b", "q=%E0%B8%81&q=2&e=") == (made["rawPath"], made["rawQueryString"])
    assert {"q": "ก,2", "e": ""} == made["queryStringParameters"]
    assert ["one=1", "two=2"] == made["cookies"]
    assert "cookie" not in made["headers"]
    assert {"sub": "s"} == made["requestContext"]["authorizer"]["jwt"]["claims"]
    assert ("x=1", False) == (made["body"], made["isBase64Encoded"])


def test_bytes_go_in_as_base64_and_come_out_as_bytes():
    made = event(a_call(body=b"\xff\xd8"), "$default", None, AT)
    answer = said({"statusCode": 200, "body": "/9g=", "isBase64Encoded": True})

    assert ("/9g=", True) == (made["body"], made["isBase64Encoded"])
    assert "authorizer" not in made["requestContext"]
    assert b"\xff\xd8" == answer.body


def test_each_cookie_is_a_line_of_its_own():
    answer = said({"statusCode": 303, "headers": {"Location": "/"}, "cookies": ["a=1", "b=2"]})

    assert (("Location", "/"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")) == answer.headers
