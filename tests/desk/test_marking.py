"""The words that decided are marked on the page's picture, where it lay as it lay."""

import re

from functions.desk.marking import overlay
from shared.model.classification import Evidence
from shared.model.layout import Layout, Run
from shared.model.reading import Page, Reading, Source
from shared.model.submission import ReadLetter, Role
from tests.desk.conftest import House
from tests.desk.desks import ANONG
from tests.desk.front_door import Visitor
from tests.letters import a_classification, a_document, a_letter, a_routing, an_arrival

UPRIGHT = (0.001, 0.0, 0.0, 0.001, 0.0, 0.0)
LAYOUT = Layout(
    matrix=UPRIGHT,
    runs=(
        Run(0, 100, 120, (10, 20, 30, 40)),
        Run(4, 100, 140, (60, 70, 70, 80)),
    ),
)


def word(start: int, end: int, meaning: str = "ssf-benefit/3", document: int = 1) -> Evidence:
    return Evidence(text="x", document=document, start=start, end=end, weight=1.0, meaning=meaning)


MARGIN = 2
"""Beside a word of 20 pixels' height."""


def places(evidence: Evidence, start: int = 0) -> list[tuple[int, int]]:
    """Left and right of the marks, without their margins."""
    found = overlay(LAYOUT, [evidence], start)
    marks = found.marks if found else ()
    return [(mark.left + MARGIN, mark.left + mark.width - MARGIN) for mark in marks]


def test_a_word_is_marked_from_its_first_letter_to_its_last():
    assert [(20, 40)] == places(word(1, 3))


def test_a_word_with_a_space_has_two_marks():
    found = overlay(LAYOUT, [word(2, 6)], 0)

    assert found
    assert [(28, 14), (56, 18)] == [(m.left, m.width) for m in found.marks]


def test_a_word_of_another_page_is_not_marked():
    assert [] == places(word(0, 3), start=50)
    assert [(20, 40)] == places(word(51, 53), start=50)


def test_a_mark_above_a_letter_has_no_width_of_its_own():
    assert [] == places(word(5, 6))


def a_scan(arrival_name: str = "mail/1") -> ReadLetter:
    """A letter with a scanned page on which two words decided."""
    arrival = an_arrival(arrival_name)
    scan = a_document(
        2, role=Role.ATTACHMENT, kind="png", name="form.png", key="letters/s1/documents/2"
    )
    page = Page(text="abc defg", source=Source.OCR, legibility=0.9, number=1, layout=LAYOUT)
    letter = a_letter("ขอเบิก", arrival=arrival, id="s1", documents=(a_document(1), scan))
    return letter.model_copy(update={"readings": (*letter.readings, Reading(pages=(page,)))})


def laid(house: House) -> str:
    """The page of such a letter at Nan."""
    letter = a_scan()
    key = house.room.letters.keep_letter(letter)
    process = a_classification("ssf-benefit/3")
    house.room.lay(
        1,
        letter_key=key,
        classification=process.model_copy(update={"evidence": (word(0, 3, document=2),)}),
        routing=a_routing("nan").model_copy(
            update={"evidence": (word(4, 8, "office:nan", document=2),)}
        ),
    )
    house.room.letters.keep_letter(letter)
    return Visitor(ANONG).get("/offices/nan/letters/s1").body


def test_the_page_shows_process_and_office_apart_and_can_be_cleared(house: House):
    page = laid(house)

    assert 1 == len(re.findall(r'<rect class="for-process" x="8" y="95"', page))
    assert 1 == len(re.findall(r'<rect class="for-office"', page))
    assert 'transform="matrix(1.000000 0.000000 0.000000 1.000000 0.000000 0.000000)"' in page
    assert 'class="marks-switch"' in page
    assert "คำที่ใช้พิจารณาหน่วยงาน: สำนักงานประกันสังคมจังหวัดน่าน" in page
    assert "style=" not in page


def test_places_are_kept_beside_the_letter_and_not_in_it(house: House):
    laid(house)
    record = house.room.register.letters.get(house.room.item().submission_id)
    assert record
    kept = house.room.letters.read_letter(record.letter_key)
    places_kept = house.room.letters.read_layouts(record.letter_key)

    assert [None] == [page.layout for page in kept.readings[1].pages]
    assert places_kept
    assert [(2, 1, LAYOUT)] == [(p.document, p.page, p.layout) for p in places_kept.pages]
    assert "columns" not in record.model_dump_json()
    assert str(LAYOUT.runs[0].columns) not in record.model_dump_json()


def test_a_letter_whose_places_were_never_kept_is_shown_without_marks(house: House):
    letter = a_scan().without_layouts()
    house.room.lay(1)
    house.room.letters.keep_letter(letter)
    page = Visitor(ANONG).get("/offices/nan/letters/s1")

    assert 200 == page.status
    assert "marks-switch" not in page.body
