"""Files written into a text with uuencode, as mail programs did before MIME."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

from functions.intake.mail.headers import Headers
from functions.intake.mail.transfer import UU_BLOCK, uudecoded
from functions.intake.mail.tree import Leaf

_MOST_FILES = 100


def with_files_apart(leaf: Leaf) -> Iterator[Leaf]:
    """A text without the files written into it, and the files behind it."""
    blocks = list(UU_BLOCK.finditer(leaf.content))[:_MOST_FILES] if b"\nend" in leaf.content else []
    if not blocks:
        yield leaf
        return
    rest, end = b"", 0
    for block in blocks:
        rest, end = rest + leaf.content[end : block.start()], block.end()
    yield replace(leaf, content=rest + leaf.content[end:])
    for block in blocks:
        yield _file(block[1], uudecoded(block[2]))


def _file(name: bytes, content: bytes) -> Leaf:
    named = b"attachment; filename*=''" + quote(name).encode()
    return Leaf(Headers((("content-disposition", named),)), "application/octet-stream", content)
