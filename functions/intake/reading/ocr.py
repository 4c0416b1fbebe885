"""Characters out of a picture: one small interface, and Tesseract behind it.

Tesseract runs in this process (the ``tesserocr`` wheel carries it whole) with the Thai and
the English model beside this file. Its Thai model has no ๔ ๖ ๗ ๘ ๙, so a number in Thai
digits that it read is not to be believed: ``digits`` reads those again.
"""

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Protocol

from PIL import Image

from functions.intake.reading.digits.words import Box, OcrWord, ocr_words
from functions.intake.reading.softness import softened
from shared.errors import NotConfigured

MODELS = Path(__file__).with_name("tessdata")
LANGUAGES = "tha+eng"
"""With the Thai model alone, English words are lost and the error is about three times as high."""

MOST_SECONDS = 20
"""A page that takes longer has no text that could be read; a full page takes 1 to 5."""


_UNSURE = 0.85
_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")


@dataclass(frozen=True)
class Line:
    """One line as it stands on the picture; ``confidence`` is the engine's own, 0 to 1."""

    text: str
    confidence: float
    box: Box

    def is_shadow_of(self, other: "Line") -> bool:
        """Whether this is the row of tone marks of ``other``, taken for a line of its own.

        Widely set Thai makes Tesseract do so; the "text" of such a row is random.
        """
        left, top, right, bottom = self.box
        beside = left >= other.box[2] or right <= other.box[0]
        shared = min(bottom, other.box[3]) - max(top, other.box[1])
        unsure = self.confidence < min(_UNSURE, other.confidence)
        return unsure and not beside and shared > (bottom - top) / 2


@dataclass(frozen=True)
class Recognised:
    """What an engine made of one picture: its lines, and its words in the same order."""

    lines: tuple[Line, ...]
    words: tuple[OcrWord, ...]

    @property
    def text(self) -> str:
        """The lines' text, letter by letter as the words have it."""
        return "\n".join(line.text for line in self.real).strip()

    @property
    def confidence(self) -> float:
        """The engine's own opinion, 0 to 1, each sign counting once; 0 without text."""
        signs = sum(len(line.text) for line in self.real)
        sure = sum(len(line.text) * line.confidence for line in self.real)
        return sure / signs if signs else 0.0

    @cached_property
    def real(self) -> tuple[Line, ...]:
        """The lines that are text, each of them in ``text``."""
        return tuple(line for line in self.lines if not any(map(line.is_shadow_of, self.lines)))


def composed(text: str) -> str:
    """An engine's text as people type it: sara am as one sign."""
    return _SARA_AM.sub("\\1\u0e33", text)


class OcrEngine(Protocol):
    """Reads one upright, grey, evenly lit page."""

    def recognise(self, page: Image.Image) -> Recognised:
        """The page's text, and each word with its box. An empty result is a result."""
        ...


EngineSource = Callable[[], OcrEngine]
"""Gives the engine when it is needed: letters without pictures never load it."""


class Tesseract:
    """Tesseract 5, one thread, page layout found by itself."""

    def __init__(self) -> None:
        """Load the models: 0.2 s, 60 MB."""
        # One thread: two slow each other down on pages, and Lambda counts CPU time. The
        # library reads it when it is loaded, hence before the import.
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        import tesserocr  # noqa: PLC0415 - 0.1 s that letters without pictures need not pay

        self._library = tesserocr
        self._api = tesserocr.PyTessBaseAPI(
            path=f"{MODELS}/", lang=LANGUAGES, psm=tesserocr.PSM.AUTO
        )

    def recognise(self, page: Image.Image) -> Recognised:
        """Empty when nothing was recognised within MOST_SECONDS."""
        self._api.SetImage(softened(page))
        try:
            done = self._api.Recognize(MOST_SECONDS * 1000)
            if not done:
                return Recognised((), ())
            return Recognised(tuple(self._lines()), tuple(ocr_words(self._library, self._api)))
        finally:
            self._api.Clear()

    def _lines(self) -> Iterator[Line]:
        """The page's text has Thai without spaces between its signs; the lines' has not."""
        level = self._library.RIL.TEXTLINE
        texts = [text for text in self._api.GetUTF8Text().split("\n") if text.strip()]
        found = [
            (line.Confidence(level) / 100, box)
            for line, box in self._found(level)
            if line.GetUTF8Text(level).strip()  # a table's ruled lines have no text
        ]
        if len(found) != len(texts):
            found = [(self._api.MeanTextConf() / 100, (0, 0, 0, 0))] * len(texts)
        for text, (sure, box) in zip(texts, found, strict=True):
            yield Line(text.strip(), sure, box)

    def _found(self, level: Any) -> Iterator[tuple[Any, Box]]:
        result = self._api.GetIterator()
        for each in self._library.iterate_level(result, level) if result else ():
            box = each.BoundingBox(level)
            if box and not each.Empty(level):
                yield each, box


@cache
def tesseract() -> OcrEngine:
    """The engine, loaded once per process.

    Raises NotConfigured when it cannot be loaded: that is our fault and not the document's.
    """
    try:
        return Tesseract()
    except Exception as error:
        raise NotConfigured("OCR engine") from error
