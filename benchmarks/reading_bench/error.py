"""How wrong a text is that was read from a picture. Pure."""

import unicodedata

from rapidfuzz.distance import Levenshtein

from shared.thai.folding import key

_WRITTEN = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd"})
"""Letters, vowels above and below, digits; rules, dots and spaces are no text."""


def compared_form(text: str) -> str:
    """Folded as the product folds before it compares, letters and digits alone."""
    return "".join(sign for sign in key(text) if unicodedata.category(sign) in _WRITTEN)


def wrong_signs(true: str, read: str) -> tuple[int, int]:
    """Signs to insert, delete or change (Levenshtein), and how many the true text has."""
    expected = compared_form(true)
    return Levenshtein.distance(expected, compared_form(read)), len(expected)
