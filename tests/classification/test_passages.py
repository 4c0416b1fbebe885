"""What the sender wrote now decides; what he quotes, and the lawyers' notice, does not."""

import pytest

from shared.classification.passages import Place, passages
from tests.letters import a_letter

NEW = "ขอเปลี่ยนสถานพยาบาลเป็นโรงพยาบาลนครพิงค์ เพราะย้ายมาทำงานที่เชียงใหม่แล้ว กรุณาดำเนินการให้ด้วยค่ะ"
OLD = "ขอเบิกค่าคลอดบุตร"
GMAIL = "เมื่อ พ. 18 พ.ย. 2026 เวลา 10:15 สมชาย ตัวอย่าง <somchai@mail.example> เขียนว่า:\n> "
FORWARD = "---------- Forwarded message ---------\nFrom: ก <a@mail.example>\nDate: 18/11/2569\n\n"
NOTICE = (
    "CONFIDENTIALITY NOTICE: this e-mail is confidential and intended only for the "
    "addressee. If you are not the intended recipient, please delete it."
)

BODIES = [
    pytest.param(f"{NEW}\n\n{GMAIL}{OLD}", {NEW: Place.OWN, OLD: Place.QUOTED}, id="an answer"),
    pytest.param(
        f"รบกวนด้วยค่ะ\n\n{GMAIL}{OLD}", {OLD: Place.FORWARDED}, id="an answer that says nothing"
    ),
    pytest.param(
        f"{NEW}\n\n{FORWARD}{OLD}", {NEW: Place.OWN, OLD: Place.FORWARDED}, id="passed on"
    ),
    pytest.param(f"{NEW}\n\n{NOTICE}", {NEW: Place.OWN, "addressee": None}, id="a notice"),
    pytest.param(
        f"{NEW}\n\nขอแสดงความนับถือ\nโรงพยาบาลตัวอย่าง",
        {NEW: Place.OWN, "โรงพยาบาลตัวอย่าง": Place.OWN},
        id="who signs counts",
    ),
]


@pytest.mark.parametrize(("body", "places"), BODIES)
def test_words_count_by_whose_they_are(body, places):
    found = [each for each in passages(a_letter(body)) if each.document == 1]

    for words, place in places.items():
        assert {each.place for each in found if words in each.folded.original} == (
            {place} if place else set()
        )


@pytest.mark.parametrize("body", [each.values[0] for each in BODIES])
def test_evidence_points_into_the_body_as_it_was_written(body):
    for each in passages(a_letter(body)):
        if each.document == 1:
            end = each.offset + len(each.folded.original)
            assert body[each.offset : end] == each.folded.original
