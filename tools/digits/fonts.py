"""The Thai fonts in a folder, and which of them the reader must never have seen."""

from functools import cache
from pathlib import Path

from PIL import ImageFont

TEST = ("sarabun", "laksaman", "loma", "norasi", "kinnari", "noto-serif-thai")
"""Families kept for measuring. Sarabun and Laksaman are what Thai offices write in."""
TUNING = ("garuda", "taviraj", "niramit")
"""Families on which the reader's sureness is set: not learnt from, not measured on."""
_NEEDED = "๐๙09/-.กงฯA"
_MISSING = "\U0010fffe"
"""No font has it: it shows what the font draws for a sign that it has not."""


def of_part(folder: Path, part: str) -> list[Path]:
    """The usable font files of one part: "test", "tuning" or "learning"."""
    files = sorted(folder.rglob("*.[to]tf"))
    return [file for file in files if _part(file) == part and is_usable(file)]


def family(file: Path) -> str:
    """The family as its files are called: noto-serif-thai for noto-serif-thai-400.ttf."""
    return file.stem.lower().removesuffix("-italic").rsplit("-", 1)[0]


def is_upright(file: Path) -> bool:
    """True for the regular and the bold face of a family, not for slanted or light ones."""
    name = file.stem.lower().removeprefix(family(file))
    return name in {"", "-regular", "-bold", "-400", "-700"}


def is_usable(file: Path) -> bool:
    """True when the font has Thai and Arabic digits, Thai and Latin letters, separators."""
    font = loaded(file, 40)
    nothing = bytes(font.getmask(_MISSING))
    return all(bytes(font.getmask(sign)) not in (nothing, b"") for sign in _NEEDED)


@cache
def loaded(file: Path, size: int) -> ImageFont.FreeTypeFont:
    """The font in a size (pixels), loaded once."""
    return ImageFont.truetype(file, size)


def size_for_body(file: Path, body: float) -> int:
    """The font size at which a plain Thai consonant is ``body`` pixels high."""
    _, top, _, bottom = loaded(file, 200).getbbox("บ")
    return max(6, round(200 * body / (bottom - top)))


def _part(file: Path) -> str:
    """By name, however it is spelt: THSarabunNew is Sarabun too."""
    name = family(file).replace("-", "")
    if any(each.replace("-", "") in name for each in TEST):
        return "test"
    return "tuning" if any(each in name for each in TUNING) else "learning"
