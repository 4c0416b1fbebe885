"""A receipt's paper: sealed once, when the receipt is first written, and printed when it goes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage

from functions.notify.facts import ReceiptFacts
from functions.notify.message import enclose
from functions.notify.paper.printing import print_paper
from functions.notify.paper.stating import statement
from shared.errors import NotPrinted
from shared.model.seal import Seal
from shared.ports.buckets import Papers
from shared.ports.neighbours import Signer
from shared.sealing.canonical import read
from shared.sealing.signing import sealed


@dataclass(frozen=True)
class Paperwork:
    """Who signs, and how a sealed receipt becomes a PDF.

    ``check_page`` is where a QR code leads, the reference behind it; empty if there is none.
    """

    signer: Signer
    check_page: str
    printer: Callable[[Seal], bytes] = print_paper
    papers: Papers | None = None
    """Where PDFs lie that senders fetch; without it none is kept."""

    def seal(self, facts: ReceiptFacts, issued_at: datetime) -> Seal:
        """Seal what a receipt says. Raises TryLater when the signer is busy."""
        return sealed(statement(facts, issued_at, self.check_page), self.signer)

    def enclose(self, message: EmailMessage, seal: Seal) -> str | None:
        """Put the PDF into a message. Without one it goes all the same: the reason is returned."""
        try:
            paper = self.printer(seal)
        except NotPrinted as error:
            return str(error)
        enclose(message, f"SSO-{read(seal.statement).reference}.pdf", paper)
        return None
