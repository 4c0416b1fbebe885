"""What the registry says of a place once need not be said again; and it can take it back."""

import re

import pytest

from shared.model.fact import CENTRAL, SubmissionId
from shared.model.letter import LetterRecord
from shared.model.routing import Decision
from shared.model.work import State
from tests.desk.conftest import House
from tests.desk.desks import ANONG, REGISTRAR, a_person
from tests.desk.front_door import Answer, Visitor
from tests.desk.test_triage import shown, version
from tests.letters import a_routing

REGISTRY = Visitor(REGISTRAR)
LAT_PHRAO, PUA_AMPHOE = "1038", "5505"


def undecided(house: House, number: int, place: str | None = LAT_PHRAO) -> None:
    """A letter that hangs on one place."""
    routing = a_routing(decision=Decision.TRIAGE).model_copy(update={"place": place})
    house.room.lay(number, CENTRAL, routing=routing)


def assign(page: Answer, office: str, **fields: str) -> Answer:
    """Give the letter shown to an office, as the form does."""
    return REGISTRY.post(
        f"/triage/{shown(page)}", version=version(page), to_office=office, **fields
    )


def confirmed(house: House) -> list[tuple[str, str, str, bool]]:
    rows = house.room.register.jurisdictions.rows()
    return [(row.place, row.office, row.who, row.stands) for row in rows]


def record(house: House, name: str) -> LetterRecord:
    found = house.room.register.letters.get(SubmissionId(name))
    assert found
    return found


def test_an_assigned_khet_is_remembered_with_who_when_and_which_letter(house: House):
    undecided(house, 1)
    page = REGISTRY.get("/triage")
    assert "เขตลาดพร้าว กรุงเทพมหานคร" in page.body

    told = REGISTRY.get(assign(page, "bkkarea8", remember="1").headers["location"])

    assert [(LAT_PHRAO, "bkkarea8", "registrar", True)] == confirmed(house)
    assert State.PASSED is house.room.item("s1", CENTRAL).state
    assert "บันทึกเขตรับผิดชอบแล้ว" in told.body
    listed = REGISTRY.get("/areas").body
    assert record(house, "s1").reference in listed
    assert "registrar" in listed


def test_nothing_is_remembered_unless_it_is_asked_for(house: House):
    undecided(house, 1)
    assign(REGISTRY.get("/triage"), "bkkarea8")

    assert [] == confirmed(house)
    assert State.PASSED is house.room.item("s1", CENTRAL).state


def test_no_place_has_two_offices(house: House):
    undecided(house, 1)
    undecided(house, 2)
    first = REGISTRY.get("/triage")
    assign(first, "bkkarea8", remember="1")
    second = REGISTRY.get("/triage")
    assert 'name="remember"' not in second.body
    late = assign(second, "bkkarea9", remember="1")

    said = REGISTRY.get(late.headers["location"]).body
    assert [(LAT_PHRAO, "bkkarea8", "registrar", True)] == confirmed(house)
    assert State.OPEN is house.room.item("s2", CENTRAL).state
    assert re.search(r"ยืนยันไว้แล้ว.*เขตลาดพร้าว.*พื้นที่ 8", said)


def test_the_office_that_is_confirmed_is_the_first_suggestion(house: House):
    undecided(house, 1)
    undecided(house, 2)
    assign(REGISTRY.get("/triage"), "bkkarea8", remember="1")

    assert 'value="bkkarea8" class="choice" data-key="1"' in REGISTRY.get("/triage").body


NOT_ITS = [
    pytest.param(LAT_PHRAO, "nan", id="an office of another province"),
    pytest.param(PUA_AMPHOE, "bkkarea1", id="an office of Bangkok"),
    pytest.param(None, "nan", id="no place decided"),
    pytest.param("9999", "nan", id="no such place"),
]


@pytest.mark.parametrize(("place", "office"), NOT_ITS)
def test_an_office_that_cannot_have_the_place_is_not_remembered(
    house: House, place: str | None, office: str
):
    undecided(house, 1, place)
    answer = assign(REGISTRY.get("/triage"), office, remember="1")

    assert "refused=NotItsPlace" in answer.headers["location"]
    assert [] == confirmed(house)
    assert State.OPEN is house.room.item("s1", CENTRAL).state


def test_an_amphoe_is_offered_as_well(house: House):
    undecided(house, 1, PUA_AMPHOE)
    page = REGISTRY.get("/triage")
    assign(page, "pua", remember="1")

    assert "อำเภอปัว จังหวัดน่าน" in page.body
    assert [(PUA_AMPHOE, "pua", "registrar", True)] == confirmed(house)


def test_what_was_remembered_is_taken_back_and_may_be_said_otherwise(house: House):
    undecided(house, 1)
    undecided(house, 2)
    assign(REGISTRY.get("/triage"), "bkkarea8", remember="1")
    REGISTRY.post(f"/areas/{LAT_PHRAO}/revoke")
    assert [(LAT_PHRAO, "bkkarea8", "registrar", False)] == confirmed(house)
    assert "ยกเลิกแล้ว" in REGISTRY.get("/areas").body

    assign(REGISTRY.get("/triage"), "bkkarea9", remember="1")

    assert [(LAT_PHRAO, "bkkarea9", "registrar", True)] == confirmed(house)


def test_taking_back_twice_changes_nothing(house: House):
    undecided(house, 1)
    assign(REGISTRY.get("/triage"), "bkkarea8", remember="1")
    REGISTRY.post(f"/areas/{LAT_PHRAO}/revoke")

    assert 404 == REGISTRY.post(f"/areas/{LAT_PHRAO}/revoke").status
    assert 404 == REGISTRY.post("/areas/9999/revoke").status


def test_the_history_of_the_letter_says_who_did_it(house: House):
    undecided(house, 1)
    assign(REGISTRY.get("/triage"), "bkkarea8", remember="1")
    REGISTRY.post(f"/areas/{LAT_PHRAO}/revoke")

    events = house.room.register.events.of(SubmissionId("s1"))
    told = [(str(e.did), e.who, e.detail) for e in events if "bkkarea8" in e.detail]
    detail = f"{LAT_PHRAO} bkkarea8"
    assert ("remembered", "registrar", detail) in told
    assert ("revoked", "registrar", detail) in told
    page = REGISTRY.get("/offices/central/letters/s1").body
    assert "เขตลาดพร้าว กรุงเทพมหานคร → สำนักงานประกันสังคมกรุงเทพมหานครพื้นที่ 8" in page


def test_the_packaged_hints_are_listed_and_cannot_be_taken_back(house: House):
    page = REGISTRY.get("/areas").body

    assert "ข่าว thaigov.go.th เลขที่ 56195" in page
    assert "/revoke" not in page


def test_clerks_have_no_say_in_it(house: House):
    for person in (ANONG, a_person("auditor", None)):
        visitor = Visitor(person)
        assert 404 == visitor.get("/areas").status
        assert 404 == visitor.post(f"/areas/{LAT_PHRAO}/revoke").status
