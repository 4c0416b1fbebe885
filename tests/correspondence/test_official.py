"""An agency's letter is known by its form; a citizen who borrows its words is no agency."""

from datetime import date

import pytest

from shared.classification.passages import passages
from shared.correspondence.official import official_letter
from shared.model.official import OfficialLetter, Secrecy, Urgency
from shared.model.reading import Page, Reading, Source
from shared.model.submission import Role
from tests.letters import a_document, a_letter

LETTER = """
{marks}
ที่ สม ๙๙๐๒/ว ๑๗
                                             กรมตัวอย่างแห่งชาติ
                                             ถนนสมมติ กรุงเทพฯ ๑๐๐๐๐

                    ๓ พฤศจิกายน ๒๕๖๙

เรื่อง  ขอข้อมูลจำนวนผู้ประกันตนจำแนกตามอายุ
        และจังหวัด
เรียน  {addressee}
อ้างถึง  ๑. หนังสือกรมตัวอย่างแห่งชาติ ที่ สม ๙๙๐๒/๔ ลงวันที่ ๑ ตุลาคม ๒๕๖๙
         ๒. หนังสือสำนักงานประกันสังคม ที่ รง ๐๖๙๙/๕๕ ลงวันที่ ๙ ตุลาคม ๒๕๖๙
สิ่งที่ส่งมาด้วย  ตารางข้อมูล จำนวน ๑ ชุด

        ด้วยกรมตัวอย่างแห่งชาติอยู่ระหว่างจัดทำรายงานประจำปี จึงขอข้อมูลด่วน

        จึงเรียนมาเพื่อโปรดพิจารณา
                              ขอแสดงความนับถือ

                              (นางสาวสมมุติ ตัวอย่าง)
                              อธิบดีกรมตัวอย่างแห่งชาติ
กองข้อมูล
โทร. ๐ ๐๐๐๐ ๐๐๐๐
ไปรษณีย์อิเล็กทรอนิกส์ data@tuayang.example
"""


def letter(marks: str = "", addressee: str = "เลขาธิการสำนักงานประกันสังคม") -> str:
    return LETTER.format(marks=marks, addressee=addressee)


def read(*texts: str, subject: str = "ขอส่งเอกสาร", scanned: bool = False):
    """What is recognised in a mail: its body, and attachments that may be scans."""
    given = a_letter(*texts, subject=subject)
    if scanned:
        page = Page(text=texts[-1], source=Source.OCR, legibility=0.95)
        readings = (*given.readings[:-1], Reading(pages=(page,)))
        documents = (
            *given.submission.documents[:-1],
            a_document(len(texts), role=Role.ATTACHMENT, kind="pdf"),
        )
        submission = given.submission.model_copy(update={"documents": documents})
        given = given.model_copy(update={"readings": readings, "submission": submission})
    return given, official_letter(passages(given))


def found_in(*texts: str, **given) -> OfficialLetter:
    _, found = read(*texts, **given)
    assert found is not None
    return found


FIELDS = [
    pytest.param("number", "สม ๙๙๐๒/ว ๑๗", id="number"),
    pytest.param("date", "๓ พฤศจิกายน ๒๕๖๙", id="date"),
    pytest.param("subject", "ขอข้อมูลจำนวนผู้ประกันตนจำแนกตามอายุ และจังหวัด", id="subject"),
    pytest.param("addressee", "เลขาธิการสำนักงานประกันสังคม", id="addressee"),
    pytest.param("agency", "กรมตัวอย่างแห่งชาติ", id="agency"),
    pytest.param("urgency", "ด่วนมาก", id="urgency"),
    pytest.param(
        "contact",
        "โทร. ๐ ๐๐๐๐ ๐๐๐๐ ไปรษณีย์อิเล็กทรอนิกส์ data@tuayang.example",
        id="contact",
    ),
]


@pytest.mark.parametrize(("field", "text"), FIELDS)
def test_each_field_is_read_with_its_place(field, text):
    given, found = read("ตามแนบ", letter("ด่วนมาก"))
    said = getattr(found, field)
    page = given.readings[1].text

    assert text == said.text
    assert 2 == said.document
    assert text == " ".join(page[said.start : said.end].split())
    assert not said.scanned


def test_earlier_letters_are_read_one_by_one():
    refers = found_in(letter()).refers_to

    assert 2 == len(refers)
    assert refers[0].text.startswith("หนังสือกรมตัวอย่างแห่งชาติ ที่ สม ๙๙๐๒/๔")
    assert refers[1].text.endswith("๙ ตุลาคม ๒๕๖๙")


