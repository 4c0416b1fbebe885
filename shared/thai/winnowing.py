"""Which few runs of letters stand for a text, so that words in it can be looked up.

Thai writes no spaces between words, so an index by words would need a dictionary and would
miss every name. Winnowing (Schleimer, Wilkerson, Aiken: Local Algorithms for Document
Fingerprinting, 2003) keeps of every WINDOW neighbouring runs of RUN letters one, chosen by its
hash alone: whatever is GUARANTEED letters long and stands in two texts gives both a run in
common, wherever it stands. Numbers and Latin words are kept whole as well.
"""

import re
from collections.abc import Iterable
from hashlib import blake2s

from shared.thai.folding import fold

RUN, WINDOW = 3, 3
GUARANTEED = RUN + WINDOW - 1
"""Shorter words are found only if they are a number or a Latin word by themselves."""
_TOKEN = re.compile(r"[a-z0-9]{2,}")


def terms_in(texts: Iterable[str], most: int) -> frozenset[str]:
    """At most ``most`` terms under which the texts can be found, of the first texts first."""
    found: dict[str, None] = {}
    for text in texts:
        found |= dict.fromkeys(_terms(fold(text).text))
        if len(found) >= most:
            break
    return frozenset(list(found)[:most])


def terms_asked(words: str) -> tuple[str, ...]:
    """The terms that every text with these words has; () when they are too short to look up.

    Words between spaces are looked up one by one.
    """
    parts = [fold(part).text for part in words.split()]
    runs = [run for part in parts for run in _winnowed(part) if len(part) >= GUARANTEED]
    tokens = [hashed(f"={part}") for part in parts if _TOKEN.fullmatch(part)]
    return tuple(dict.fromkeys([*tokens, *(hashed(run) for run in runs)]))


def hashed(term: str) -> str:
    """A term as the index knows it: no words of a letter stand in a key."""
    return blake2s(term.encode(), digest_size=6).hexdigest()


def _terms(folded: str) -> Iterable[str]:
    yield from (hashed(run) for run in _winnowed(folded))
    yield from (hashed(f"={token}") for token in _TOKEN.findall(folded))


def _winnowed(folded: str) -> Iterable[str]:
    """Of every WINDOW neighbouring runs the one with the least hash; a short text has few."""
    runs = [folded[at : at + RUN] for at in range(len(folded) - RUN + 1)]
    ranked = [(hashed(run), run) for run in runs]
    windows = (ranked[at : at + WINDOW] for at in range(len(ranked) - WINDOW + 1))
    return dict.fromkeys(min(window)[1] for window in windows)
