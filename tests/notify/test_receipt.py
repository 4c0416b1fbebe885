"""The receipt says what is so, and calls a guess a guess."""

import pytest

from functions.notify.gathering import joined_facts, receipt_facts
from shared.model.letter import SECRET_SUBJECT
from shared.model.submission import Role
from tests.letters import a_reply, a_routing
from tests.notify.messages import (
    DIRECTORY,
    EVENING,
    PROCESSES,
    REFERENCE,
    a_letter_record,
    a_part,
    a_receipt,
    an_item,
    an_official_letter,
    guessed,
    html_of,
    text_of,
)

PENSION_TH = "การขอรับประโยชน์ทดแทนของกองทุนประกันสังคม กรณีชราภาพ"
PENSION_EN = "Social Security Fund benefit: old age"

GUESSES = [
    pytest.param(guessed("ssf-benefit/8"), True, True, id="sure: told, and will be checked"),
    pytest.param(guessed("ssf-benefit/8", 0.62, sure=False), True, False, id="likely: perhaps"),
    pytest.param(guessed("ssf-benefit/8", 0.49, sure=False), False, False, id="unlikely: nothing"),
]


@pytest.mark.parametrize(("guess", "told", "sure"), GUESSES)
def test_a_guess_is_never_told_as_a_fact(guess, told, sure):
    """Unless it is sure, a process is named only behind "perhaps", in both languages."""
    lines = text_of(a_receipt(a_letter_record(classification=guess))).splitlines()
    named = [line for line in lines if PENSION_TH in line or PENSION_EN in line]
    hedged = [line for line in named if "อาจเป็นเรื่อง" in line or "Perhaps" in line]

    assert (2 if told else 0) == len(named)
    assert ([] if sure else named) == hedged


@pytest.mark.parametrize("process", PROCESSES)
def test_every_process_can_be_told(process):
    """Name in both languages; the prescribed channel when it is not e-mail, and only then."""
    text = text_of(a_receipt(a_letter_record(process)))
    known = PROCESSES[process]
    elsewhere = known.channel.value not in ("email", "outside")

    assert (process != "none") == (f"ประเภทเรื่อง: {known.name_th}\n" in text)
    assert elsewhere == (f"ช่องทางที่กำหนด: {known.channel_th}\n" in text)
    assert elsewhere == (f"Prescribed channel: {known.channel_en}\n" in text)


@pytest.mark.parametrize("office", DIRECTORY.offices, ids=lambda office: office.code)
def test_every_office_can_be_told(office):
    """Name in both languages, register number, and a number that can be dialled."""
    text = text_of(a_receipt(a_letter_record(), an_item(office.code, 31)))
    phones = ", ".join(office.phones)

    assert f"หน่วยงาน: {office.name_th}\nเลขทะเบียนรับ: 31/2569\n" in text
    assert f"Office: {office.name_en}\nRegister number: 31/2569\n" in text
    assert f"โทรศัพท์: {phones or 'สายด่วนประกันสังคม 1506'}\n" in text
    assert f"Telephone: {phones.replace('ต่อ', 'ext.') or 'SSO hotline 1506'}\n" in text


def test_an_evening_letter_shows_both_times_and_why():
    """When it entered the system, and the next working time, by the law that says so."""
    text = text_of(a_receipt(a_letter_record(received_at=EVENING)))

    assert "เข้าสู่ระบบเมื่อ: วันที่ 30 ธันวาคม 2569 เวลา 20.05 น." in text
    assert "ถือว่าได้รับเมื่อ: วันที่ 4 มกราคม 2570 เวลา 08.30 น." in text
    assert "มาตรา 10 วรรคหนึ่ง" in text
    assert "section 10, first paragraph" in text


def test_a_later_arrival_counts_from_its_own_time():
    """The same letter sent to another office is received there when it arrives there."""
    facts = receipt_facts(
        a_letter_record(), (an_item("fang"),), EVENING, DIRECTORY, PROCESSES, checklists={}
    )

    assert facts.entered_at == EVENING


def test_every_document_is_accounted_for():
    """In the sender's order; an empty mail text is no document."""
    parts = (
        a_part(1, size=0, refusal="empty"),
        a_part(2, "ก.pdf"),
        a_part(3, role=Role.ATTACHMENT, kind="newfangled", pages=0, refusal="not_yet_named"),
    )
    text = text_of(a_receipt(a_letter_record(parts=parts)))

    assert "เอกสารที่ได้รับ 2 รายการ (ระบบอ่านไม่ได้ 1 รายการ)" in text
    assert "1. ก.pdf (PDF, 1.2 MB, 2 หน้า)\n   ระบบอ่านข้อความได้\n" in text
    assert "2. ไม่มีชื่อไฟล์ (ไม่ทราบชนิดไฟล์, 412 ไบต์)\n   ระบบไม่ได้อ่าน" in text


def test_a_name_cannot_become_html():
    """A file name or a subject that looks like HTML is shown, not obeyed."""
    nasty = '<img src=x onerror="alert(1)">'
    record = a_letter_record(subject=nasty, parts=(a_part(1, f"{nasty}.pdf"),))
    html = html_of(a_receipt(record))

    assert "<img" not in html
    assert "&lt;img" in html


def test_a_reply_is_told_where_it_went_and_not_what_it_is():
    """The process was told once; the reply's own files and time are what is new."""
    reply = a_reply(received_at=EVENING, parts=(a_part(1, "เพิ่มเติม.pdf"),))
    facts = joined_facts(a_letter_record(), reply, (an_item(),), DIRECTORY)

    assert (REFERENCE, True, None, EVENING) == (
        facts.reference,
        facts.joined,
        facts.process,
        facts.entered_at,
    )
    assert ["เพิ่มเติม.pdf"] == [line.name for line in facts.documents]


def test_there_is_no_receipt_without_a_register_number():
    """A receipt that proves nothing would be worse than none: it is our bug, and loud."""
    with pytest.raises(ValueError, match="register number"):
        receipt_facts(
            a_letter_record(routing=a_routing()),
            (),
            EVENING,
            DIRECTORY,
            PROCESSES,
            checklists={},
        )


THEIRS = [
    pytest.param({}, "ตามหนังสือ: ที่ สม ๙๙๐๑/๐๔๒ ลงวันที่ 16 พฤศจิกายน 2569\n", id="both"),
    pytest.param({"date": None}, "ตามหนังสือ: ที่ สม ๙๙๐๑/๐๔๒\n", id="no date"),
    pytest.param({"number": None}, None, id="no number"),
    pytest.param({"scanned": True}, None, id="read by OCR"),
    pytest.param({"to_us": False}, None, id="a letter to somebody else"),
]


@pytest.mark.parametrize(("changes", "row"), THEIRS)
def test_an_agency_s_letter_is_called_by_its_own_number_when_that_is_certain(changes, row):
    """The agency's clerk finds the receipt's letter in his own register."""
    text = text_of(a_receipt(a_letter_record(official=an_official_letter(**changes))))

    assert (row in text) if row else ("ตามหนังสือ" not in text)
    assert ("Your letter: No. สม" in text) == (row is not None)


def test_a_secret_letter_s_receipt_tells_nothing_of_it():
    """Open mail carries neither subject nor matter, and does not ask for more by mail."""
    record = a_letter_record("refund/2", subject=SECRET_SUBJECT, secret=True, parts=(a_part(1),))
    text = text_of(a_receipt(record))

    assert f"ชื่อเรื่อง: “{SECRET_SUBJECT}”" in text
    assert "ประเภทเรื่อง:" not in text
    assert "โปรดตอบกลับอีเมลฉบับนี้" not in text
