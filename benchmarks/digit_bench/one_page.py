"""One drawn page read by the engine, then by the digit reader, and counted."""

from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import process_time

from benchmarks.digit_bench.tally import Tally, tally
from functions.intake.reading.digits.marking import Reread
from functions.intake.reading.flatten import flattened, grey, sized
from functions.intake.reading.ocr import tesseract
from functions.intake.reading.page_ocr import look
from shared.model.reading import LEGIBLE
from tools.digits.degrading import DEGRADATIONS
from tools.digits.fonts import family
from tools.digits.pages import page

CLEAN = "clean"
_BODIES = (13.0, 15.0, 17.0)
"""Pixels of a consonant at 180 dots to the inch: print of 14 to 18 points."""


@dataclass(frozen=True)
class PageResult:
    """A page's numbers: as the reader claims them, as it would guess them, as the engine's."""

    condition: str
    font: str
    claimed: Tally
    guessed: Tally
    plain: Tally
    reader_seconds: float
    plain_seconds: float


def result(font: Path, condition: str, digits: str, seed: str) -> PageResult:
    """Draw a page, wear it down, read it twice and count."""
    random = Random(f"{seed} {font.stem} {condition}")  # noqa: S311 - pictures, not secrets
    drawn = page(font, random, random.choice(_BODIES), digits)
    picture = (
        drawn.picture if condition == CLEAN else DEGRADATIONS[condition](drawn.picture, random)
    )
    even = flattened(sized(grey(picture)))
    begun = process_time()
    seen = look(even, tesseract())
    between = process_time()
    read = seen.reread
    done = process_time()
    texts = (read.text, guess(read), seen.read.text)
    claimed, guessed, plain = (tally(drawn.lines, drawn.numbers, each) for each in texts)
    if seen.legibility < LEGIBLE:  # such a page goes to a person as not read: it claims nothing
        claimed = Tally(claimed.numbers)
    return PageResult(
        condition=condition,
        font=family(font),
        claimed=claimed,
        guessed=guessed,
        plain=plain,
        reader_seconds=done - between,
        plain_seconds=between - begun,
    )


def guess(read: Reread) -> str:
    """The text with every number as the reader would have it, sure or not."""
    text = read.text
    for placed in reversed(read.runs):
        text = text[: placed.start] + placed.run.text + text[placed.end :]
    return text
