"""The receipt on paper says what the mail says, keeps for good, and can be checked."""

import os
import re
import subprocess
import sys
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from functions.notify.facts import ReceiptFacts
from functions.notify.paper.printing import LAYOUT, TYPESETTER, print_paper
from functions.notify.paper.signs import MISSING, shown
from functions.notify.paper.stating import statement
from functions.notify.quoting import quote
from functions.notify.rendering import TEMPLATES, render
from shared.errors import NotPrinted
from shared.model.letter import SECRET_SUBJECT
from shared.model.seal import Seal
from shared.sealing.canonical import read
from shared.sealing.signing import sealed
from shared.thai.calendar import BANGKOK
from tests.fakes.signer import FakeSigner
from tests.letters import MORNING
from tests.notify.messages import (
    EVENING,
    a_letter_record,
    a_part,
    an_item,
    an_official_letter,
    facts_of,
    guessed,
)
from tests.sealing.statements import a_statement

CHECK_PAGE = "https://status.example/receipt/"

RECEIPTS = [
    pytest.param(facts_of(a_letter_record()), id="plain"),
    pytest.param(facts_of(a_letter_record(received_at=EVENING)), id="out of hours"),
    pytest.param(
        facts_of(a_letter_record(classification=guessed("ssf-benefit/8", 0.62, sure=False))),
        id="unsure",
    ),
    pytest.param(
        facts_of(a_letter_record("change/1"), an_item("rayong", 58), an_item("pluak_daeng", 9)),
        id="two offices",
    ),
    pytest.param(facts_of(a_letter_record("ssf-benefit/1")), id="another channel"),
    pytest.param(facts_of(a_letter_record(official=an_official_letter())), id="an agency's"),
    pytest.param(facts_of(a_letter_record(english=True, subject="Please")), id="English first"),
]


def a_seal(facts: ReceiptFacts) -> Seal:
    return sealed(statement(facts, MORNING, CHECK_PAGE), FakeSigner())


def a_paper(facts: ReceiptFacts | None = None) -> bytes:
    return print_paper(a_seal(facts or facts_of(a_letter_record())))


def by_pypdf(paper: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(paper)).pages)


def by_pdfium(paper: bytes) -> str:
    pages = pypdfium2.PdfDocument(paper)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def words(text: str) -> str:
    """The words alone: no lines, dashes, brackets, colons, bullets or list numbers."""
    return re.sub(r"[\s\-–=():]+", "", text)


@pytest.mark.parametrize("reader", [by_pypdf, by_pdfium])
@pytest.mark.parametrize("facts", RECEIPTS)
def test_the_paper_says_every_line_of_the_mail_in_words_that_can_be_searched(facts, reader):
    """With every vowel and tone mark in its place, for two programs that read PDF."""
    paper = words(reader(a_paper(facts)))
    of_the_mail = ("English version below", "ฉบับภาษาไทยอยู่ด้านล่าง", "This e-mail was", "อีเมลฉบับนี้จัดทำ")
    lines = [
        words(re.sub(r"^\d+\. ", "", line))
        for line in render("receipt", facts, "").text.splitlines()
        if not any(small in line for small in of_the_mail)
    ]

    assert [] == [line for line in lines if line not in paper]


def test_thai_letters_with_all_marks_are_found_by_every_program():
    """One glyph, one text: no program must know how to put a syllable together."""
    subject = "ครั้งที่ปั๊มน้ำมัน ผู้ป่วย ญี่ปุ่น ก๊าซ ก็ ฐูฎุ ป้ำ สิทธิ์ ทั้งนี้ กู้ ปี่ ฟื้น ฤๅ ๆ ฯ ๑๒๓"
    facts = facts_of(a_letter_record(subject=subject))
    paper = a_paper(facts)

    assert words(subject) in words(by_pypdf(paper))
    assert words(subject) in words(by_pdfium(paper))
    assert b"/ActualText" not in b"".join(
        drawn.get_data()
        for page in PdfReader(BytesIO(paper)).pages
        if (drawn := page.get_contents())
    )


def test_the_same_seal_gives_the_same_bytes_in_another_process():
    """A receipt made again in ten years is the file that the sender has."""
    seal = a_seal(facts_of(a_letter_record()))
    asked = (
        "import sys; from hashlib import sha256; from shared.model.seal import Seal;"
        "from functions.notify.paper.printing import print_paper;"
        "paper = print_paper(Seal.model_validate_json(sys.stdin.buffer.read()));"
        "print(sha256(paper).hexdigest())"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-c", asked],
        input=seal.model_dump_json().encode(),
        env={"PYTHONHASHSEED": "7", "TZ": "America/Lima", "PATH": os.defpath, "PYTHONPATH": "."},
        capture_output=True,
        check=True,
    )

    assert sha256(print_paper(seal)).hexdigest() == done.stdout.decode().strip()


def test_it_is_pdf_a_3a_for_screen_readers_too():
    """What a second program finds: conformance, language, title, colours, fonts, structure."""
    pdf = pikepdf.open(BytesIO(a_paper()))
    about = pdf.open_metadata()
    kept = [font for page in pdf.pages for font in page.Resources.Font.values()]
    inside = [font.DescendantFonts[0].FontDescriptor for font in kept]

    assert ("3A", "1") == (about.pdfa_status, about["pdfuaid:part"])
    assert [] == pdf.check_pdf_syntax()
    assert not pdf.is_encrypted
    assert ("th", True) == (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked))
    assert "ใบรับหนังสือทางอิเล็กทรอนิกส์ 7K4M-9XQ2-HDWA" == about["dc:title"]
    assert "/GTS_PDFA1" == pdf.Root.OutputIntents[0].S
    assert [] == [font for font in inside if "/FontFile2" not in font]
    assert [] == [font for font in kept if "/ToUnicode" not in font]
    assert not {"/JavaScript", "/OpenAction", "/AA"} & set(pdf.Root.keys())


