"""Event: what somebody did with a letter at one office, and when. Only ever added."""

from enum import StrEnum

from pydantic import AwareDatetime

from shared.model.fact import Fact, OfficeCode, SubmissionId

SYSTEM = "system"
"""Stands for who, when no person did it."""


class Did(StrEnum):
    """What was done."""

    REGISTERED = "registered"
    """The letter was entered in the office's register."""
    REPLIED = "replied"
    """The sender wrote again."""
    SEEN = "seen"
    """A person opened it; noted once for each person and day."""
    FETCHED = "fetched"
    """A person took a copy of a document; ``detail`` is its number."""
    TAKEN = "taken"
    PUT_BACK = "put_back"
    FINISHED = "finished"
    """``note`` is the result."""
    RETURNED = "returned"
    """As incomplete; ``note`` is what the sender was asked for."""
    PASSED = "passed"
    """``detail`` is the office it went to, ``note`` the reason."""
    RECEIVED = "received"
    """``detail`` is the office it came from, ``note`` the reason."""
    CORRECTED = "corrected"
    """``detail`` is the process it was taken for, then the right one."""
    MARKED_SPAM = "marked_spam"
    RESTORED = "restored"
    TOLD_BY_PHONE = "told_by_phone"
    """A sender whom mail does not reach; ``detail`` is the arrival."""
    RECEIPT_RELEASED = "receipt_released"
    """A withheld receipt was sent after all; ``detail`` is the arrival that it answers."""
    READ_FURTHER = "read_further"
    """Had the pages read that were left unread; ``detail`` is the letter, and how many."""
    REMEMBERED = "remembered"
    """An office was confirmed for a place; ``detail`` is the place's code and the office."""
    HELD = "held"
    """Nothing of it may be erased; ``note`` is the order."""
    HOLD_ENDED = "hold_ended"
    ERASED = "erased"
    """Sender and words are gone, by the order in ``note``."""
    REVOKED = "revoked"
    """The same taken back."""
    ANSWER_LATE = "answer_late"
    """What the sender was asked for had not come on the last day, which is in ``detail``."""
    RELEASED = "released"
    """From quarantine; the letter has no id of its own yet, the arrival's stands for it."""
    KEPT_OUT = "kept_out"
    """Looked at in quarantine, and left there for good."""
    REPLAYED = "replayed"
    """A dead letter went back to its queue, which is in ``detail``; its message's id stands for
    the letter's."""
    LIFTED = "lifted"
    """An address is written to again; its hash stands for the letter's id."""


ONCE_A_DAY = frozenset(
    {
        Did.SEEN,
        Did.FETCHED,
        Did.TOLD_BY_PHONE,
        Did.RECEIPT_RELEASED,
        Did.READ_FURTHER,
        Did.REMEMBERED,
        Did.REVOKED,
        Did.REPLAYED,
        Did.LIFTED,
        Did.HELD,
        Did.HOLD_ENDED,
        Did.ERASED,
    }
)
"""Noted once for each person, thing and day; the others have a version of their own, or are
done once and for all."""


class Event(Fact):
    """One line of a letter's history. ``version`` is the item's after it."""

    submission_id: SubmissionId
    office: OfficeCode
    at: AwareDatetime
    who: str
    did: Did
    note: str = ""
    detail: str = ""
    version: int = 0
    owes: str = ""
    """What the sender is to be told of it: a message of notify's queue as JSON, or nothing. It
    stands in the same write as the deed, so that a desk that dies before it has sent it owes it
    still (``functions/daily/owed.py``)."""
