"""One picture of a page, read by OCR: made even, turned upright, and judged."""

from PIL import Image

from functions.intake.reading.flatten import flattened, grey, sized
from functions.intake.reading.legibility import is_empty_sheet, legibility
from functions.intake.reading.ocr import OcrEngine
from functions.intake.reading.skew import likely_turns, skew
from shared.model.reading import Page, Source

_PAPER = 255
_NO_PAGE = 20
"""Signs: of a photograph or an empty sheet fewer are read; a page that lies wrong gives many."""
_SMALLEST_SIDE = 24
"""Pixels: no line of print fits into less."""
_SURELY_UPRIGHT = 0.8
"""Fonts without loops give upside down a "text" of legibility 0.6, upright of 0.9."""

EMPTY_SHEET = Page(text="", source=Source.NONE, legibility=1.0)
"""There is nothing on it, and that is certain."""


def read_page(picture: Image.Image, engine: OcrEngine) -> Page:
    """The text of a picture and how legible it is.

    A page that cannot be read as it lies is tried upside down or on its sides; the best
    reading is returned, however poor.
    """
    if min(picture.size) < _SMALLEST_SIDE:
        return EMPTY_SHEET
    page = flattened(sized(grey(picture)))
    if is_empty_sheet(page):
        return EMPTY_SHEET
    found: list[Page] = []
    for turn in likely_turns(page):
        found.append(_read(page.rotate(turn, expand=True), engine))
        if found[-1].legibility >= _SURELY_UPRIGHT or len(found[-1].text) < _NO_PAGE:
            break
    return max(found, key=lambda each: each.legibility)


def _read(page: Image.Image, engine: OcrEngine) -> Page:
    angle = skew(page)
    if angle:
        how = Image.Resampling.BICUBIC
        page = page.rotate(angle, resample=how, expand=True, fillcolor=_PAPER)
    read = engine.recognise(page)
    return Page(text=read.text, source=Source.OCR, legibility=legibility(page, read))
