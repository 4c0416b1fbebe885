"""Every role at every door: what is not allowed looks like what is not there."""

import re
from collections.abc import Mapping

import pytest

import functions.desk.handler
from functions.desk.asking import Request
from functions.desk.deeds import Deed
from functions.desk.people import Person, Role, person_of
from functions.desk.permissions import ALLOWED, Action, Reach, may
from shared.errors import NotSignedIn
from shared.model.fact import CENTRAL, OfficeCode
from tests.desk.conftest import House
from tests.desk.desks import ADMINISTRATOR, ANONG, AUDITOR, HEAD, NAN, PUA, REGISTRAR, a_person
from tests.desk.front_door import Answer, Visitor

PEOPLE = [ANONG, HEAD, REGISTRAR, AUDITOR, ADMINISTRATOR, a_person("pim", PUA)]
IDS = [person.name for person in PEOPLE]

READS = (
    "/offices/{office}/queue",
    "/offices/{office}/search?q=ค่าคลอดบุตร",
    "/offices/{office}/letters/{letter}",
    "/offices/{office}/letters/{letter}/files/{letter}/1",
    "/offices/{office}/letters/{letter}/files/{letter}/1/pages/1",
    "/offices/{office}/register",
    "/offices/{office}/register/2569",
    "/offices/{office}/register/2569/file/csv",
    "/offices/{office}/register/2569/file/xlsx",
)
WRITES = (
    *(f"/offices/{{office}}/letters/{{letter}}/{deed}" for deed in Deed),
    "/offices/{office}/calls/{letter}",
    "/offices/{office}/letters/{letter}/receipts/{letter}",
    "/offices/{office}/letters/{letter}/unread/{letter}",
)
EVERYWHERE = {
    "/audit": Action.AUDIT,
    "/audit/2026-11-20/csv": Action.AUDIT,
    "/triage": Action.TRIAGE,
    "/triage/s1": Action.TRIAGE,
    "/areas": Action.TRIAGE,
    "/areas/1038/revoke": Action.TRIAGE,
    "/quarantine": Action.QUARANTINE,
    "/quarantine/1/release": Action.QUARANTINE,
    "/operations": Action.SUPPRESSIONS,
    "/operations/address": Action.SUPPRESSIONS,
    "/operations/suppressions/none/lift": Action.SUPPRESSIONS,
    "/operations/dead-letters/mail/replay": Action.OPERATE,
}
FIGURES = "/offices/{office}/overview"


def refused(answer: Answer) -> tuple[int, str, dict[str, str]]:
    """All that somebody can tell from a refusal."""
    return answer.status, answer.body, answer.headers


NOBODYS = {"/", "/sign-in", "/sign-out", "/language", "/static/<name>", "/offices", "/overview"}
"""Routes without an office; each has its own test."""


def test_every_route_is_tried(house: House):
    """A new route that the tables above do not try fails here."""
    app = functions.desk.handler.wiring()
    tried = [path.partition("?")[0] for path in (*READS, *WRITES, *EVERYWHERE, FIGURES)]
    tried = [path.format(office="nan", letter="s1") for path in tried]

    def covered(rule: re.Pattern[str]) -> bool:
        return any(rule.match(path) for path in tried)

    routes = app._dynamic_routes + app._static_routes  # noqa: SLF001 - nothing else lists them
    missing = [route.path for route in routes if not covered(route.rule)]

    assert set() == set(missing) - NOBODYS


EVERYBODYS = {"/sign-in", "/language"}
"""Forms that somebody sends who is not signed in."""


def test_no_form_is_taken_that_another_site_made(house: House, monkeypatch: pytest.MonkeyPatch):
    """Whoever may do everything is led to a stranger's page, which cannot know the token."""
    app = functions.desk.handler.wiring()
    routes = app._dynamic_routes + app._static_routes  # noqa: SLF001 - nothing else lists them
    paths = {route.path for route in routes if "POST" in route.method} - EVERYBODYS
    house.room.lay(1, CENTRAL)
    almighty = Visitor(Person(name="almighty", roles=frozenset(Role), office=CENTRAL))
    looked: list[str] = []
    look = Request.form

    def watched(request: Request) -> Mapping[str, str]:
        looked.append(request.path)
        return look(request)

    monkeypatch.setattr(Request, "form", watched)
    for path in sorted(paths):
        there = re.sub("<[a-z]+>", "s1", path.replace("<office>", CENTRAL))
        looked.clear()
        answer = almighty.ask("POST", there, "form_token=guessed&version=1")

        assert (404, [there]) == (answer.status, looked), path


