"""An agency reaches its own letters and nothing else, and learns of no other."""

from typing import Any, NamedTuple

import pytest

from functions.api.agency import Scope
from tests.api.conftest import Answer, Client, Hall
from tests.api.test_letters import BANK, KEY, LETTER, MINISTRY, handed_in

MORE = {"subject": "x", "files": [{"name": "a.pdf", "size": 4}]}


class Route(NamedTuple):
    """A route that names a letter, and the scope that it asks for."""

    method: str
    path: str
    scope: Scope
    said: Any = None

    def ask(self, agency: Client, letter: str) -> Answer:
        path = self.path.format(letter)
        if self.method == "GET":
            return agency.get(path)
        return agency.post(path, self.said, "key-of-mine")


ROUTES = [
    Route("GET", "/letters/{}", Scope.READ),
    Route("POST", "/letters/{}/close", Scope.SEND),
    Route("POST", "/letters/{}/documents", Scope.SEND, MORE),
    Route("GET", "/letters/{}/receipt", Scope.READ),
]
"""test_document holds that there are no others."""


@pytest.fixture(params=ROUTES, ids=lambda route: f"{route.method} {route.path}")
def route(request):
    return request.param


@pytest.fixture
def letter(hall: Hall) -> str:
    """A registered letter of the ministry, with its receipt."""
    found = handed_in(hall)
    hall.seal(hall.register_it())
    return found


def test_another_agencys_letter_is_answered_like_one_that_never_was(hall, letter, route):
    strange = [letter, "0" * 32, "nonsense", "..", f"agency.ministry.{letter}", "%2e%2e", "ก"]
    answers = [route.ask(BANK, one) for one in strange]

    assert {(404, answers[0].body)} == {(answer.status, answer.body) for answer in answers}
    assert 1 == len({tuple(sorted(answer.headers.items())) for answer in answers})
    assert 404 != route.ask(MINISTRY, letter).status


def test_a_token_without_the_scope_learns_nothing(hall, letter, route):
    others = " ".join(one for one in Scope if one is not route.scope)
    without = Client("ministry", scope=f"{others} letters/sendx")
    answers = [route.ask(without, one) for one in (letter, "0" * 32, "nonsense")]

    assert {(403, answers[0].body)} == {(answer.status, answer.body) for answer in answers}
    assert ("scope_missing", route.scope) == (
        answers[0].problem,
        answers[0].said["faults"][0]["detail"],
    )


NOBODY = [
    pytest.param(Client(""), id="no token"),
    pytest.param(Client("a/b"), id="no client of Cognito's"),
    pytest.param(Client("ministry.x"), id="a client that reads like a folder"),
]


@pytest.mark.parametrize("nobody", NOBODY)
def test_what_no_gate_lets_through_finds_nothing(hall, letter, nobody, route):
    assert 404 == route.ask(nobody, letter).status


def test_no_agency_writes_into_anothers_folder(hall):
    """The client is the token's; a folder's name holds it."""
    BANK.post("/letters", LETTER, KEY)

    assert {"agency.bank"} == {key.split("/")[1].rpartition(".")[0] for key in hall.laid()}


def test_a_citizens_folder_is_no_agencys(hall):
    folder = "0" * 32
    hall.s3.put_object(Bucket="uploads-bucket", Key=f"uploads/{folder}/manifest.json", Body=b"{}")

    assert 404 == MINISTRY.get(f"/letters/{folder}").status