def test_the_day_is_the_calendars():
    said = found_in(letter()).date

    assert said is not None
    assert date(2026, 11, 3) == said.day


def test_what_a_scan_was_read_as_is_marked_as_such():
    found = found_in("ตามแนบ", letter(), scanned=True)

    assert found.number is not None
    assert found.date is not None
    assert found.number.scanned
    assert found.date.scanned


def test_the_mail_is_believed_before_the_scan_that_it_brings():
    body = "ขอส่งหนังสือกรมตัวอย่างแห่งชาติ ที่ สม ๙๙๐๒/ว ๑๗๘ ลงวันที่ ๔ พฤศจิกายน ๒๕๖๙ ตามแนบ"
    found = found_in(body, letter(), scanned=True)

    assert found.number is not None
    assert found.date is not None
    assert ("สม ๙๙๐๒/ว ๑๗๘", False) == (found.number.text, found.number.scanned)
    assert date(2026, 11, 4) == found.date.day


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        pytest.param("า", "ำ", id="a PDF that writes sara am for aa"),
        pytest.param("ที่", "ที", id="lost tone marks"),
        pytest.param("๑", "1", id="Arabic digits"),
        pytest.param("สำ", "ส ำ", id="a space within a syllable"),
    ],
)
def test_noise_does_not_hide_the_form(wrong, right):
    found = found_in(letter("ด่วนที่สุด").replace(wrong, right))

    assert found.number is not None
    assert found.urgency is not None
    assert Urgency.MOST is found.urgency.level
    assert found.to_us
    assert found.date is not None


MARKS = [
    pytest.param("ด่วน", Urgency.URGENT, None, id="urgent"),
    pytest.param("ด่วนมาก", Urgency.VERY, None, id="very urgent"),
    pytest.param("ด่วนที่สุด", Urgency.MOST, None, id="most urgent"),
    pytest.param("ด่วน ที่สุด", Urgency.MOST, None, id="with a gap"),
    pytest.param("ลับ", None, Secrecy.CONFIDENTIAL, id="confidential"),
    pytest.param("ลับมาก", None, Secrecy.SECRET, id="secret"),
    pytest.param("- ลับที่สุด -", None, Secrecy.TOP_SECRET, id="top secret, between dashes"),
    pytest.param("ลับมาก / ด่วนที่สุด", Urgency.MOST, Secrecy.SECRET, id="both on a line"),
    pytest.param("ด่วนมาก\nลับ", Urgency.VERY, Secrecy.CONFIDENTIAL, id="both on two lines"),
    pytest.param("ชั้นความลับ : ลับ", None, Secrecy.CONFIDENTIAL, id="with its label"),
    pytest.param("ความลับ", None, None, id="a secret is no mark"),
    pytest.param("เรื่องนี้เป็นเรื่องลับ", None, None, id="a sentence is no mark"),
    pytest.param("รับด่วน", None, None, id="part of a word is no mark"),
    pytest.param("ขอด่วนที่สุดนะครับ", None, None, id="a wish is no mark"),
    pytest.param("", None, None, id="nothing"),
]


@pytest.mark.parametrize(("marks", "urgency", "secrecy"), MARKS)
def test_marks_stand_by_themselves(marks, urgency, secrecy):
    found = found_in(letter(marks))

    assert urgency == (found.urgency and found.urgency.level)
    assert secrecy == (found.secrecy and found.secrecy.level)


def test_a_mark_at_the_foot_of_a_page_counts():
    found = found_in(letter() + "\nลับมาก\n")

    assert found.secrecy is not None


