"""One line of print drawn, and where each of its signs stands."""

from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw

from tools.digits.fonts import loaded

_NO_KERNING = ["-kern", "-liga"]
"""So that a sign stands where the signs before it end."""
_MARKS = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")


@dataclass(frozen=True)
class Sign:
    """A sign of a drawn line and the columns it fills."""

    text: str
    left: float
    right: float


@dataclass(frozen=True)
class Drawn:
    """A drawn line: black on white, its signs, the row that they stand on."""

    picture: Image.Image
    signs: tuple[Sign, ...]
    baseline: int


def drawn(text: str, font: Path, size: int, margin: int) -> Drawn:
    """The text in one line with ``margin`` pixels of paper around."""
    type_ = loaded(font, size)
    ends = [type_.getlength(text[:end], features=_NO_KERNING) for end in range(len(text) + 1)]
    picture = Image.new("L", (round(ends[-1]) + 2 * margin, round(size * 1.9) + 2 * margin), 255)
    baseline = margin + round(size * 1.25)
    draw = ImageDraw.Draw(picture)
    draw.text((margin, baseline), text, font=type_, fill=0, anchor="ls", features=_NO_KERNING)
    signs = (
        Sign(sign, margin + ends[place], margin + ends[place + 1])
        for place, sign in enumerate(text)
        if sign not in _MARKS
    )
    return Drawn(picture, tuple(signs), baseline)


def in_a_form(line: Drawn, random: Random) -> Drawn:
    """The line as it stands in a form: over a ruled or dotted line, or in boxes."""
    how = random.choice((_underlined, _dotted, _boxed))
    picture = line.picture.copy()
    how(replace(line, picture=picture), random)
    return replace(line, picture=picture)


def _underlined(line: Drawn, random: Random) -> None:
    row, thick = _under(line, random)
    shade = random.randint(0, 120)
    ImageDraw.Draw(line.picture).line((0, row, line.picture.width, row), fill=shade, width=thick)


def _dotted(line: Drawn, random: Random) -> None:
    row, thick = _under(line, random)
    draw = ImageDraw.Draw(line.picture)
    for column in range(0, line.picture.width, random.randint(2 * thick + 1, 5 * thick + 2)):
        draw.rectangle((column, row, column + thick, row + thick), fill=0)


def _boxed(line: Drawn, random: Random) -> None:
    _, thick = _under(line, random)
    draw, shade = ImageDraw.Draw(line.picture), random.randint(0, 160)
    for sign in line.signs:
        draw.line((sign.right, 0, sign.right, line.picture.height), fill=shade, width=thick)


def _under(line: Drawn, random: Random) -> tuple[int, int]:
    """A row under the line, and how thick a ruled line is."""
    height = line.picture.height
    return line.baseline + random.randint(height // 30, height // 9), max(1, height // 60)
