"""What phones, scanners and fax machines do to a page. Pure: same page and seed, same result."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Pixels = NDArray[np.float64]
Corners = tuple[tuple[float, float], ...]


def photographed(page: Image.Image, seed: int, dusk: float = 0.45) -> Image.Image:
    """A phone's photo: on a table, from aslant, unevenly lit, a little soft and noisy.

    ``dusk`` is how much darker the worst corner is than the best (0 to 1).
    """
    random = np.random.default_rng(seed)
    width = 1240
    height = round(width * page.height / page.width * 0.943)
    table = _table(width, height, random)
    corners = _aslant(width, height, random)
    seen = page.transform(
        (width, height), Image.Transform.PERSPECTIVE, _plane(corners, page.size), _SMOOTH
    )
    paper = Image.new("L", page.size, 255).transform(
        (width, height), Image.Transform.PERSPECTIVE, _plane(corners, page.size), _SMOOTH
    )
    table.paste(seen, mask=paper)
    soft = table.filter(ImageFilter.GaussianBlur(0.7))
    lit = _pixels(soft) * _light(width, height, dusk, random)[..., None] * _WARM
    return _image(lit + random.normal(0, 4.0, (height, width, 1)))


def scanned(page: Image.Image, seed: int, skew: float) -> Image.Image:
    """An office scanner's grey page: ``skew`` degrees askew, off-white, with a dirty glass."""
    random = np.random.default_rng(seed)
    turned = page.convert("L").rotate(skew, Image.Resampling.BICUBIC, fillcolor=255)
    soft = turned.filter(ImageFilter.GaussianBlur(0.6))
    grey = 20 + _pixels(soft) * (226 / 255) + random.normal(0, 3.0, (page.height, page.width))
    for column in random.integers(0, page.width, 2):
        grey[:, column] -= 26
    return _image(grey)


def faxed(page: Image.Image, seed: int, skew: float) -> Image.Image:
    """A fax in fine mode (204 x 196 dots per inch): black or white, ragged, with specks."""
    random = np.random.default_rng(seed)
    sheet = page.convert("L").resize((1728, 2292), Image.Resampling.BICUBIC)
    soft = sheet.rotate(skew, Image.Resampling.BICUBIC, fillcolor=255)
    grey = _pixels(soft.filter(ImageFilter.GaussianBlur(0.8)))
    ragged = grey + random.normal(0, 22.0, grey.shape)
    ragged[random.random(grey.shape) < _SPECKS] = 0
    return _image(np.where(ragged > _PAPER, 255.0, 0.0)).convert("1", dither=Image.Dither.NONE)


_PAPER = 150
"""Grey from which a fax machine sees paper and not ink."""
_SPECKS = 0.00012
"""Share of dots that a dusty drum blackens."""
_SMOOTH = Image.Resampling.BICUBIC
_WARM = np.array([1.0, 0.97, 0.91])


def _table(width: int, height: int, random: np.random.Generator) -> Image.Image:
    """A brown table top with a grain, for what the photo shows around the page."""
    grain = np.cumsum(random.normal(0, 1.2, height))
    grain = 14 * np.sin(grain[:, None] / 9 + np.linspace(0, 1.5, width)[None, :])
    return _image(np.array([118.0, 84.0, 58.0]) + grain[..., None])


def _aslant(width: int, height: int, random: np.random.Generator) -> Corners:
    """Where the page's corners fall in the photo: clockwise from the top left."""
    places = ((0.06, 0.04), (0.93, 0.05), (0.97, 0.97), (0.03, 0.96))
    shifts = random.uniform(-0.018, 0.018, (4, 2))
    return tuple(
        (width * (x + dx), height * (y + dy))
        for (x, y), (dx, dy) in zip(places, shifts.tolist(), strict=True)
    )


def _plane(corners: Corners, size: tuple[int, int]) -> tuple[float, ...]:
    """Pillow's eight perspective coefficients: from the photo back to the page."""
    page = ((0, 0), (size[0], 0), size, (0, size[1]))
    rows, wanted = [], []
    for (x, y), (u, v) in zip(corners, page, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        wanted += [u, v]
    return tuple(np.linalg.solve(np.array(rows, float), np.array(wanted, float)).tolist())


def _light(width: int, height: int, dusk: float, random: np.random.Generator) -> Pixels:
    """A lamp near one corner, and the soft shadow of the hand that holds the phone."""
    x, y = np.linspace(0, 1, width)[None, :], np.linspace(0, 1, height)[:, None]
    lamp = random.uniform(0.0, 0.35, 2)
    away = np.hypot(x - lamp[0], y - lamp[1]) / np.hypot(1.0, 1.0)
    hand = np.hypot((x - 0.8) / 0.5, (y - random.uniform(0.6, 0.9)) / 0.3)
    shadow = 0.22 / (1 + np.exp((hand - 1) * 7))
    return np.asarray(1.02 - dusk * away - shadow, dtype=np.float64)


def _pixels(image: Image.Image) -> Pixels:
    return np.asarray(image, dtype=np.float64)


def _image(pixels: Pixels) -> Image.Image:
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
