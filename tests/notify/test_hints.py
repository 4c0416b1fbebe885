"""What the receipt adds for the sender's good: what seems missing, and what must be when."""

from datetime import datetime

import pytest

from functions.notify.missing import checked
from functions.notify.windows import windows_for
from shared.directory import checklists
from shared.model.fact import ProcessId
from shared.model.letter import SECRET_SUBJECT
from shared.model.piece import PieceKind
from shared.thai.calendar import BANGKOK
from tests.notify.messages import a_letter_record, a_part, a_piece, a_receipt, guessed, text_of

SICK = ProcessId("ssf-benefit/1")
LIST = checklists.load()[SICK]
FORM = "แบบคำขอรับประโยชน์ทดแทน (สปส. 2-01)"

FORMS = [
    pytest.param((), False, id="no form"),
    pytest.param(("สปส. 2-01",), True, id="the form"),
    pytest.param(("สปส. 2-01/7",), True, id="an edition of the form"),
    pytest.param(("สปส. 2-09",), True, id="the other form that counts"),
    pytest.param(("สปส. 1-20",), False, id="a form for something else"),
    pytest.param((None,), True, id="a form whose code was not read may be it"),
    pytest.param(("สปส. 1-20", "สปส. 2-01"), True, id="two forms"),
]


@pytest.mark.parametrize(("codes", "found"), FORMS)
def test_a_form_is_found_by_its_code(codes, found):
    pieces = tuple(a_piece(PieceKind.REQUEST_FORM, form=code) for code in codes)
    result = checked(LIST, (a_part(1, "ก.pdf", pieces=pieces),))

    assert result is not None
    assert found == all(not line.name_th.startswith(FORM) for line in result.missing)


def test_what_is_in_any_document_is_found():
    """A page of a combined scan and a file of its own count alike."""
    parts = (
        a_part(1, "scan.pdf", pieces=(a_piece(PieceKind.RECEIPT, 3),)),
        a_part(2, "doctor.jpg", pieces=(a_piece(PieceKind.MEDICAL_CERTIFICATE),)),
    )
    result = checked(LIST, parts)

    assert result is not None
    assert 7 == len(result.missing)
    assert not result.unread


def test_without_a_sourced_checklist_nothing_is_said_to_be_missing():
    text = text_of(a_receipt(a_letter_record("ssf-benefit/3", parts=(a_part(1),))))

    assert "ยังไม่พบ" not in text
    assert "15 วัน" not in text


UNSURE = [
    pytest.param({"classification": guessed(SICK, 0.7, sure=False)}, id="not sure"),
    pytest.param({"secret": True, "subject": SECRET_SUBJECT}, id="marked secret"),
]


@pytest.mark.parametrize("changes", UNSURE)
def test_of_a_guess_or_a_secret_nothing_is_said_to_be_missing(changes):
    assert "ยังไม่พบ" not in text_of(a_receipt(a_letter_record(SICK, **changes)))


def test_a_hint_is_no_refusal_and_asks_for_no_certified_copies():
    """The manual still asks for certified copies; the law does not (section 7)."""
    text = text_of(a_receipt(a_letter_record(SICK)))

    assert "มิใช่การปฏิเสธ" in text
    assert "ไม่ต้องลงลายมือชื่อรับรองสำเนา ตามมาตรา 7" in text
    assert "ภายใน 15 วันนับแต่วันที่ได้รับแจ้ง" in text


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=BANGKOK)


WINDOWS = [
    pytest.param("registration/1.2", at(2026, 11, 20, 10), ["21 ตุลาคม 2569"], id="employer"),
    pytest.param("registration/2", at(2026, 11, 20, 10), ["20 พฤษภาคม 2569"], id="section 39"),
    pytest.param("change/2.1", at(2026, 12, 30, 20), ["15 กุมภาพันธ์ 2570"], id="next year's"),
    pytest.param(
        "hospital/1",
        at(2026, 12, 15, 16, 29),
        ["อยู่นอกช่วงเวลาดังกล่าว", "สิทธิเริ่มวันที่ 16 ธันวาคม 2569"],
        id="hospital, before the turn",
    ),
    pytest.param(
        "hospital/1",
        at(2026, 12, 15, 16, 30),
        ["ได้รับในช่วงเวลาดังกล่าว", "สิทธิเริ่มวันที่ 1 มกราคม 2570"],
        id="hospital, a minute later: also a day later, and in the yearly window",
    ),
    pytest.param("refund/2", at(2026, 11, 20, 10), [], id="a matter without a deadline"),
]


@pytest.mark.parametrize(("process", "entered", "said"), WINDOWS)
def test_a_deadline_is_reckoned_from_the_day_of_receipt(process, entered, said):
    lines = windows_for(ProcessId(process), (), entered)
    together = " ".join(line.th for line in lines)

    assert bool(said) == bool(lines)
    assert all(words in together for words in said)
    assert all(line.en for line in lines)


MONTHLY = [
    pytest.param("สปส. 6-09", "6-09", id="leavers"),
    pytest.param("สปส. 6-10", "6-10", id="changes"),
    pytest.param("สปส. 1-10", None, id="another form"),
]


@pytest.mark.parametrize(("form", "said"), MONTHLY)
def test_a_monthly_report_is_known_by_its_form_whatever_the_process(form, said):
    parts = (a_part(1, "ก.pdf", pieces=(a_piece(PieceKind.REQUEST_FORM, form=form),)),)
    lines = windows_for(None, parts, at(2026, 11, 20, 10))

    assert ([said] if said else []) == [said for line in lines if said and said in line.th]
    assert bool(said) == bool(lines)
