r"""RTF: the words, in the order in which they stand.

Thai RTF says its charset by the font (``\fcharset222``), while its header says 1252 or 874;
so every run of bytes is decoded by the font it is set in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from functions.intake.reading.blips import LARGE_PICTURE, MOST_PICTURES
from functions.intake.reading.budget import MOST_TEXT
from functions.intake.reading.rtf_page import RtfPage
from functions.intake.reading.rtf_words import CHARSETS, NOT_TEXT, SIGNS, TEXT_AFTER_ALL

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|"
    rb"([^\\{}\r\n]+)|\\",
    re.DOTALL,
)
_PICTURE = re.compile(
    rb"\\(?:jpeg|png)blip.{0,600}?[\s}]([0-9a-fA-F\r\n]{%d,})" % (2 * LARGE_PICTURE), re.DOTALL
)


@dataclass(frozen=True)
class _Group:
    """What holds until the closing brace."""

    skipped: bool = False
    deleted: bool = False
    font: int = -1
    after_unicode: int = 1
    in_fonts: bool = False


class _Reader:
    """Goes through the tokens once."""

    def __init__(self) -> None:
        self.page = RtfPage()
        self._now = _Group()
        self._outer: list[_Group] = []
        self._begun = self._optional = False
        self._fallback = 0
        self._header: str | None = None
        self._default_font = -1
        self._fonts: dict[int, str] = {}

    def word(self, name: bytes, number: int | None) -> None:
        optional, self._begun, self._optional = self._optional, False, False
        if name in TEXT_AFTER_ALL:
            self._now = replace(self._now, skipped=False)
        elif optional or name in NOT_TEXT:
            self._now = replace(self._now, skipped=True, in_fonts=name == b"fonttbl")
        elif name == b"u" and number is not None:
            self._unicode(number)
        elif name in SIGNS:
            self._show(SIGNS[name])
        else:
            self._note(name, number)

    def symbol(self, sign: bytes) -> None:
        if sign == b"*":
            self._optional = self._begun
        elif sign in SIGNS:
            self._show(SIGNS[sign])

    def brace(self, sign: bytes) -> bool:
        """False when the outermost group is closed: what follows is not the document's."""
        self._begun, self._optional, self._fallback = sign == b"{", False, 0
        if sign == b"{":
            self._outer.append(self._now)
        elif self._outer:
            self._now = self._outer.pop()
        return bool(self._outer)

    def text(self, raw: bytes, *, escaped: bool = False) -> None:
        self._begun = False
        dropped = min(self._fallback, 1 if escaped else len(raw))
        self._fallback -= dropped
        if raw[dropped:] and self._shown():
            self.page.add_bytes(raw[dropped:], self._charset())

    def _shown(self) -> bool:
        return not (self._now.skipped or self._now.deleted)

    def _show(self, text: str) -> None:
        if self._shown():
            self.page.add(text)

    def _charset(self) -> str | None:
        font = self._now.font if self._now.font >= 0 else self._default_font
        return self._fonts.get(font, self._header)

    def _unicode(self, number: int) -> None:
        """Halves of a pair stand one after the other; they are joined at the end."""
        self._fallback = self._now.after_unicode
        self._show(chr(number % 0x10000))

    def _note(self, name: bytes, number: int | None) -> None:
        given = 0 if number is None else number
        if name == b"f":
            self._now = replace(self._now, font=given)
        elif name == b"uc":
            self._now = replace(self._now, after_unicode=max(0, min(given, 8)))
        elif name == b"deleted":
            self._now = replace(self._now, deleted=number != 0)
        elif name == b"plain":
            self._now = replace(self._now, deleted=False, font=-1)
        elif name == b"fcharset" and self._now.in_fonts and given in CHARSETS:
            self._fonts[self._now.font] = CHARSETS[given]
        elif name == b"ansicpg":
            self._header = f"cp{given}"
        elif name == b"mac":
            self._header = "mac-roman"
        elif name == b"deff":
            self._default_font = given


def rtf_text(content: bytes) -> str:
    """The visible text. Never fails; broken RTF gives what can be told apart."""
    reader = _Reader()
    for found in _tokens(content):
        if not _take(found, reader) or reader.page.signs > MOST_TEXT:
            break
    reader.page.settle()
    pieces = "".join(reader.page.pieces)
    return pieces.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def rtf_pictures(content: bytes) -> tuple[bytes, ...]:
    """The large pictures inside, such as a scan pasted into the text."""
    return tuple(
        bytes.fromhex(digits[: len(digits) // 2 * 2].decode())
        for found in islice(_PICTURE.finditer(content), MOST_PICTURES)
        if (digits := b"".join(found[1].split()))
    )


def _take(found: re.Match[bytes], reader: _Reader) -> bool:
    word, number, code, symbol, brace, text = found.groups()
    if word is not None:
        reader.word(word, int(number) if number else None)
    elif code is not None:
        reader.text(bytes.fromhex(code.decode()), escaped=True)
    elif symbol is not None:
        reader.symbol(symbol)
    elif text is not None:
        reader.text(text)
    return brace is None or reader.brace(brace)


def _tokens(content: bytes) -> Iterator[re.Match[bytes]]:
    r"""Every token; the bytes that ``\bin`` announces are jumped over."""
    at = 0
    while found := _TOKEN.match(content, at):
        yield found
        at = found.end()
        if found[1] == b"bin" and found[2]:
            at += max(0, int(found[2]))
