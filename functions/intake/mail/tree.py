"""A message taken apart into its leaves, in the sender's order.

Outer boundaries are cut first, so a part whose own end is missing cannot swallow its
neighbours; a multipart whose boundary is nowhere is text, never nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from functions.intake.mail.headers import Headers, split_message, split_part
from functions.intake.mail.smime import is_mime_entity, sealed_content
from functions.intake.mail.transfer import decoded
from shared.errors import LetterTooLarge

MOST_PARTS = 500
"""More parts than any letter has; each one costs a row in the register."""
MOST_DEPTH = 30
"""Multiparts within multiparts; what lies deeper is read as text."""

_SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_GUESS = re.compile(rb"(?im)^--([^\r\n]{1,70}?)[ \t]*(?:\r*\n|\r)content-[a-z-]+[ \t]*:")
_MIME_LINE = re.compile(rb"(?im)^content-[a-z-]+[ \t]*:")


@dataclass(frozen=True)
class Leaf:
    """One part that has no parts: its headers, and its content without transfer encoding.

    ``alternative`` is shared by the leaves that are versions of one text (0: by none).
    ``broken`` says that it is what was left of a multipart without a boundary; ``sealed``
    that what lies in it open, under a signature, follows as leaves of its own.
    """

    headers: Headers
    type: str
    content: bytes
    alternative: int = 0
    broken: bool = False
    sealed: bool = False


@dataclass(frozen=True)
class _Place:
    """Where in the tree we are; ``numbers`` gives every set of alternatives its own."""

    numbers: Iterator[int]
    depth: int = 0
    alternative: int = 0
    default_type: str = "text/plain"


def leaves(headers: Headers, body: bytes) -> list[Leaf]:
    """Every leaf below a message. Raises LetterTooLarge beyond MOST_PARTS."""
    found: list[Leaf] = []
    for leaf in _walk(headers, body, _Place(count(1))):
        found.append(leaf)
        if len(found) > MOST_PARTS:
            raise LetterTooLarge(f"more than {MOST_PARTS} parts")
    return found


def message(raw: bytes) -> tuple[Headers, bytes]:
    """Headers and body of a whole message, without what mail programs put before it."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):  # saved as UTF-16 by a text editor
        raw = raw.decode("utf-16", "replace").encode()
    return split_message(raw.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n"))


def _walk(headers: Headers, body: bytes, place: _Place) -> Iterator[Leaf]:
    kind = headers.declared_type or place.default_type
    if not kind.startswith("multipart/"):
        yield from _single(headers, kind, decoded(body, headers.transfer_encoding), place)
        return
    pieces = _pieces(headers, body) if place.depth < MOST_DEPTH else None
    if pieces is None:
        yield Leaf(headers, "text/plain", body, place.alternative, broken=True)
        return
    inside = replace(
        place,
        depth=place.depth + 1,
        alternative=next(place.numbers) if kind == "multipart/alternative" else place.alternative,
        default_type="message/rfc822" if kind == "multipart/digest" else "text/plain",
    )
    for piece, stray in pieces:
        if stray:
            yield Leaf(Headers(()), "text/plain", piece, broken=True)
        else:
            yield from _walk(*split_part(piece), inside)


def _single(headers: Headers, kind: str, content: bytes, place: _Place) -> Iterator[Leaf]:
    """A part without parts; one that is sealed is followed by what lies open in it."""
    entity = None
    if kind in _SEALED and place.depth < MOST_DEPTH:
        inside = sealed_content(content)
        entity = inside if inside is not None and is_mime_entity(inside) else None
    yield Leaf(headers, kind, content, place.alternative, sealed=entity is not None)
    if entity is not None:
        yield from _walk(*split_part(entity), replace(place, depth=place.depth + 1))


def _pieces(headers: Headers, body: bytes) -> list[tuple[bytes, bool]] | None:
    """The parts of a multipart, with what stands outside them if it is more than filling.

    None when no boundary can be found. True marks what stood outside.
    """
    boundary = headers.type_parameters.get("boundary", "").encode("utf-8", "replace").rstrip()
    cut = _cut(body, boundary)
    if cut is None and headers.transfer_encoding in ("base64", "quoted-printable"):
        body = decoded(body, headers.transfer_encoding)  # forbidden, and done all the same
        cut = _cut(body, boundary)
    if cut is None and (guess := _GUESS.search(body)):
        cut = _cut(body, guess[1])
    if cut is None:
        return None
    return [
        _rescued(piece) if stray else (piece, False)
        for piece, stray in cut
        if not stray or _more_than_filling(piece)
    ]


def _rescued(stray: bytes) -> tuple[bytes, bool]:
    """What stands outside the parts, as a part if it looks like one whose boundary is misspelt."""
    start = _GUESS.search(stray)
    return (stray[_next_line(stray, start.end(1)) :], False) if start else (stray, True)


def _more_than_filling(piece: bytes) -> bool:
    """Outside the parts stands "This is a multi-part message" and nothing else.

    A part that lost its boundary shows by its headers, a Thai text by not being ASCII.
    """
    return bool(_MIME_LINE.search(piece)) or not piece.isascii()


def _cut(body: bytes, boundary: bytes) -> list[tuple[bytes, bool]] | None:
    if not boundary:
        return None
    line = re.compile(rb"(?:\A|\r*\n|\r)--" + re.escape(boundary) + rb"(--)?[ \t]*(?=\r|\n|\Z)")
    pieces: list[tuple[bytes, bool]] = []
    start, outside = 0, True
    for found in line.finditer(body):
        pieces.append((body[start : found.start()], outside))
        if len(pieces) > MOST_PARTS + 1:
            raise LetterTooLarge(f"more than {MOST_PARTS} parts")
        start, outside = _next_line(body, found.end()), bool(found[1])
    return [*pieces, (body[start:], outside)] if pieces else None


def _next_line(body: bytes, position: int) -> int:
    newline = re.compile(rb"\r*\n|\r|").match(body, position)
    return newline.end() if newline else position
