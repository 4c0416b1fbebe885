"""The desk as template.yaml has it: a clerk signs in and finishes a letter over HTTP."""

import http.client
import re
from html import unescape
from urllib.parse import urlencode, urlsplit

import pytest

from local.plan import Plan
from local.residents import RESIDENTS
from local.town import Town
from shared.model.work import State
from tests.local.conftest import eventually
from tests.local.test_real_town import Line


@pytest.fixture(scope="module")
def line(tmp_path_factory):
    with Town(tmp_path_factory.mktemp("desk"), Plan()) as town:
        yield Line(town)


class Browser:
    """Keeps cookies, follows nothing by itself."""

    def __init__(self, address: str):
        self.host = urlsplit(address).netloc
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, **fields: str) -> tuple[int, str, str]:
        """Status, where it leads, and the page."""
        connection = http.client.HTTPConnection(self.host, timeout=60)
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
        connection.request(method, path, urlencode(fields), headers)
        answer = connection.getresponse()
        page = answer.read().decode("utf-8", "replace")
        for line in answer.headers.get_all("Set-Cookie", []):
            name, _, value = line.partition("=")
            self.cookies[name] = value.partition(";")[0]
        connection.close()
        return answer.status, answer.headers.get("Location", ""), page


def signed_in(line: Line, name: str) -> Browser:
    browser = Browser(line.state.fronts["DeskApi"])
    status, there, _ = browser.ask("POST", "/sign-in", name=name, password=line.state.password)
    assert (303, "/") == (status, there)
    return browser


def field(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return unescape(found[1])


def test_a_clerk_takes_and_finishes_a_letter(line):
    (arrival,) = line.ended(line.mail("piyada", "saraban_chiangmai@sso.go.th"))
    clerk = signed_in(line, "somsri")
    queue = eventually(
        lambda: next(
            (p for _, _, p in [clerk.ask("GET", "/offices/chiangmai/queue")] if "piyada" in p), None
        )
    )
    path = f"/offices/chiangmai/letters/{arrival.submission_id}"
    assert path in queue
    for deed, more in (("take", {}), ("finish", {"note": "ดำเนินการแล้ว", "tell": "1"})):
        status, _, page = clerk.ask("GET", path)
        assert 200 == status
        form = {name: field(page, name) for name in ("form_token", "version")}
        assert 303 == clerk.ask("POST", f"{path}/{deed}", **form, **more)[0]

    [work] = line.register.work.of(arrival.submission_id)
    assert State.FINISHED is work.state


def test_a_letter_of_another_office_is_not_there(line):
    (arrival,) = line.ended(line.mail("suda", "saraban_nan@sso.go.th"))
    clerk = signed_in(line, "malee")
    there = clerk.ask("GET", f"/offices/nan/letters/{arrival.submission_id}")
    nowhere = clerk.ask("GET", "/offices/nan/letters/none")

    assert (404, there) == (there[0], nowhere)


def test_no_door_opens_without_a_good_token(line):
    nobody = Browser(line.state.fronts["DeskApi"])
    assert (303, "/sign-in") == nobody.ask("GET", "/offices/nan/queue")[:2]

    nobody.cookies["__Host-desk"] = "ey.forged.token"
    assert 401 == nobody.ask("GET", "/offices/nan/queue")[0]


def test_an_operator_gives_a_dead_letter_back_with_no_more_than_the_desk_s_own_role(line):
    outputs, sqs = line.state.outputs, line.state.session().client("sqs")
    body = '{"kind": "bounce_seen", "arrival_id": "a", "names": [], "at": "2026-11-20T03:00:00Z"}'
    sqs.send_message(QueueUrl=outputs["FeedbackDeadLettersUrl"], MessageBody=body)
    admin = signed_in(line, "admin")
    status, _, page = admin.ask("GET", "/operations")
    form = {name: field(page, name) for name in ("form_token", "message")}
    there = "/operations/dead-letters/feedback/replay"

    assert (200, 303) == (status, admin.ask("POST", there, **form)[0])
    assert 'name="message"' not in admin.ask("GET", "/operations")[2]
    assert 200 == admin.ask("GET", "/overview")[0]


@pytest.mark.parametrize("resident", RESIDENTS, ids=lambda one: one.role)
def test_everybody_who_lives_here_can_begin_the_day(line, resident):
    browser = signed_in(line, resident.name)
    status, there, _ = browser.ask("GET", "/")

    assert 303 == status
    expected = 303 if there.endswith("/register") else 200
    assert expected == browser.ask("GET", there)[0]
