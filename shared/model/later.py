"""What was read of a letter later, because a clerk asked: pages that were left unread at first.

It lies beside the letter and changes nothing of it: places in the letter's own text stay right.
"""

from pydantic import AwareDatetime

from shared.model.fact import Fact
from shared.model.piece import Piece
from shared.model.reading import Page


class LaterPages(Fact):
    """Further pages of one document, each with its number, and how many are unread even now.

    The ``pieces`` are what these pages are; their ``page`` is a page's number in the file.
    """

    document: int
    pages: tuple[Page, ...]
    unread: int
    pieces: tuple[Piece, ...] = ()


class ReadLater(Fact):
    """All that was read later, up to ``at``."""

    at: AwareDatetime
    documents: tuple[LaterPages, ...] = ()

    def of(self, document: int) -> LaterPages | None:
        """What was read later of one document."""
        return next((one for one in self.documents if one.document == document), None)