def test_it_was_made_when_the_receipt_was():
    """Not when somebody printed it again."""
    made = PdfReader(BytesIO(a_paper())).metadata

    assert made is not None
    assert MORNING == made.creation_date


def test_it_can_be_printed_at_any_moment():
    """A clock tells microseconds and any zone; PDF tells seconds."""
    facts = facts_of(a_letter_record())
    moment = datetime(2026, 11, 22, 23, 59, 59, 999_999, tzinfo=BANGKOK)
    paper = print_paper(sealed(statement(facts, moment, ""), FakeSigner()))
    made = PdfReader(BytesIO(paper)).metadata

    assert made is not None
    assert moment.replace(microsecond=0) == made.creation_date


def test_it_carries_its_seal():
    """Facts and signature are in the file itself; nothing must be asked of us."""
    facts = facts_of(a_letter_record())
    reader = PdfReader(BytesIO(a_paper(facts)))

    assert ["receipt.json"] == list(reader.attachments)
    assert a_seal(facts) == Seal.model_validate_json(reader.attachments["receipt.json"][0])


def test_its_qr_code_leads_to_the_check_page_with_the_code():
    """The code stands behind #: the page's server is not told it."""
    page = pypdfium2.PdfDocument(a_paper())[0].render(scale=2).to_pil()
    code = a_seal(facts_of(a_letter_record())).code

    assert [f"{CHECK_PAGE}7K4M-9XQ2-HDWA#{code}"] == [
        found.text for found in zxingcpp.read_barcodes(page)
    ]


def test_without_a_check_page_the_qr_code_is_the_code():
    seal = sealed(statement(facts_of(a_letter_record()), MORNING, ""), FakeSigner())
    page = pypdfium2.PdfDocument(print_paper(seal))[0].render(scale=2).to_pil()

    assert [seal.code] == [found.text for found in zxingcpp.read_barcodes(page)]


def test_every_document_has_its_hash_on_paper():
    facts = facts_of(a_letter_record(parts=(a_part(1), a_part(2, "แบบคำขอ.pdf"))))
    said = read(a_seal(facts).statement)

    assert [line.sha256 for line in facts.documents] == [each.sha256 for each in said.documents]
    assert f"SHA-256: {facts.documents[1].sha256}" in by_pdfium(a_paper(facts))


def test_a_secret_letter_s_paper_tells_nothing_of_its_matter():
    facts = facts_of(a_letter_record(subject=SECRET_SUBJECT, secret=True))

    assert read(a_seal(facts).statement).process is None


@settings(max_examples=25)
@given(st.text(max_size=60))
def test_any_subject_can_be_printed(subject):
    """Whatever a sender writes: letters of any script, pictures, signs that nobody knows."""
    assert a_paper(facts_of(a_letter_record(subject=subject))).startswith(b"%PDF-1.7")


def test_a_letter_that_the_font_lacks_is_seen_to_be_missing():
    """And the paper says so; the signed facts have it."""
    facts = facts_of(a_letter_record(subject="日本 ก"))

    assert f"“{MISSING}{MISSING} ก”" in by_pdfium(a_paper(facts))
    assert "does not have" in by_pdfium(a_paper(facts))
    assert "日本 ก" == read(a_seal(facts).statement).subject


def test_the_font_has_every_sign_that_it_is_said_to_have():
    fonts = pytest.importorskip("fontTools.ttLib")
    folder = TEMPLATES.parent / "paper" / "fonts"
    every = "".join(map(chr, range(0x20, 0x2600)))
    known = {sign for sign in every if shown(sign) == sign}

    for file in folder.glob("*.ttf"):
        assert set() == known - set(map(chr, fonts.TTFont(file).getBestCmap()))


def test_every_block_of_the_mail_has_a_place_on_paper():
    """A new form of words for the mail needs one here too."""
    forms = [
        set(re.findall(r"{% macro (\w+)", (TEMPLATES / name).read_text(encoding="utf-8")))
        for name in ("html.j2", "text.j2", "paper.j2")
    ]

    assert forms[0] == forms[1] == forms[2] - {"block"}


def test_a_layout_that_is_not_there_is_said_so():
    """An old program meets a receipt of a newer one: no guess at how it looked."""
    seal = sealed(a_statement(layout=99), FakeSigner())

    with pytest.raises(NotPrinted):
        print_paper(seal)


def test_quoting_keeps_every_sign_that_thai_needs():
    assert "ครั้งที่ ๑ น้ำ" == quote("ครั้งที่ ๑ น้ำ")


KEPT = Path(__file__).parent / "golden" / "paper.sha256"


def test_the_layout_is_the_one_that_receipts_went_out_with():
    """Never change a layout file or the font: make the next one (docs/receipts.md).

    A new version of the typesetter may set the same file a little differently; then a paper
    made before says which version it was, and this hash is written anew with GOLDEN=write.
    """
    paper = print_paper(sealed(a_statement(typesetter=TYPESETTER, layout=LAYOUT), FakeSigner()))
    made = f"layout {LAYOUT}, {TYPESETTER}: {sha256(paper).hexdigest()}\n"
    if os.environ.get("GOLDEN") == "write":
        KEPT.write_text(made, encoding="utf-8")

    assert KEPT.read_text(encoding="utf-8") == made
