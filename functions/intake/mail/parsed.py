"""What a mail says, as facts."""

from functions.intake.reading.kinds import Kind
from shared.model.fact import Fact
from shared.model.submission import Machine, Role, Sender


class MailPart(Fact):
    """One body or attachment of a mail, in the sender's order.

    A body's ``content`` is its text in UTF-8, whatever charset it came in, and ``kind`` is
    TEXT, HTML or CALENDAR. An attachment's is the file as it was before transfer encoding;
    its kind is for the reader to find (``kind`` is None, but for mails, which content alone
    does not always show) and ``charset`` is what the mail declared.
    """

    role: Role
    name: str
    declared_type: str
    content: bytes
    kind: Kind | None = None
    charset: str | None = None
    note: str | None = None
    incidental: bool = False
    """Part of the mail's furniture (a signature's logo, a signature file): kept, not read."""


class ParsedMail(Fact):
    """One message as its own headers and parts tell it. Nothing here is proven.

    ``message_id`` and ``in_reply_to`` keep their angle brackets; ``in_reply_to`` begins
    with the messages answered directly, then References from the newest back.
    ``auto_reply``, ``bounce`` and ``ours`` are letters that must not be taken in;
    ``machine`` is taken in but not answered.
    """

    sender: Sender | None
    reply_to: str | None
    to: tuple[str, ...]
    cc: tuple[str, ...]
    subject: str
    date: str
    message_id: str | None
    in_reply_to: tuple[str, ...]
    machine: Machine | None
    auto_reply: bool
    bounce: bool
    ours: bool
    parts: tuple[MailPart, ...]

    @property
    def empty(self) -> bool:
        """No subject, no text and no attachment: nothing to act on."""
        return not self.subject and not self.parts
