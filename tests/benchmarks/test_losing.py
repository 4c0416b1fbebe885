"""Nothing that Python's own parser shows of a mail may be missing from what we read of it."""

from base64 import b64encode
from hashlib import sha256

import pytest

from benchmarks.reading_bench.losing import Lost, compared, signs
from shared.model.reading import Page, Reading, Source
from shared.model.submission import ReadLetter, Role
from tests.letters import a_document, a_letter

HEAD = b"From: somchai@mail.example\nMIME-Version: 1.0\n"
THAI = "ขอส่งเอกสารกรณีคลอดบุตร"


def a_part(kind: str, content: bytes, *fields: str) -> bytes:
    head = "\n".join((f"Content-Type: {kind}", *fields))
    return head.encode() + b"\n\n" + content


def a_mail(*parts: bytes) -> bytes:
    inside = b"".join(b"--cut\n" + part + b"\n" for part in parts)
    return HEAD + b"Content-Type: multipart/mixed; boundary=cut\n\n" + inside + b"--cut--\n"


PLAIN = HEAD + a_part("text/plain; charset=utf-8", f"เรียน เจ้าหน้าที่\n{THAI}\n".encode())
HTML = HEAD + a_part(
    "text/html; charset=utf-8",
    f"<style>p {{}}</style><table><tr><td>{THAI}</td><td>ค<b>่</b>ะ</td></tr></table>".encode(),
)
WRONG_LABEL = HEAD + a_part("text/plain; charset=iso-8859-1", THAI.encode("cp874"))
BROKEN = HEAD + a_part("multipart/mixed; boundary=nowhere", b"text without a boundary")
PDF = b64encode(b"%PDF-1.4 ...")
FILE = a_mail(a_part("application/pdf", PDF, "Content-Transfer-Encoding: base64"))
UUENCODED = HEAD + a_part("text/plain", b"begin 644 a.txt\n#0V%T\nend\n")

READ = [
    pytest.param(PLAIN, f"เรียน   เจ้าหน้าที่ {THAI}", (), id="all lines there, spaces apart"),
    pytest.param(PLAIN, "เรียน เจ้าหน้าที่", ((1, 0.6),), id="a line missing"),
    pytest.param(HTML, f"{THAI}  ค่ะ", (), id="what an HTML page shows"),
    pytest.param(HTML, THAI, ((1, 0.1),), id="a cell of an HTML page missing"),
    pytest.param(WRONG_LABEL, THAI, (), id="Thai under the label of Latin-1, read as Thai"),
    pytest.param(WRONG_LABEL, "", ((1, 1.0),), id="the same, lost"),
    pytest.param(BROKEN, "", (), id="Python shows no part without a boundary"),
    pytest.param(FILE, "", ((2, 1.0),), id="an attachment that is no document"),
    pytest.param(UUENCODED, "", ((1, 1.0),), id="a file in the text that is no document"),
    pytest.param(HEAD + b"\n", "", (), id="an empty mail"),
]


@pytest.mark.parametrize(("raw", "read", "lost"), READ)
def test_what_is_missing_is_found(raw, read, lost):
    found = compared(raw, a_letter(read)).lost

    assert lost == tuple((each.part, round(each.share, 1)) for each in found)


def test_another_charset_than_the_declared_is_counted():
    assert (1, 1) == (
        compared(WRONG_LABEL, a_letter(THAI)).shown,
        compared(WRONG_LABEL, a_letter(THAI)).recoded,
    )


def a_letter_with(content: bytes, reading: Reading) -> ReadLetter:
    document = a_document(1, role=Role.ATTACHMENT, sha256=sha256(content).hexdigest())
    letter = a_letter("")
    submission = letter.submission.model_copy(update={"documents": (document,)})
    return letter.model_copy(update={"submission": submission, "readings": (reading,)})


@pytest.mark.parametrize(
    ("raw", "content"),
    [pytest.param(FILE, b"%PDF-1.4 ...", id="attached"),
     pytest.param(UUENCODED, b"Cat", id="written into the text")],
)  # fmt: skip
def test_a_file_is_there_when_a_document_has_its_bytes(raw, content):
    page = Page(text="", source=Source.NONE, legibility=1)

    assert () == compared(raw, a_letter_with(content, Reading(pages=(page,)))).lost


def test_a_text_refused_by_name_is_not_lost():
    raw = HEAD + a_part("text/plain", b"\x01\x02 no text")

    assert () == compared(raw, a_letter_with(b"\x01\x02 no text", Reading(refusal="corrupt"))).lost


def test_a_mail_too_deep_for_python_is_compared_with_nothing():
    inside = b"end"
    for depth in range(2000):
        head = f"Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n"
        inside = head.encode() + inside

    assert 0 == compared(HEAD + inside, a_letter("")).shown


def test_a_part_is_named_by_place_and_type():
    assert (Lost(1, "text/html", 1.0),) == compared(HTML, a_letter("")).lost


def test_signs_are_letters_and_digits_alone():
    assert "abc12ก" == signs(" AbC – 1.2_ก\n")
