"""Pages become pictures of ours; what cannot be drawn is simply not there."""

import io
from pathlib import Path

import pytest
from PIL import Image

from functions.desk import pictures
from functions.desk.pictures import drawn
from shared.errors import NotHere

DOCUMENTS = Path(__file__).parents[1] / "documents"
PDF = (DOCUMENTS / "letter.pdf").read_bytes()


def tiff(*sizes: tuple[int, int]) -> bytes:
    first, *others = [Image.new("L", size, 200) for size in sizes]
    out = io.BytesIO()
    first.save(out, "TIFF", save_all=True, append_images=others)
    return out.getvalue()


def test_a_page_of_a_pdf_is_as_wide_as_asked_for():
    assert 800 == Image.open(io.BytesIO(drawn(PDF, "pdf", 1, 800))).width


def test_each_page_of_a_fax_is_a_picture():
    fax = tiff((300, 400), (200, 100))

    assert (200, 100) == Image.open(io.BytesIO(drawn(fax, "tiff", 2, 800))).size


def test_a_photo_stands_upright():
    out = io.BytesIO()
    turned = Image.Exif()
    turned[0x0112] = 6
    Image.new("RGB", (300, 100)).save(out, "JPEG", exif=turned)

    assert (100, 300) == Image.open(io.BytesIO(drawn(out.getvalue(), "jpeg", 1, 800))).size


NOT_DRAWN = [
    pytest.param(PDF, "pdf", 99, id="no such page"),
    pytest.param(PDF, "pdf", 0, id="page nought"),
    pytest.param(PDF, "docx", 1, id="a kind that is not drawn"),
    pytest.param(b"%PDF-1.7 and nothing more", "pdf", 1, id="no PDF"),
    pytest.param(b"", "png", 1, id="nothing"),
    pytest.param(tiff((20000, 20000)), "tiff", 1, id="more pixels than a page has"),
]


@pytest.mark.parametrize(("content", "kind", "page"), NOT_DRAWN)
def test_what_cannot_be_drawn_is_not_there(content: bytes, kind: str, page: int):
    with pytest.raises(NotHere):
        drawn(content, kind, page, 800)


def test_a_file_that_keeps_the_child_busy_is_given_up(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pictures, "_START", "while True: pass")
    monkeypatch.setattr(pictures, "SECONDS", 0.5)

    with pytest.raises(NotHere):
        drawn(PDF, "pdf", 1, 800)
