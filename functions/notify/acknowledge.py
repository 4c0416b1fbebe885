"""The story of notify: the sender is told what became of a letter, once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from functions.notify.draft import Draft, draft
from functions.notify.withholding import why_silent
from functions.notify.writing import Letterhead
from shared.errors import Undeliverable
from shared.model.messages import ReceiptDue, RefusalDue
from shared.model.receipt import Receipt, Sending
from shared.model.submission import Sender
from shared.ports import Post, Register
from shared.thai.calendar import BANGKOK


@dataclass(frozen=True)
class Notify:
    """Notify's neighbours and its settings.

    ``our_mailboxes`` take mail in: nothing is ever sent to them. ``most_answers`` is the
    limit to one address on one day.
    """

    register: Register
    post: Post
    letterhead: Letterhead
    our_mailboxes: frozenset[str]
    most_answers: int
    now: Callable[[], datetime]


def acknowledge(due: ReceiptDue | RefusalDue, notify: Notify) -> Receipt:
    """Tell the sender what became of a letter, or note why nothing was said.

    At least once, and once unless a crash hits the instant between SES's answer and our
    note of it; the second copy then has the same Message-ID. Raises TryLater when SES or
    the register is busy.
    """
    drafted = draft(due, notify.register, notify.letterhead)
    receipt = notify.register.receipts.start(_first_line(drafted, notify))
    sender = drafted.asking.sender
    if receipt.sending is not Sending.STARTED or sender is None:
        return receipt
    receipt = receipt.model_copy(update=_send(drafted, receipt, sender, notify.post))
    notify.register.receipts.end(receipt)
    return receipt


def _send(drafted: Draft, receipt: Receipt, sender: Sender, post: Post) -> dict[str, object]:
    try:
        message = drafted.write(receipt, sender.address).as_bytes()
        return {"sending": Sending.SENT, "ses_message_id": post.send(sender.address, message)}
    except Undeliverable as refusal:
        return {"sending": Sending.IMPOSSIBLE, "reason": str(refusal)}


def _first_line(drafted: Draft, notify: Notify) -> Receipt:
    now = notify.now()
    reason = why_silent(drafted.asking, notify.our_mailboxes)
    if reason is None and not _within_limit(drafted, now, notify):
        reason = "too_many_answers"
    return Receipt(
        arrival_id=drafted.arrival_id,
        submission_id=drafted.submission_id,
        message_id=f"<{drafted.arrival_id}.receipt@{notify.letterhead.domain}>",
        sending=Sending.WITHHELD if reason else Sending.STARTED,
        reason=reason,
        at=now,
    )


def _within_limit(drafted: Draft, now: datetime, notify: Notify) -> bool:
    """Count this answer; an address is counted by its hash, so that none lies in the table."""
    address = drafted.asking.sender.address if drafted.asking.sender else ""
    return notify.register.receipts.count_answer(
        sha256(address.lower().encode()).hexdigest(),
        now.astimezone(BANGKOK).date(),
        drafted.arrival_id,
        notify.most_answers,
    )
