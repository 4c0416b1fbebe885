"""Who wrote is told once what became of the letter; who must not be answered is not."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from functions.notify.acknowledge import Notify, acknowledge
from functions.notify.writing import Letterhead
from shared.directory import offices, processes
from shared.errors import TryLater, Undeliverable
from shared.model.arrival import Arrival, Verdict, Verdicts
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.letter import ArrivalRecord, LetterRecord, Outcome
from shared.model.messages import ReceiptDue, RefusalDue
from shared.model.receipt import Receipt, Sending
from shared.model.submission import Machine, Sender
from shared.ports import Register
from tests.fakes.neighbours import FakePost
from tests.fakes.register import fake_register
from tests.letters import MORNING, a_record, a_reply, an_arrival

FAILED = Verdicts(spf=Verdict.FAIL, dkim=Verdict.FAIL, dmarc=Verdict.FAIL)


@dataclass
class Counter:
    """Notify with neighbours in memory."""

    register: Register = field(default_factory=fake_register)
    post: FakePost = field(default_factory=FakePost)

    @property
    def notify(self) -> Notify:
        return Notify(
            register=self.register,
            post=self.post,
            letterhead=Letterhead("saraban@sso.go.th", offices.load, processes.load),
            our_mailboxes=offices.load().mailboxes,
            most_answers=2,
            now=lambda: MORNING,
        )

    def registered(self, record: LetterRecord, arrival: Arrival) -> ReceiptDue:
        self.register.letters.open(record)
        self.register.arrivals.note(ArrivalRecord(arrival=arrival, outcome=Outcome.TAKEN_IN))
        self.register.work.open(
            record, OfficeCode("chiangmai"), arrival, MORNING, date(2026, 11, 25)
        )
        return ReceiptDue(arrival_id=arrival.id, submission_id=record.submission_id)

    def tell(self, due: ReceiptDue | RefusalDue) -> Receipt:
        return acknowledge(due, self.notify)

    def mail(self, place: int = -1) -> EmailMessage:
        message = message_from_bytes(self.post.sent[place][1], policy=policy.default)
        assert isinstance(message, EmailMessage)
        return message


@pytest.fixture
def counter() -> Counter:
    return Counter()


def test_the_sender_gets_a_receipt_with_the_number_and_the_office(counter: Counter):
    receipt = counter.tell(counter.registered(a_record(), an_arrival()))
    body = counter.mail().get_body(("plain",))

    assert Sending.SENT is receipt.sending
    assert ["somchai@mail.example"] == [to for to, _ in counter.post.sent]
    assert body is not None
    assert "1/2569" in body.get_content()
    assert "เชียงใหม่" in body.get_content()


def test_a_redelivered_message_sends_nothing_more(counter: Counter):
    due = counter.registered(a_record(), an_arrival())

    assert counter.tell(due) == counter.tell(due)
    assert 1 == len(counter.post.sent)


def test_a_crash_after_ses_took_it_repeats_the_same_message(counter: Counter, monkeypatch):
    """The documented instant: SES has the mail, we could not note it."""
    due = counter.registered(a_record(), an_arrival())
    with monkeypatch.context() as broken:

        def crash(receipt: Receipt) -> None:
            raise TryLater

        broken.setattr(counter.register.receipts, "end", crash)
        with pytest.raises(TryLater):
            counter.tell(due)
    counter.tell(due)

    assert 2 == len(counter.post.sent)
    assert counter.post.sent[0] == counter.post.sent[1], "the same bytes, the same Message-ID"


def test_ses_busy_is_tried_again_and_then_sent_once(counter: Counter):
    due = counter.registered(a_record(), an_arrival())
    counter.post.failure = TryLater()
    with pytest.raises(TryLater):
        counter.tell(due)
    counter.post.failure = None

    assert Sending.SENT is counter.tell(due).sending
    assert 1 == len(counter.post.sent)


def test_what_ses_refuses_for_good_is_noted_and_not_tried_again(counter: Counter):
    due = counter.registered(a_record(), an_arrival())
    counter.post.failure = Undeliverable("MessageRejected")
    noted = counter.tell(due)
    counter.post.failure = None

    assert (Sending.IMPOSSIBLE, "MessageRejected") == (noted.sending, noted.reason)
    assert noted == counter.tell(due)
    assert [] == counter.post.sent


SILENCE = [
    pytest.param({"sender": None}, "no_sender", id="nobody to answer"),
    pytest.param({"envelope_sender": ""}, "null_envelope_sender", id="null sender"),
    pytest.param({"machine": Machine.LIST}, "machine_list", id="mailing list"),
    pytest.param({"machine": Machine.BULK}, "machine_bulk", id="bulk mail"),
    pytest.param({"verdicts": FAILED}, "sender_unproven", id="forged sender"),
    pytest.param(
        {"sender": Sender(address="Saraban_Nan@sso.go.th")}, "our_own_mailbox", id="ourselves"
    ),
]


@pytest.mark.parametrize(("changes", "reason"), SILENCE)
def test_who_must_not_be_answered_is_not(counter: Counter, changes: dict, reason: str):
    receipt = counter.tell(counter.registered(a_record(**changes), an_arrival()))

    assert (Sending.WITHHELD, reason) == (receipt.sending, receipt.reason)
    assert [] == counter.post.sent


def test_one_address_gets_so_many_answers_a_day_and_no_more(counter: Counter):
    def one(number: int) -> str | None:
        arrival = an_arrival(f"mail/{number}")
        record = a_record(f"s{number}", f"2222-2222-{number:04}", arrival)
        return counter.tell(counter.registered(record, arrival)).reason

    assert [None, None, "too_many_answers"] == [one(1), one(2), one(3)]


def test_a_reply_is_told_that_it_joined(counter: Counter):
    counter.registered(a_record(), an_arrival())
    reply = a_reply()
    counter.register.work.join(SubmissionId("a1"), reply)
    due = ReceiptDue(arrival_id=reply.arrival_id, submission_id=SubmissionId("a1"), joined=True)
    counter.tell(due)

    assert "หนังสือเพิ่มเติม" in counter.mail()["Subject"]
    assert "<two@mail.example>" == counter.mail()["In-Reply-To"]


def test_a_second_arrival_is_told_its_own_time_and_office(counter: Counter):
    counter.registered(a_record(), an_arrival())
    evening = MORNING.replace(hour=8, minute=1)
    later = an_arrival("mail/later", received_at=evening)
    counter.register.arrivals.note(ArrivalRecord(arrival=later, outcome=Outcome.TAKEN_IN))
    counter.register.work.open(a_record(), OfficeCode("nan"), later, MORNING, date(2026, 11, 25))
    counter.tell(ReceiptDue(arrival_id=later.id, submission_id=SubmissionId("a1")))
    body = counter.mail().get_body(("plain",))

    assert body is not None
    assert "15.01" in body.get_content()
    assert "จังหวัดน่าน" in body.get_content()
    assert "เชียงใหม่" not in body.get_content()


@pytest.fixture
def refusal() -> Callable[..., RefusalDue]:
    def make(**changes: object) -> RefusalDue:
        given = {
            "arrival": an_arrival(),
            "reason": "empty_letter",
            "sender": Sender(address="somchai@mail.example"),
            "message_id": "<one@mail.example>",
        }
        return RefusalDue.model_validate(given | changes)

    return make


def test_a_refused_sender_is_told_why(counter: Counter, refusal):
    receipt = counter.tell(refusal())

    assert Sending.SENT is receipt.sending
    assert "refusal" == counter.mail()["X-Saraban"]


def test_a_machine_is_not_told_why(counter: Counter, refusal):
    assert "machine_bulk" == counter.tell(refusal(machine=Machine.BULK)).reason


def test_a_receipt_whose_letter_is_not_there_yet_waits(counter: Counter):
    with pytest.raises(TryLater):
        counter.tell(ReceiptDue(arrival_id=an_arrival().id, submission_id=SubmissionId("a1")))
