"""Layout: where the words of a page that OCR read stand on the page's picture."""

from typing import NamedTuple

from shared.model.fact import Fact, SubmissionId


class Run(NamedTuple):
    """Print without a space in it. Columns and rows are pixels of the picture that was read."""

    at: int
    """Where it begins in the page's text."""
    top: int
    bottom: int
    columns: tuple[int, ...]
    """The left edge of each of its characters, and the right edge of the last."""


class Layout(Fact):
    """Where a page's words stand; ``runs`` are in the order of its text.

    ``matrix`` leads from the picture that was read (turned, levelled, scaled) to the page as it
    lies: ``x = a * column + c * row + e``, ``y = b * column + d * row + f`` (a to f in the order
    of SVG's ``matrix``), as shares of the page's width and height.
    """

    matrix: tuple[float, float, float, float, float, float]
    runs: tuple[Run, ...]


class PlacedPage(Fact):
    """The layout of one page of a letter: ``page`` counts a reading's pages from 1."""

    document: int
    page: int
    layout: Layout


class Layouts(Fact):
    """All that is known of where a letter's words stand. No word is in it."""

    submission_id: SubmissionId
    pages: tuple[PlacedPage, ...] = ()
