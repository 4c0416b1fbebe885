"""What is inside a file is a document of its own, and what stays inside is counted."""

from base64 import encodebytes
from hashlib import sha256
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

from functions.intake.opened import Piece
from functions.intake.reading.kinds import Kind
from functions.intake.reading.reader import read
from functions.intake.reading.refusals import Refusal
from functions.intake.reading.room import MOST_DEPTH, MOST_MEMBERS, MOST_UNPACKED, Room
from functions.intake.unfolding import unfolded
from shared.model.submission import Role
from tests.intake.made_archives import (
    LOCKED,
    gzipped,
    rar,
    seven_zip,
    tarred,
    unicode_path,
    zipped,
    zipped_with_raw_name,
)
from tests.intake.made_ole import message, msg
from tests.intake.made_sealed import encrypted, signed
from tests.intake.made_tnef import tnef
from tests.intake.test_old_office import DOCUMENTS

FORM = b"a form"
NAME = "หนังสือรับรอง.txt"
RAW = NAME.encode("cp874")
SUBJECT, BODY, SENDER, ADDRESS, LONG_NAME, SHOWN_NAME, FILE, HTML, CONTENT_ID = (
    0x0037, 0x1000, 0x0C1A, 0x5D01, 0x3707, 0x3001, 0x3701, 0x1013, 0x3712,
)  # fmt: skip


def found_in(name: str, content: bytes, room: Room | None = None) -> tuple[Piece, ...]:
    return unfolded([Piece(Role.ATTACHMENT, name, content)], room)


def pdf_with(name: str, content: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(DOCUMENTS / "letter.pdf"))
    writer.add_attachment(name, content)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def pdf_with_a_paper_clip(name: str, content: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(DOCUMENTS / "letter.pdf"))
    writer.add_attachment(name, content)
    [clipped] = [each.pdf_object for each in writer.attachment_list]
    del writer.root_object["/Names"]
    note = DictionaryObject({
        NameObject("/Subtype"): NameObject("/FileAttachment"),
        NameObject("/FS"): clipped,
        NameObject("/Contents"): TextStringObject(""),
    })  # fmt: skip
    writer.pages[0][NameObject("/Annots")] = ArrayObject([note])
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def mail_with(name: str, content: bytes) -> bytes:
    return (
        b"From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\n"
        b'Content-Type: application/octet-stream\nContent-Disposition: attachment; filename="%s"\n'
        b"Content-Transfer-Encoding: base64\n\n%s" % (name.encode(), encodebytes(content))
    )


HOLDERS = [
    pytest.param("a.zip", zipped({NAME: FORM}), id="zip"),
    pytest.param("a.zip", zipped_with_raw_name(RAW, FORM), id="zip with a Thai name of Windows"),
    pytest.param(
        "a.zip",
        zipped_with_raw_name(b"\x82.txt", FORM, extra=unicode_path(b"\x82.txt", NAME)),
        id="zip with its name in an extra field",
    ),
    pytest.param("a.zip", zipped({f"../../etc/{NAME}": FORM}), id="zip with a path"),
    pytest.param("a.zip", zipped({"__MACOSX/._x": b"x", NAME: FORM}), id="zip made on a Mac"),
    pytest.param("a.tar", tarred({NAME: FORM}), id="tar"),
    pytest.param("a.tgz", gzipped(tarred({NAME: FORM})), id="compressed tar"),
    pytest.param(f"{NAME}.gz", gzipped(FORM), id="gzip"),
    pytest.param("a.7z", seven_zip(NAME, FORM), id="7z"),
    pytest.param("a.rar", rar(NAME, FORM), id="RAR, stored"),
    pytest.param("a.pdf", pdf_with(NAME, FORM), id="PDF with a file"),
    pytest.param("a.pdf", pdf_with_a_paper_clip(NAME, FORM), id="PDF with a file on a page"),
    pytest.param("a.eml", mail_with(NAME, FORM), id="mail"),
    pytest.param("a.msg", msg({BODY: "x"}, {LONG_NAME: NAME, FILE: FORM}), id="Outlook mail"),
    pytest.param("winmail.dat", tnef({BODY: "x"}, (NAME, FORM)), id="winmail.dat"),
    pytest.param(f"{NAME}.p7m", signed(FORM), id="a signed file"),
]


@pytest.mark.parametrize(("name", "content"), HOLDERS)
def test_a_file_inside_a_file_is_a_document(name, content):
    outer, inner = found_in(name, content)

    assert (content, 0) == (outer.content, outer.left_out)
    assert (NAME, FORM, Role.ATTACHMENT) == (inner.name, inner.content, inner.role)
    assert f"“{name}”" in (inner.note or "")


