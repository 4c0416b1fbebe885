"""The engine's text sign by sign: where each stands in the text and on the page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from functions.intake.reading.digits.words import Box, OcrWord

MARKS = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")
"""They stand over or under a letter: where the engine puts them beside it, it guesses."""
_FARTHEST = 8
"""Characters of the text that may lie between a word and the one before, spaces aside."""


@dataclass(frozen=True)
class PageSign:
    """One sign: its place in the text, its word's confidence, where it stands on the page.

    ``word`` is the place in the text at which its word begins.
    """

    text: str
    place: int
    word: int
    confidence: float
    box: Box

    @property
    def middle(self) -> float:
        """The column of its middle."""
        return (self.box[0] + self.box[2]) / 2

    @property
    def height(self) -> int:
        """Of its box, at least one pixel."""
        return max(1, self.box[3] - self.box[1])


def lines_of_signs(text: str, words: Sequence[OcrWord]) -> list[list[PageSign]]:
    """The signs that stand beside one another, line by line, without the marks over them.

    Words are looked for in the text in their order; one that is not there is left out.
    """
    lines: list[list[PageSign]] = []
    line_end, end = -1, 0
    for word in words:
        near = end + len(text[end:]) - len(text[end:].lstrip())
        place = text.find(word.text, near, near + len(word.text) + _FARTHEST)
        if place < 0 or not word.text:
            continue
        if place > line_end:
            lines.append([])
            line_end = (text + "\n").find("\n", place)
        lines[-1].extend(_signs(word, place))
        end = place + len(word.text)
    return [line for line in lines if line]


def _signs(word: OcrWord, start: int) -> Iterator[PageSign]:
    """A word's signs share its width evenly: the engine's own guess is no better."""
    printed = [n for n, sign in enumerate(word.text) if sign not in MARKS and not sign.isspace()]
    left, top, right, bottom = word.box
    for order, n in enumerate(printed):
        begin = left + (right - left) * order // len(printed)
        end = left + (right - left) * (order + 1) // len(printed)
        yield PageSign(word.text[n], start + n, start, word.confidence, (begin, top, end, bottom))
