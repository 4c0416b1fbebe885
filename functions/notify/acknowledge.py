"""The story of notify: the sender is told what became of a letter, once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from functions.notify.counting import first_above, within_limits
from functions.notify.draft import draft
from functions.notify.drafted import Draft, Write
from functions.notify.paper.paperwork import Paperwork
from functions.notify.withholding import why_silent
from functions.notify.writing import Letterhead
from shared.errors import Undeliverable
from shared.model.messages import AnyDue
from shared.model.receipt import TOO_MANY, Receipt, Sending, address_hash
from shared.ports.neighbours import Post
from shared.ports.register import Register
from shared.thai.calendar import BANGKOK


@dataclass(frozen=True)
class Notify:
    """Notify's neighbours and its settings.

    ``our_mailboxes`` take mail in: nothing is ever sent to them.
    """

    register: Register
    post: Post
    letterhead: Letterhead
    our_mailboxes: frozenset[str]
    paperwork: Paperwork
    now: Callable[[], datetime]


def acknowledge(due: AnyDue, notify: Notify) -> Receipt:
    """Tell the sender what became of a letter, or note why nothing was said.

    At least once, and once unless a crash hits the instant between SES's answer and our
    note of it; the second copy then has the same Message-ID. Raises TryLater when SES, the
    register or the key is busy.
    """
    drafted = draft(due, notify.register, notify.letterhead)
    first = _first_line(drafted, notify)
    receipts = notify.register.receipts
    standing = receipts.release(first) if drafted.by_a_person else receipts.start(first)
    if standing.reason == TOO_MANY:
        _tell_once(drafted, notify)
    return _finish(standing, drafted, drafted.write, notify)


def _finish(receipt: Receipt, drafted: Draft, write: Write, notify: Notify) -> Receipt:
    """Send what was started; anything else has its end already."""
    sender = drafted.asking.sender
    if receipt.sending is not Sending.STARTED or sender is None:
        return receipt
    ended = receipt.model_copy(update=_send(receipt, sender.address, write, notify))
    notify.register.receipts.end(ended)
    return ended


def _send(receipt: Receipt, to: str, write: Write, notify: Notify) -> dict[str, object]:
    try:
        message = write(receipt, to)
        missing = notify.paperwork.enclose(message, receipt.seal) if receipt.seal else None
        name = notify.post.send(to, message.as_bytes())
    except Undeliverable as refusal:
        return {"sending": Sending.IMPOSSIBLE, "reason": str(refusal)}
    return {"sending": Sending.SENT, "ses_message_id": name, "without_paper": missing}


def _first_line(drafted: Draft, notify: Notify) -> Receipt:
    reason, now = _why_silent(drafted, notify), notify.now()
    facts = None if reason else drafted.facts
    return Receipt(
        arrival_id=drafted.arrival_id,
        submission_id=drafted.submission_id,
        message_id=f"<{drafted.name}@{notify.letterhead.domain}>",
        sending=Sending.WITHHELD if reason else Sending.STARTED,
        reason=reason,
        at=now,
        event=drafted.event,
        seal=notify.paperwork.seal(facts, now) if facts else None,
    )


def _why_silent(drafted: Draft, notify: Notify) -> str | None:
    reason = why_silent(drafted.asking, notify.our_mailboxes)
    if reason or drafted.asking.sender is None:
        return reason
    address = address_hash(drafted.asking.sender.address)
    if notify.register.suppressions.reason(address):
        return "suppressed"
    now, limits = notify.now(), notify.letterhead.limits
    receipts = notify.register.receipts
    if drafted.by_a_person or within_limits(receipts, address, now, drafted.arrival_id, limits):
        return None
    return TOO_MANY


def _tell_once(drafted: Draft, notify: Notify) -> None:
    """Say, once a day, that there are too many letters to answer each."""
    sender, write, now = drafted.asking.sender, drafted.write_limit, notify.now()
    if sender is None or write is None:
        return
    address = address_hash(sender.address)
    if not first_above(notify.register.receipts, address, now, drafted.arrival_id):
        return
    event = f"limit-{now.astimezone(BANGKOK):%Y-%m-%d}"
    receipt = Receipt(
        arrival_id=drafted.arrival_id,
        submission_id=drafted.submission_id,
        message_id=f"<{drafted.submission_id}.{event}@{notify.letterhead.domain}>",
        sending=Sending.STARTED,
        at=now,
        event=event,
    )
    _finish(notify.register.receipts.start(receipt), drafted, write, notify)
