"""A Thai name or subject comes back letter by letter, however an old program wrote it."""

from base64 import b64encode
from collections.abc import Callable
from functools import partial
from itertools import product
from quopri import encodestring
from urllib.parse import quote

import pytest

from functions.intake.mail import parse_mail
from functions.intake.reading.charsets import decode
from shared.model.submission import Role

SUBJECT = "ขอรับประโยชน์ทดแทนกรณีคลอดบุตร น้ำฝน"
SENDER = "ศรีสุดา ตัวอย่างทรัพย์"
FILE = "สำเนาสูติบัตร ฉบับที่ ๒.txt"
BODY = "เรียน เจ้าหน้าที่\nขอส่งเอกสารเพิ่มเติมตามที่แจ้งไว้ค่ะ ฟ้าใส ปั้นจั่น\n"

CHARSETS = {
    "windows-874": "cp874",
    "x-windows-874": "cp874",
    "cp874": "cp874",
    "tis-620": "tis-620",
    "TIS620": "tis-620",
    "iso-8859-11": "iso8859-11",
    "utf-8": "utf-8",
    "utf-16be": "utf-16-be",
}


def b_words(text: str, charset: str, codec: str, size: int = 30) -> bytes:
    """RFC 2047 in base64, cut every ``size`` bytes: inside characters too."""
    raw = text.encode(codec)
    cut = (raw[n : n + size] for n in range(0, len(raw), size))
    return b"\r\n ".join(b"=?%s?B?%s?=" % (charset.encode(), b64encode(each)) for each in cut)


def q_words(text: str, charset: str, codec: str) -> bytes:
    """RFC 2047 as quoted-printable, seven bytes to a word."""
    raw = text.encode(codec)
    cut = (raw[n : n + 7] for n in range(0, len(raw), 7))
    return b" ".join(
        b"=?%s?Q?%s?=" % (charset.encode(), "".join(f"={one:02X}" for one in each).encode())
        for each in cut
    )


def quoted(text: str, charset: str, codec: str) -> bytes:
    """Eight bits as they are, in quotes: no charset is named."""
    del charset
    return b'"%s"' % text.encode(codec)


def one_word(text: str, charset: str, codec: str) -> bytes:
    """RFC 2047 where RFC 2231 belongs, in quotes, as Outlook and Gmail write file names."""
    return b'"=?%s?B?%s?="' % (charset.encode(), b64encode(text.encode(codec)))


def pieces(text: str, charset: str, codec: str) -> bytes:
    """RFC 2231 in numbered pieces of six bytes: characters are cut in two."""
    raw = text.encode(codec)
    cut = [quote(raw[n : n + 6], safe="").encode() for n in range(0, len(raw), 6)]
    lead = b"%s'th'" % charset.encode()
    return b";\r\n ".join(
        b"filename*%d*=%s%s" % (n, b"" if n else lead, each) for n, each in enumerate(cut)
    )


NAMES: dict[str, Callable[[str, str, str], bytes]] = {
    "base64 words": b_words,
    "base64 words cut inside characters": partial(b_words, size=7),
    "quoted-printable words": q_words,
}
FILE_NAMES: dict[str, Callable[[str, str, str], bytes]] = {
    "RFC 2231": lambda text, charset, codec: (
        b"filename*=%s''%s" % (charset.encode(), quote(text.encode(codec)).encode())
    ),
    "RFC 2231 in pieces": pieces,
    "an encoded word in quotes": lambda *a: b"filename=" + one_word(*a),
    "eight bits in quotes": lambda *a: b"filename=" + quoted(*a),
}


BODIES = {
    "8bit": lambda raw: raw,
    "base64": b64encode,
    "quoted-printable": encodestring,
}

WIDE = "utf-16be"
"""Its bytes hold zeros and line ends: sent raw, no lines can be found in it, and in quotes, where
no charset is named, nobody can read it. No program sends it so."""
SENT = [one for one in product(CHARSETS, BODIES) if one != (WIDE, "8bit")]
NAMED = [one for one in product(CHARSETS, FILE_NAMES) if one != (WIDE, "eight bits in quotes")]


def mail(subject: bytes, sender: bytes, file: bytes, charset: str, transfer: str) -> bytes:
    """A mail with a text and one file."""
    body = BODIES[transfer](BODY.encode(CHARSETS[charset]))
    return b"\r\n".join(
        (
            b"From: %s <a@mail.example>" % sender,
            b"Subject: " + subject,
            b"Content-Type: multipart/mixed; boundary=x",
            b"",
            b"--x",
            b"Content-Type: text/plain; charset=" + charset.encode(),
            b"Content-Transfer-Encoding: " + transfer.encode(),
            b"",
            body,
            b"--x",
            b"Content-Type: application/octet-stream",
            b"Content-Disposition: attachment;\r\n " + file,
            b"",
            b"file",
            b"--x--",
        )
    )


@pytest.mark.parametrize("written", NAMES)
@pytest.mark.parametrize(("charset", "transfer"), SENT)
def test_names_subjects_and_bodies_come_back(charset, written, transfer):
    write, codec = NAMES[written], CHARSETS[charset]
    letter = parse_mail(
        mail(
            write(SUBJECT, charset, codec),
            write(SENDER, charset, codec),
            b"filename=a.txt",
            charset,
            transfer,
        )
    )

    assert SUBJECT == letter.subject
    assert letter.sender
    assert SENDER == letter.sender.name
    [body] = [part for part in letter.parts if part.role is Role.BODY]
    assert BODY.split() == decode(body.content, body.charset).split()


@pytest.mark.parametrize(("charset", "written"), NAMED)
def test_file_names_come_back(charset, written):
    file = FILE_NAMES[written](FILE, charset, CHARSETS[charset])
    letter = parse_mail(mail(b"x", b"x", file, charset, "base64"))

    assert [FILE] == [part.name for part in letter.parts if part.role is Role.ATTACHMENT]


@pytest.mark.parametrize("codec", ["cp874", "tis-620", "utf-8"])
def test_undeclared_eight_bits_in_headers_come_back(codec):
    raw = mail(SUBJECT.encode(codec), SENDER.encode(codec), b"filename=a.txt", "cp874", "8bit")
    letter = parse_mail(raw)

    assert SUBJECT == letter.subject
    assert letter.sender
    assert SENDER == letter.sender.name
