"""When it is better to send nothing (RFC 3834), and the name of each reason."""

from email_validator import EmailNotValidError, validate_email

from shared.model.arrival import Verdicts
from shared.model.fact import Fact
from shared.model.receipt import UNPROVEN
from shared.model.submission import Machine, Sender


class Asking(Fact):
    """Who would be answered, and what is known of how the letter came."""

    sender: Sender | None
    envelope_sender: str | None
    machine: Machine | None = None
    verdicts: Verdicts = Verdicts()


def why_silent(asking: Asking, our_mailboxes: frozenset[str]) -> str | None:
    """The reason why this letter gets no answer, or None when it gets one.

    ``our_mailboxes`` are lower-case addresses that mail is taken in from: answering one of
    them would send our answer back to ourselves.
    """
    if asking.sender is None:
        return "no_sender"
    address = asking.sender.address.lower()
    reasons = {
        "null_envelope_sender": asking.envelope_sender == "",
        f"machine_{asking.machine or 'none'}": asking.machine is not None,
        UNPROVEN: asking.verdicts.sender_unproven,
        "our_own_mailbox": address in our_mailboxes,
        "unusable_address": not _usable(address),
    }
    return next((reason for reason, holds in reasons.items() if holds), None)


def _usable(address: str) -> bool:
    """Whether an address can be one at all; no server is asked."""
    try:
        validate_email(address, check_deliverability=False, allow_smtputf8=False, strict=True)
    except EmailNotValidError:
        return False
    return True
