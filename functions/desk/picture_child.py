"""The child that draws a page: reads a file on standard input, writes a JPEG, and ends."""

import io
import resource
import struct
import sys
from typing import Any

import pypdfium2
from PIL import Image, ImageOps

HEADER = struct.Struct("<8sII")
MEMORY = 1024 * 1024 * 1024
PROCESSOR_SECONDS = 15
MOST_PIXELS = 60_000_000
"""An A4 page at 600 dots to the inch has 35 million."""
QUALITY = 80


def main() -> None:
    """Draw the page that is asked for; any failure ends the process with an error."""
    resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    asked = sys.stdin.buffer.read()
    kind, page, width = HEADER.unpack_from(asked)
    content = asked[HEADER.size :]
    draw = _pdf if kind.rstrip(b"\0") == b"pdf" else _picture
    drawn = draw(content, page - 1, width)
    out = io.BytesIO()
    drawn.convert("RGB").save(out, "JPEG", quality=QUALITY)
    sys.stdout.buffer.write(out.getvalue())


def _pdf(content: bytes, page: int, width: int) -> Any:
    document = pypdfium2.PdfDocument(content)
    sheet = document[page]
    across, down = sheet.get_size()
    scale = min(width / across, (MOST_PIXELS / (across * down)) ** 0.5)
    return sheet.render(scale=scale).to_pil()


def _picture(content: bytes, page: int, width: int) -> Any:
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    opened = Image.open(io.BytesIO(content))
    if opened.width * opened.height > MOST_PIXELS:
        raise SystemExit(1)
    opened.seek(page)
    upright = ImageOps.exif_transpose(opened)
    upright.thumbnail((width, width * 4))
    return upright
