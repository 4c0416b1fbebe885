"""What a message says, apart from its words: frozen, in the sender's order."""

from datetime import date

from pydantic import AwareDatetime

from functions.notify.conditions import PARTLY_READ, READ, words_for
from functions.notify.refusals import Words
from shared.model.fact import Fact, OfficeCode
from shared.model.process import Process


class TwoTongues(Fact):
    """The same in Thai and in English."""

    th: str
    en: str


class OfficeLine(Fact):
    """One office that has the letter on its desk."""

    code: OfficeCode
    name_th: str
    name_en: str
    number: str
    phones: tuple[str, ...]


class DocumentLine(Fact):
    """One document as the receipt accounts for it; ``name`` may be shown as it is.

    ``sha256`` is of its bytes, hexadecimal.
    """

    name: str
    body: bool
    kind: str
    size: int
    pages: int
    condition: str
    sha256: str
    pieces: tuple[TwoTongues, ...] = ()
    """What the system took it, or its pages, for; each once."""


class WantedLine(Fact):
    """One thing of a checklist that was not found, and in which case it is needed."""

    name_th: str
    name_en: str
    when_th: str
    when_en: str


class Checked(Fact):
    """What of the process's checklist was not found; ``unread``: it may be on unread pages.

    ``days_to_answer``: how long a sender has who is asked for more; None where no manual says.
    """

    missing: tuple[WantedLine, ...]
    unread: bool
    days_to_answer: int | None = None


class ReceiptFacts(Fact):
    """Everything a receipt says about one arrival.

    ``process`` is None when nothing may be said of it; ``sure`` says whether it stands.
    ``joined``: the arrival was added to an earlier letter. ``secret``: it is marked secret,
    so neither its subject nor its matter nor a file's name is told by open mail.
    ``their_number`` and ``their_date`` are the official letter's own, never from OCR.
    """

    reference: str
    subject: str
    english: bool
    joined: bool
    entered_at: AwareDatetime
    deemed_at: AwareDatetime
    triage: bool
    offices: tuple[OfficeLine, ...]
    process: Process | None
    sure: bool
    secret: bool = False
    unmailed: bool = False
    """No address was given: nothing can be told by mail, and no answer to a mail is possible."""
    their_number: str | None = None
    their_date: date | None = None
    documents: tuple[DocumentLine, ...]
    checked: Checked | None = None
    """None where the process is not sure or its checklist has no source."""
    windows: tuple[TwoTongues, ...] = ()
    """Deadlines and windows that follow from what is sure."""

    @property
    def prescribed_elsewhere(self) -> bool:
        """Whether appendix 1 wants the process filed by another channel than e-mail."""
        return self.process is not None and not self.process.taken_here

    @property
    def unread(self) -> int:
        """How many documents the system could not read."""
        return sum(line.condition not in (READ, PARTLY_READ) for line in self.documents)

    @property
    def todos(self) -> tuple[tuple[str, str], ...]:
        """What the sender is asked to do about them, Thai and English, each once.

        Nobody is asked to send a secret paper by open mail once more.
        """
        if self.secret:
            return ()
        words = (words_for(line.condition) for line in self.documents)
        return tuple(dict.fromkeys((w.todo_th, w.todo_en) for w in words if w.todo_th))


class RefusalFacts(Fact):
    """Everything a refusal says about one arrival."""

    subject: str
    english: bool
    entered_at: AwareDatetime
    words: Words
