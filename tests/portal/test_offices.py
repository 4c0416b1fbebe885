"""Somebody finds the office; nobody is sent to one by a guess."""

from datetime import date

import pytest

from functions.portal.seeking import Places, seek
from shared.directory import gazetteer, jurisdictions, offices, provinces
from shared.directory.jurisdictions import Jurisdiction
from tests.portal.window import Visitor

SOMEBODY = Visitor()

SOUGHT = [
    pytest.param("น่าน", {"nan", "pua"}, id="province"),
    pytest.param("จังหวัดน่าน", {"nan", "pua"}, id="with its word"),
    pytest.param("NAN", {"nan", "pua"}, id="English"),
    pytest.param("55120", {"nan", "pua"}, id="postcode"),
    pytest.param("อำเภอปัว", {"nan", "pua"}, id="district"),
    pytest.param("saraban_pua@sso.go.th", {"pua"}, id="mailbox"),
    pytest.param("ไม่มีที่นี่", set(), id="nowhere"),
    pytest.param("ก", set(), id="one sign"),
    pytest.param("  ", set(), id="nothing"),
    pytest.param("<script>", set(), id="markup"),
]


def places(said=None) -> Places:
    known = jurisdictions.load() if said is None else said
    return Places(provinces=provinces.load(), districts=gazetteer.load(), jurisdictions=known)


@pytest.mark.parametrize(("words", "codes"), SOUGHT)
def test_offices_are_found_by(words, codes):
    found = seek(words, offices.load(), places())

    assert codes == {office.code for office in found.offices}


def test_a_district_whose_office_nobody_confirmed_names_all_and_says_so(hall):
    answer = SOMEBODY.get("/offices?q=%E0%B8%9B%E0%B8%B1%E0%B8%A7")

    assert "ยังไม่มีข้อมูลที่ยืนยันแล้ว" in answer.text
    assert "saraban_nan@sso.go.th" in answer.text


def said_of_pua(status: str) -> Jurisdiction:
    return Jurisdiction(
        place="5505", office="pua", status=status, source="a letter", who="x", when=date(2026, 1, 1)
    )


@pytest.mark.parametrize(
    ("status", "codes"),
    [
        pytest.param("confirmed", ["pua"], id="confirmed"),
        pytest.param("hint", [], id="only a hint"),
    ],
)
def test_only_what_was_confirmed_is_said(status, codes):
    found = seek("ปัว", offices.load(), places({"5505": (said_of_pua(status),)}))

    assert codes == [one.office.code for one in found.confirmed]


def test_every_process_says_its_prescribed_channel(hall):
    text = SOMEBODY.get("/processes").text

    assert "เว็บไซต์ bizportal.go.th" in text
    assert 44 == text.count("ยื่นทางอื่น") + text.count("ส่งเอกสารได้")


def test_an_office_says_when_it_is_open_and_what_no_source_gives_is_not_made_up(hall):
    text = SOMEBODY.get("/offices?q=nan").text

    assert "วันจันทร์ถึงวันศุกร์ เวลา 08.30 - 16.30 น. เว้นวันหยุดราชการ" in text
    assert "ไม่ได้ระบุที่ตั้งของหน่วยงาน" in text
    assert "0 5471 9585" in text
