"""The receipt: proof in the sender's hand of what arrived, when, and where it went."""

from email.message import EmailMessage

from functions.notify.facts import ReceiptFacts
from functions.notify.message import Heading, Mark, compose
from functions.notify.rendering import render


def compose_receipt(facts: ReceiptFacts, heading: Heading) -> EmailMessage:
    """The receipt of a letter that was registered.

    Raises Undeliverable for an address that no header can hold.
    """
    if facts.english:
        subject = f"Your letter has been received [SSO {facts.reference}]"
    else:
        subject = f"ได้รับหนังสือของท่านแล้ว [SSO {facts.reference}]"
    return compose(heading, Mark.RECEIPT, subject, render("receipt", facts, subject))


def compose_joined(facts: ReceiptFacts, heading: Heading) -> EmailMessage:
    """The receipt of a letter that was added to an earlier one.

    Raises Undeliverable for an address that no header can hold.
    """
    if facts.english:
        subject = f"Your further letter has been received [SSO {facts.reference}]"
    else:
        subject = f"ได้รับหนังสือเพิ่มเติมของท่านแล้ว [SSO {facts.reference}]"
    return compose(heading, Mark.RECEIPT, subject, render("receipt", facts, subject))