NOT_OFFICIAL = [
    pytest.param(
        "เรื่อง ขอเบิกค่าคลอดบุตร\nเรียน ผู้อำนวยการสำนักงานประกันสังคม\nสิ่งที่ส่งมาด้วย สำเนาบัตร\n"
        "ดิฉันขอเบิกค่าคลอดบุตร\nขอแสดงความนับถือ\nนางสมหญิง ตัวอย่าง",
        "ขอเบิกค่าคลอด",
        id="a citizen who knows the form",
    ),
    pytest.param("ด่วนที่สุด\nขอเงินคืนด้วยค่ะ", "ด่วนที่สุด!!!", id="a citizen in a hurry"),
    pytest.param(
        "เรียน เจ้าหน้าที่\nเรื่องนี้ขอให้เก็บเป็นความลับ\nนายจ้างหักเงินแต่ไม่ส่ง", "ลับ", id="a whistle-blower"
    ),
    pytest.param(
        "ตามหนังสือ ที่ รง ๐๖๙๙/๕๕ ลงวันที่ ๙ ตุลาคม ๒๕๖๙ ดิฉันขอส่งเอกสารเพิ่มค่ะ",
        "ส่งเอกสารเพิ่ม",
        id="a citizen who answers our letter",
    ),
    pytest.param("ขอส่งหนังสือตอบตามที่ท่านแจ้งมา ที่ รง ๐๖๙๙/๕๕ ค่ะ", "ตอบกลับ", id="an answer sent by mail"),
    pytest.param(
        "ที่ ตย 012/2569\nเรื่อง ขอเปลี่ยนที่อยู่บริษัท\nเรียน ประกันสังคมจังหวัดน่าน\n"
        "ขอแสดงความนับถือ\nบริษัท ตัวอย่าง จำกัด",
        "ย้ายที่ตั้ง",
        id="a company's number and year",
    ),
    pytest.param("เรืองชัย ตัวอย่าง\nเรียน เจ้าหน้าที่\nลับ", "ขอถาม", id="a name like a label"),
    pytest.param("ที่อยู่ 12/3 หมู่ 4\nเรื่อง ขอคืนเงิน", "ขอคืนเงิน", id="an address"),
    pytest.param("> " + letter("ลับ").replace("\n", "\n> "), "Re: ขอข้อมูล", id="a letter quoted"),
    pytest.param("", "", id="nothing"),
]


@pytest.mark.parametrize(("body", "subject"), NOT_OFFICIAL)
def test_words_alone_make_no_official_letter(body, subject):
    assert read(body, subject=subject)[1] is None


@pytest.mark.parametrize(
    ("addressee", "to_us"),
    [
        pytest.param("เลขาธิการสำนักงานประกันสังคม", True, id="the Secretary-General"),
        pytest.param("ประกันสังคมจังหวัดน่าน", True, id="an office"),
        pytest.param("หัวหน้าส่วนราชการ", True, id="nobody by name"),
        pytest.param("ผู้อำนวยการสถานพยาบาลประกันสังคมทุกแห่ง", False, id="hospitals"),
        pytest.param("นายสมชาย ตัวอย่าง", False, id="a person"),
        pytest.param("นายกเทศมนตรีเมืองสมมติพัฒนา", False, id="a mayor"),
        pytest.param("ผู้ว่าราชการจังหวัดสมมติ", False, id="a governor"),
    ],
)
def test_a_letter_to_somebody_else_is_only_enclosed(addressee, to_us):
    assert to_us == found_in(letter(addressee=addressee)).to_us


def test_our_own_letter_beside_an_agencys_is_not_taken_for_it():
    ours = letter(addressee="นายสมชาย ตัวอย่าง").replace("สม ๙๙๐๒/ว ๑๗", "รง ๐๖๙๙/๘")
    found = found_in("ตามแนบ", ours, letter())

    assert found.number is not None
    assert "สม ๙๙๐๒/ว ๑๗" == found.number.text


MENTIONS = [
    pytest.param("ขอส่งหนังสือ ด่วนมาก ที่ สม 9902/ว 18", "ส่งตามแนบ", Urgency.VERY, id="subject"),
    pytest.param("ด่วนที่สุด ที่ สม 9902/ว 18", "ส่งตามแนบ", Urgency.MOST, id="number as subject"),
    pytest.param("เอกสาร", "ขอนำส่งหนังสือเทศบาล ที่ สม 9902/ว 18 ค่ะ", None, id="body"),
]


@pytest.mark.parametrize(("subject", "body", "urgency"), MENTIONS)
def test_a_mail_may_name_the_letter_that_it_brings(subject, body, urgency):
    found = found_in(body, subject=subject)

    assert found.number is not None
    assert "สม 9902/ว 18" == found.number.text
    assert urgency == (found.urgency and found.urgency.level)


def test_a_letter_whose_number_was_lost_keeps_what_is_left():
    found = found_in(letter("ด่วน").replace("ที่ สม ๙๙๐๒/ว ๑๗", "ท สน ~~/"))

    assert found.number is None
    assert found.agency is not None
    assert found.subject is not None
    assert found.urgency is not None


def test_a_day_that_no_calendar_has_is_no_date():
    found = found_in(letter().replace("๓ พฤศจิกายน", "๓๑ พฤศจิกายน"))

    assert found.date is None
