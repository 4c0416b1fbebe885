"""Whether one line of the ledger ended as it must, by what the register has of it. Pure."""

from collections.abc import Sequence

from functions.daily.differences import Kind
from shared.model.letter import ArrivalRecord, LetterRecord, Outcome, Reply
from shared.model.receipt import Receipt, Sending
from shared.model.work import WorkItem

WITH_A_LETTER = frozenset({Outcome.WORK_ITEM, Outcome.JOINED_THREAD, Outcome.DUPLICATE})
"""Outcomes whose line names a letter of the register."""
ANSWERED = frozenset({Outcome.WORK_ITEM, Outcome.JOINED_THREAD})
"""Outcomes that have a receipt, be it a withheld one."""
_NEED_A_REASON = frozenset({Sending.WITHHELD, Sending.IMPOSSIBLE, Sending.UNDELIVERED})


def wrong_with_line(line: ArrivalRecord) -> Kind | None:
    """What the line alone shows."""
    if line.outcome is Outcome.TAKEN_IN:
        return Kind.STUCK
    if line.outcome in {Outcome.QUARANTINED, Outcome.REFUSED} and not line.reason:
        return Kind.NO_REASON
    return None


def wrong_with_end(
    line: ArrivalRecord,
    letter: LetterRecord | None,
    items: Sequence[WorkItem],
    replies: Sequence[Reply],
) -> Kind | None:
    """Whether the end that the line names is there; ``items`` and ``replies`` are the letter's."""
    if letter is None:
        return Kind.NO_LETTER
    name = line.arrival.id
    if line.outcome is Outcome.WORK_ITEM and name not in {item.opened_by for item in items}:
        return Kind.NO_WORK_ITEM
    joined = {reply.arrival_id for reply in replies}
    if line.outcome is Outcome.JOINED_THREAD and name not in joined:
        return Kind.NOT_JOINED
    return None


def wrong_with_receipt(receipt: Receipt | None) -> Kind | None:
    """Whether the sender was told, or a reason says why not."""
    if receipt is None or (receipt.sending in _NEED_A_REASON and not receipt.reason):
        return Kind.NO_RECEIPT
    return Kind.UNFINISHED_RECEIPT if receipt.sending is Sending.STARTED else None
