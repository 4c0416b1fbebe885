"""The folded form in which texts are compared: noise off, every letter's place kept.

Two writings of the same words fold to the same text, whether typed, scanned or taken from
a damaged PDF: digits are Arabic, letters lower case, tone marks and other signs above the
line are gone, sara am is written as its aa (PDF fonts put them for one another), ฏ is ฎ
(scanners do the same), a sign that a PDF lost (U+FFFD: a mark, in what was seen) is gone, and a
space stands only between two Latin words or numbers. Folding never moves a letter: it
replaces one by one and then leaves some out, so each folded letter knows where it stood.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from shared.thai.private_use import STANDARD
from shared.thai.replacing import OneByOne

GONE = "\0"
_KEPT_SPACE = "\1"
_TONES_AND_SIGNS = "\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e\u0e3a"
_INVISIBLE = (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF, 0xAD)
_SPACES = "\t\n\v\f\r\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
_MORE_SPACES = "\u2009\u200a\u2028\u2029\u202f\u205f\u3000"


def _replacements() -> dict[int, str]:
    table = dict.fromkeys((*range(32), *range(0x7F, 0xA0), *_INVISIBLE), GONE)
    table |= {ord(sign): " " for sign in _SPACES + _MORE_SPACES}
    table |= {0xFF01 + i: chr(0x21 + i) for i in range(94)}
    table |= {ord(thai): str(value) for value, thai in enumerate("๐๑๒๓๔๕๖๗๘๙")}
    table |= {ord("A") + i: chr(ord("a") + i) for i in range(26)}
    table |= {0xFF21 + i: chr(ord("a") + i) for i in range(26)}
    table |= STANDARD
    table |= {ord(dash): "-" for dash in "‐‑‒–—―−﹣"}
    table |= {ord(quote): "'" for quote in "‘’‚′`´"} | {ord(quote): '"' for quote in "“”„″«»"}
    table |= {ord("ำ"): "า", ord("ๅ"): "า", ord("ฃ"): "ข", ord("ฅ"): "ค"}
    table |= {ord("ฏ"): "ฎ", 0xFFFD: GONE}
    marks = {ord(mark) for mark in _TONES_AND_SIGNS}
    return {code: GONE if ord(to) in marks else to for code, to in table.items()} | dict.fromkeys(
        marks, GONE
    )


_FOLDED = OneByOne(_replacements())
_TIDY: dict[int, str | None] = {
    **dict.fromkeys((*map(ord, _SPACES + _MORE_SPACES + " "), *_INVISIBLE)),
    **{ord(thai): str(value) for value, thai in enumerate("๐๑๒๓๔๕๖๗๘๙")},
    ord("ำ"): "า",
    ord("ฏ"): "ฎ",
    ord("\u0e4d"): None,
}
_TIDIED = OneByOne(_TIDY)
_SPACE_BETWEEN_LATIN = re.compile(r"(?<=[a-z0-9])[ \0]+(?=[a-z0-9])")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_LETTER_FOR_NOUGHT = re.compile(r"(?<=\d)o+(?![a-z])|(?<![a-z])o(?=\d)")
_STRETCHED = re.compile(r"([ก-ฮะ-ู])\1{2,}|([ัิ-ู])(?:\0*\2)+")
"""A letter written three times or more; a vowel above or below the line written twice, which no
Thai word has and PDF fonts make."""
_COMBINING = frozenset(_TONES_AND_SIGNS)


@dataclass(frozen=True)
class Folded:
    """A text, its folded form, and the way back.

    ``marked`` is as long as ``original``; what folding leaves out is GONE in it.
    """

    original: str
    marked: str
    text: str

    @cached_property
    def places(self) -> list[int]:
        """For each folded letter its place in the original."""
        return [place for place, letter in enumerate(self.marked) if letter != GONE]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's slice for the folded slice ``start:end``, marks above included.

        Raises ValueError for an empty slice: it stands nowhere.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no such folded slice: {start}:{end} of {len(self.text)}")
        last = self.places[end - 1] + 1
        while last < len(self.original) and self._hangs(last):
            last += 1
        return self.places[start], last

    def gap(self, start: int, end: int) -> str:
        """The original between two folded places, with its spaces and line ends."""
        opening = self.places[start - 1] + 1 if start else 0
        closing = self.places[end] if end < len(self.text) else len(self.original)
        return self.original[opening:closing]

    def written(self, start: int, end: int) -> str:
        """The original's slice with its tone marks, without spaces and invisible signs."""
        return tidied(self.slice(start, end))

    def slice(self, start: int, end: int) -> str:
        """The original's words at a folded slice, as their writer has them."""
        opening, closing = self.span(start, end)
        return self.original[opening:closing]

    def _hangs(self, place: int) -> bool:
        return self.marked[place] == GONE and self.original[place] in _COMBINING


def fold(text: str) -> Folded:
    """Fold a text. Any string will do; the empty one folds to the empty one."""
    marked = _FOLDED(text).replace("เเ", "แ" + GONE)
    marked = _STRETCHED.sub(_first_only, marked)
    marked = _LETTER_FOR_NOUGHT.sub(_noughts, marked)
    marked = _THOUSANDS.sub(GONE, marked)
    marked = _SPACE_BETWEEN_LATIN.sub(_one_space, marked)
    marked = marked.replace(" ", GONE).replace(_KEPT_SPACE, " ")
    return Folded(original=text, marked=marked, text=marked.replace(GONE, ""))


def key(words: str) -> str:
    """The folded form alone, for comparing."""
    return fold(words).text


def tidied(words: str) -> str:
    """Words with their tone marks, but without spaces, capitals and Thai digits."""
    return _TIDIED(words.lower())


def keys(many: Sequence[str]) -> list[str]:
    """The folded forms of many words at once, much faster than one by one.

    Raises ValueError when one of them has a ``|``.
    """
    folded = key("|".join(many)).split("|") if many else []
    if len(folded) != len(many):
        raise ValueError("a | among the words")
    return folded


def _first_only(stretched: re.Match[str]) -> str:
    return stretched[0][0] + GONE * (len(stretched[0]) - 1)


def _noughts(letters: re.Match[str]) -> str:
    return "0" * len(letters[0])


def _one_space(run: re.Match[str]) -> str:
    return _KEPT_SPACE + GONE * (len(run[0]) - 1) if " " in run[0] else run[0]
