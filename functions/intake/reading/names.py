"""File names as they are shown: never a path, never invisible signs, never too long."""

import re

_PATH = re.compile(r".*[/\\]", re.DOTALL)
_UNSAFE = re.compile(
    r'[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff<>:"|?*\ud800-\udfff]+'
)
MOST_SIGNS = 120


def shown_name(name: str, otherwise: str) -> str:
    """The last part of ``name``, safe to show and to save under; ``otherwise`` if none is left.

    A name too long loses its middle, so that its ending stays.
    """
    base = _UNSAFE.sub(" ", _PATH.sub("", name)).strip(" .")
    if not base:
        return otherwise
    if len(base) > MOST_SIGNS:
        return f"{base[: MOST_SIGNS - 21]}…{base[-20:]}"
    return base


def extension(name: str) -> str:
    """The ending of a name in lower case, without its dot; empty when it has none."""
    stem, dot, ending = name.rpartition(".")
    return ending.strip().lower() if stem and dot else ""
