"""One line of print drawn, and where each of its signs stands."""

from dataclasses import dataclass
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


def ruled(line: Drawn, random: Random) -> Drawn:
    """The line as it stands in a form: over a ruled or dotted line, or in boxes."""
    picture, size = line.picture.copy(), line.picture.height
    draw, kind = ImageDraw.Draw(picture), random.random()
    row = line.baseline + random.randint(size // 30, size // 9)
    thick = max(1, size // 60)
    if kind < 0.4:
        draw.line((0, row, picture.width, row), fill=random.randint(0, 120), width=thick)
    elif kind < 0.75:
        step = random.randint(2 * thick + 1, 5 * thick + 2)
        for column in range(0, picture.width, step):
            draw.rectangle((column, row, column + thick, row + thick), fill=0)
    else:
        for sign in line.signs:
            draw.line((sign.right, 0, sign.right, size), fill=random.randint(0, 160), width=thick)
    return Drawn(picture, line.signs, line.baseline)
