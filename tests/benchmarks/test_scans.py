"""The drawn pages say what their true text says, and are worn as real ones are."""

from io import BytesIO

import pytest
from PIL import Image

from benchmarks.reading_bench.drawn import Font, pdf, pictures, thai_fonts
from benchmarks.reading_bench.error import compared_form, wrong_signs
from benchmarks.reading_bench.sheets import Sheet, parsed, some_letters, some_sheets
from benchmarks.reading_bench.worn import CONDITIONS, fax_of, scanned_pdf

LINES = [
    pytest.param("# แบบคำขอ", "heading", "แบบคำขอ", id="heading"),
    pytest.param("ชื่อ :: สมชาย | อายุ :: 30", "fields", "ชื่อ สมชาย อายุ 30", id="fields"),
    pytest.param("[x] คลอดบุตร | [ ] ตาย", "ticks", "คลอดบุตร ตาย", id="a tick is no text"),
    pytest.param("เลข :# 123", "boxes", "เลข 123", id="digits in boxes"),
    pytest.param("จึงเรียนมา", "words", "จึงเรียนมา", id="paragraph"),
]


@pytest.mark.parametrize(("written", "kind", "text"), LINES)
def test_a_line_knows_its_kind_and_its_true_text(written, kind, text):
    line = parsed(written)

    assert (kind, text) == (line.kind, Sheet("one", (line,)).text)


def test_the_same_seed_makes_the_same_sheets():
    assert some_sheets(5, 1) == some_sheets(5, 1) != some_sheets(5, 2)


def test_no_place_is_left_to_be_filled_in():
    assert not [s.text for letter in some_letters(1) for s in letter.sheets if "{" in s.text]


ERRORS = [
    pytest.param("สำนักงาน", "สำนักงาน", 0, id="right"),
    pytest.param("สำนักงาน", "ส ำนักงำน", 0, id="what folding makes equal"),
    pytest.param("ชื่อ :: ......", "ชื่อ", 0, id="rules and dots are no text"),
    pytest.param("๑๒๓", "125", 1, id="a wrong digit, in whichever script"),
    pytest.param("กขค", "กค", 1, id="one left out"),
]


@pytest.mark.parametrize(("true", "read", "wrong"), ERRORS)
def test_wrong_signs_are_counted_after_folding(true, read, wrong):
    assert (wrong, len(compared_form(true))) == wrong_signs(true, read)


@pytest.fixture(scope="module")
def page():
    return pictures(some_sheets(1, 1), Font("Sarabun", 400), None, 100)[0]


def opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content))


def test_the_projects_own_fonts_are_four():
    assert {"Sarabun", "Sarabun bold", "Mali", "Sriracha"} == {
        font.name for font in thai_fonts(None, 9)
    }


@pytest.mark.parametrize("condition", CONDITIONS)
def test_the_same_page_is_worn_the_same_way_twice(page, condition):
    worn = CONDITIONS[condition](page, 3)

    assert worn == CONDITIONS[condition](page, 3)
    assert min(opened(worn).size) > 800


def test_a_fax_is_black_or_white_with_flat_dots(page):
    sent = opened(CONDITIONS["fax"](page, 3))

    assert ("1", (204, 98)) == (sent.mode, tuple(map(round, sent.info["dpi"])))


def test_a_page_turned_lies_on_its_side(page):
    width, height = opened(CONDITIONS["rotated 90°"](page, 3)).size

    assert width > height


def test_a_phone_leaves_the_far_corner_in_the_dark(page):
    photo = opened(CONDITIONS["uneven light"](page, 3))
    light = photo.resize((8, 8), Image.Resampling.BOX).tobytes()
    near, far = light[2 * 8 + 2], light[6 * 8 + 6]

    assert near > 2 * far


def test_several_pages_go_into_one_file(page):
    assert 3 == opened(fax_of([page] * 3, 1)).n_frames
    assert 3 == scanned_pdf([page] * 3, 1).count(b"/Type /Page\n")
    assert pdf(some_sheets(2, 1), Font("Sarabun", 400)).startswith(b"%PDF")
