"""A clerk, and the classifier, see what the sender wrote now before anything older."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.own_words.voices import Voice, own_words, stretches

ASKS = "ขอสอบถามความคืบหน้าเรื่องเงินสงเคราะห์บุตรที่ยื่นไว้เมื่อเดือนก่อน จนถึงวันนี้ยังไม่ได้รับเงินเลยค่ะ"
OLD = "เรียน คุณสมมุติ\nสำนักงานได้รับหนังสือของท่านแล้ว\n"
HEADERS_TH = (
    "จาก: สำนักงานตัวอย่าง <office@sso.example>\nส่ง: 5 ธันวาคม 2560 10:30\n"
    "ถึง: สมมุติ ตัวอย่าง\nเรื่อง: ได้รับหนังสือแล้ว\n\n"
)
HEADERS_EN = (
    "From: Sample Office <office@sso.example>\nSent: Tuesday, December 5, 2017 10:30 AM\n"
    "To: Sommut\nSubject: received\n\n"
)
QUOTED_LINES = "".join(f"> {line}\n" for line in OLD.splitlines())

OPENINGS = [
    pytest.param(HEADERS_TH, id="Outlook, Thai"),
    pytest.param("________________________________\n" + HEADERS_TH, id="Outlook, with its rule"),
    pytest.param("*จาก:* ก <a@b.example>\n*ส่ง:* 5 ธ.ค. 60\n*ถึง:* ข\n", id="Outlook, bold"),
    pytest.param("จาก: สำนักงานตัวอย่าง\nส่งเมื่อ: 5 ธ.ค. 60\nถึง: ข\n", id="no address"),
    pytest.param(HEADERS_EN, id="Outlook, English"),
    pytest.param("-----Original Message-----\n" + HEADERS_EN, id="Original Message"),
    pytest.param("-----ข้อความเดิม-----\n", id="ข้อความเดิม"),
    pytest.param("ในวันที่ อ. 5 ธ.ค. 2560 เวลา 10:30 ก <a@b.example> เขียนว่า:\n", id="Gmail, Thai"),
    pytest.param("ในวันที่ อ. 5 ธ.ค. 2560 เวลา 10:30 สำนักงาน\n<a@b.example>\nเขียนว่า:\n", id="broken"),
    pytest.param("เมื่อ 5 ธันวาคม 2560 10:30, ก <a@b.example> เขียนว่า:\n", id="Gmail, older"),
    pytest.param("เมื่อวันที่ 5 ธันวาคม 2560 สำนักงาน ได้เขียน:\n", id="Yahoo, Thai"),
    pytest.param("On Tue, Dec 5, 2017 at 10:30 AM A <a@b.example> wrote:\n", id="Gmail, English"),
    pytest.param("On 5 Dec 2017, at 10:30, A\n<a@b.example> wrote:\n", id="Apple, broken"),
    pytest.param("2017-12-05 10:30 GMT+07:00 A <a@b.example> wrote:\n", id="address first"),
]


@pytest.mark.parametrize("opening", OPENINGS)
def test_below_a_program_s_words_everything_is_older(opening):
    assert ASKS == own_words(f"{ASKS}\n\n{opening}{OLD}")


@pytest.mark.parametrize("opening", OPENINGS)
@pytest.mark.parametrize("ends", ["\r\n", "\n"], ids=["CRLF", "LF"])
def test_the_older_part_is_kept_and_named(opening, ends):
    body = f"{ASKS}\n\n{opening}{OLD}".replace("\n", ends)

    *_, last = stretches(body)

    assert Voice.QUOTED == last.voice
    assert body[last.start :].endswith(OLD.replace("\n", ends))


def test_an_answer_between_and_below_quoted_lines_is_the_sender_s():
    wrote = "เมื่อ 5 ธ.ค. 60, ก <a@b.example> เขียนว่า:\n"
    body = f"ครับ\n\n{wrote}{QUOTED_LINES}\nส่งเพิ่มแล้วครับ\n{QUOTED_LINES}ขอบคุณครับ\n"

    assert "ครับ\n\nส่งเพิ่มแล้วครับ\nขอบคุณครับ" == own_words(body)


FORWARDS = [
    pytest.param("---------- Forwarded message ---------\n" + HEADERS_EN, "", id="Gmail"),
    pytest.param("---------- ข้อความที่ส่งต่อ ----------\n" + HEADERS_TH, "", id="Gmail, Thai"),
    pytest.param("Begin forwarded message:\n\n" + HEADERS_EN, "", id="Apple"),
    pytest.param("เริ่มต้นข้อความที่ส่งต่อ:\n\n" + HEADERS_TH, "", id="Apple, Thai"),
    pytest.param(HEADERS_TH, "FW: ขอรับเงิน", id="Outlook, by its subject"),
    pytest.param(HEADERS_TH, "ส่งต่อ: ขอรับเงิน", id="Outlook, by its Thai subject"),
    pytest.param(HEADERS_EN, "", id="Outlook, nothing added"),
    pytest.param("[LINE] ประวัติการแชทกับ สมหมาย\n", "", id="LINE"),
]


@pytest.mark.parametrize("added", ["", "ฝากดูให้ด้วยค่ะ\n\n"], ids=["nothing", "a word"])
@pytest.mark.parametrize(("opening", "subject"), FORWARDS)
def test_a_mail_that_only_forwards_is_about_what_it_forwards(added, opening, subject):
    body = f"{added}{opening}{ASKS}\n"

    assert Voice.FORWARDED == stretches(body, subject)[-1].voice
    assert own_words(body, subject).endswith(ASKS)


def test_a_forwarder_who_asks_something_himself_comes_first():
    body = f"{ASKS}\n\n---------- Forwarded message ---------\n{HEADERS_EN}{OLD}"

    assert ASKS == own_words(body)
    assert Voice.FORWARDED == stretches(body)[-1].voice


def test_a_short_answer_does_not_become_what_it_answers():
    assert "ขอบคุณค่ะ" == own_words(f"ขอบคุณค่ะ\n\n{QUOTED_LINES}")


OWN = [
    pytest.param(
        "จาก: ฝ่ายบุคคล บริษัท ตัวอย่าง\nถึง: สำนักงานประกันสังคม\nวันที่: 5 ธันวาคม 2560\n"
        "เรื่อง: ขอแจ้งลูกจ้างออก\n\nบริษัทขอแจ้งลูกจ้างออก 2 คน",
        id="a memo typed into the mail",
    ),
    pytest.param("เมื่อวันที่ 5 ธันวาคม หมอเขียนว่า: ให้หยุดงาน 3 วัน\nขอเบิกเงินด้วยครับ", id="prose"),
    pytest.param("เมื่อวานหัวหน้าเขียนว่า:\nให้ออกจากงาน", id="prose, at a line's end, without a date"),
    pytest.param("ขอแสดงความนับถือต่อเจ้าหน้าที่ทุกท่าน\nแต่เงินยังไม่เข้า", id="respect as a sentence"),
    pytest.param("อีเมลที่สำนักงานส่งมาเป็นความลับหรือไม่คะ", id="a question about secrecy"),
    pytest.param("ได้รับโทรศัพท์จากเจ้าหน้าที่ 02 000 0000 แล้ว", id="a telephone call"),
    pytest.param("ยอดเงิน > 5000 บาท", id="more than"),
    pytest.param("", id="nothing"),
]


@pytest.mark.parametrize("body", OWN)
def test_what_the_sender_wrote_is_not_taken_for_a_program_s_words(body):
    assert body == own_words(body)


SIGNATURES = [
    "-- \nสมมุติ ตัวอย่าง\nโทร. 0 0000 0000",
    "ขอแสดงความนับถือ\n\nสมมุติ ตัวอย่าง\nฝ่ายบุคคล บริษัท ตัวอย่าง จำกัด",
    "ด้วยความเคารพอย่างสูง\nสมมุติ",
    "ส่งจาก iPhone ของฉัน",
    "ได้รับ Outlook สำหรับ Android",
    "ส่งด้วย Yahoo Mail สำหรับ iPhone",
    "Best regards,\nSommut Tuayang\nHR Manager",
    "Yours sincerely\nSommut",
    "Sent from my Samsung Galaxy smartphone.",
    "Get Outlook for iOS",
]


@pytest.mark.parametrize("signature", SIGNATURES)
def test_the_signature_is_told_apart(signature):
    body = f"{ASKS}\n\n{signature}\n"

    assert ASKS == own_words(body)
    assert Voice.SIGNATURE == stretches(body)[-1].voice


@pytest.mark.parametrize(
    "more",
    [
        pytest.param("ป.ล. เลขบัญชีใหม่คือธนาคารตัวอย่าง", id="a postscript"),
        pytest.param("สิ่งที่ส่งมาด้วย: ใบรับรองแพทย์", id="what is enclosed"),
        pytest.param(ASKS * 2, id="a whole letter"),
    ],
)
def test_what_follows_the_closing_words_may_still_be_the_letter(more):
    assert own_words(f"{ASKS}\n\nขอแสดงความนับถือ\nสมมุติ\n\n{more}").endswith(more)


NOTICES = [
    "This mail is confidential, intended only for the addressee.\nIf received in error, delete it.",
    "CONFIDENTIALITY NOTICE: the contents are privileged.",
    "Disclaimer: the views are the author's own.",
    "อีเมลฉบับนี้และเอกสารแนบเป็นความลับ หากท่านมิใช่ผู้รับ โปรดลบทิ้งและแจ้งผู้ส่ง",
    "ข้อมูลในไปรษณีย์อิเล็กทรอนิกส์นี้เป็นความลับ ห้ามเปิดเผย หากท่านได้รับโดยผิดพลาดโปรดแจ้งกลับ",
    "Please consider the environment before printing this e-mail.",
    "โปรดคำนึงถึงสิ่งแวดล้อมก่อนพิมพ์อีเมลฉบับนี้",
]


@pytest.mark.parametrize("notice", NOTICES)
def test_the_lawyers_notice_is_told_apart(notice):
    body = f"{ASKS}\n\nขอแสดงความนับถือ\nสมมุติ\n\n{notice}\n"

    assert ASKS == own_words(body)
    assert Voice.NOTICE == stretches(body)[-1].voice


LINES = st.sampled_from(
    [ASKS, "> เก่า", "-- ", "จาก: ก <a@b.example>", "ส่ง: 5 ธ.ค. 60", "ถึง: ข", "ขอแสดงความนับถือ",
     "-----Original Message-----", "On 5 Dec 2017 A <a@b.co> wrote:", "Disclaimer: x", "\u2028"]
)  # fmt: skip


@given(st.lists(LINES | st.text(max_size=30), max_size=20), st.text(max_size=20))
def test_every_letter_of_a_body_is_in_exactly_one_stretch(lines, subject):
    body = "\n".join(lines)
    found = stretches(body, subject)

    assert body == "".join(body[s.start : s.end] for s in found)
    assert all(before.end == after.start for before, after in pairwise(found))
