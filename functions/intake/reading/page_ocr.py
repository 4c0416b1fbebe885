"""One picture of a page, read by OCR: made even, turned upright, judged, its numbers read again."""

from dataclasses import dataclass

import numpy as np
from PIL import Image

from functions.intake.reading.digits.marking import Reread, marked
from functions.intake.reading.digits.rereading import reread
from functions.intake.reading.flatten import flattened, grey, sized
from functions.intake.reading.legibility import is_empty_sheet, legibility
from functions.intake.reading.ocr import OcrEngine, Recognised, composed
from functions.intake.reading.placing import layout_of
from functions.intake.reading.skew import likely_turns, skew
from shared.model.reading import LEGIBLE, Page, Source

_PAPER = 255
_NO_PAGE = 20
"""Signs: of a photograph or an empty sheet fewer are read; a page that lies wrong gives many."""
_SMALLEST_SIDE = 24
"""Pixels: no line of print fits into less."""
_SURELY_UPRIGHT = 0.8
"""Fonts without loops give upside down a "text" of legibility 0.6, upright of 0.9."""

EMPTY_SHEET = Page(text="", source=Source.NONE, legibility=1.0)
"""There is nothing on it, and that is certain."""


@dataclass(frozen=True)
class Look:
    """A picture as the engine saw it, what it made of it, and how legible that is (0 to 1).

    ``turned``: by how many degrees counter-clockwise the page was turned to be seen so.
    """

    picture: Image.Image
    read: Recognised
    legibility: float
    turned: float = 0.0

    @property
    def reread(self) -> Reread:
        """The text with its Thai numbers read again; on a page not really read none is sure."""
        if self.legibility < LEGIBLE:
            return Reread(marked(self.read.text))
        return reread(np.asarray(self.picture), self.read.text, self.read.words)


def read_page(picture: Image.Image, engine: OcrEngine) -> Page:
    """The text of a picture and how legible it is.

    A page that cannot be read as it lies is tried upside down or on its sides; the best
    reading is returned, however poor. In it ``digits.signs.UNSURE`` stands for each digit
    of a number that may be in Thai digits and was not read with certainty.
    """
    if min(picture.size) < _SMALLEST_SIDE:
        return EMPTY_SHEET
    page = flattened(sized(grey(picture)))
    if is_empty_sheet(page):
        return EMPTY_SHEET
    found: list[Look] = []
    for turn in likely_turns(page):
        found.append(look(page, engine, turn))
        if found[-1].legibility >= _SURELY_UPRIGHT or len(found[-1].read.text) < _NO_PAGE:
            break
    best = max(found, key=lambda each: each.legibility)
    text = composed(best.reread.text)
    layout = layout_of(best.read, text, best.turned, best.picture.size, page.size)
    return Page(text=text, source=Source.OCR, legibility=best.legibility, layout=layout)


def look(page: Image.Image, engine: OcrEngine, turn: int = 0) -> Look:
    """What the engine makes of a flattened page after so many degrees, skew put right."""
    page = page.rotate(turn, expand=True)
    angle = skew(page)
    if angle:
        how = Image.Resampling.BICUBIC
        page = page.rotate(angle, resample=how, expand=True, fillcolor=_PAPER)
    read = engine.recognise(page)
    return Look(page, read, legibility(page, read), turn + angle)
