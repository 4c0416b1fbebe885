"""Mails without a picture in them, as people's mail programs write them. Invented."""

from base64 import b64encode
from collections.abc import Iterator, Mapping
from html import escape
from quopri import encodestring
from textwrap import wrap

from benchmarks.reading_bench.drawn import Font, pdf
from benchmarks.reading_bench.sheets import Letter, Sheet, some_letters

PLAIN, HTML, WITH_PDF = "plain", "HTML", "with a text PDF"
KINDS = (PLAIN, HTML, WITH_PDF)
_FONT = Font("Sarabun", 400)
_QUOTED_LINES = 30
_STYLES = "\n".join(
    f"p.MsoNormal{n}, li.MsoNormal{n}, div.MsoNormal{n} {{margin:0cm; font-size:11.0pt; "
    f'font-family:"Calibri",sans-serif; mso-style-priority:{n};}}'
    for n in range(60)
)
"""Office programs send their whole style sheet with every mail."""
_CODECS = {"utf-8": "utf-8", "tis-620": "tis-620", "windows-874": "cp874"}


def mails(kind: str, count: int, seed: int) -> Iterator[bytes]:
    """``count`` different mails of one kind, in several charsets and encodings."""
    number = 0
    while number < count:
        for letter in some_letters(seed + number)[: count - number]:
            yield _mail(kind, letter, number)
            number += 1


def _mail(kind: str, letter: Letter, number: int) -> bytes:
    charset = tuple(_CODECS)[number % len(_CODECS)]
    text = _words(letter, number)
    plain = _part("text/plain", charset, text, base64=number % 2 == 0)
    if kind == PLAIN:
        return _head(letter, number) + plain
    if kind == HTML:
        html = _part("text/html", charset, _page(text), base64=number % 4 == 0)
        return _head(letter, number) + _several("alternative", plain, html)
    form = _pdf_part(letter.sheets[: 1 + number % 3])
    return _head(letter, number) + _several("mixed", plain, form)


def _words(letter: Letter, number: int) -> str:
    """What the sender says, and half of the time the mail that he answers, quoted."""
    said = "\n".join((letter.text, *(sheet.text for sheet in letter.sheets[:2])))
    quoted = (f"> {line}" for line in said.splitlines()[:_QUOTED_LINES])
    return "\n".join((said, *(quoted if number % 2 else ())))


def _page(text: str) -> str:
    lines = map(escape, text.split("\n"))
    rows = "".join(f'<p class="MsoNormal1">{line}<o:p></o:p></p>' for line in lines)
    return f"<html><head><style>{_STYLES}</style></head><body><div>{rows}</div></body></html>"


def _head(letter: Letter, number: int) -> bytes:
    subject = b64encode(letter.subject.encode()).decode()
    return (
        f"Received: from mx.mail.example ([192.0.2.1]) by inbound.example; {number}\r\n"
        f"From: sender{number} <sender{number}@mail.example>\r\n"
        f"To: saraban@sso.go.th\r\nSubject: =?utf-8?B?{subject}?=\r\n"
        f"Message-ID: <{letter.name}-{number}@mail.example>\r\n"
        "Date: Fri, 20 Nov 2026 10:15:00 +0700\r\nMIME-Version: 1.0\r\n"
    ).encode()


def _part(kind: str, charset: str, text: str, *, base64: bool) -> bytes:
    content = text.replace("\n", "\r\n").encode(_CODECS[charset], "replace")
    encoding = "base64" if base64 else "quoted-printable"
    body = _lines(content) if base64 else encodestring(content)
    fields = {"Content-Type": f"{kind}; charset={charset}", "Content-Transfer-Encoding": encoding}
    return _fields(fields) + body


def _pdf_part(sheets: tuple[Sheet, ...]) -> bytes:
    fields = {
        "Content-Type": 'application/pdf; name="form.pdf"',
        "Content-Disposition": 'attachment; filename="form.pdf"',
        "Content-Transfer-Encoding": "base64",
    }
    return _fields(fields) + _lines(pdf(sheets, _FONT))


def _several(kind: str, *parts: bytes) -> bytes:
    between = b"".join(b"--between\r\n" + part + b"\r\n" for part in parts)
    head = _fields({"Content-Type": f'multipart/{kind}; boundary="between"'})
    return head + between + b"--between--\r\n"


def _fields(fields: Mapping[str, str]) -> bytes:
    return "".join(f"{name}: {value}\r\n" for name, value in fields.items()).encode() + b"\r\n"


def _lines(content: bytes) -> bytes:
    return "\r\n".join(wrap(b64encode(content).decode(), 76)).encode() + b"\r\n"