@pytest.mark.parametrize("person", PEOPLE, ids=IDS)
def test_no_role_can_tell_another_office_s_letter_from_none(house: House, person: Person):
    house.room.lay(1)
    house.room.lay(2, CENTRAL)
    house.room.lay(3, PUA)
    visitor = Visitor(person)
    nothing = refused(visitor.get("/no/such/page"))
    assert 404 == nothing[0]

    for office, letter in ((NAN, "s1"), (CENTRAL, "s2"), (PUA, "s3"), (OfficeCode("mars"), "s1")):
        sees, works = (may(person, a, office) for a in (Action.SEE, Action.WORK))
        for path in READS:
            answer = visitor.get(path.format(office=office, letter=letter))
            if not sees or office == "mars":
                assert nothing == refused(answer), path
        for path in WRITES:
            there = path.format(office=office, letter=letter)
            if not works or office == "mars":
                assert nothing == refused(visitor.post(there, version=1)), path
        if sees and office != "mars":
            for other in {"s1", "s2", "s3", "none"} - {letter}:
                there = f"/offices/{office}/letters/{other}"
                assert nothing == refused(visitor.get(there)), there
                assert nothing == refused(visitor.post(f"{there}/take", version=1)), there


@pytest.mark.parametrize("person", PEOPLE, ids=IDS)
def test_each_role_reaches_what_is_its_own(house: House, person: Person):
    house.room.lay(1, person.office or NAN)
    office = person.office or NAN
    visitor = Visitor(person)
    expected = 200 if may(person, Action.SEE, office) else 404

    assert expected == visitor.get(f"/offices/{office}/queue").status
    assert expected == visitor.get(f"/offices/{office}/letters/s1").status
    for path in ("/audit", "/quarantine", "/triage", "/areas", "/operations"):
        allowed = 200 if may(person, EVERYWHERE[path], CENTRAL) else 404
        assert allowed == visitor.get(path).status
    assert (200 if person is AUDITOR else 404) == visitor.get("/offices").status


@pytest.mark.parametrize("person", PEOPLE, ids=IDS)
def test_figures_are_seen_as_far_as_a_role_reaches(house: House, person: Person):
    visitor = Visitor(person)
    nothing = refused(visitor.get("/no/such/page"))
    for office in (NAN, CENTRAL, PUA, OfficeCode("mars")):
        answer = visitor.get(FIGURES.format(office=office))
        sees = may(person, Action.OVERVIEW, office) and office != "mars"

        assert sees == (answer.status == 200)
        assert sees or nothing == refused(answer)


@pytest.mark.parametrize("person", PEOPLE, ids=IDS)
def test_all_offices_figures_are_for_those_who_reach_all(house: House, person: Person):
    """An office's people are led to their own."""
    answer = Visitor(person).get("/overview")
    everywhere = {REGISTRAR, AUDITOR, ADMINISTRATOR}
    own = f"/offices/{person.office}/overview"

    assert (200 if person in everywhere else 303) == answer.status
    assert person in everywhere or own == answer.headers["location"]


@pytest.mark.parametrize("person", PEOPLE, ids=IDS)
def test_what_an_operator_does_looks_to_others_as_if_it_were_not_there(
    house: House, person: Person
):
    visitor = Visitor(person)
    nothing = refused(visitor.get("/no/such/page"))
    for path, action in EVERYWHERE.items():
        if not may(person, action, CENTRAL):
            assert nothing == refused(visitor.get(path)), path
            assert nothing == refused(visitor.post(path, address="a@b.example")), path


def test_an_auditor_changes_nothing_anywhere():
    assert {Action.SEE, Action.AUDIT, Action.OVERVIEW} == set(ALLOWED[Role.AUDITOR])


def test_an_administrator_opens_no_letter():
    assert {
        Action.AUDIT,
        Action.OVERVIEW,
        Action.SUPPRESSIONS,
        Action.OPERATE,
    } == set(ALLOWED[Role.ADMINISTRATOR])


def test_only_an_auditor_sees_another_office_s_letters():
    assert {Role.AUDITOR} == {role for role in Role if ALLOWED[role].get(Action.SEE) is Reach.EVERY}


CLAIMS = [
    pytest.param({}, id="nothing"),
    pytest.param({"cognito:username": "x"}, id="no group"),
    pytest.param({"cognito:username": "x", "cognito:groups": "[visitors]"}, id="a strange group"),
    pytest.param({"cognito:groups": "[clerk]"}, id="no name"),
    pytest.param(
        {"cognito:username": "x", "cognito:groups": "[clerk]", "token_use": "access"},
        id="a token for something else",
    ),
]


@pytest.mark.parametrize("claims", CLAIMS)
def test_a_token_that_names_nobody_signs_nobody_in(claims):
    with pytest.raises(NotSignedIn):
        person_of(claims)


def test_groups_come_as_the_gate_writes_them():
    claims = {"cognito:username": "x", "cognito:groups": "[clerk head]", "custom:office": "nan"}

    assert Person(name="x", roles=frozenset({Role.CLERK, Role.HEAD}), office=NAN) == person_of(
        claims
    )
