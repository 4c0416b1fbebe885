"""Phrases are found where a reader would see them, and nowhere else."""

import pytest

from shared.thai.folding import fold
from shared.thai.phrases import PhraseTable

TABLE = PhraseTable(
    (phrase, phrase)
    for phrase in (
        "ม.40",
        "432",
        "สวน",
        "สงเคราะห์บุตร",
        "เปลี่ยน…โรงพยาบาล",
        "ขาด…ข้อ",
        "pension",
        "paralys*",
    )
)

FOUND = [
    pytest.param("ส่ง ม. ๔๐ อยู่ค่ะ", ["ม.40"], id="through spaces and Thai digits"),
    pytest.param("เดือนละ432บาท", ["432"], id="a number glued to Thai letters"),
    pytest.param("เลขที่ 14321", [], id="not inside a longer number"),
    pytest.param("ม.400", [], id="not at the start of a longer number"),
    pytest.param("มีสวนยาง", ["สวน"], id="a short word as written"),
    pytest.param("ส่วนลด", [], id="a short word with other tone marks is another word"),
    pytest.param("สงเคราะหบุตธ", ["สงเคราะห์บุตร"], id="a long word misread by a scanner"),
    pytest.param("เปลี่ยนจาก รพ. ก เป็นโรงพยาบาล ข", ["เปลี่ยน…โรงพยาบาล"], id="across a gap"),
    pytest.param("เปลี่ยนชื่อแล้วค่ะ ส่วนเรื่องที่คุณแม่ถามไว้เมื่อเดือนก่อน โรงพยาบาลโทรมา", [], id="gap too wide"),
    pytest.param("ขาดอะไรไหม\nขอบคุณ", [], id="no gap across a line's end"),
    pytest.param("นิ้วขาดสองข้อ", ["ขาด…ข้อ"], id="the short tail with its tone mark"),
    pytest.param("my Pension please", ["pension"], id="English in any case"),
    pytest.param("suspensions", [], id="not inside an English word"),
    pytest.param("he is paralysed", ["paralys*"], id="a beginning may go on"),
]


@pytest.mark.parametrize(("text", "phrases"), FOUND)
def test_find(text, phrases):
    assert phrases == [hit.value for hit in TABLE.find(fold(text))]


def test_a_likeness_says_that_it_is_one():
    exact, alike = (next(TABLE.find(fold(t))).exact for t in ("สงเคราะห์บุตร", "สงเคราะห์บุตธ"))

    assert (exact, alike) == (True, False)


def test_one_phrase_may_stand_for_several_things():
    table = PhraseTable([("เงินไม่พึงชำระ", "alive"), ("เงินไม่พึงชำระ", "dead")])

    assert ["alive", "dead"] == [hit.value for hit in table.find(fold("เงินไม่พึงชำระ"))]


def test_a_phrase_of_one_letter_is_refused():
    with pytest.raises(ValueError, match="too short"):
        PhraseTable([("ก", 1)])
