"""Damaged text is told from writing, so that another reader is asked."""

import pytest

from functions.intake.reading.likeness import likeness

GOOD = "สำนักงานประกันสังคมจังหวัดเชียงใหม่ ขอรับประโยชน์ทดแทน จำนวน 1 ฉบับ"
TEXTS = [
    pytest.param(GOOD, True, id="Thai"),
    pytest.param("Request for maternity benefit, form SSO 2-01", True, id="English"),
    pytest.param("น้ํา และ คําขอ", True, id="sara am in two signs"),
    pytest.param("ที่อยู่ ๙๙/๙ โทร. ๐๘๑-๐๐๐-๐๐๐๐", True, id="Thai digits"),
    pytest.param("ประจ\ufffdาปีงบประมาณ ส\ufffdานักงาน", False, id="sara am lost"),
    pytest.param("ส ำนักงำน ค ำขอ", False, id="sara am torn off"),
    pytest.param("กำรประกันสังคมและควำมปลอดภัยในกำรทำงำน", False, id="sara am for sara aa"),
    pytest.param("สานักงาน จานวนบุตร คาขอ", False, id="sara aa for sara am"),
    pytest.param("สงเคราะห\nบุตร่์ ชัน้ ่้", False, id="marks at the end of the line"),
    pytest.param("\uf70a\uf712\uf70e\uf702", False, id="private signs of old fonts"),
    pytest.param("\x01\x02\x03\x04 \x05", False, id="control characters"),
]


@pytest.mark.parametrize(("text", "good"), TEXTS)
def test_likeness(text, good):
    assert good is (likeness(text) >= 0.98)


def test_nothing_is_no_writing():
    assert 0 == likeness(" \n")
