"""The counter: who stands behind the portal's pages, and how often one may ask."""

from collections.abc import Callable
from dataclasses import dataclass

from shared.site.reception import Reception


@dataclass(frozen=True)
class Counter(Reception):
    """The portal's neighbours."""

    draw_folder: Callable[[], str]
    """A name that nobody can guess, of 32 hexadecimal digits."""
