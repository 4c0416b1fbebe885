"""What a message says, apart from its words: frozen, in the sender's order."""

from datetime import date

from pydantic import AwareDatetime

from functions.notify.conditions import PARTLY_READ, READ, words_for
from functions.notify.refusals import Words
from shared.model.fact import Fact
from shared.model.process import PrescribedChannel, Process


class OfficeLine(Fact):
    """One office that has the letter on its desk."""

    name_th: str
    name_en: str
    number: str
    phones: tuple[str, ...]


class DocumentLine(Fact):
    """One document as the receipt accounts for it; ``name`` may be shown as it is."""

    name: str
    body: bool
    kind: str
    size: int
    pages: int
    condition: str


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
    their_number: str | None = None
    their_date: date | None = None
    documents: tuple[DocumentLine, ...]

    @property
    def prescribed_elsewhere(self) -> bool:
        """Whether appendix 1 wants the process filed by another channel than e-mail."""
        at_home = (PrescribedChannel.EMAIL, PrescribedChannel.OUTSIDE)
        return self.process is not None and self.process.channel not in at_home

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
