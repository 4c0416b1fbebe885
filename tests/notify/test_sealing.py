"""A receipt is sealed once, before it is first sent, and goes out even without its paper."""

from email.message import EmailMessage

import pytest

from functions.notify.paper.printing import print_paper
from shared.errors import NotPrinted, TryLater, Undeliverable
from shared.model.receipt import Sending
from shared.sealing.checking import check_seal
from shared.sealing.code import parse
from tests.letters import a_record, a_reply, an_arrival
from tests.notify.test_acknowledge import FAILED, Counter


@pytest.fixture
def counter() -> Counter:
    return Counter()


def papers(message: EmailMessage) -> list[tuple[str | None, bytes]]:
    return [(part.get_filename(), part.get_content()) for part in message.iter_attachments()]


def test_the_mail_carries_the_paper_of_its_seal(counter):
    """And the register keeps the seal: the paper can be made again from it, to the byte."""
    receipt = counter.tell(counter.registered(a_record(), an_arrival()))
    kept = counter.register.receipts.get(receipt.arrival_id).seal

    assert [("SSO-2222-2222-2222.pdf", print_paper(kept))] == papers(counter.mail())
    assert "2222-2222-2222" == check_seal(kept, [counter.signer.public_key]).reference


def test_text_and_html_are_there_beside_the_paper(counter):
    counter.tell(counter.registered(a_record(), an_arrival()))
    kinds = [part.get_content_type() for part in counter.mail().walk()]

    assert [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "application/pdf",
    ] == kinds


def test_a_receipt_that_is_sent_again_is_the_same_to_the_byte(counter):
    """SES was busy after the receipt was written: no second seal with other bytes goes out."""
    due = counter.registered(a_record(), an_arrival())
    counter.post.failure = TryLater("ses: busy")
    with pytest.raises(TryLater):
        counter.tell(due)
    first = counter.register.receipts.get(due.arrival_id).seal
    counter.post.failure = None
    counter.signer.secret = 7

    assert first == counter.tell(due).seal
    assert [print_paper(first)] == [paper for _, paper in papers(counter.mail())]


def test_a_busy_key_delays_the_receipt_and_loses_nothing(counter):
    """Nothing was written or sent; the queue delivers it again."""
    due = counter.registered(a_record(), an_arrival())
    counter.signer.failure = TryLater("kms: busy")
    with pytest.raises(TryLater):
        counter.tell(due)

    assert counter.register.receipts.get(due.arrival_id) is None
    counter.signer.failure = None
    assert Sending.SENT is counter.tell(due).sending


def test_a_receipt_goes_out_even_when_it_cannot_be_printed(counter):
    """The words are the proof; the log and the register name the typesetter's error."""

    def jam(_):
        raise NotPrinted("TypstError")

    counter.printer = jam
    receipt = counter.tell(counter.registered(a_record(), an_arrival()))

    assert (Sending.SENT, "TypstError") == (receipt.sending, receipt.without_paper)
    assert [] == papers(counter.mail())
    assert receipt.seal is not None


def test_a_withheld_receipt_is_not_sealed(counter):
    """Nothing was said, so there is nothing to sign."""
    record = a_record(verdicts=FAILED)
    receipt = counter.tell(counter.registered(record, an_arrival()))

    assert (Sending.WITHHELD, None) == (receipt.sending, receipt.seal)
    assert 0 == counter.signer.signed


def test_a_letter_that_joined_is_sealed_as_such(counter):
    counter.registered(a_record(), an_arrival())
    reply = a_reply()
    counter.register.work.join(a_record().submission_id, reply)
    due = counter.registered(a_record(), an_arrival()).model_copy(
        update={"arrival_id": reply.arrival_id, "joined": True}
    )
    seal = counter.tell(due).seal

    assert check_seal(seal, [counter.signer.public_key]).joined
    assert (("chiangmai", "1/2569"),) == parse(seal.code).numbers


def test_an_address_that_ses_refuses_leaves_the_seal(counter):
    counter.post.failure = Undeliverable("MessageRejected")
    receipt = counter.tell(counter.registered(a_record(), an_arrival()))

    assert (Sending.IMPOSSIBLE, True) == (receipt.sending, receipt.seal is not None)
