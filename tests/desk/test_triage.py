"""The registry clears what the machine would not decide, one letter after the other."""

import re

from shared.model.fact import CENTRAL, SubmissionId
from shared.model.routing import Decision
from shared.model.work import State
from tests.desk.conftest import House
from tests.desk.desks import NAN, PUA, REGISTRAR
from tests.desk.front_door import Answer, Visitor
from tests.letters import a_routing

REGISTRY = Visitor(REGISTRAR)


def undecided(house: House, number: int, *suggested: str) -> None:
    routing = a_routing(*suggested, decision=Decision.TRIAGE)
    house.room.lay(number, CENTRAL, routing=routing, subject=f"เรื่องที่ {number}")


def shown(page: Answer) -> str:
    """The letter that a triage page asks about."""
    found = re.search(r'action="/triage/(\w+)"', page.body)
    return found[1] if found else ""


def version(page: Answer) -> str:
    found = re.search(r'name="version" value="(\d+)"', page.body)
    assert found
    return found[1]


def test_a_queue_is_cleared_choice_by_choice(house: House):
    undecided(house, 1, "nan", "pua")
    undecided(house, 2, "pua")
    first = REGISTRY.get("/triage")
    keys = re.findall(r'value="(\w+)" class="choice" data-key="(\d)"', first.body)
    assert [("nan", "1"), ("pua", "2")] == keys

    REGISTRY.post("/triage/s1", version=version(first), suggested="nan")
    second = REGISTRY.get("/triage")
    REGISTRY.post("/triage/s2", version=version(second), to_office="pua", note="ผู้ร้องอยู่ปัว")

    assert ("s1", "s2", "") == (shown(first), shown(second), shown(REGISTRY.get("/triage")))
    assert State.PASSED is house.room.item("s1", CENTRAL).state
    assert CENTRAL == house.room.item("s1", NAN).passed_from
    assert CENTRAL == house.room.item("s2", PUA).passed_from


def test_a_letter_can_be_left_for_later(house: House):
    undecided(house, 1, "nan")
    undecided(house, 2, "nan")
    first = REGISTRY.get("/triage")
    later = re.search(r'data-key="0" href="([^"]*)"', first.body)
    assert later

    assert "s2" == shown(REGISTRY.get(later[1]))
    assert "s1" == shown(REGISTRY.get("/triage"))


def test_the_slower_registrar_is_told(house: House):
    undecided(house, 1, "nan")
    page = REGISTRY.get("/triage")
    REGISTRY.post("/triage/s1", version=version(page), suggested="nan")
    late = REGISTRY.post("/triage/s1", version=version(page), suggested="pua")

    assert "refused=" in late.headers["location"]
    assert house.room.register.work.at(SubmissionId("s1"), PUA) is None


def test_a_choice_without_an_office_changes_nothing(house: House):
    undecided(house, 1, "nan")
    answer = REGISTRY.post("/triage/s1", version=version(REGISTRY.get("/triage")))

    assert "refused=FieldMissing" in answer.headers["location"]
    assert State.OPEN is house.room.item("s1", CENTRAL).state
