"""A sender sees how the letter stands; nobody else learns anything, not even that it exists."""

from datetime import date

import pytest

from functions.portal.proving import MOST_TRIES, MOST_TRIES_AT_ONE
from shared.model.event import Did, Event
from shared.model.fact import CENTRAL, OfficeCode
from shared.model.reference import new_reference
from shared.model.work import State, WorkItem
from tests.letters import MORNING
from tests.portal.conftest import Hall
from tests.portal.window import Visitor

SENDER = Visitor()


def move(hall: Hall, how: str, **changes) -> WorkItem:
    """What a clerk did at the desk."""
    before = hall.item()
    after = before.moved(how, "anong", **changes)
    hall.register.work.replace(before, after, an_event(after))
    return after


def an_event(item: WorkItem) -> Event:
    return Event(
        submission_id=item.submission_id,
        office=item.office,
        version=item.version,
        did=Did.TAKEN,
        at=MORNING,
        who="anong",
    )


WRITTEN = [
    pytest.param(lambda code: code, id="the whole code"),
    pytest.param(lambda code: code[-8:], id="its last eight signs"),
    pytest.param(lambda code: code[-8:].lower(), id="in small letters"),
    pytest.param(lambda code: f"{code[-8:-4]} {code[-4:]}", id="with a space"),
]


@pytest.mark.parametrize("written", WRITTEN)
def test_a_sender_sees_office_number_and_state(hall, written):
    reference, seal = hall.letter()
    answer = SENDER.post("/status", reference=reference.lower(), code=written(seal.code))

    assert 200 == answer.status
    assert "สำนักงานประกันสังคมจังหวัดน่าน" in answer.text
    assert "1/2569" in answer.text
    assert "รับเรื่องแล้ว รอเจ้าหน้าที่ดำเนินการ" in answer.text


def test_the_whole_code_is_enough(hall):
    reference, seal = hall.letter()

    assert reference in SENDER.post("/status", code=seal.code).text


def test_nothing_personal_is_shown(hall):
    reference, seal = hall.letter()
    body = SENDER.post("/status", reference=reference, code=seal.code).body

    assert [] == [word for word in ("สมชาย", "somchai", "คลอด", "ssf-benefit") if word in body]


def test_a_sender_sees_until_when_documents_are_wanted(hall):
    reference, seal = hall.letter()
    move(hall, "claim")
    move(hall, "return", due_on=date(2026, 12, 7))
    answer = SENDER.post("/status", reference=reference, code=seal.code)

    assert "รอเอกสารเพิ่มเติมจากท่าน" in answer.text
    assert "7 ธันวาคม 2569" in answer.text
    assert 'action="/send/more"' in answer.body
    assert f'name="code" value="{seal.code}"' in answer.body


def test_whom_no_mail_reaches_is_told_to_ask_which_documents_are_wanted(hall):
    reference, seal = hall.letter(sender=None)
    move(hall, "claim")
    move(hall, "return", due_on=date(2026, 12, 7))

    assert (
        "โปรดโทรศัพท์สอบถามรายการเอกสาร"
        in SENDER.post("/status", reference=reference, code=seal.code).text
    )


STATES = [
    pytest.param(("claim",), "เจ้าหน้าที่กำลังดำเนินการ", id="in hand"),
    pytest.param(("claim", "finish"), "ดำเนินการเสร็จสิ้นแล้ว", id="finished"),
]


@pytest.mark.parametrize(("moves", "said"), STATES)
def test_a_sender_sees_how_far_it_is(hall, moves, said):
    reference, seal = hall.letter()
    for how in moves:
        move(hall, how)

    assert said in SENDER.post("/status", reference=reference, code=seal.code).text


def test_a_letter_that_was_passed_on_says_where_to(hall):
    reference, seal = hall.letter()
    move(hall, "pass", passed_to=OfficeCode("pua"))
    text = SENDER.post("/status", reference=reference, code=seal.code).text

    assert State.PASSED is hall.item().state
    assert "สำนักงานประกันสังคมจังหวัดน่าน สาขาปัว" in text


def test_a_letter_at_the_central_registry_is_being_assigned(hall):
    reference, seal = hall.letter(1, CENTRAL)

    assert (
        "สารบรรณกลางกำลังพิจารณา" in SENDER.post("/status", reference=reference, code=seal.code).text
    )


def test_unknown_and_wrong_are_answered_alike(hall):
    """Nobody learns whether a reference exists."""
    reference, seal = hall.letter()
    hall.letter(2)
    other = new_reference(lambda signs: signs[7])
    _, seal_of_another = hall.letter(3)
    given = [
        (reference, "AAAAAAAA"),
        (reference, seal_of_another.code),
        (reference, ""),
        (reference, seal.code[-7:]),
        (other, seal.code[-8:]),
        ("7K4M-9XQ2-HDWX", seal.code[-8:]),
    ]
    answers = [SENDER.post("/status", reference=r, code=c) for r, c in given]
    pages = {answer.body.replace(r, "") for answer, (r, _) in zip(answers, given, strict=True)}

    assert {404} == {answer.status for answer in answers}
    assert 1 == len(pages)


BAD = [
    pytest.param({}, id="nothing"),
    pytest.param({"reference": "'\"><script>", "code": "x"}, id="markup"),
    pytest.param({"reference": "ก" * 5000, "code": "ข" * 5000}, id="far too long"),
    pytest.param({"reference": "\x00", "code": "\x00"}, id="null signs"),
]


@pytest.mark.parametrize("fields", BAD)
def test_bad_input_is_answered_like_an_unknown_reference(hall, fields):
    answer = SENDER.post("/status", **fields)

    assert 404 == answer.status
    assert "<script>" not in answer.body


def test_guessing_from_one_place_is_stopped(hall):
    hall.letter()
    guesses = [SENDER.post("/status", reference=f"guess {n}", code="x") for n in range(MOST_TRIES)]

    assert {404} == {guess.status for guess in guesses}
    assert 429 == SENDER.post("/status", reference="one more", code="x").status


def test_guessing_a_letters_code_from_many_places_is_stopped(hall):
    reference, seal = hall.letter()
    for place in range(MOST_TRIES_AT_ONE):
        Visitor(address=f"198.51.100.{place}").post("/status", reference=reference, code="GUESSED1")
    right = Visitor(address="203.0.113.1").post("/status", reference=reference, code=seal.code)

    assert 429 == right.status
