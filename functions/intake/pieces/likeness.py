"""How near a phrase comes to standing in a text, when a scanner has spoilt some letters."""

from itertools import pairwise
from typing import NamedTuple

SHORTEST = 10
"""Phrases of fewer letters must be exact: too many words look like them."""
LETTERS_PER_ERROR, MOST_ERRORS = 7, 3


class Like(NamedTuple):
    """The slice of the text that is nearest, and how many letters differ."""

    start: int
    end: int
    errors: int


def pairs(text: str) -> frozenset[str]:
    """The pairs of letters that stand side by side."""
    return frozenset(map("".join, pairwise(text)))


def nearest(
    phrase: str, phrase_pairs: frozenset[str], text: str, text_pairs: frozenset[str]
) -> Like | None:
    """The slice of ``text`` nearest to ``phrase``: at most one letter in seven other.

    None when there is no such slice, and for short phrases. The pairs are those of ``pairs``.
    """
    most = min(MOST_ERRORS, len(phrase) // LETTERS_PER_ERROR)
    if len(phrase) < SHORTEST or len(text) + most < len(phrase):
        return None
    # A letter that is other, lost or new spoils two pairs at most.
    if len(phrase_pairs & text_pairs) < len(phrase_pairs) - 2 * most:
        return None
    found = _best(phrase, text)
    return found if found.errors <= most else None


def _best(phrase: str, text: str) -> Like:
    """Sellers' search: edit distance of the phrase to every slice, row by row."""
    above = [(0, place) for place in range(len(text) + 1)]
    for number, wanted in enumerate(phrase, 1):
        row = [(number, 0)]
        for place, sign in enumerate(text, 1):
            row.append(
                min(
                    (above[place - 1][0] + (wanted != sign), above[place - 1][1]),
                    (above[place][0] + 1, above[place][1]),
                    (row[place - 1][0] + 1, row[place - 1][1]),
                )
            )
        above = row
    errors, start, end = min((errors, start, end) for end, (errors, start) in enumerate(above))
    return Like(start, end, errors)
