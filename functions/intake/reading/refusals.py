"""Why a document was not read: the names that ``Reading.refusal`` may hold.

Receipts and the desk have words for each; a new name needs words there.
"""

from enum import StrEnum

from shared.model.reading import Reading


class Refusal(StrEnum):
    """The stable names."""

    PASSWORD = "password"  # noqa: S105 - a reason, not a secret
    """Locked, and the empty password does not open it."""
    CORRUPT = "corrupt"
    """Its kind is known, but no reader can make sense of it."""
    EMPTY = "empty"
    """No bytes, or nothing but blank space."""
    TOO_LARGE = "too_large"
    """More bytes, packed or unpacked, than one document may have."""
    PICTURE_TOO_LARGE = "picture_too_large"
    """More pixels than a picture of a page has."""
    EXECUTABLE = "executable"
    """A program: never opened."""
    ARCHIVE = "archive"
    """An archive packed in a way that cannot be unpacked here."""
    BOMB = "bomb"
    """An archive that unpacks to far more than it is, or to itself."""
    ENCRYPTED_MAIL = "encrypted_mail"
    """A mail encrypted for somebody's key, which is not here."""
    KIND_NOT_READ = "kind_not_read"
    """A known kind that there is no reader for yet."""
    UNKNOWN_KIND = "unknown_kind"
    NOT_LEGIBLE = "not_legible"
    """Read, but so poorly that a person must look."""
    TOOK_TOO_LONG = "took_too_long"
    """Its reader did not come to an end and was stopped, or the letter's time was spent before."""
    TOO_MANY_PAGES = "too_many_pages"
    """It claims more pages than any document has."""


class Unreadable(Exception):  # noqa: N818 - says what the document is
    """Raised inside the readers only; ``read`` turns it into a Reading."""

    def __init__(self, refusal: Refusal) -> None:
        """``refusal`` is what the Reading will say."""
        super().__init__(refusal.value)
        self.refusal = refusal


def refused(refusal: Refusal) -> Reading:
    """The Reading of a document that was not read."""
    return Reading(refusal=refusal.value)
