"""Reading the pieces of one letter, in the order that tells most, within one budget."""

from collections.abc import Callable, Sequence
from functools import partial

from functions.intake.opened import Piece
from functions.intake.reading.apart import Reader
from functions.intake.reading.budget import Budget
from functions.intake.reading.kinds import Kind
from functions.intake.reading.reader import INCIDENTAL
from functions.intake.reading_order import is_costly, reading_order
from shared.classification.telling import telling
from shared.model.reading import Page, Reading, Source
from shared.model.submission import ReadLetter

Enough = Callable[[ReadLetter], bool]
"""Whether what was read of a letter so far settles what becomes of it."""


def nothing_is_enough(letter: ReadLetter) -> bool:
    """Read on, as far as the budget reaches."""
    del letter
    return False


def read_pieces(
    letter: ReadLetter,
    pieces: Sequence[Piece],
    kinds: Sequence[Kind],
    *,
    read: Reader,
    enough: Enough,
    budget: Budget,
) -> tuple[Reading, ...]:
    """A Reading for each piece, in the sender's order, all within the budget.

    ``letter`` is the letter without readings; ``enough`` is put with what was read of it so
    far. Raises NotConfigured when there is no OCR engine.
    """
    order = reading_order(pieces, kinds, telling)
    readings: dict[int, Reading] = {}
    for done, at in enumerate(order, start=1):
        piece = pieces[at]
        waiting = sum(is_costly(pieces[later], kinds[later]) for later in order[done:])
        budget.begin(waiting, partial(_enough, letter, readings, at, enough))
        if piece.incidental:
            readings[at] = INCIDENTAL
        else:
            _, readings[at] = read(piece.content, kinds[at], piece.charset, budget=budget)
    return tuple(_counting(readings[at], piece) for at, piece in enumerate(pieces))


def _counting(reading: Reading, piece: Piece) -> Reading:
    """What was not taken out of a file is left unread like a page."""
    unread = reading.unread_pages + piece.left_out
    return reading.model_copy(update={"unread_pages": unread}) if piece.left_out else reading


def _enough(
    letter: ReadLetter,
    readings: dict[int, Reading],
    at: int,
    enough: Enough,
    texts: Sequence[str],
) -> bool:
    """The question put for the letter as far as it is read, with the texts of one more document."""
    pages = (Page(text=text, source=Source.OCR, legibility=1.0) for text in texts)
    known = readings | {at: Reading(pages=tuple(pages))}
    documents = letter.submission.documents
    so_far = letter.submission.model_copy(
        update={"documents": tuple(documents[place] for place in sorted(known))}
    )
    found = tuple(known[place] for place in sorted(known))
    return enough(letter.model_copy(update={"submission": so_far, "readings": found}))
