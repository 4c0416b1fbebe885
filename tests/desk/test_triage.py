"""The registry clears what the machine would not decide, one letter after the other."""

import re

from functions.desk.deeds import Deed
from functions.desk.people import Role
from shared.model.fact import CENTRAL, OfficeCode, SubmissionId
from shared.model.routing import Decision
from shared.model.work import State
from tests.desk.conftest import House
from tests.desk.desks import NAN, PUA, REGISTRAR, a_person
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


def test_correcting_the_process_does_not_take_a_letter_out_of_triage(house: House):
    undecided(house, 1, "nan")
    item = house.room.item("s1", CENTRAL)
    REGISTRY.post(
        "/offices/central/letters/s1/correct", version=str(item.version), process="ssf-benefit/4"
    )

    assert "ssf-benefit/4" == house.room.item("s1", CENTRAL).process
    assert "s1" == shown(REGISTRY.get("/triage"))


def test_what_a_colleague_has_in_hand_is_not_offered_and_not_called_decided(house: House):
    undecided(house, 1, "nan")
    undecided(house, 2, "nan")
    colleague = a_person("colleague", CENTRAL, Role.REGISTRY)
    house.room.do(Deed.TAKE, house.room.item("s1", CENTRAL), colleague)
    first = REGISTRY.get("/triage")
    REGISTRY.post("/triage/s2", version=version(first), suggested="nan")

    end = REGISTRY.get("/triage")

    assert ("s2", "") == (shown(first), shown(end))
    assert "คัดแยกครบทุกเรื่องแล้ว" not in end.body
    assert 'href="/offices/central/queue?by=unsure"' in end.body


LAT_PHRAO, CHATUCHAK, PUA_AMPHOE = "1038", "1030", "5505"
AREAS = {f"bkkarea{number}": key for number, key in enumerate("abcdefghijkl", start=1)}


def keys(page: Answer) -> dict[str, str]:
    """The key of each office that a page offers."""
    return dict(re.findall(r'value="(\w+)" class="choice" data-key="(\w)"', page.body))


def hanging_on(house: House, place: str, *suggested: str) -> Answer:
    routing = a_routing(decision=Decision.TRIAGE)
    changes = {"place": place, "suggestions": suggested}
    house.room.lay(1, CENTRAL, routing=routing.model_copy(update=changes))
    return REGISTRY.get("/triage")


def test_a_khet_of_which_nothing_is_known_has_a_key_for_every_area(house: House):
    page = hanging_on(house, LAT_PHRAO)
    REGISTRY.post("/triage/s1", version=version(page), suggested="bkkarea12")

    assert AREAS == keys(page)
    assert State.OPEN is house.room.item("s1", OfficeCode("bkkarea12")).state


def test_an_area_that_is_suggested_is_offered_once_and_the_others_keep_their_keys(house: House):
    found = keys(hanging_on(house, CHATUCHAK, "bkkarea2"))

    assert {**AREAS, "bkkarea2": "1"} == found


def test_outside_bangkok_no_area_is_offered(house: House):
    assert {"nan": "1"} == keys(hanging_on(house, PUA_AMPHOE, "nan"))
