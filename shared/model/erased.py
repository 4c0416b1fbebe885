"""What stands in the register for a letter whose data was erased by order: a tombstone. Pure.

Number, office, dates and what was done stay, so that the book has no gap; nothing stays of who
wrote, of what, or in which words.
"""

from shared.model.arrival import Arrival, Channel
from shared.model.event import Event
from shared.model.letter import LetterRecord, Reply
from shared.model.receipt import Receipt
from shared.model.register import RegisterEntry
from shared.model.submission import ReadLetter, Submission
from shared.model.suppression import HIDDEN, Suppression
from shared.model.task import Task

ERASED = "ลบข้อมูลแล้วตามคำสั่ง (erased by order)"
"""Stands for the subject wherever the register shows one."""


def erased_record(record: LetterRecord) -> LetterRecord:
    """The letter's record without its sender and his words."""
    return record.model_copy(
        update={
            "sender": None,
            "reply_to": None,
            "subject": ERASED,
            "message_id": None,
            "envelope_sender": None,
            "parts": (),
            "classification": record.classification.model_copy(update={"evidence": ()}),
            "routing": record.routing.model_copy(update={"evidence": (), "place": None}),
            "official": None,
            "findings": (),
        }
    )


def erased_reply(reply: Reply) -> Reply:
    """The same for a letter that joined it."""
    return reply.model_copy(
        update={
            "sender": None,
            "envelope_sender": None,
            "message_id": None,
            "subject": ERASED,
            "parts": (),
        }
    )


def erased_arrival(arrival: Arrival) -> Arrival:
    """Where and when it came in, without the envelope's sender and a dropped file's name."""
    key = arrival.key
    if arrival.channel is Channel.DROP:  # Another object can have no such name: it is a hash.
        key = f"{key.rpartition('/')[0]}/{arrival.id}"
    return arrival.model_copy(update={"envelope_sender": None, "key": key})


def erased_entry(entry: RegisterEntry) -> RegisterEntry:
    """The line of the register book: number and dates."""
    return entry.model_copy(update={"sender": "", "subject": ERASED})


def erased_receipt(receipt: Receipt) -> Receipt:
    """That something was sent, and when; not what it said."""
    return receipt.model_copy(update={"seal": None, "kept": False})


def erased_event(event: Event) -> Event:
    """What was done, without the clerk's words, and without the message that it brought about."""
    return event.model_copy(update={"note": "", "owes": Event.model_fields["owes"].default})


def erased_suppression(suppression: Suppression) -> Suppression:
    """Still nothing is sent there; nobody can tell any more where that is."""
    hidden = suppression.address.model_copy(update={"shown": HIDDEN})
    return suppression.model_copy(update={"address": hidden})


def erased_task(task: Task) -> Task:
    """Without the number that the letter gave."""
    return task.model_copy(update={"phone": None})


def erased_letter(arrival: Arrival, submission: Submission) -> ReadLetter:
    """What lies where the letter's text lay, so that its page still opens."""
    empty = submission.model_copy(
        update={
            "sender": None,
            "reply_to": None,
            "subject": ERASED,
            "message_id": None,
            "in_reply_to": (),
            "references": (),
            "documents": (),
        }
    )
    return ReadLetter(arrival=erased_arrival(arrival), submission=empty, readings=())
