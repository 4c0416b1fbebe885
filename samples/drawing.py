"""Pages drawn with typst: as pictures to be worn like paper, or as PDFs with real text."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import cast

import typst
from PIL import Image

HERE = Path(__file__).parent
PAGES = HERE / "pages"
FONTS = HERE / "fonts"
DRAWN_AT = datetime(2026, 11, 16, tzinfo=UTC)
"""The date that the PDFs carry: fixed, so that every run writes the same bytes."""


def pictures(page: str, dots_per_inch: float) -> tuple[Image.Image, ...]:
    """The sheets of ``pages/<page>.typ`` as RGB pictures, in order."""
    drawn = typst.compile(
        PAGES / f"{page}.typ",
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="png",
        ppi=dots_per_inch,
    )
    # Its annotations know only the single page.
    sheets = cast("bytes | list[bytes]", drawn)
    sheets = sheets if isinstance(sheets, list) else [sheets]
    return tuple(Image.open(BytesIO(sheet)).convert("RGB") for sheet in sheets)


def pdf(page: str) -> bytes:
    """``pages/<page>.typ`` as a PDF with a text layer."""
    return typst.compile(
        PAGES / f"{page}.typ",
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="pdf",
        timestamp=int(DRAWN_AT.timestamp()),
    )
