"""What is said between intake and the process that reads for it.

Only JSON and documents' own bytes go over the line, never pickled objects: a file that
takes over its reader must not thereby take over intake, which may write to the register.
"""

from functions.intake.reading.kinds import Kind
from shared.model.fact import Fact
from shared.model.reading import Page, Reading

READY = b"ready"
YES, NO = b"yes", b"no"


class Space(Fact):
    """How many files, and bytes in all, may come out of one that holds others."""

    members: int
    size: int


class Asked(Fact):
    """Intake: read the document whose bytes come next, or take out what is inside it.

    ``seconds``: afterwards no further page is to be begun; None is no limit. With ``space``
    the document is not read but opened.
    """

    kind: Kind
    charset: str | None = None
    seconds: float | None = None
    name: str = ""
    space: Space | None = None


class Found(Fact):
    """A file inside another: all of ``opened.Piece`` but its bytes, which follow."""

    name: str
    kind: Kind | None
    charset: str | None
    note: str | None
    incidental: bool


class Contents(Fact):
    """All that was inside, and how many were not taken out."""

    found: tuple[Found, ...]
    left_out: int


class Said(Fact):
    """The reader, while it works: exactly one of these at a time."""

    expects: int | None = None
    """So many pages (more) are there."""
    page: Page | None = None
    """One page was read: it is safe even if the next one never ends."""
    asks: bool = False
    """May one more page be read by OCR? Waits for YES or NO."""
    reading: Reading | None = None
    """The document is done."""
    contents: Contents | None = None
    """It is open: as many messages follow as files were found."""
    not_configured: str | None = None
    """Something that the deployment should have is missing: no document's fault."""
