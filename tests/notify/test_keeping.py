"""Whoever uploads a letter fetches the receipt where he sent it, mail address or not."""

from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from functions.notify.acknowledge import acknowledge
from functions.notify.paper.paperwork import Paperwork
from shared.errors import NotPrinted
from shared.model.arrival import Channel
from shared.model.fact import ArrivalId
from shared.model.letter import ArrivalRecord, Outcome
from shared.model.messages import AnyDue, ReceiptDue, ReceiptReleased
from shared.model.receipt import TOO_MANY, Receipt, Sending
from shared.model.seal import Seal
from tests.letters import a_record, a_reply, an_arrival
from tests.notify.test_acknowledge import Counter

UPLOAD = an_arrival("uploads/a/manifest.json", channel=Channel.UPLOAD)
NO_ADDRESS = {"channel": Channel.UPLOAD, "sender": None}


@dataclass
class FakePapers:
    """Keeps ``shared.ports.buckets.Papers``."""

    kept: dict[ArrivalId, bytes] = field(default_factory=dict)

    def keep(self, arrival_id: ArrivalId, paper: bytes) -> None:
        self.kept[arrival_id] = paper

    def read(self, arrival_id: ArrivalId) -> bytes:
        return self.kept[arrival_id]


@dataclass
class Shelf(Counter):
    """The same counter, with a shelf for papers. A paper is the code that it is made of."""

    papers: FakePapers = field(default_factory=FakePapers)
    printer: Any = field(default=lambda seal: seal.code.encode())

    def tell(self, due: AnyDue) -> Receipt:
        paperwork = Paperwork(self.signer, "", self.printer, self.papers)
        return acknowledge(due, replace(self.notify, paperwork=paperwork))


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def uploaded(shelf: Shelf, **changes: Any) -> ReceiptDue:
    return shelf.registered(a_record(arrival=UPLOAD, **(NO_ADDRESS | changes)), UPLOAD)


def test_without_an_address_there_is_a_sealed_receipt_to_fetch(shelf):
    receipt = shelf.tell(uploaded(shelf))

    assert (Sending.WITHHELD, "no_sender", True) == (receipt.sending, receipt.reason, receipt.kept)
    assert receipt.seal
    assert {UPLOAD.id: receipt.seal.code.encode()} == shelf.papers.kept
    assert receipt == shelf.register.receipts.get(UPLOAD.id)
    assert [] == shelf.post.sent


def test_what_cannot_be_answered_by_mail_does_not_ask_for_it(shelf):
    words = shelf.tell(uploaded(shelf)).seal.statement

    assert "โปรดตรวจสอบสถานะของเรื่องที่เว็บไซต์" in words
    assert "ตอบกลับอีเมลฉบับนี้" not in words


def test_with_an_address_the_same_receipt_is_mailed_and_kept(shelf):
    receipt = shelf.tell(uploaded(shelf, sender=a_record().sender))
    [paper] = [part.get_content() for part in shelf.mail().iter_attachments()]

    assert (Sending.SENT, True) == (receipt.sending, receipt.kept)
    assert {UPLOAD.id: paper} == shelf.papers.kept


def test_a_redelivered_message_changes_nothing(shelf):
    due = uploaded(shelf)
    first, kept = shelf.tell(due), dict(shelf.papers.kept)

    assert (first, kept) == (shelf.tell(due), shelf.papers.kept)


def test_a_receipt_that_came_by_mail_is_kept_nowhere(shelf):
    shelf.tell(shelf.registered(a_record(), an_arrival()))

    assert {} == shelf.papers.kept


def several(shelf: Shelf, number: int) -> Receipt:
    """The receipt of one of many letters of the same sender."""
    arrival = an_arrival(f"uploads/{number}/manifest.json", channel=Channel.UPLOAD)
    record = a_record(f"s{number}", f"{number + 1}" * 4, arrival)
    return shelf.tell(shelf.registered(record, arrival))


def test_what_is_released_is_the_receipt_that_was_fetched(shelf):
    """Its code is what the sender shows; a second one would make the first look forged."""
    withheld = [several(shelf, number) for number in range(1, 4)][-1]
    released = shelf.tell(
        ReceiptReleased(arrival_id=withheld.arrival_id, submission_id=withheld.submission_id)
    )

    assert (TOO_MANY, True) == (withheld.reason, withheld.kept)
    assert (Sending.SENT, withheld.seal, True) == (released.sending, released.seal, released.kept)


def test_documents_that_were_added_have_a_receipt_of_their_own(shelf):
    shelf.tell(uploaded(shelf))
    more = an_arrival("uploads/b/manifest.json", channel=Channel.UPLOAD)
    reply = a_reply("s2", more).model_copy(update={"sender": None, "envelope_sender": None})
    shelf.register.arrivals.note(ArrivalRecord(arrival=more, outcome=Outcome.TAKEN_IN))
    shelf.register.work.join("a1", reply)
    due = ReceiptDue(arrival_id=more.id, submission_id="a1", joined=True)

    assert shelf.tell(due).kept
    assert {UPLOAD.id, more.id} == set(shelf.papers.kept)


def broken(_: Seal) -> bytes:
    raise NotPrinted("SyntaxError")


def test_a_paper_that_cannot_be_set_is_noted(shelf):
    shelf.printer = broken
    receipt = shelf.tell(uploaded(shelf))

    assert (False, "SyntaxError") == (receipt.kept, receipt.without_paper)
    assert receipt == shelf.register.receipts.get(UPLOAD.id)
