"""The drawn enclosures: they can be drawn again, and a reader finds in them what is there."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.samples import kept

KEPT = kept.enclosures()
CLOSE_ENOUGH = 8
"""Mean difference in grey (of 255) that other versions of the drawing libraries may make."""


def test_a_photo_drawn_again_looks_like_the_kept_one():
    numpy = pytest.importorskip("numpy")
    pytest.importorskip("typst")
    pytest.importorskip("fpdf")
    from PIL import Image  # noqa: PLC0415 - only where the drawing libraries are

    from samples.pictures import DRAWN  # noqa: PLC0415

    now, then = (
        numpy.asarray(Image.open(BytesIO(content)).convert("L"), dtype=float)
        for content in (DRAWN["birth.jpg"](), KEPT["birth.jpg"])
    )

    assert now.shape == then.shape
    assert numpy.abs(now - then).mean() < CLOSE_ENOUGH


def test_the_company_letter_has_text_in_it():
    text = PdfReader(BytesIO(KEPT["moved.pdf"])).pages[0].extract_text()

    assert "เรียน  ประกันสังคมจังหวัดพิษณุโลก" in text


def test_the_payroll_is_locked():
    assert PdfReader(BytesIO(KEPT["payroll.pdf"])).is_encrypted


@pytest.mark.parametrize("name", ["refund40.pdf"])
def test_a_scan_has_pictures_and_no_text(name):
    pages = PdfReader(BytesIO(KEPT[name])).pages

    assert ["", ""] == [page.extract_text() for page in pages]
    assert [1, 1] == [len(page.images) for page in pages]


def test_what_is_called_a_pdf_is_really_a_picture():
    assert KEPT["debit.jpg"].startswith(b"\xff\xd8\xff")
