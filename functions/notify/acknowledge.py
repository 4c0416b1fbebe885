"""The story of notify: the sender is told what became of a letter, once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from functions.notify.counting import counters, first_above
from functions.notify.draft import draft
from functions.notify.drafted import Draft, Write
from functions.notify.keeping import keep_paper, with_seal
from functions.notify.paper.paperwork import Paperwork
from functions.notify.withholding import why_silent
from functions.notify.writing import Letterhead
from shared.errors import Undeliverable
from shared.model.messages import AnyDue, ReceiptImpossible
from shared.model.receipt import SUPPRESSED, TOO_MANY, Receipt, Sending, address_hash
from shared.ports.neighbours import Post, Queue
from shared.ports.register import Register
from shared.tallying import told
from shared.thai.calendar import BANGKOK


@dataclass(frozen=True)
class Notify:
    """Notify's neighbours and its settings.

    ``our_mailboxes`` take mail in: nothing is ever sent to them.
    """

    register: Register
    post: Post
    feedback: Queue
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
    standing = _start(drafted, notify)
    if standing.reason == TOO_MANY:
        _tell_once(drafted, notify)
    if drafted.fetched:
        standing = keep_paper(standing, drafted.facts, notify.paperwork, notify.register.receipts)
    ended = _finish(standing, drafted, drafted.write, notify)
    _count(ended, drafted, notify)
    return ended


def _start(drafted: Draft, notify: Notify) -> Receipt:
    """The receipt that stands: started and counted at once, or withheld."""
    first, receipts = _first_line(drafted, notify), notify.register.receipts
    if drafted.by_a_person:
        return receipts.release(first)
    sender = drafted.asking.sender
    if first.sending is not Sending.STARTED or sender is None:
        return receipts.start(first)
    address, limits = address_hash(sender.address), notify.letterhead.limits
    return receipts.start_answer(first, address, counters(address, first.at, limits))


def _finish(receipt: Receipt, drafted: Draft, write: Write, notify: Notify) -> Receipt:
    """Send what was started; anything else has its end already.

    What cannot be sent becomes a task on a desk: feedback lays it, once however often it hears.
    """
    sender = drafted.asking.sender
    if receipt.sending is Sending.STARTED and sender:
        receipt = receipt.model_copy(update=_send(receipt, sender.address, write, notify))
        notify.register.receipts.end(receipt)
    if receipt.sending is Sending.IMPOSSIBLE:
        notify.feedback.send(ReceiptImpossible(message_id=receipt.message_id, at=receipt.at))
    return receipt


def _count(receipt: Receipt, drafted: Draft, notify: Notify) -> None:
    """Count how soon the receipt of a registered letter went out, at each office that has it.

    Not in the same write as its end: an office that is busy must never make a mail go twice.
    """
    if drafted.registered and receipt.sent_at:
        record, items, entered_at = drafted.registered
        tallies = [told(record, item, entered_at, receipt.sent_at) for item in items]
        notify.register.statistics.count_once(receipt.arrival_id, tallies)


def _send(receipt: Receipt, to: str, write: Write, notify: Notify) -> dict[str, object]:
    try:
        message = write(receipt, to)
        missing = notify.paperwork.enclose(message, receipt.seal) if receipt.seal else None
        name = notify.post.send(to, message.as_bytes())
    except Undeliverable as refusal:
        return {"sending": Sending.IMPOSSIBLE, "reason": str(refusal)}
    sent = {"sending": Sending.SENT, "sent_at": notify.now(), "ses_message_id": name}
    return {**sent, "without_paper": missing}


def _first_line(drafted: Draft, notify: Notify) -> Receipt:
    reason, now = _why_silent(drafted, notify), notify.now()
    facts = None if reason else drafted.facts
    first = Receipt(
        arrival_id=drafted.arrival_id,
        submission_id=drafted.submission_id,
        message_id=f"<{drafted.name}@{notify.letterhead.domain}>",
        sending=Sending.WITHHELD if reason else Sending.STARTED,
        reason=reason,
        at=now,
        event=drafted.event,
    )
    if facts is None:
        return first
    if drafted.fetched or drafted.by_a_person:
        return with_seal(first, facts, notify.paperwork, notify.register.receipts)
    return first.model_copy(update={"seal": notify.paperwork.seal(facts, now)})


def _why_silent(drafted: Draft, notify: Notify) -> str | None:
    """What is known before the register is asked; what a person sends is counted nowhere."""
    reason, sender = why_silent(drafted.asking, notify.our_mailboxes), drafted.asking.sender
    if reason or sender is None or not drafted.by_a_person:
        return reason
    suppressed = notify.register.suppressions.get(address_hash(sender.address))
    return SUPPRESSED if suppressed else None


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
