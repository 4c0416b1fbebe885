"""A text without pages of its own, as the Reading of one page."""

from functions.intake.reading.likeness import likeness
from functions.intake.reading.tidy import tidied
from shared.model.reading import Page, Reading, Source


def one_page(text: str, source: Source) -> Reading:
    """Tidied, with how much it looks like writing; no page when there is no text."""
    text = tidied(text)
    return Reading(
        pages=(Page(text=text, source=source, legibility=round(likeness(text), 2)),) if text else ()
    )
