"""The story of a receipt that was withheld: a person has looked and wants it sent after all."""

from functions.desk.acting import Desk
from functions.desk.people import Person
from functions.desk.permissions import Action, allow
from shared.errors import NotHere
from shared.model.event import Did, Event
from shared.model.fact import ArrivalId, OfficeCode, SubmissionId
from shared.model.messages import ReceiptReleased
from shared.model.receipt import RELEASABLE, Receipt, Sending


def releasable(receipt: Receipt) -> bool:
    """Whether a person may overrule the reason for which it was withheld."""
    return receipt.sending is Sending.WITHHELD and receipt.reason in RELEASABLE


def release_receipt(
    arrival_id: ArrivalId, letter: SubmissionId, office: OfficeCode, person: Person, desk: Desk
) -> None:
    """Have the answer to one arrival of a letter sent. Asked again it is not sent again.

    Raises NotHere for an office without the letter, and for what is not withheld so.
    """
    allow(person, Action.WORK, office)
    receipt = desk.register.receipts.get(arrival_id)
    at_hand = desk.register.work.at(letter, office)
    if at_hand is None or receipt is None or receipt.submission_id != letter:
        raise NotHere
    if not releasable(receipt):
        raise NotHere
    joined = any(reply.arrival_id == arrival_id for reply in desk.register.letters.replies(letter))
    message = ReceiptReleased(arrival_id=arrival_id, submission_id=letter, joined=joined)
    event = Event(
        submission_id=letter,
        office=office,
        at=desk.now(),
        who=person.name,
        did=Did.RECEIPT_RELEASED,
        detail=arrival_id,
        owes=message.model_dump_json(),
    )
    desk.register.events.note(event)
    desk.notify.send(message)
