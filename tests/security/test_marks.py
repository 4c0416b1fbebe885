"""What failed the mail service's checks is marked wherever a clerk sees the letter."""

import pytest

from shared.model.arrival import Verdict, Verdicts
from shared.model.fact import CENTRAL
from shared.model.routing import Decision
from tests.desk.conftest import House, house
from tests.desk.desks import ANONG, DUE, REGISTRAR
from tests.desk.front_door import Visitor
from tests.letters import a_letter, a_reply, a_routing, an_arrival

__all__ = ["house"]

FORGED = Verdicts(spf=Verdict.PASS, dkim=Verdict.GRAY, dmarc=Verdict.FAIL)
HONEST = Verdicts(spf=Verdict.PASS, dkim=Verdict.PASS, dmarc=Verdict.PASS)
PAGES = [
    "/offices/nan/queue",
    "/offices/nan/letters/s1",
    "/offices/nan/search?q=somchai@mail.example",
]
MARKS = [
    pytest.param("th", "ยืนยันที่อยู่ผู้ส่งไม่ได้", id="in Thai"),
    pytest.param("en", "address not proven", id="in English"),
]


@pytest.mark.parametrize(("language", "mark"), MARKS)
@pytest.mark.parametrize("path", PAGES[:2])
def test_a_forged_address_is_marked_in_words(house: House, path: str, language: str, mark: str):
    house.room.lay(verdicts=FORGED)

    assert mark in Visitor(ANONG, language).get(path).body


@pytest.mark.parametrize("path", PAGES)
def test_an_honest_one_is_not(house: House, path: str):
    house.room.lay(verdicts=HONEST)

    assert "ยืนยันที่อยู่ผู้ส่งไม่ได้" not in Visitor(ANONG).get(path).body


def test_what_joined_a_letter_is_marked_for_itself(house: House):
    item = house.room.lay(verdicts=HONEST)
    arrival = an_arrival("mail/forged", verdicts=FORGED)
    key = house.room.letters.keep_letter(a_letter("เพิ่มเติม", arrival=arrival, id="b2"))
    reply = a_reply(arrival=arrival, letter_key=key)
    house.room.register.work.join(item.submission_id, reply, DUE)

    assert 1 == Visitor(ANONG).get(PAGES[1]).body.count("ยืนยันที่อยู่ผู้ส่งไม่ได้")


def test_the_registrar_who_sorts_sees_the_mark_too(house: House):
    house.room.lay(1, CENTRAL, verdicts=FORGED, routing=a_routing(decision=Decision.TRIAGE))

    assert "ยืนยันที่อยู่ผู้ส่งไม่ได้" in Visitor(REGISTRAR).get("/triage").body
