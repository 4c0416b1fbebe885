"""The clerk sees at once what a hospital's request for a user name fails in, and by which rule."""

import pytest

from shared.classification.passages import passages
from shared.correspondence.hospital import FAILINGS, failings
from shared.model.submission import Role, Sender
from tests.letters import a_document, a_letter

NOTES = (
    "- หมายเหตุ :\n๑. ส่งหนังสือลงนามผู้อำนวยการสถานพยาบาลหลัก (Main contractor) โดย scan นามสกุล .pdf\n"
    "๔. กรณีสถานพยาบาลเครือข่ายให้ขอ User ผ่านสถานพยาบาลหลัก (Main contractor)"
)


def form(network: str = ".....", mail: str = "sso@tuayang.example", signed: str = "ลงชื่อ") -> str:
    """The form, filled in by a hospital that is plainly invented."""
    return (
        "แบบขอใช้บริการระบบตรวจสอบการใช้สิทธิรักษาพยาบาล\n๓. ชื่อสถานพยาบาล โรงพยาบาลตัวอย่าง\n"
        f"๔. ชื่อสถานพยาบาลเครือข่าย {network} จังหวัด..... รหัส ๗ หลัก\n"
        f"๖. หมายเลขโทรศัพท์ 0 0000 0000 E-mail Address {mail}\n"
        "(ไม่อนุญาตให้ใช้ Yahoo.com หรือ Yahoo.co.th)\n"
        f"{signed}\n(นายแพทย์สมมุติ ตัวอย่าง)\nผู้อำนวยการโรงพยาบาล\n{NOTES}"
    )


COVER = (
    "เรียน เลขาธิการ\nโรงพยาบาลตัวอย่างขอส่งแบบของคลินิกสมมติ\nขอแสดงความนับถือ\n"
    "(นายแพทย์สมมุติ ตัวอย่าง)\nผู้อำนวยการโรงพยาบาลตัวอย่าง"
)


def asked(
    *enclosed: str, body: str = "ขอ user", kind: str = "pdf", sender: str = "a@tuayang.example"
):
    """What a request fails in whose enclosures have these texts."""
    letter = a_letter(body, *enclosed, sender=Sender(address=sender))
    documents = tuple(
        document
        if document.role is Role.BODY
        else a_document(document.number, role=Role.ATTACHMENT, kind=kind)
        for document in letter.submission.documents
    )
    submission = letter.submission.model_copy(update={"documents": documents})
    letter = letter.model_copy(update={"submission": submission})
    return failings(letter, passages(letter))


REQUESTS = [
    pytest.param(asked(form()), (), id="all in order"),
    pytest.param(asked(form(), kind="jpeg"), ("not_a_pdf",), id="a photo"),
    pytest.param(asked(), ("not_a_pdf", "no_directors_signature"), id="nothing enclosed"),
    pytest.param(asked(form(signed="ผู้ขอ")), ("no_directors_signature",), id="nobody signed"),
    pytest.param(asked(form(mail="lek@yahoo.co.th")), ("yahoo_address",), id="yahoo on the form"),
    pytest.param(asked(form(), sender="lek@yahoo.com"), ("yahoo_address",), id="yahoo as sender"),
    pytest.param(asked(form(mail="lek@yahoo.community.example")), (), id="only looks like yahoo"),
    pytest.param(
        asked(form("คลินิกสมมติ")), ("not_through_main_contractor",), id="a network clinic alone"
    ),
    pytest.param(asked(form("คลินิกสมมติ"), COVER), (), id="with its main contractor's letter"),
    pytest.param(
        asked(form(), body="เราเป็นคลินิกเครือข่ายค่ะ ขอ user"),
        ("not_through_main_contractor",),
        id="a network clinic that says so",
    ),
]


@pytest.mark.parametrize(("found", "names"), REQUESTS)
def test_what_a_request_fails_in_is_listed(found, names):
    assert names == found


@pytest.mark.parametrize("failing", FAILINGS.values(), ids=FAILINGS)
def test_every_finding_names_its_rule_in_both_languages(failing):
    assert "5 ธันวาคม 2560" in failing.source
    assert any(rule in failing.source for rule in ("หมายเหตุ", "ข้อ"))
    assert failing.th
    assert failing.en
