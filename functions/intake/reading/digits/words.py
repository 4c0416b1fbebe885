"""Words as the OCR engine saw them: what the digit reader needs to know of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels of the page."""


@dataclass(frozen=True)
class OcrWord:
    """A word, where it stands, and the engine's own opinion of it (0 to 1).

    In Thai the engine takes nearly every sign for a word, and its boxes are rough.
    """

    text: str
    box: Box
    confidence: float


def ocr_words(library: Any, api: Any) -> Iterator[OcrWord]:
    """What Tesseract recognised, in the order of its text: ``library`` is tesserocr.

    ``api`` is a PyTessBaseAPI after ``Recognize``.
    """
    level, found = library.RIL.WORD, api.GetIterator()
    for word in library.iterate_level(found, level) if found else ():
        box = word.BoundingBox(level)
        if box and not word.Empty(level):
            yield OcrWord(word.GetUTF8Text(level).strip(), box, word.Confidence(level) / 100)
