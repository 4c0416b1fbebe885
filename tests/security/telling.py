"""A reader whose engine finds the same words on every scan: what is done with them counts."""

from functools import partial

from PIL import Image

from functions.intake.reading import reader
from functions.intake.reading.digits.words import OcrWord
from functions.intake.reading.ocr import Line, Recognised

WRITTEN = ("นางสาวมะลิวัลย์ ขึ้นทะเบียน", "เลขประจำตัวประชาชน 1-1017-00203-45-1", "โทร 089-876-5432")
"""On every scan, as it is said to be."""


class Telling:
    """An OcrEngine."""

    def recognise(self, page: Image.Image) -> Recognised:
        """Three lines that cover all of the page."""
        height = page.height // len(WRITTEN)
        boxes = [(0, n * height, page.width, (n + 1) * height) for n in range(len(WRITTEN))]
        lines = tuple(Line(text, 0.99, box) for text, box in zip(WRITTEN, boxes, strict=True))
        return Recognised(lines, tuple(OcrWord(one.text, one.box, 0.99) for one in lines))


read = partial(reader.read, engine=Telling)
"""In place of ``functions.intake.reading.reader.read``."""