CLOSED = [
    pytest.param(zipped_with_raw_name(b"a.txt", FORM, LOCKED), "password", id="a locked zip"),
    pytest.param(rar("a.txt", FORM, 0x33), "archive", id="a packed RAR"),
    pytest.param(rar("a.txt", FORM, flags=0x04), "password", id="a locked RAR"),
    pytest.param(zipped({"0": bytes(MOST_UNPACKED + 1)}), "bomb", id="a zip bomb"),
    pytest.param(gzipped(bytes(MOST_UNPACKED + 1)), "bomb", id="a gzip bomb"),
    pytest.param(b"PK\x03\x04" + bytes(100), "corrupt", id="a broken zip"),
    pytest.param(gzipped(FORM)[:6], "corrupt", id="a gzip cut off"),
    pytest.param(b"\x28\xb5\x2f\xfd" + bytes(20), "archive", id="zstandard"),
]


@pytest.mark.parametrize(("content", "refusal"), CLOSED)
def test_what_stays_closed_is_a_document_that_says_why(content, refusal):
    [piece] = found_in("a", content)

    assert refusal == read(piece.content)[1].refusal
    assert piece.left_out
    assert "files inside" in (piece.note or "")


def test_an_archive_is_read_as_the_names_inside_it():
    _, reading = read(zipped({"แบบ/สปส. 2-01.pdf": b"x", "b.txt": b"y"}))

    assert (None, "แบบ/สปส. 2-01.pdf\nb.txt") == (reading.refusal, reading.text)


def test_the_open_half_of_a_half_locked_zip_is_read():
    half = bytearray(zipped({"open.txt": FORM, "locked.txt": b"x"}))
    for head, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        half[half.rindex(head) + flags] |= LOCKED
    outer, inner = found_in("a.zip", bytes(half))

    assert ("open.txt", 1, "password") == (inner.name, outer.left_out, read(bytes(half))[1].refusal)


def test_an_archive_that_contains_itself_is_not_opened(monkeypatch):
    monkeypatch.setattr("functions.intake.reading.archives.opening.holds_itself", lambda *_: True)
    content = zipped({"same.zip": FORM})

    assert [1] == [piece.left_out for piece in found_in("a.zip", content)]
    assert "bomb" == read(content)[1].refusal


def test_archives_nested_beyond_reason_stay_whole():
    content = FORM
    for _ in range(MOST_DEPTH + 3):
        content = zipped({"a.zip": content})
    last = found_in("a.zip", content)[-1]

    assert "nested too deeply" in (last.note or "")
    assert 1 == last.left_out


def test_more_files_than_a_letter_has_are_left_inside_and_counted():
    outer, *inner = found_in("a.zip", zipped({f"{n}.txt": b"x" for n in range(MOST_MEMBERS + 5)}))

    assert (MOST_MEMBERS, 5) == (len(inner), outer.left_out)


def test_the_files_of_a_letter_share_the_room():
    content = zipped({"a.txt": FORM})
    pieces = unfolded([Piece(Role.ATTACHMENT, "a.zip", content)] * 2, Room(members=1))

    assert [0, 0, 1] == [piece.left_out for piece in pieces]


def test_bodies_and_furniture_are_not_opened():
    content = zipped({"a.txt": FORM})
    logo = Piece(Role.ATTACHMENT, "a.zip", content, incidental=True)
    body = Piece(Role.BODY, "body.txt", content)

    assert (logo, body) == unfolded([logo, body])


OUTLOOK = {
    SUBJECT: "ขอรับเงินทดแทน", BODY: "ตามเอกสารแนบ", SENDER: "สมหญิง", ADDRESS: "a@b.example",
}  # fmt: skip
SHOWN = "From: สมหญิง <a@b.example>\nSubject: ขอรับเงินทดแทน\n\nตามเอกสารแนบ"


def in_windows_874(values: dict[int, str]) -> dict[int, bytes]:
    return {tag: text.encode("cp874") for tag, text in values.items()}


MAILS = [
    pytest.param(msg(OUTLOOK), Kind.MSG, id="Outlook"),
    pytest.param(msg(in_windows_874(OUTLOOK), codepage=874), Kind.MSG, id="Outlook before Unicode"),
    pytest.param(tnef(OUTLOOK), Kind.TNEF, id="winmail.dat"),
]


