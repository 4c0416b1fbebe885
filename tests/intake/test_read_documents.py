"""Whatever people attach becomes text, or a named reason why not."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter

from functions.intake.reading import reader
from functions.intake.reading.budget import Budget
from functions.intake.reading.digits.words import OcrWord
from functions.intake.reading.kinds import Kind
from functions.intake.reading.ocr import Line, Recognised
from functions.intake.reading.reader import read
from shared.errors import NotConfigured
from shared.model.reading import Source

DOCUMENTS = Path(__file__).parents[1] / "documents"
LETTER_PDF = (DOCUMENTS / "letter.pdf").read_bytes()
PRINT = (DOCUMENTS / "letter.png").read_bytes()


class Sees:
    """An engine that sees one line on every page, all over it."""

    def __init__(self, text: str = "อ่านได้") -> None:
        self.text = text
        self.pages = 0

    def __call__(self) -> "Sees":
        return self

    def recognise(self, page: Image.Image) -> Recognised:
        self.pages += 1
        everywhere = (0, 0, *page.size)
        word = OcrWord(self.text, everywhere, 0.95)
        return Recognised((Line(self.text, 0.95, everywhere),), (word,))


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


def picture(mode: str = "L", size: tuple[int, int] = (400, 600), **how: object) -> bytes:
    sheet = Image.new(mode, size, "white")
    sheet.paste(0, (50, 50, 300, 60))
    file = BytesIO()
    sheet.save(file, **({"format": "PNG"} | how))
    return file.getvalue()


def scanned(*sheets: bytes) -> bytes:
    first, *others = [Image.open(BytesIO(sheet)).convert("L") for sheet in sheets]
    file = BytesIO()
    first.save(file, "PDF", save_all=True, append_images=others)
    return file.getvalue()


def locked(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(LETTER_PDF)))
    writer.encrypt(user_password=password, owner_password="x" + password, algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCX = {
    "word/header1.xml": f"<w:hdr {W}><w:p><w:r><w:t>ที่ นร 0001/1</w:t></w:r></w:p></w:hdr>",
    "word/document.xml": f"<w:document {W}><w:p><w:r><w:t>ขอขึ้น</w:t></w:r><w:r><w:t>ทะเบียน"
    "</w:t></w:r></w:p><w:p><w:del><w:r><w:t>ลบแล้ว</w:t></w:r></w:del><w:r><w:t>นายจ้าง</w:t>"
    "</w:r></w:p></w:document>",
}
XLSX = {
    "xl/workbook.xml": "<workbook/>",
    "xl/sharedStrings.xml": "<sst><si><t>ชื่อ</t></si><si><r><t>สม</t></r><r><t>หญิง</t>"
    "</r></si></sst>",
    "xl/worksheets/sheet1.xml": '<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1'
    '</v></c></row><row><c><v>15000</v></c><c t="inlineStr"><is><t>บาท</t></is></c></row>'
    "</sheetData></worksheet>",
}
ODT = {
    "mimetype": "application/vnd.oasis.opendocument.text",
    "content.xml": '<d xmlns:text="t"><text:p>หนังสือ<text:span>รับรอง</text:span></text:p></d>',
}
SLIDE = '<p:sld xmlns:p="p" xmlns:a="a"><a:p><a:r><a:t>หน้า{}</a:t></a:r></a:p></p:sld>'
PPTX = {f"ppt/slides/slide{n}.xml": SLIDE.format(n) for n in (10, 2)} | {
    "ppt/presentation.xml": "<p/>"
}

TEXTS = [
    pytest.param("สวัสดี".encode("cp874"), Kind.TEXT, "สวัสดี", id="Thai text without a charset"),
    pytest.param(
        b'<html><meta charset="tis-620"><p>' + "ขอเบิก<b>เงิน</b>".encode("cp874"),
        Kind.HTML,
        "ขอเบิกเงิน",
        id="an HTML file with its own charset",
    ),
    pytest.param(b"<div>" * 400 + "ลึก".encode(), Kind.HTML, "ลึก", id="HTML nested very deeply"),
    pytest.param(zipped(DOCX), Kind.DOCX, "ขอขึ้นทะเบียน\nนายจ้าง\n\nที่ นร 0001/1", id="Word"),
    pytest.param(zipped(XLSX), Kind.XLSX, "ชื่อ\tสมหญิง\n15000\tบาท", id="Excel"),
    pytest.param(zipped(ODT), Kind.ODF, "หนังสือรับรอง", id="OpenDocument"),
    pytest.param(zipped(PPTX), Kind.PPTX, "หน้า2\n\nหน้า10", id="PowerPoint, slides in order"),
    pytest.param(
        b"From: a@b.example\nSubject: x\nTo: c@d.example\n\n" + "เนื้อความ".encode(),
        Kind.EML,
        "From: <a@b.example>\nSubject: x\n\nเนื้อความ",
        id="a mail kept as a file",
    ),
]


@pytest.mark.parametrize(("content", "kind", "text"), TEXTS)
def test_text_is_read(content, kind, text):
    found, reading = read(content)

    assert (kind, None, text) == (found, reading.refusal, reading.text)


REFUSALS = [
    pytest.param(b"", "empty", id="no bytes"),
    pytest.param(b" \r\n\t", "empty", id="blank space"),
    pytest.param(b"<html><body> <br></body></html>", "empty", id="an HTML page without words"),
    pytest.param(b"%PDF-1.4\nnothing", "corrupt", id="a PDF cut off"),
    pytest.param(locked("secret"), "password", id="a locked PDF"),
    pytest.param(PRINT[:200], "corrupt", id="a picture cut off"),
    pytest.param(zipped({"word/document.xml": "<w:document"}), "corrupt", id="broken Word"),
    pytest.param(
        zipped(ODT | {"META-INF/manifest.xml": "<m:encryption-data/>"}), "password", id="locked odt"
    ),
    pytest.param(b"7z\xbc\xaf\x27\x1c\x00", "corrupt", id="7z cut off"),
    pytest.param(b"MSCF\x00\x00\x00\x00", "archive", id="a cabinet"),
    pytest.param(b"\x7fELF\x02\x01", "executable", id="a program"),
    pytest.param(b"{\\rtf1 }", "not_legible", id="RTF that shows nothing"),
    pytest.param(b"\x00\x00\x00\x18ftypheic", "corrupt", id="HEIC cut off"),
    pytest.param(bytes(range(256)), "unknown_kind", id="nobody knows"),
    pytest.param(picture(size=(9000, 9001), mode="1"), "picture_too_large", id="81 megapixels"),
    pytest.param(picture(size=(10, 10)), "empty", id="a picture of ten by ten"),
]


@pytest.mark.parametrize(("content", "refusal"), REFUSALS)
def test_what_cannot_be_read_has_a_name(content, refusal):
    _, reading = read(content, engine=Sees(""))

    assert refusal == reading.refusal


def test_more_bytes_than_one_document_may_have(monkeypatch):
    monkeypatch.setattr(reader, "MOST_BYTES", 10)

    assert "too_large" == read(b"eleven bytes")[1].refusal


def test_an_office_file_that_unpacks_to_too_much(monkeypatch):
    monkeypatch.setattr("functions.intake.reading.office.MOST_UNPACKED_BYTES", 100)

    assert "too_large" == read(zipped({"word/document.xml": " " * 1000}))[1].refusal


def test_a_good_text_layer_is_never_read_by_ocr():
    engine = Sees()
    _, reading = read(LETTER_PDF, engine=engine)
    [page] = reading.pages

    assert 0 == engine.pages
    assert (Source.TEXT_LAYER, 1.0) == (page.source, page.legibility)
    assert "เรียน หัวหน้าสำนักงานประกันสังคมจังหวัดเชียงใหม่" in page.text


def test_an_empty_password_opens_a_pdf():
    assert "จำนวน 1 ฉบับ" in read(locked(""))[1].text


def test_what_was_typed_into_a_pdf_form_is_read():
    writer = PdfWriter(clone_from=PdfReader(BytesIO(LETTER_PDF)))
    from pypdf.annotations import FreeText  # noqa: PLC0415 - only this test draws on a PDF

    writer.add_annotation(0, FreeText(text="เลขที่บัญชี 0000", rect=(50, 50, 200, 80)))
    file = BytesIO()
    writer.write(file)

    assert read(file.getvalue())[1].text.endswith("เลขที่บัญชี 0000")


def test_a_scanned_pdf_is_read_by_ocr_and_its_empty_sheet_is_not():
    empty = picture(size=(400, 600), mode="L")
    blank = Image.new("L", (400, 600), "white")
    file = BytesIO()
    blank.save(file, "PNG")
    engine = Sees()
    _, reading = read(scanned(empty, file.getvalue()), engine=engine)

    assert [Source.OCR, Source.NONE] == [page.source for page in reading.pages]
    assert 1 == engine.pages
    assert reading.refusal is None


def test_pages_beyond_the_budget_are_counted_not_hidden():
    sheet = picture()
    _, reading = read(scanned(sheet, sheet, sheet), engine=Sees(), budget=Budget(ocr_pages=1))

    assert (1, 2, None) == (len(reading.pages), reading.unread_pages, reading.refusal)


def test_without_any_budget_a_scan_is_not_called_empty():
    _, reading = read(scanned(picture()), engine=Sees(), budget=Budget(ocr_pages=0))

    assert ((), 1, "took_too_long") == (reading.pages, reading.unread_pages, reading.refusal)


def test_no_page_is_begun_after_the_time_is_up():
    times = iter([0.0, 0.0, 0.0, 999.0, 999.0, 999.0])
    budget = Budget(clock=lambda: next(times))
    _, reading = read(scanned(picture(), picture()), engine=Sees(), budget=budget)

    assert (1, 1) == (len(reading.pages), reading.unread_pages)


def test_every_frame_of_a_fax_is_a_page():
    sheet = Image.open(BytesIO(picture(mode="1")))
    file = BytesIO()
    sheet.save(file, "TIFF", save_all=True, append_images=[sheet, sheet], dpi=(204, 98))

    assert 3 == len(read(file.getvalue(), engine=Sees())[1].pages)


def test_a_scan_pasted_into_word_is_read():
    noise = Image.effect_noise((600, 800), 90)
    file = BytesIO()
    noise.save(file, "PNG")
    content = zipped(DOCX | {"word/media/image1.png": file.getvalue()})
    _, reading = read(content, engine=Sees())

    assert [Source.TEXT_LAYER, Source.OCR] == [page.source for page in reading.pages]


MODES = ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"]


@pytest.mark.parametrize("mode", MODES)
def test_pictures_of_every_colour_mode(mode):
    sheet = Image.open(BytesIO(picture())).convert("L")
    file = BytesIO()
    form = "TIFF" if mode in ("CMYK", "I;16") else "PNG"
    (sheet.convert("I").convert(mode) if mode == "I;16" else sheet.convert(mode)).save(file, form)

    assert "อ่านได้" == read(file.getvalue(), engine=Sees())[1].text


@pytest.mark.parametrize("content", [picture(), scanned(picture())], ids=["picture", "PDF"])
def test_a_missing_engine_is_our_fault_and_not_the_documents(content):
    def missing() -> Sees:
        raise NotConfigured("OCR engine")

    with pytest.raises(NotConfigured):
        read(content, engine=missing)


def test_a_page_that_was_read_badly_says_so():
    class Guesses(Sees):
        def recognise(self, page):
            corner = (0, 0, 10, 10)
            word = OcrWord("ก" * 30, corner, 0.95)
            return Recognised((Line(word.text, 0.95, corner),), (word,))

    _, reading = read(picture(), engine=Guesses())

    assert "not_legible" == reading.refusal
    assert reading.pages[0].legibility < 0.1
    assert reading.text
