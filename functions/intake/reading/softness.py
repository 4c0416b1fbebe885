"""Print as soft as the OCR network likes it: sharp edges cost it signs, and so does blur.

It was taught on print softer than a scanner's or a drawn page's, and harder than that of a
photograph out of focus. A page is softened by as much as its edges are sharper.
"""

import numpy as np
from PIL import Image, ImageFilter

_BLURRED, _SHARP = 30.0, 70.0
"""Grey steps that a blur of one pixel takes from a page's steep edges: of a photograph out of
focus 24, of one in focus 53, of scans at 150 dpi 57, of drawn pages and faxes 75."""
_STEEP = 90
"""Percent of the edges that are flatter than the steep ones."""
_AN_EDGE = 8
"""Grey steps: less is paper."""
_ENOUGH = 500
"""Pixels of edges by which a page can be judged."""


def softened(page: Image.Image) -> Image.Image:
    """A flattened grey page blurred by up to one pixel, or as it is when it is soft enough."""
    sharp = sharpness(_middle(page)) or sharpness(page)
    radius = min(max((sharp - _BLURRED) / (_SHARP - _BLURRED), 0.0), 1.0)
    return page.filter(ImageFilter.GaussianBlur(radius)) if radius else page


def sharpness(page: Image.Image) -> float:
    """Grey steps that a blur of one pixel takes from the steep edges; 0 where there is no print."""
    soft = np.asarray(page.filter(ImageFilter.GaussianBlur(1.0)), np.int16)
    off = np.abs(np.asarray(page, np.int16) - soft)
    edges = off[off > _AN_EDGE]
    return float(np.percentile(edges, _STEEP)) if edges.size >= _ENOUGH else 0.0


def _middle(page: Image.Image) -> Image.Image:
    """A quarter of the page tells as much as all of it."""
    width, height = page.size
    return page.crop((width // 4, height // 4, width * 3 // 4, height * 3 // 4))
