"""A scan is read no further than the decision needs, and never less."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from functions.router.offices import route
from shared.classification.classify import classify
from shared.classification.enough import enough
from shared.classification.telling import telling
from shared.directory import offices, processes
from shared.model.reading import Page, Reading, Source
from shared.model.submission import ReadLetter
from tests.classification.scanned_pages import ENCLOSURES, FORMS
from tests.letters import a_letter

PROCESSES = processes.load()
OFFICES = offices.load()


def scanned(*pages: str, body: str = "ส่งเอกสารตามแนบค่ะ", **changes: object) -> ReadLetter:
    """A mail with one scan of these pages."""
    letter = a_letter(body, "", **changes)
    scan = tuple(Page(text=page, source=Source.OCR, legibility=1.0) for page in pages)
    return letter.model_copy(update={"readings": (letter.readings[0], Reading(pages=scan))})


def read_until_enough(pages: Sequence[str]) -> ReadLetter:
    """As the reader does: the first page always, then page by page."""
    count = 1
    while count < len(pages) and not enough(scanned(*pages[:count]), PROCESSES):
        count += 1
    return scanned(*pages[:count])


def decided(letter: ReadLetter) -> tuple[object, ...]:
    """What becomes of a letter: the process and the desk."""
    classification = classify(letter, PROCESSES)
    routing = route(letter, classification, OFFICES)
    return classification.best.process, routing.decision, routing.offices


def sure(letter: ReadLetter) -> bool:
    return classify(letter, PROCESSES).sure


SCANS = [
    pytest.param((form, *enclosures), id=f"{name}, then {', '.join(order)}")
    for name, form in FORMS.items()
    for order in [tuple(ENCLOSURES), tuple(reversed(ENCLOSURES))]
    for enclosures in [[ENCLOSURES[each] for each in order]]
] + [
    pytest.param((enclosure, FORMS["maternity"], *others), id=f"{name} before the form")
    for name, enclosure in ENCLOSURES.items()
    for others in [[text for text in ENCLOSURES.values() if text != enclosure]]
]


@pytest.mark.parametrize("pages", SCANS)
def test_what_is_left_unread_would_not_have_changed_the_decision(pages):
    whole, part = scanned(*pages), read_until_enough(pages)

    assert decided(whole) == decided(part)
    assert sure(part) or not sure(whole)  # receipts of a hospital may only make it less sure


FULL_FORMS = ["unemployment", "employer", "section 40"]


@pytest.mark.parametrize("name", FULL_FORMS)
def test_a_form_with_a_place_on_top_is_enough(name):
    assert enough(scanned(FORMS[name]), PROCESSES)


NOT_ENOUGH = [
    pytest.param([FORMS["no place"]], id="nothing says which office"),
    pytest.param([FORMS["no form"]], id="nothing says what it is about"),
    pytest.param([FORMS["maternity"].replace("เชียงใหม่", "")], id="the province is cut off"),
    pytest.param([ENCLOSURES["identity card"]], id="only an enclosure so far"),
    pytest.param(["กรุงเทพมหานคร " + FORMS["no place"]], id="Bangkok has twelve offices"),
    pytest.param([""], id="an empty sheet"),
]


@pytest.mark.parametrize("pages", NOT_ENOUGH)
def test_reading_goes_on_while(pages):
    assert not enough(scanned(*pages), PROCESSES)


def test_what_the_sender_quotes_is_no_place():
    own = "ตามที่เจ้าหน้าที่แจ้งมาว่าให้ส่งเอกสารเพิ่มเติม ดิฉันส่งมาให้ใหม่ทั้งหมดแล้วค่ะ"
    body = f"{own}\n\n> เขียนที่ จังหวัดเชียงใหม่"

    assert not enough(scanned(FORMS["no place"], body=body), PROCESSES)


def test_what_the_sender_writes_counts_as_well():
    body = "ขอเบิกค่าคลอดบุตรค่ะ อยู่จังหวัดเชียงใหม่"

    assert enough(scanned(FORMS["no place"], body=body), PROCESSES)


def test_an_area_of_bangkok_is_a_place():
    page = FORMS["no place"] + "\nเขียนที่ สำนักงานประกันสังคมกรุงเทพมหานครพื้นที่ 3"

    assert enough(scanned(page), PROCESSES)


def test_half_of_the_pages_are_left_unread():
    """Scans of a form with five enclosures, in any order of the enclosures."""
    every = [
        (FORMS[name], *order)
        for name in FULL_FORMS
        for order in permutations(list(ENCLOSURES.values())[:5], 5)
    ]
    read = sum(len(read_until_enough(pages).readings[1].pages) for pages in every[::8])

    assert read <= sum(map(len, every[::8])) / 2


NAMES = [
    pytest.param("สปส.2-01.pdf", "IMG_0042.jpg", id="a form's code"),
    pytest.param("แบบขึ้นทะเบียนนายจ้าง.pdf", "สำเนาบัตรประชาชน.pdf", id="a form's title"),
    pytest.param("ขอเบิกค่าคลอดบุตร.jpg", "scan0001.pdf", id="what it is about"),
]


@pytest.mark.parametrize(("tells", "tells_less"), NAMES)
def test_the_name_of_a_file_tells_what_to_read_first(tells, tells_less):
    assert telling(tells) > telling(tells_less)
