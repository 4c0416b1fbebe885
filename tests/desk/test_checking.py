"""The checklist beside a letter: with its source, and only where the process stands."""

import pytest

from shared.model.piece import Piece, PieceKind
from shared.model.reading import Page, Reading, Source
from shared.model.submission import Role
from tests.desk.conftest import House
from tests.desk.desks import ANONG
from tests.desk.front_door import Visitor
from tests.letters import a_classification, a_document, a_letter, an_arrival

CLERK = Visitor(ANONG)
HERE = "/offices/nan/letters/s1"
TITLE = "เอกสารประกอบคำขอ"
SICKNESS, NO_LIST = "ssf-benefit/1", "ssf-benefit/3"


def laid(house: House, process: str, *, sure: bool = True, unread: int = 0, **record: bool) -> str:
    """A letter with a medical certificate; the page as the clerk sees it."""
    certificate = Piece(
        kind=PieceKind.MEDICAL_CERTIFICATE, page=1, start=0, end=4, words="ใบรับรองแพทย์"
    )
    scan = a_document(
        2, role=Role.ATTACHMENT, kind="pdf", name="scan.pdf", key="k", pieces=(certificate,)
    )
    page = Page(text="ใบรับรองแพทย์", source=Source.TEXT_LAYER, legibility=1.0, number=1)
    reading = Reading(pages=(page,), unread_pages=unread)
    letter = a_letter("x", arrival=an_arrival("mail/1"), id="s1", documents=(a_document(1), scan))
    house.room.lay(1, classification=a_classification(process, sure=sure), **record)
    readings = (*letter.readings, reading)
    house.room.letters.keep_letter(letter.model_copy(update={"readings": readings}))
    return CLERK.get(HERE).body


def line(page: str, name: str) -> str:
    """The checklist's line about something."""
    return next(part for part in page.split("<li ")[1:] if name in part)


def test_what_was_found_and_what_not_stands_there_with_its_source(house: House):
    page = laid(house, SICKNESS)

    assert line(page, "ใบรับรองแพทย์</li>").startswith('class="found"')
    assert line(page, "แบบคำขอรับประโยชน์ทดแทน").startswith('class="missing"')
    assert line(page, "กรณีขอรับเงินทางธนาคาร").startswith('class="perhaps"')
    assert "ใบเสร็จรับเงินที่ขอเบิก: คู่มือสำหรับประชาชน กรณีประสบอันตรายหรือเจ็บป่วย" in page


def test_pages_that_were_not_read_may_have_it(house: House):
    assert "อาจอยู่ในหน้าเหล่านั้น" in laid(house, SICKNESS, unread=2)


SILENT = [
    pytest.param(NO_LIST, True, False, id="no list with a source"),
    pytest.param(SICKNESS, False, False, id="the process is a guess"),
    pytest.param(SICKNESS, True, True, id="a letter marked secret"),
]


@pytest.mark.parametrize(("process", "sure", "secret"), SILENT)
def test_otherwise_nothing_is_said(house: House, process: str, sure, secret):
    assert TITLE not in laid(house, process, sure=sure, secret=secret)


def test_a_person_s_word_makes_a_guess_stand(house: House):
    laid(house, NO_LIST, sure=False)
    CLERK.post(f"{HERE}/correct", version=house.room.item().version, process=SICKNESS)

    assert TITLE in CLERK.get(HERE).body
