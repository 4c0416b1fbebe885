"""What scanners, telephones and fax machines do to a page, by name."""

from collections.abc import Callable
from io import BytesIO
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Floats = NDArray[np.float32]


def bold(picture: Image.Image, random: Random) -> Image.Image:
    """Ink that has spread, as of a photocopy."""
    spread = picture.filter(ImageFilter.MinFilter(3))
    return Image.blend(picture, spread, random.uniform(0.5, 1.0))


def thin(picture: Image.Image, random: Random) -> Image.Image:
    """Ink that has faded."""
    faded = Image.blend(picture, picture.filter(ImageFilter.MaxFilter(3)), random.uniform(0.2, 0.5))
    return Image.eval(faded, lambda value: 255 - (255 - value) * 7 // 10)


def blurred(picture: Image.Image, random: Random) -> Image.Image:
    """Out of focus by up to a quarter of a stroke's width beyond what one sees."""
    return picture.filter(ImageFilter.GaussianBlur(random.uniform(0.8, 1.6)))


def noisy(picture: Image.Image, random: Random) -> Image.Image:
    """A sensor's grain."""
    values = np.asarray(picture, np.float32)
    return _picture(values + _noise(values, random, random.uniform(6, 22)))


def uneven(picture: Image.Image, random: Random) -> Image.Image:
    """The shadow of a hand and a telephone: half the light at one side."""
    rows, columns = picture.height, picture.width
    across = np.linspace(0, 1, columns, dtype=np.float32)[None, :]
    down = np.linspace(0, 1, rows, dtype=np.float32)[:, None]
    slope = random.uniform(-1, 1) * across + random.uniform(-0.5, 0.5) * down
    light = 1 - random.uniform(0.25, 0.6) * (slope - slope.min()) / max(float(np.ptp(slope)), 1e-6)
    return _picture(np.asarray(picture, np.float32) * light)


def jpeg(picture: Image.Image, random: Random) -> Image.Image:
    """Compressed as messengers do."""
    file = BytesIO()
    picture.convert("L").save(file, "JPEG", quality=random.randint(18, 60))
    return Image.open(file).convert("L")


def coarse(picture: Image.Image, random: Random) -> Image.Image:
    """Scanned with 100 to 130 dots to the inch instead of 200, then shown larger."""
    scale = random.uniform(0.5, 0.65)
    small = picture.resize(_times(picture, scale, scale), Image.Resampling.BOX)
    return small.resize(picture.size, Image.Resampling.BICUBIC)


def fax(picture: Image.Image, random: Random) -> Image.Image:
    """Black and white, 204 by 196 dots to the inch, edges frayed."""
    values = np.asarray(picture.filter(ImageFilter.GaussianBlur(0.6)), np.float32)
    values = values + _noise(values, random, random.uniform(5, 35))
    return _picture(np.where(values < random.uniform(110, 170), 0, 255).astype(np.float32))


def coarse_fax(picture: Image.Image, random: Random) -> Image.Image:
    """A fax in standard resolution: 204 by 98 dots to the inch, stretched to square."""
    flat = picture.resize(_times(picture, 1, 0.5), Image.Resampling.BOX)
    return fax(flat, random).resize(picture.size, Image.Resampling.BILINEAR)


def skewed(picture: Image.Image, random: Random) -> Image.Image:
    """What straightening leaves: up to 0.4 degrees."""
    angle = random.uniform(-0.4, 0.4)
    return picture.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)


def phone(picture: Image.Image, random: Random) -> Image.Image:
    """A telephone's picture in poor light, sent by a messenger."""
    soft = picture.filter(ImageFilter.GaussianBlur(random.uniform(0.5, 1.1)))
    return jpeg(noisy(uneven(soft, random), random), random)


Degradation = Callable[[Image.Image, Random], Image.Image]
DEGRADATIONS: dict[str, Degradation] = {
    "bold": bold,
    "thin": thin,
    "blurred": blurred,
    "noisy": noisy,
    "uneven": uneven,
    "jpeg": jpeg,
    "coarse": coarse,
    "fax": fax,
    "coarse fax": coarse_fax,
    "phone": phone,
}
"""Of a page drawn with about 200 dots to the inch."""


def _noise(values: Floats, random: Random, strength: float) -> Floats:
    source = np.random.default_rng(random.getrandbits(32))
    return source.standard_normal(values.shape, np.float32) * np.float32(strength)


def _picture(values: Floats) -> Image.Image:
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


def _times(picture: Image.Image, across: float, down: float) -> tuple[int, int]:
    return max(1, round(picture.width * across)), max(1, round(picture.height * down))
