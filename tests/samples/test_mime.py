"""Sample mails are written as mail programs really write them."""

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.header import decode_header, make_header

import pytest

from samples.letter import Enclosure, Hop, Letter, Naming, Transfer
from samples.mime import composed, encoded

WHEN = datetime(2026, 11, 16, 2, 30, tzinfo=UTC)
LONG = "ขอแจ้งเปลี่ยนแปลงข้อเท็จจริงนายจ้าง กรณีย้ายที่ตั้งสำนักงานใหญ่ของบริษัท"

SUBJECTS = [
    pytest.param("Change of hospital", "Change of hospital", id="plain English stays as it is"),
    pytest.param(LONG, LONG, id="long Thai is cut between characters"),
    pytest.param(
        "ตอบ {{REFERENCE of=a-b}}", "ตอบ {{REFERENCE of=a-b}}", id="a placeholder stays legible"
    ),
]


def a_letter(**changes):
    given = {
        "address": "a@mail.example",
        "to": ("saraban@sso.go.th",),
        "subject": "เรื่อง",
        "written_at": WHEN,
        "message_id": "<1@mail.example>",
        "text": "สวัสดีครับ\n",
        "hop": Hop(server="mx.mail.example", address="192.0.2.1", queue_id="A1", at=WHEN),
        "boundary": "edge",
    }
    return Letter.model_validate(given | changes)


@pytest.mark.parametrize(("subject", "read"), SUBJECTS)
def test_a_subject_is_read_as_it_was_written(subject, read):
    written = encoded(subject)

    assert read == str(make_header(decode_header(written.replace("\r\n", ""))))
    assert all(len(line) < 100 for line in written.split("\r\n"))
    assert ("{{" in subject) == ("{{REFERENCE of=a-b}}" in written)


@pytest.mark.parametrize("transfer", list(Transfer))
@pytest.mark.parametrize("charset", ["utf-8", "tis-620"])
def test_a_body_is_read_as_it_was_written(transfer, charset):
    mail = message_from_bytes(
        composed(a_letter(transfer=transfer, charset=charset), {}), policy=policy.default
    )

    assert "สวัสดีครับ" == mail.get_content().strip()


@pytest.mark.parametrize("naming", [Naming.RFC2231, Naming.ENCODED_WORD])
def test_a_thai_file_name_is_read_as_it_was_written(naming):
    enclosure = Enclosure(drawn="x", name="หนังสือ.pdf", kind="application/pdf", naming=naming)
    mail = message_from_bytes(
        composed(a_letter(enclosures=(enclosure,)), {"x": b"%PDF"}), policy=policy.default
    )
    attached = list(mail.iter_attachments())

    assert [("หนังสือ.pdf", b"%PDF")] == [
        (part.get_filename(), part.get_payload(decode=True)) for part in attached
    ]


def test_a_torn_mail_stops_in_the_middle():
    enclosure = Enclosure(drawn="x", name="a.jpg", kind="image/jpeg", cut=3)
    written = composed(a_letter(enclosures=(enclosure,), torn=True), {"x": b"abcdef"})

    assert written.endswith(b"YWJj\r\n\r\n")
    assert b"--edge--" not in written
