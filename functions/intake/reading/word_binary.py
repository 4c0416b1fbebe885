"""The text of old Word files (.doc), from Word 6 on (MS-DOC, section 2.4.1)."""

import re
import struct
from collections.abc import Iterator
from itertools import pairwise

from functions.intake.reading.budget import MOST_TEXT
from functions.intake.reading.charsets import decode
from functions.intake.reading.ole import opened_ole
from functions.intake.reading.refusals import Refusal, Unreadable

_WORD, _LONG = struct.Struct("<H"), struct.Struct("<I")
_VERSION, _LANGUAGE, _FLAGS = 0x02, 0x06, 0x0A
_THAI = 0x041E
_WORD_97 = 0xC1
_COMPLEX, _ENCRYPTED, _SECOND_TABLE = 0x0004, 0x0100, 0x0200
_TEXT_START, _TEXT_END = 0x18, 0x1C
_PIECES, _PIECES_OF_WORD_6 = 0x01A2, 0x0160
_ONE_BYTE = 0x4000_0000
_PIECE_TABLE, _FORMATTING = 0x02, 0x01
_FIELD_BEGINS, _RESULT_BEGINS, _FIELD_ENDS = "\x13", "\x14", "\x15"
_FIELD_SIGN = re.compile("([\x13-\x15])")
_SIGNS = str.maketrans(
    {"\x07": "\t", "\x0b": "\n", "\x0c": "\n", "\x0d": "\n", "\x1e": "-", "\x1f": None,
     "\x01": None, "\x02": None, "\x05": None, "\x08": None}
)  # fmt: skip


def word_text(content: bytes) -> str:
    """The text with headers, footnotes and comments. Raises Unreadable(password).

    Broken files may raise anything.
    """
    with opened_ole(content) as ole:
        main = ole.stream("WordDocument")
        flags = _word(main, _FLAGS)
        if flags & _ENCRYPTED:
            raise Unreadable(Refusal.PASSWORD)
        table = ole.stream("1Table" if flags & _SECOND_TABLE else "0Table")
    text = "".join(_pieces(main, table, flags))[:MOST_TEXT]
    return _without_fields(text).translate(_SIGNS)


def word_drawings(content: bytes) -> bytes:
    """The stream in which a .doc keeps its pictures; empty when it has none."""
    with opened_ole(content) as ole:
        return ole.stream("Data")


def _pieces(main: bytes, table: bytes, flags: int) -> Iterator[str]:
    """The text is kept in pieces, in the order in which they were typed."""
    charset = "cp874" if _word(main, _LANGUAGE) == _THAI else None
    if _word(main, _VERSION) >= _WORD_97:
        at, length = _long(main, _PIECES), _long(main, _PIECES + 4)
        yield from _of_table(table[at : at + length], main, charset, old=False)
    elif flags & _COMPLEX:
        at, length = _long(main, _PIECES_OF_WORD_6), _long(main, _PIECES_OF_WORD_6 + 4)
        yield from _of_table(main[at : at + length], main, charset, old=True)
    else:
        yield _decoded(main[_long(main, _TEXT_START) : _long(main, _TEXT_END)], charset)


def _of_table(clx: bytes, main: bytes, charset: str | None, *, old: bool) -> Iterator[str]:
    """Neighbouring one-byte pieces are decoded together, so that their spelling can tell."""
    waiting = b""
    for start, length, one_byte in _places(clx, old=old):
        if one_byte:
            waiting += main[start : start + length]
            continue
        yield _decoded(waiting, charset)
        waiting = b""
        yield main[start : start + 2 * length].decode("utf-16-le", "replace")
    yield _decoded(waiting, charset)


def _decoded(raw: bytes, charset: str | None) -> str:
    """In a document that says it is Thai nothing else can be meant, least of all UTF-8."""
    return raw.decode(charset, "replace") if charset else decode(raw)


def _places(clx: bytes, *, old: bool) -> Iterator[tuple[int, int, bool]]:
    """Where each piece begins, how many signs it has, and whether a sign is one byte."""
    at = 0
    while clx[at] == _FORMATTING:
        at += 3 + _word(clx, at + 1)
    if clx[at] != _PIECE_TABLE:
        return
    count = (_long(clx, at + 1) - 4) // 12
    ends = [_long(clx, at + 5 + 4 * number) for number in range(count + 1)]
    first = at + 5 + 4 * (count + 1)
    for number, (begin, end) in enumerate(pairwise(ends)):
        place = _long(clx, first + 8 * number + 2)
        if old:
            yield place, end - begin, True
        elif place & _ONE_BYTE:
            yield (place & ~_ONE_BYTE) // 2, end - begin, True
        else:
            yield place, end - begin, False


def _without_fields(text: str) -> str:
    """A field's instruction ("PAGEREF _Toc1") is not text; what it shows is."""
    shown: list[str] = []
    inside: list[bool] = []
    for piece in _FIELD_SIGN.split(text):
        if piece == _FIELD_BEGINS:
            inside.append(True)
        elif piece == _RESULT_BEGINS and inside:
            inside[-1] = False
        elif piece == _FIELD_ENDS and inside:
            inside.pop()
        elif not any(inside[-_DEEPEST:]):
            shown.append(piece)
    return "".join(shown)


_DEEPEST = 20


def _word(data: bytes, at: int) -> int:
    return int(_WORD.unpack_from(data, at)[0])


def _long(data: bytes, at: int) -> int:
    return int(_LONG.unpack_from(data, at)[0])
