"""A page photographed with a phone. Pure: same page and seed, same picture."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Pixels = NDArray[np.float32]
_SMOOTH = Image.Resampling.BICUBIC


def on_a_table(page: Image.Image, seed: int) -> Image.Image:
    """A phone: on a table, from aslant, a lamp at one side and a hand's shadow on the other."""
    random = np.random.default_rng(seed)
    small = page.resize((1500, round(1500 * page.height / page.width)), _SMOOTH)
    size = (round(small.width * 1.08), round(small.height * 1.04))
    plane = _plane(_corners(size, random), small.size)
    seen = small.transform(size, Image.Transform.PERSPECTIVE, plane, _SMOOTH)
    paper = Image.new("L", small.size, 255).transform(
        size, Image.Transform.PERSPECTIVE, plane, _SMOOTH
    )
    table = Image.fromarray(clipped(random.normal(95, 9, (size[1], size[0]))))
    table.paste(seen, mask=paper)
    soft = np.asarray(table.filter(ImageFilter.GaussianBlur(0.8)), np.float32)
    lit = soft * _light(size, random) + random.normal(0, 4, soft.shape)
    return Image.fromarray(clipped(lit))


def clipped(values: NDArray[np.floating]) -> NDArray[np.uint8]:
    """Grey values as a picture has them."""
    pixels: NDArray[np.uint8] = np.clip(values, 0, 255).astype(np.uint8)
    return pixels


def _light(size: tuple[int, int], random: np.random.Generator) -> Pixels:
    """1 under the lamp, a fifth of that in the far corner, and a shadow with a soft edge."""
    x = np.linspace(0, 1, size[0], dtype=np.float32)[None, :]
    y = np.linspace(0, 1, size[1], dtype=np.float32)[:, None]
    lamp = random.uniform(0, 0.3, 2)
    away = np.hypot(x - lamp[0], y - lamp[1])
    edge = 0.55 + 0.1 * random.random() + 0.25 * y
    shadow = 1 - 0.35 / (1 + np.exp(-(x - edge) * 25))
    return np.asarray(np.clip(1.05 - 0.62 * away, 0.2, 1) * shadow, np.float32)


def _corners(size: tuple[int, int], random: np.random.Generator) -> list[tuple[float, float]]:
    """Where the page's corners fall in the photo: clockwise from the top left."""
    places = ((0.05, 0.03), (0.94, 0.04), (0.98, 0.98), (0.02, 0.97))
    shifts = random.uniform(-0.012, 0.012, (4, 2)).tolist()
    return [
        (size[0] * (x + dx), size[1] * (y + dy))
        for (x, y), (dx, dy) in zip(places, shifts, strict=True)
    ]


def _plane(corners: Sequence[tuple[float, float]], page: tuple[int, int]) -> tuple[float, ...]:
    """Pillow's eight perspective coefficients: from the photo back to the page."""
    rows, wanted = [], []
    for (x, y), (u, v) in zip(corners, ((0, 0), (page[0], 0), page, (0, page[1])), strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        wanted += [u, v]
    return tuple(np.linalg.solve(np.array(rows, float), np.array(wanted, float)).tolist())
