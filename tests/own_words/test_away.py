"""A mail program that answers without saying so is known by its words; a person is not."""

import pytest

from shared.own_words.away import says_away

TEXTS = [
    pytest.param("ขณะนี้ข้าพเจ้าไม่อยู่สำนักงาน จะกลับมาวันที่ 10 สิงหาคม", True, id="Thai, away"),
    pytest.param("ขณะนี้ผมอยู่ระหว่างลาพักผ่อน หากมีเรื่องด่วนโปรดติดต่อ", True, id="Thai, on leave"),
    pytest.param("ข้อความนี้เป็นการตอบกลับอัตโนมัติ ขอบคุณที่ติดต่อเรา", True, id="Thai, it says so"),
    pytest.param("ตอบกลับอัตโนมัติ\nดิฉันไม่อยู่ถึงวันจันทร์", True, id="Thai, a heading"),
    pytest.param("ดิฉันจะติดต่อกลับท่านเมื่อกลับจากไปราชการ", True, id="Thai, will answer later"),
    pytest.param("I am currently out of the office until Monday.", True, id="English"),
    pytest.param("This is an automated message. Your ticket is 4711.", True, id="a ticket system"),
    pytest.param("Thank you for your email. We will get back to you soon.", True, id="a help desk"),
    pytest.param("ขอส่งเอกสารเพิ่มเติมตามที่แจ้ง", False, id="more documents"),
    pytest.param("ผมลาป่วยตั้งแต่วันที่ 3 ขอเบิกเงินทดแทนการขาดรายได้", False, id="about sick leave"),
    pytest.param("ขณะนี้ดิฉันลาป่วย ขอส่งใบรับรองแพทย์เพิ่มเติม", False, id="now on sick leave"),
    pytest.param("ดิฉันลาคลอดวันที่ 1 ธันวาคม ขอรับเงินค่าคลอดบุตร", False, id="about childbirth"),
    pytest.param("ได้รับข้อความแล้ว ขอบคุณค่ะ", False, id="thanks"),
    pytest.param("I was on leave when the accident happened.", False, id="English, about leave"),
    pytest.param("", False, id="nothing"),
    pytest.param("ก" * 400 + "ขณะนี้ข้าพเจ้าไม่อยู่สำนักงาน", False, id="far below the beginning"),
]


@pytest.mark.parametrize(("text", "away"), TEXTS)
def test_an_automatic_reply_is_known_by_how_it_begins(text, away):
    assert away == says_away(text)