@pytest.mark.parametrize(("content", "kind"), MAILS)
def test_what_outlook_keeps_is_read_like_a_mail(content, kind):
    found, reading = read(content)

    assert (kind, None, SHOWN) == (found, reading.refusal, reading.text)


def test_a_mail_inside_an_outlook_mail_can_be_opened_by_anyone():
    nested = message(OUTLOOK, {LONG_NAME: "ใน.txt", FILE: FORM})
    _, mail, file = found_in("a.msg", msg({}, {SHOWN_NAME: "เดิม", "nested": nested}))

    assert ("เดิม.eml", Kind.EML, SHOWN) == (mail.name, mail.kind, read(mail.content)[1].text)
    assert ("ใน.txt", FORM) == (file.name, file.content)


def test_a_mail_of_outlook_that_only_has_files_names_them():
    assert "Attached: ก.txt" == read(tnef({}, ("ก.txt", FORM)))[1].text


def test_a_logo_in_an_outlook_mail_is_furniture():
    logo = {LONG_NAME: "logo.png", FILE: small_picture(), CONTENT_ID: "1@x"}
    _, piece = found_in("a.msg", msg({HTML: b"<p>a<img src=cid:1@x>"}, logo))

    assert piece.incidental


def small_picture() -> bytes:
    from PIL import Image  # noqa: PLC0415 - only this test draws

    file = BytesIO()
    Image.new("L", (20, 20)).save(file, "PNG")
    return file.getvalue()


def test_an_encrypted_mail_says_so():
    assert "encrypted_mail" == read(encrypted())[1].refusal


def test_a_signature_by_itself_is_no_document_to_read():
    assert "kind_not_read" == read(signed(None))[1].refusal


ICS = (
    "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VTIMEZONE\r\nDTSTART:16010101T000000\r\n"
    "END:VTIMEZONE\r\nBEGIN:VEVENT\r\nSUMMARY:ประชุม\\, ชี้แจง\r\nDTSTART;TZID=Asia/Bangkok:"
    "20260105T093000\r\nORGANIZER;CN=สมชาย:mailto:a@b.example\r\nDESCRIPTION:บรรทัดแรก\\nบรร\r\n"
    " ทัดสอง\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
EVENT = """Method: REQUEST

Subject: ประชุม, ชี้แจง
Begins: 2026-01-05 09:30
Organizer: สมชาย <a@b.example>
Text: บรรทัดแรก
บรรทัดสอง"""


def test_an_invitation_is_read_as_a_person_reads_it():
    kind, reading = read(ICS.encode())

    assert (Kind.CALENDAR, EVENT) == (kind, reading.text)


BEGINNINGS = [
    b"PK\x03\x04", b"7z\xbc\xaf\x27\x1c\x00\x04", b"Rar!\x1a\x07\x00", b"Rar!\x1a\x07\x01\x00",
    b"\x1f\x8b\x08\x00", b"BZh91AY&SY", b"\xfd7zXZ\x00", b"\x78\x9f\x3e\x22",
    bytes.fromhex("308006092a864886f70d010702"), bytes.fromhex("d0cf11e0a1b11ae1"),
    b"%PDF-1.4 /EmbeddedFile", b"{\\rtf1\\ansi", b"\x09\x08\x10\x00\x00\x06\x05\x00",
    b"BEGIN:VCALENDAR\n",
]  # fmt: skip
WHOLE = [
    msg(OUTLOOK, {LONG_NAME: "a", FILE: FORM}), tnef(OUTLOOK, ("a", FORM)), seven_zip("a", FORM),
    rar("a", FORM), zipped({"a": FORM}), tarred({"a": FORM}), signed(FORM), encrypted(),
    gzipped(FORM), pdf_with("a", FORM),
]  # fmt: skip


def damaged(whole: bytes, places: list[tuple[int, int]]) -> bytes:
    broken = bytearray(whole)
    for place, value in places:
        broken[place % len(broken)] = value
    return bytes(broken)


DAMAGE = st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 255)), min_size=1, max_size=6)


@settings(deadline=None, max_examples=300)
@given(
    st.one_of(
        st.builds(bytes.__add__, st.sampled_from(BEGINNINGS), st.binary(max_size=200)),
        st.builds(damaged, st.sampled_from(WHOLE), DAMAGE),
    )
)
def test_no_bytes_make_opening_fail(content):
    first, *_ = found_in("a", content)
    _, reading = read(content)

    assert sha256(content).digest() == sha256(first.content).digest()
    assert reading.refusal is None or Refusal(reading.refusal)
