"""Where a word was read is where it stands on the page, however the page lay."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from functions.intake.reading.digits.words import OcrWord
from functions.intake.reading.lying import back_to_page, still_to_turn, turned_box
from functions.intake.reading.ocr import Line, Recognised, tesseract
from functions.intake.reading.page_ocr import read_page
from functions.intake.reading.placing import layout_of
from shared.model.layout import Layout
from shared.model.reading import Page

PRINT = Image.open(Path(__file__).parents[1] / "documents" / "letter.png").convert("L")
WORD, BESIDE = "maternity", "benefit"


def in_shadow(page: Image.Image) -> Image.Image:
    """Lit from one corner."""
    down, across = np.mgrid[0 : page.height, 0 : page.width]
    light = 1 - 0.8 * (down / page.height + across / page.width) / 2
    return Image.fromarray((np.asarray(page) * light).astype(np.uint8))


def askew(page: Image.Image) -> Image.Image:
    return page.rotate(-5, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


def corners(layout: Layout, start: int, end: int, size: tuple[int, int]) -> list[tuple[int, int]]:
    """The four corners of a stretch of text on the picture of a page."""
    run = next(r for r in layout.runs if r.at <= start < r.at + len(r.columns) - 1)
    left, right = run.columns[start - run.at], run.columns[end - run.at]
    a, b, c, d, e, f = layout.matrix
    found = []
    for x, y in ((left, run.top), (right, run.top), (right, run.bottom), (left, run.bottom)):
        across, down = a * x + c * y + e, b * x + d * y + f
        found.append((round(across * size[0]), round(down * size[1])))
    return found


def without(page: Image.Image, read: Page, word: str) -> Image.Image:
    """The page with a word painted over where it is said to stand."""
    assert read.layout
    start = read.text.index(word)
    there = corners(read.layout, start, start + len(word), page.size)
    painted = page.copy()
    paper = painted.getpixel((there[0][0], max(0, there[0][1])))
    ImageDraw.Draw(painted).polygon(there, fill=paper)
    return painted


LAY = [
    pytest.param(PRINT, id="a clean page"),
    pytest.param(in_shadow(askew(PRINT)), id="a photo, in shadow and askew"),
    pytest.param(PRINT.rotate(180), id="upside down"),
]


@pytest.mark.parametrize("page", LAY)
def test_painting_over_a_word_s_place_takes_that_word_away_and_no_other(page: Image.Image):
    first = read_page(page, tesseract())
    again = read_page(without(page, first, WORD), tesseract())

    assert WORD not in again.text
    assert BESIDE in again.text
    assert "จังหวัดเชียงใหม่" in again.text


def test_places_do_not_change_the_text():
    page = read_page(PRINT, tesseract())
    assert page.layout

    for run in page.layout.runs:
        stretch = page.text[run.at : run.at + len(run.columns) - 1]
        assert stretch == stretch.strip()
        assert not any(map(str.isspace, stretch))
        assert list(run.columns) == sorted(run.columns)


TURNS = [
    pytest.param(0, (10, 20), id="level"),
    pytest.param(90, (10, 20), id="a quarter"),
    pytest.param(180, (10, 20), id="a half"),
    pytest.param(270, (10, 20), id="three quarters"),
    pytest.param(7.5, (10, 20), id="askew"),
]


@pytest.mark.parametrize(("degrees", "dot"), TURNS)
def test_a_dot_is_found_again_after_turning(degrees: float, dot: tuple[int, int]):
    page = Image.new("L", (120, 80), 255)
    ImageDraw.Draw(page).rectangle((*dot, dot[0] + 3, dot[1] + 3), fill=0)
    seen = page.rotate(degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    down, across = np.nonzero(np.asarray(seen) < 128)
    x, y = float(across.mean()) + 0.5, float(down.mean()) + 0.5

    a, b, c, d, e, f = back_to_page(degrees, seen.size, page.size)
    found = ((a * x + c * y + e) * page.width, (b * x + d * y + f) * page.height)

    assert found == pytest.approx((dot[0] + 2, dot[1] + 2), abs=1.0)


def words(*placed: tuple[str, tuple[int, int, int, int]]) -> tuple[OcrWord, ...]:
    return tuple(OcrWord(text, box, 0.9) for text, box in placed)


SIDEWAYS = [
    pytest.param([(0, 0, 9, 9), (10, 0, 19, 9)], 0, id="to the right"),
    pytest.param([(10, 0, 19, 9), (0, 0, 9, 9)], 180, id="to the left"),
    pytest.param([(0, 0, 9, 9), (0, 10, 9, 19)], 90, id="downwards"),
    pytest.param([(0, 10, 9, 19), (0, 0, 9, 9)], 270, id="upwards"),
]


@pytest.mark.parametrize(("line", "degrees"), SIDEWAYS)
def test_print_that_was_read_lying_is_turned_to_run_from_left_to_right(line, degrees: int):
    assert degrees == still_to_turn([line])
    first, second = (turned_box(box, degrees, (100, 50)) for box in line)
    assert first[2] <= second[0]
    assert (first[1], first[3]) == (second[1], second[3])


def test_a_number_that_was_read_again_stands_where_the_engine_saw_it():
    read = Recognised(
        (Line("no 00/1 end", 0.9, (0, 0, 110, 10)),),
        words(("no", (0, 0, 20, 10)), ("00/1", (30, 0, 70, 10)), ("end", (80, 0, 110, 10))),
    )
    layout = layout_of(read, "no ▯▯▯▯/▯ end", 0, (110, 10), (110, 10))

    assert layout
    assert [(0, 20), (30, 70), (80, 110)] == [
        (run.columns[0], run.columns[-1]) for run in layout.runs
    ]


def test_lines_that_are_no_lines_do_not_move_the_others():
    shadow = Line("~", 0.1, (0, 2, 100, 8))
    read = Recognised(
        (shadow, Line("ab cd", 0.9, (0, 0, 100, 10))),
        words(("~", (0, 2, 9, 8)), ("ab", (0, 0, 40, 10)), ("cd", (60, 0, 100, 10))),
    )
    layout = layout_of(read, "ab cd", 0, (100, 10), (100, 10))

    assert layout
    assert [0, 3] == [run.at for run in layout.runs]
    assert [(0, 20, 40), (60, 80, 100)] == [run.columns for run in layout.runs]


def test_a_text_with_other_lines_has_no_places():
    read = Recognised((Line("a", 0.9, (0, 0, 9, 9)),), words(("a", (0, 0, 9, 9))))

    assert None is layout_of(read, "a\nb", 0, (9, 9), (9, 9))
