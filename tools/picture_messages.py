"""Pictures of messages for docs/receipts.md: ``python -m tools.picture_messages FOLDER KIND...``.

Of each kind named: the first page of its PDF, and its HTML part as a mail program shows it on a
telephone; of the first also in the dark, and on a desk. Needs ``chromium`` on the path.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

from cli.preview import write
from samples.messages.kinds import MESSAGES

TELEPHONE, DESK = 360, 900
"""Widths in CSS pixels."""
TALLEST = 4000
SCALE = 1.3
"""Dots per point of a PDF's page."""
LIGHT, DARK = "1", "0"
"""Chromium's numbers for what a reader prefers."""


def main(folder: Path, kinds: list[str]) -> None:
    """Draw them."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as previews:
        for kind in kinds:
            files = {file.suffix: file for file in write(kind, MESSAGES[kind](), Path(previews))}
            if ".pdf" in files:
                page = pypdfium2.PdfDocument(files[".pdf"])[0].render(scale=SCALE).to_pil()
                _keep(page, folder / f"{kind}-pdf.png")
            _keep(_seen(files[".html"], TELEPHONE, LIGHT), folder / f"{kind}.png")
            if kind == kinds[0]:
                _keep(_seen(files[".html"], TELEPHONE, DARK), folder / f"{kind}-dark.png")
                _keep(_seen(files[".html"], DESK, LIGHT), folder / f"{kind}-desk.png")


def _seen(html: Path, width: int, scheme: str) -> Image.Image:
    """A page as the browser shows it, without what is empty below it."""
    with tempfile.TemporaryDirectory() as folder:
        shot = Path(folder) / "shot.png"
        subprocess.run(  # noqa: S603 - a browser found on the path, our own file
            [
                shutil.which("chromium") or "chromium",
                "--headless",
                "--no-sandbox",
                "--hide-scrollbars",
                f"--user-data-dir={folder}/profile",
                f"--blink-settings=preferredColorScheme={scheme}",
                f"--window-size={width},{TALLEST}",
                f"--screenshot={shot}",
                html.resolve().as_uri(),
            ],
            check=True,
            capture_output=True,
        )
        picture = Image.open(shot).convert("RGB")
    empty = Image.new("RGB", picture.size, picture.getpixel((0, picture.height - 1)))
    used = ImageChops.difference(picture, empty).getbbox()
    return picture.crop((0, 0, picture.width, min(picture.height, (used[3] if used else 0) + 20)))


def _keep(picture: Image.Image, file: Path) -> None:
    """Sixteen greys tell text as well as all, in a quarter of the bytes."""
    picture.convert("L").quantize(16).save(file, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
