"""``python -m tools.screenshots FOLDER [NAME...]``: every page of desk and counter as PNG.

Starts a town of its own, fills it with invented letters, and draws each page in Thai and
English, on a phone (360 pixels) and a desk (1280), light and dark. ``NAME`` draws only the
pictures whose name begins so, as in ``desk-queue`` or ``counter-sent-en-phone-dark``. Needs
Chromium (or CHROMIUM=/path/to/it) and no network.
"""

import argparse
import sys
import tempfile
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Page

from local.plan import Plan
from local.town import Town
from shared.thai.writing import ENGLISH, THAI
from tools.screenshots.chromium import chromium, installed
from tools.screenshots.furnishing import furnish
from tools.screenshots.gallery import VIEWS
from tools.screenshots.visitors import Visitors

WIDTHS = {"phone": 360, "desktop": 1280}
HEIGHT = 800
TALLEST = 3000
"""Pixels of a page; what is longer is cut."""
COLOURS = 64
"""They tell a page as well as all, in a quarter of the bytes."""
LOADED = "Promise.allSettled([...document.images].map((one) => one.decode()))"


class Look(NamedTuple):
    """How a page is looked at."""

    language: str
    size: str
    scheme: str

    def of(self, view: str) -> str:
        """The picture's name."""
        return "-".join((view, *self))


LOOKS = tuple(Look(*look) for look in product((THAI, ENGLISH), WIDTHS, ("light", "dark")))


def main() -> int:
    """Draw; 1 when there is no browser."""
    asked = _asked()
    browser_path = installed()
    if browser_path is None:
        sys.stderr.write("No Chromium was found; install it, or set CHROMIUM to its path.\n")
        return 1
    asked.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, Town(Path(folder), Plan()) as town:
        there = furnish(town.state)
        with chromium(browser_path) as browser:
            visitors = Visitors(browser, town.state)
            for view in VIEWS:
                for language in (THAI, ENGLISH):
                    looks = [one for one in LOOKS if one.language == language]
                    wanted = [one for one in looks if one.of(view.name).startswith(asked.names)]
                    if not wanted:
                        continue
                    page = view.open(visitors, language, there)
                    for look in wanted:
                        _draw(page, look, asked.folder / f"{look.of(view.name)}.png")
                    page.close()
    return 0


def _asked() -> argparse.Namespace:
    top = argparse.ArgumentParser(prog="python -m tools.screenshots", description=__doc__)
    top.add_argument("folder", type=Path, metavar="FOLDER", help="where to write the pictures")
    top.add_argument("names", nargs="*", metavar="NAME", help="only those that begin so")
    asked = top.parse_args()
    asked.names = tuple(asked.names) or ("",)
    return asked


def _draw(page: Page, look: Look, file: Path) -> None:
    page.emulate_media(color_scheme="dark" if look.scheme == "dark" else "light")
    wide = WIDTHS[look.size]
    page.set_viewport_size({"width": wide, "height": HEIGHT})
    page.evaluate(LOADED)
    tall = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
    area = page.screenshot(
        full_page=True,
        clip={"x": 0, "y": 0, "width": wide, "height": tall},
        animations="disabled",
    )
    picture = Image.open(BytesIO(area)).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
    sys.stdout.write(f"{file}\n")


if __name__ == "__main__":
    sys.exit(main())
