"""A receipt's seal and paper, kept for a sender who fetches it where he sent the letter."""

from functions.notify.facts import ReceiptFacts
from functions.notify.paper.paperwork import Paperwork
from shared.errors import NotPrinted
from shared.model.receipt import Receipt, Sending
from shared.ports.answers import Receipts


def with_seal(
    receipt: Receipt, facts: ReceiptFacts, paperwork: Paperwork, receipts: Receipts
) -> Receipt:
    """A receipt with its seal. The one that a sender may have fetched already stays.

    Raises TryLater.
    """
    before = receipts.get(receipt.arrival_id)
    if before and before.seal:
        return receipt.model_copy(update={"seal": before.seal, "kept": before.kept})
    return receipt.model_copy(update={"seal": paperwork.seal(facts, receipt.at)})


def keep_paper(
    receipt: Receipt, facts: ReceiptFacts | None, paperwork: Paperwork, receipts: Receipts
) -> Receipt:
    """Keep the PDF of the receipt that stands, once; it is sealed though nothing be mailed.

    Returns the receipt that stands then. A paper that cannot be set leaves a note in the
    register. Raises TryLater.
    """
    if receipt.kept or facts is None or paperwork.papers is None:
        return receipt
    if receipt.seal is None:
        receipt = with_seal(receipt, facts, paperwork, receipts)
        receipts.end(receipt)  # Before the paper: the register has the code of every paper.
    changes = _print(receipt, paperwork)
    receipt = receipt.model_copy(update=changes)
    if receipt.sending is not Sending.STARTED:  # One that is mailed is noted when it was.
        receipts.end(receipt)
    return receipt


def _print(receipt: Receipt, paperwork: Paperwork) -> dict[str, object]:
    if receipt.seal is None or paperwork.papers is None:
        return {}
    try:
        paper = paperwork.printer(receipt.seal)
    except NotPrinted as error:
        return {"without_paper": str(error)}
    paperwork.papers.keep(receipt.arrival_id, paper)
    return {"kept": True}
