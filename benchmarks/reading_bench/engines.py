"""The two that are compared on one picture: our reader, and the plain engine with its models."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from time import process_time
from typing import Any

import pypdfium2 as pdfium
from PIL import Image, ImageSequence

from functions.intake.reading.ocr import LANGUAGES, MODELS, OcrEngine, Recognised, tesseract
from functions.intake.reading.reader import read
from shared.model.reading import Page, Source

_PDF_AT = 300
"""Dots to the inch at which the pages of a PDF are drawn for it, as its users do."""


@dataclass(frozen=True)
class Seen:
    """What was read of one file.

    ``seconds`` are CPU seconds of this process; ``pages`` the pages that an engine was shown,
    ``glances`` how often it was (a page that lies wrong is shown again the other way up).
    """

    text: str
    seconds: float
    pages: int
    glances: int


def warm_up() -> None:
    """Load the models of both, which is nobody's page."""
    tesseract()
    _plain()


def by_reader(content: bytes) -> Seen:
    """A document as intake's reader reads it."""
    counting = _Counting(tesseract())
    start = process_time()
    _, reading = read(content, engine=lambda: counting)
    seconds = process_time() - start
    return Seen(reading.text, seconds, count_ocr(reading.pages), counting.glances)


def by_plain_engine(content: bytes) -> Seen:
    """Every page of a picture file or a scanned PDF, given to Tesseract as it is.

    Its default page segmentation, the reader's models and languages, one thread, and the
    resolution that the file declares. Nothing is flattened or turned.
    """
    start = process_time()
    texts = [_plain_text(page, dots_per_inch) for page, dots_per_inch in _opened(content)]
    return Seen("\n".join(texts), process_time() - start, len(texts), len(texts))


def _plain_text(page: Image.Image, dots_per_inch: int | None) -> str:
    _plain().SetImage(page)
    if dots_per_inch:
        _plain().SetSourceResolution(dots_per_inch)
    return str(_plain().GetUTF8Text())


def _opened(content: bytes) -> Iterator[tuple[Image.Image, int | None]]:
    """The pages with their resolution, where one is known."""
    if content.startswith(b"%PDF"):
        with pdfium.PdfDocument(content) as document:
            for page in document:
                yield page.render(scale=_PDF_AT / 72).to_pil(), _PDF_AT
        return
    with Image.open(BytesIO(content)) as picture:
        for frame in ImageSequence.Iterator(picture):
            dots = picture.info.get("dpi")
            yield frame, round(float(dots[0])) if dots else None


def count_ocr(pages: Sequence[Page]) -> int:
    """The pages that were read by OCR."""
    return sum(page.source is Source.OCR for page in pages)


class _Counting:
    """An engine that counts how often it is asked."""

    def __init__(self, engine: OcrEngine) -> None:
        self._engine = engine
        self.glances = 0

    def recognise(self, page: Image.Image) -> Recognised:
        self.glances += 1
        return self._engine.recognise(page)


@cache
def _plain() -> Any:
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # read when the library is loaded
    import tesserocr  # noqa: PLC0415 - see above

    return tesserocr.PyTessBaseAPI(path=f"{MODELS}/", lang=LANGUAGES)
