"""The private codes in which old Thai fonts keep shifted marks, and what they stand for.

A mark over a tall letter, or above another mark, was a glyph of its own. PDF files made
with such fonts hand these codes out as text. Both sets are those of HarfBuzz's fallback
shaper (``hb-ot-shaper-thai.cc``): U+F700 to U+F71A of Windows fonts, U+F884 to U+F89E of
Macintosh fonts.
"""

_TONES = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
_WINDOWS = (
    "ฐ\u0e34\u0e35\u0e36\u0e37" + _TONES * 2 + "ญ\u0e31\u0e4d\u0e47" + _TONES
) + "\u0e38\u0e39\u0e3a"
_MACINTOSH = (
    "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47" + "".join(tone * 3 for tone in _TONES)
) + "\u0e4dญ\u0e38\u0e39\u0e3aฐ"

STANDARD = {0xF700 + place: sign for place, sign in enumerate(_WINDOWS)} | {
    0xF884 + place: sign for place, sign in enumerate(_MACINTOSH)
}
"""Private code to the Unicode letter or mark; in the form that ``str.translate`` takes."""


def standard(text: str) -> str:
    """The text with private codes replaced, letter by letter; its length stays the same."""
    return text.translate(STANDARD)
