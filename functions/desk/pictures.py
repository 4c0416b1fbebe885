"""A page of a document as a picture, drawn in a process of its own that can be killed.

The sender's file never reaches the browser as something to be shown. It is opened by a child
that has little time and memory, no network of its own making and no keys; what comes back is
a JPEG that the child has drawn.
"""

import struct
import subprocess
import sys
from pathlib import Path

from shared.errors import NotHere

CHILD = Path(__file__).with_name("picture_child.py")
SECONDS = 20
MOST_BYTES = 40 * 1024 * 1024
SHOWN = frozenset({"pdf", "jpeg", "png", "tiff", "gif", "bmp", "webp"})
"""Kinds that are drawn. The others are shown as the text that was read, and downloaded."""


def drawn(content: bytes, kind: str, page: int, width: int) -> bytes:
    """Page ``page`` (from 1) as a JPEG at most ``width`` pixels wide.

    Raises NotHere when there is no such page, or the file cannot be drawn in time.
    """
    if kind not in SHOWN or len(content) > MOST_BYTES or page < 1:
        raise NotHere
    asked = struct.pack("<8sII", kind.encode(), page, width) + content
    try:
        done = subprocess.run(  # noqa: S603 - our own file, no words of a stranger
            [sys.executable, "-I", "-c", _START, str(CHILD.parent), *sys.path],
            input=asked,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={},
        )
    except subprocess.TimeoutExpired:
        raise NotHere from None
    if done.returncode or not done.stdout.startswith(b"\xff\xd8"):
        raise NotHere
    return done.stdout


_START = """
import sys
here, *paths = sys.argv[1:]
sys.path[:] = [here, *paths]
import picture_child
picture_child.main()
"""
