"""Real pages through the real engine: clean, badly lit, lying wrong, and past reading."""

import re
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageFilter

from functions.intake.reading.digits.signs import UNSURE
from functions.intake.reading.kinds import Kind
from functions.intake.reading.reader import read
from shared.model.reading import Source

PRINT = Image.open(Path(__file__).parents[1] / "documents" / "letter.png").convert("L")
OFFICIAL = Path(__file__).with_name("digits") / "letter.png"
THAI_NUMBER = re.compile("[๐-๙]+(?:[-/.,][๐-๙]+)*")
NUMBERS = {"๐๐๓๐", "๔๙๗๖", "๒๘", "๒๕๖๙", "๕๐-๑๒๓๔๕๖๗-๘", "๑๒,๔๘๗.๖๙", "๓๐", "๗"}
WORDS = ("จังหวัดเชียงใหม่", "ขอรับประโยชน์ทดแทน", "Request for maternity benefit")


def in_shadow(page: Image.Image) -> Image.Image:
    """Lit from one corner; the far one has an eighth of its light."""
    down, across = np.mgrid[0 : page.height, 0 : page.width]
    light = 1 - 0.87 * (down / page.height + across / page.width) / 2
    return Image.fromarray((np.asarray(page) * light).astype(np.uint8))


def askew(page: Image.Image) -> Image.Image:
    return page.rotate(6, Image.Resampling.BICUBIC, expand=True, fillcolor=255)


PAGES = [
    pytest.param(PRINT, id="a clean page"),
    pytest.param(askew(in_shadow(PRINT)), id="a photo, in shadow and askew"),
    pytest.param(PRINT.rotate(180), id="upside down"),
    pytest.param(PRINT.rotate(90, expand=True), id="on its side"),
]


def png(page: Image.Image) -> bytes:
    file = BytesIO()
    page.save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize("page", PAGES)
def test_a_printed_page_is_read(page):
    kind, reading = read(png(page))
    [found] = reading.pages

    assert (Kind.PNG, None, Source.OCR) == (kind, reading.refusal, found.source)
    assert all(words in found.text for words in WORDS)
    assert found.legibility > 0.9


@pytest.mark.parametrize("number", ["๐๐๓๐/ว ๔๙๗๖", "๒๘ กันยายน", "๕๐-๑๒๓๔๕๖๗-๘", "053-112629"])
def test_numbers_are_read_in_the_digits_in_which_they_are_printed(number):
    assert number in read(OFFICIAL.read_bytes())[1].text


@pytest.mark.parametrize("width", [520, 420, 340])
def test_numbers_hard_to_read_are_marked_and_never_guessed(width):
    small = Image.open(OFFICIAL).convert("L").resize((width, width // 3), Image.Resampling.BOX)
    [page] = read(png(small.resize((1240, 380))))[1].pages

    assert UNSURE in page.text
    assert {*THAI_NUMBER.findall(page.text)} <= NUMBERS


def test_the_camera_says_which_way_is_up():
    turned = PRINT.rotate(90, expand=True)
    exif = Image.Exif()
    exif[0x0112] = 6  # turn clockwise to see it upright
    file = BytesIO()
    turned.save(file, "JPEG", exif=exif, quality=90)

    assert WORDS[0] in read(file.getvalue())[1].text


def test_a_page_past_reading_says_so():
    _, reading = read(png(PRINT.filter(ImageFilter.GaussianBlur(7))))

    assert "not_legible" == reading.refusal


def test_an_empty_sheet_is_empty():
    grain = Image.effect_noise((800, 1100), 8).point(lambda value: min(255, value + 110))

    assert "empty" == read(png(grain))[1].refusal
