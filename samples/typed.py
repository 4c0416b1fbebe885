"""Letters typed at an office computer: PDFs whose text layer another program wrote.

Two makers on purpose. The text layer of typst's PDFs reads right in one PDF library and
wrong in the other; with these it is the other way round. Both happen in real mail.
"""

import re

from fpdf import FPDF

from samples.drawing import DRAWN_AT, FONTS, PAGES

_POINTS = 14
_LINE = 8
"""Millimetres from line to line."""


def typed(page: str, password: str | None = None) -> bytes:
    """``pages/<page>.txt`` as a PDF; with a password nobody reads it without.

    The first two lines are set bold and in the middle; spaces at a line's start move it in.
    """
    paper = _paper()
    if password:
        paper.set_encryption(owner_password=password[::-1], user_password=password)
    lines = (PAGES / f"{page}.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        heading = number < 2  # noqa: PLR2004 - name and address
        paper.set_font("Sarabun", style="B" if heading else "", size=_POINTS)
        moved_in = len(line) - len(line.lstrip(" "))
        paper.set_x(paper.l_margin + 1.3 * moved_in)
        paper.cell(0, _LINE, _apart(line.strip()), align="C" if heading else "L")
        paper.ln(_LINE)
    return bytes(paper.output())


def _apart(line: str) -> str:
    """Sara am as its two halves, the ring before the tone mark.

    Many programs store it so. (Whole, fpdf2 leaves the second half without a character,
    and readers then put anything there.)
    """
    return re.sub("([\u0e48-\u0e4b]?)\u0e33", "\u0e4d\\1\u0e32", line)


def _paper() -> FPDF:
    paper = FPDF()
    paper.set_margin(25)
    paper.set_creation_date(DRAWN_AT)
    paper.add_font("Sarabun", "", FONTS / "Sarabun-Regular.ttf")
    paper.add_font("Sarabun", "B", FONTS / "Sarabun-Bold.ttf")
    paper.add_page()
    paper.set_text_shaping(use_shaping_engine=True)
    return paper
