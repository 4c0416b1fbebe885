"""Sheets drawn with typst, as pictures or as a PDF with a text layer."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import cast

import typst
from PIL import Image, ImageFont

from benchmarks.reading_bench.sheets import Sheet
from samples.drawing import FONTS

_TEMPLATE = Path(__file__).with_name("sheets.typ")
_NEEDED = "กญฐำ๔๙09A/"
_MISSING = "\U0010fffe"
"""No font has it: it shows what the font draws for a sign that it has not."""
_REGULAR, _BOLD = 400, 700
_UPRIGHT = "normal"


@dataclass(frozen=True)
class Font:
    """A Thai font as typst knows it."""

    family: str
    weight: int

    @property
    def name(self) -> str:
        """The family, and ``bold`` where it is."""
        return f"{self.family} bold" if self.weight > _REGULAR else self.family


def thai_fonts(folder: Path | None, count: int) -> tuple[Font, ...]:
    """``count`` fonts: the project's own first, then some from all over the folder."""
    own = _fonts(FONTS)
    others = [font for font in _fonts(folder) if font not in own] if folder else []
    wanted = max(0, count - len(own))
    step = max(1.0, len(others) / wanted) if wanted else 1.0
    chosen = [others[int(n * step)] for n in range(wanted) if int(n * step) < len(others)]
    return (*own, *chosen)[:count]


def pictures(
    sheets: Sequence[Sheet], font: Font, folder: Path | None, dots_per_inch: int
) -> tuple[Image.Image, ...]:
    """The sheets as grey pictures, in order."""
    drawn = _compiled(sheets, font, folder, "png", dots_per_inch)
    found = drawn if isinstance(drawn, list) else [drawn]
    return tuple(Image.open(BytesIO(sheet)).convert("L") for sheet in found)


def pdf(sheets: Sequence[Sheet], font: Font, folder: Path | None = None) -> bytes:
    """The sheets as a PDF whose text can be selected."""
    return cast("bytes", _compiled(sheets, font, folder, "pdf", 72))


def _compiled(
    sheets: Sequence[Sheet], font: Font, folder: Path | None, form: str, dots_per_inch: int
) -> bytes | list[bytes]:
    written = json.dumps([[asdict(line) for line in sheet.lines] for sheet in sheets])
    made = _compiler(folder).compile(
        _TEMPLATE,
        format="png" if form == "png" else "pdf",
        ppi=dots_per_inch,
        sys_inputs={"sheets": written, "font": font.family, "weight": str(font.weight)},
    )
    return cast("bytes | list[bytes]", made)


@cache
def _compiler(folder: Path | None) -> typst.Compiler:
    """One for all sheets: finding the fonts takes longer than drawing."""
    return typst.Compiler(font_paths=_found(folder), ignore_system_fonts=True)


@cache
def _found(folder: Path | None) -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[FONTS, *([folder] if folder else [])],
    )


def _fonts(folder: Path) -> list[Font]:
    """Each upright family with Thai, by name; the bold of a family only where it is ours."""
    upright = [font for font in _found(folder).fonts() if font.style.lower() == _UPRIGHT]
    weights = (_REGULAR, _BOLD) if folder == FONTS else (_REGULAR,)
    found = {
        Font(font.family, font.weight)
        for font in upright
        if font.weight in weights and font.path and _has_thai(Path(font.path))
    }
    inside = {Font(f.family, f.weight) for f in upright if f.path and _within(folder, f.path)}
    return sorted(found & inside, key=lambda font: (font.weight, font.family))


def _within(folder: Path, path: str) -> bool:
    return Path(path).resolve().is_relative_to(folder.resolve())


@cache
def _has_thai(path: Path) -> bool:
    font = ImageFont.truetype(path, 40)
    nothing = bytes(font.getmask(_MISSING))
    return all(bytes(font.getmask(sign)) not in (nothing, b"") for sign in _NEEDED)
