"""Which language a sender wrote in."""

THAI_LETTERS = ("\u0e01", "\u0e4e")
FEWEST_LETTERS = 20
"""Fewer letters than this say nothing: the receipt then leads with Thai."""

MOST_THAI = 0.1
"""An English letter may hold a Thai name or the name of a form."""


def thai_share(text: str) -> float:
    """Of the Thai and Latin letters in a text, the share that is Thai (0 if there are none)."""
    first, last = THAI_LETTERS
    thai = sum(first <= sign <= last for sign in text)
    latin = sum(sign.isascii() and sign.isalpha() for sign in text)
    return thai / (thai + latin) if thai + latin else 0.0


def is_english(text: str) -> bool:
    """Whether a text is in English (or another Latin script) rather than in Thai."""
    latin = sum(sign.isascii() and sign.isalpha() for sign in text)
    return latin >= FEWEST_LETTERS and thai_share(text) < MOST_THAI
