"""No bytes whatever make intake fail in any but its own named ways."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from functions.intake.identity import mail_id
from functions.intake.mail import parse_mail
from functions.intake.opened import Piece
from functions.intake.reading.kinds import Kind
from functions.intake.reading.ocr import Recognised
from functions.intake.reading.reader import read
from functions.intake.reading.refusals import Refusal
from functions.intake.unfolding import unfolded
from shared.errors import LetterTooLarge
from shared.model.submission import Role


class Blind:
    """An engine that sees nothing, quickly."""

    def recognise(self, page: Image.Image) -> Recognised:
        return Recognised((), ())


HEADER_NAMES = [
    "From", "To", "Subject", "Content-Type", "Content-Transfer-Encoding", "Date",
    "Content-Disposition", "Message-ID", "References", "Auto-Submitted", "X",
]  # fmt: skip
VALUES = [
    b"multipart/mixed; boundary=b", b'multipart/alternative; boundary="b', b"message/rfc822",
    b"text/html; charset=utf-7", b"text/plain; charset*=x'y'%E0", b"multipart/digest",
    b"attachment; filename*0*=''%", b'image/png; name="\xa1\xa2"', b"base64", b"auto-replied",
    b"quoted-printable", b"=?utf-8?B?4Lie?= =?tis-620?Q?=BE?=", b"=?x?q??=", b"<>", b"(((",
    b"a <b@c.example>", b"<@>",
]  # fmt: skip
LINES = st.sampled_from(
    [b"--b", b"--b--", b"", b"--", b"--c", b"<p>cid:x", b"PK\x03\x04", b"%PDF-", b"=E0=", b"4Lie"]
)
HEADERS = st.builds(
    lambda name, value: name.encode() + b": " + value,
    st.sampled_from(HEADER_NAMES),
    st.one_of(st.sampled_from(VALUES), st.binary(max_size=30)),
)
MAILS = st.builds(
    lambda lines, end: end.join(lines),
    st.lists(st.one_of(HEADERS, LINES, st.binary(max_size=20)), max_size=25),
    st.sampled_from([b"\n", b"\r\n", b"\r"]),
)
MAGIC = [
    b"", b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>", b"\xff\xd8\xff\xe0\x00\x10JFIF",
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"II*\x00\x08\x00\x00\x00", b"GIF89a", b"PK\x03\x04",
    b"RIFF\x00\x00\x00\x00WEBPVP8 ", b"<html>", b"From: a\nTo: b\nSubject: c\n\n",
    bytes.fromhex("d0cf11e0a1b11ae1"), b"{\\rtf",
]  # fmt: skip


@settings(deadline=None, max_examples=200)
@given(MAILS)
def test_any_mail_is_taken_apart(raw):
    try:
        mail = parse_mail(raw)
    except LetterTooLarge:
        return
    mail.model_dump_json(exclude={"parts"})
    mail_id(mail)
    assert all(part.name for part in mail.parts)
    assert unfolded([Piece(Role.ATTACHMENT, "x.eml", raw, kind=Kind.EML)])


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(MAGIC), st.binary(max_size=200))
def test_any_document_is_read_or_refused_by_name(magic, rest):
    _, reading = read(magic + rest, engine=Blind)
    reading.model_dump_json()

    assert reading.refusal is None or Refusal(reading.refusal)
