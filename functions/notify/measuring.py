"""The numbers of notify: who was told, without paper, and how long a sender waited."""

from shared.model.receipt import Receipt, Sending
from shared.model.seal import Statement
from shared.telemetry import count, took


def measure(receipt: Receipt) -> None:
    """Add one message to the numbers.

    A sender waits from the moment the letter entered the system until its receipt is sealed;
    a letter that is gone over again later keeps the wait it had.
    """
    count("Messages", service="notify", sending=receipt.sending)
    if receipt.without_paper:
        count("WithoutPaper", service="notify")
    if receipt.seal and receipt.sending is Sending.SENT:
        said = Statement.model_validate_json(receipt.seal.statement)
        waited = (said.issued_at - said.entered_at).total_seconds()
        took("SecondsToReceipt", max(0.0, waited), service="notify")
