"""Documents of before 2007 are still sent, and are read like the new ones."""

import struct
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from functions.intake.reading.digits.words import OcrWord
from functions.intake.reading.kinds import Kind
from functions.intake.reading.ocr import Line, Recognised
from functions.intake.reading.reader import read
from functions.intake.reading.rtf import rtf_text
from shared.model.reading import Source
from tests.intake.made_ole import ole, slides, word

DOCUMENTS = Path(__file__).parents[1] / "documents"


class Sees:
    """An engine that sees one line on every page, all over it."""

    def recognise(self, page: Image.Image) -> Recognised:
        everywhere = (0, 0, *page.size)
        word = OcrWord("อ่านได้", everywhere, 0.95)
        return Recognised((Line(word.text, 0.95, everywhere),), (word,))


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def excel_4(*cells: bytes) -> bytes:
    beginning = record(0x0409, struct.pack("<HHH", 0, 0x10, 0)) + record(0x42, b"\x6a\x03")
    return beginning + b"".join(cells) + record(0x0A, b"")


def label(row: int, column: int, text: str) -> bytes:
    raw = text.encode("cp874")
    return record(0x0204, struct.pack("<HHHH", row, column, 0, len(raw)) + raw)


def number(row: int, column: int, value: float) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


TEXTS = [
    pytest.param(word("เรียน\rขอเบิกเงิน\r"), Kind.DOC, "เรียน\nขอเบิกเงิน", id="Word"),
    pytest.param(
        word("ที่ ", "รง 0626".encode("cp874"), language=0x041E),
        Kind.DOC,
        "ที่ รง 0626",
        id="Word, a sign a byte",
    ),
    pytest.param(
        word("หน้า \x13 PAGE \x14๓\x15 จบ"), Kind.DOC, "หน้า ๓ จบ", id="Word, what a field shows"
    ),
    pytest.param(slides("หน้าแรก", "หน้าสอง"), Kind.PPT, "หน้าแรก\nหน้าสอง", id="PowerPoint"),
    pytest.param(
        excel_4(label(0, 0, "ชื่อ"), label(0, 1, "สมหญิง"), number(1, 0, 15000)),
        Kind.XLS,
        "Sheet 1\nชื่อ\tสมหญิง\n15000",
        id="Excel",
    ),
    pytest.param(
        b"{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset222 Angsana New;}}\\f0 "
        b"\\'a2\\'cd\\'e0\\'ba\\'d4\\'a1\\par \\u3585?\\u3634?}",
        Kind.RTF,
        "ขอเบิก\nกา",
        id="RTF, Thai by its font",
    ),
]


@pytest.mark.parametrize(("content", "kind", "text"), TEXTS)
def test_text_is_read(content, kind, text):
    found, reading = read(content)

    assert (kind, None, text) == (found, reading.refusal, reading.text)


RTF = [
    pytest.param(b"{\\rtf1 a{\\*\\unknown b}c}", "ac", id="an optional group is not text"),
    pytest.param(b"{\\rtf1 a{\\b\\*\\cs7 b}}", "ab", id="a mark that stands too late"),
    pytest.param(b"{\\rtf1 {\\header h}{\\footnote f}}", "hf", id="headers and footnotes are text"),
    pytest.param(b"{\\rtf1 a\\bin5 }}}}}b}", "ab", id="raw bytes are jumped over"),
    pytest.param(b"{\\rtf1 a{\\deleted b}c}", "ac", id="what was deleted is gone"),
    pytest.param(b"{\\rtf1 a}b", "a", id="what follows the end"),
    pytest.param(b"{\\rtf1 \\uc2\\u3585 ??b}", "กb", id="two signs in place of one"),
    pytest.param(b"{\\rtf1 {\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}}", "3", id="a field"),
    pytest.param(b"{\\rtf1 a\\cell b\\row}", "a\tb\n", id="a table"),
    pytest.param(b"{\\rtf1 \\u-10179?\\u-8704?}", "\U0001f600", id="a pair of halves"),
    pytest.param(b"{\\rtf1 \\u-10179?", "\ufffd", id="half of a pair, and no end"),
]


@pytest.mark.parametrize(("content", "text"), RTF)
def test_rtf(content, text):
    assert text == rtf_text(content)


def test_a_locked_word_document_says_so():
    assert "password" == read(word("x", flags=0x0100))[1].refusal


def test_a_locked_document_named_docx_is_locked_and_not_broken():
    kind, reading = read(ole({"EncryptedPackage": b"x", "EncryptionInfo": b"y"}))

    assert (Kind.LOCKED_OFFICE, "password") == (kind, reading.refusal)


def test_a_document_that_shows_no_text_is_not_called_empty():
    """There may be drawings in it that we cannot see."""
    assert "not_legible" == read(word(""))[1].refusal


def scan() -> bytes:
    file = BytesIO()
    Image.effect_noise((600, 800), 90).save(file, "PNG")
    return file.getvalue()


def rtf_with_a_scan() -> bytes:
    return b"{\\rtf1 a{\\pict\\pngblip\\picw600 " + scan().hex().encode() + b"}}"


def slides_with_a_scan() -> bytes:
    picture = bytes(17) + scan()
    blip = struct.pack("<HHI", 0x6E00, 0xF01E, len(picture)) + picture
    text = struct.pack("<HHI", 0, 0x0FA0, 2) + "a".encode("utf-16-le")
    return ole({"PowerPoint Document": text, "Pictures": blip})


@pytest.mark.parametrize("make", [rtf_with_a_scan, slides_with_a_scan])
def test_a_scan_pasted_into_an_old_document_is_read(make):
    _, reading = read(make(), engine=Sees)

    assert [Source.TEXT_LAYER, Source.OCR] == [page.source for page in reading.pages]


@pytest.mark.parametrize("name", ["photo.heic", "photo.avif"])
def test_what_telephones_take_is_a_page(name):
    kind, reading = read((DOCUMENTS / name).read_bytes(), engine=Sees)

    assert (Kind.HEIC, "อ่านได้") == (kind, reading.text)
