"""The story of delivery: an office that wants mail beside its desk gets it, once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from functions.notify.delivery import LARGEST, compose_delivery
from functions.notify.later_facts import DeliveryFacts
from functions.notify.writing import Letterhead, heading_of
from shared.directory.deliveries import Delivery, Wants
from shared.errors import TryLater, Undeliverable
from shared.model.arrival import Channel
from shared.model.fact import OfficeCode
from shared.model.letter import LetterRecord
from shared.model.messages import ReceiptDue
from shared.model.receipt import Receipt, Sending
from shared.model.work import WorkItem
from shared.ports.buckets import RawStore
from shared.ports.neighbours import Post
from shared.ports.register import Register
from shared.thai.calendar import BANGKOK


@dataclass(frozen=True)
class Deliveries:
    """Delivery's neighbours. ``desk_page`` is where the desk is, empty if it is not said."""

    register: Register
    raw: RawStore
    post: Post
    letterhead: Letterhead
    wishes: Mapping[OfficeCode, Delivery]
    desk_page: str
    now: Callable[[], datetime]


def deliver(due: ReceiptDue, deliveries: Deliveries) -> tuple[Receipt, ...]:
    """Tell each office that has this arrival on its desk and wants mail.

    At least once, as receipts are. Raises TryLater when a neighbour is busy.
    """
    if not deliveries.wishes:
        return ()
    items = deliveries.register.work.of(due.submission_id)
    wanted = [
        (item, deliveries.wishes[item.office])
        for item in items
        if item.office in deliveries.wishes
        and (item.opened_by == due.arrival_id or (due.joined and not item.ended))
    ]
    return tuple(_deliver(item, wish, due, deliveries) for item, wish in wanted)


def _deliver(item: WorkItem, wish: Delivery, due: ReceiptDue, deliveries: Deliveries) -> Receipt:
    event = f"delivery-{item.office}-{due.arrival_id}"
    receipts = deliveries.register.receipts
    standing = receipts.start(
        Receipt(
            arrival_id=due.arrival_id,
            submission_id=due.submission_id,
            message_id=f"<{due.submission_id}.{event}@{deliveries.letterhead.domain}>",
            sending=Sending.STARTED,
            at=deliveries.now(),
            event=event,
            to_sender=False,
        )
    )
    if standing.sending is not Sending.STARTED:
        return standing
    ended = standing.model_copy(update=_send(standing, item, wish, deliveries))
    receipts.end(ended)
    return ended


def _send(
    receipt: Receipt, item: WorkItem, wish: Delivery, deliveries: Deliveries
) -> dict[str, object]:
    record = deliveries.register.letters.get(item.submission_id)
    if record is None:
        raise TryLater("the letter is not in the register yet")
    original = _original(receipt, record, wish, deliveries)
    heading = heading_of(receipt, wish.address, None, deliveries.letterhead)
    attached = original is not None
    facts = _facts(receipt, item, record.received_at, deliveries, attached=attached)
    message = compose_delivery(facts, heading, original)
    try:
        name = deliveries.post.send(wish.address, message.as_bytes())
    except Undeliverable as refusal:
        return {"sending": Sending.IMPOSSIBLE, "reason": str(refusal)}
    return {"sending": Sending.SENT, "ses_message_id": name}


def _original(
    receipt: Receipt, record: LetterRecord, wish: Delivery, deliveries: Deliveries
) -> bytes | None:
    """A mail as it came; nothing of a secret one, of an upload, or of one that is too large."""
    line = deliveries.register.arrivals.get(receipt.arrival_id)
    if wish.wants is not Wants.ORIGINAL or record.secret or line is None:
        return None
    if line.arrival.channel is not Channel.MAIL:
        return None
    raw = deliveries.raw.read(line.arrival.bucket, line.arrival.key)
    return raw if len(raw) <= LARGEST else None


def _facts(
    receipt: Receipt,
    item: WorkItem,
    entered_at: datetime,
    deliveries: Deliveries,
    *,
    attached: bool,
) -> DeliveryFacts:
    day = receipt.at.astimezone(BANGKOK).date()
    office = deliveries.letterhead.directory(day).by_code(item.office)
    return DeliveryFacts(
        office_th=office.name_th,
        office_en=office.name_en,
        number=str(item.number),
        entered_at=entered_at,
        urgency=item.urgency,
        desk_page=deliveries.desk_page,
        attached=attached,
    )
