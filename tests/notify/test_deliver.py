"""An office that wants mail beside its desk gets it once, and nothing of a secret letter."""

from dataclasses import dataclass, field
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from functions.notify.counting import Limits
from functions.notify.deliver import Deliveries, deliver
from functions.notify.delivery import LARGEST
from functions.notify.writing import Letterhead
from shared.directory import checklists, offices, processes
from shared.directory.deliveries import Delivery, Wants
from shared.errors import TryLater, Undeliverable
from shared.model.arrival import Channel
from shared.model.fact import OfficeCode
from shared.model.letter import ArrivalRecord, Outcome
from shared.model.messages import ReceiptDue
from shared.model.receipt import Receipt, Sending
from shared.ports.register import Register
from tests.fakes.neighbours import FakePost, FakeRawStore
from tests.fakes.register import fake_register
from tests.letters import MORNING, a_record, an_arrival

CHIANGMAI = OfficeCode("chiangmai")
RAW = "From: somchai@mail.example\r\n\r\nขอเบิกเงิน".encode()


@dataclass
class Room:
    """Delivery with neighbours in memory."""

    wants: Wants = Wants.NOTICE
    register: Register = field(default_factory=fake_register)
    post: FakePost = field(default_factory=FakePost)
    raw: FakeRawStore = field(default_factory=FakeRawStore)

    def registered(self, channel: Channel = Channel.MAIL, **changes: object) -> ReceiptDue:
        arrival = an_arrival(channel=channel)
        self.raw.objects.setdefault((arrival.bucket, arrival.key), RAW)
        record = self.register.letters.open(a_record(**changes))
        self.register.arrivals.note(ArrivalRecord(arrival=arrival, outcome=Outcome.TAKEN_IN))
        for office in (CHIANGMAI, OfficeCode("nan")):
            self.register.work.open(record, office, arrival, MORNING, date(2026, 11, 25))
        return ReceiptDue(arrival_id=arrival.id, submission_id=record.submission_id)

    def tell(self, due: ReceiptDue) -> tuple[Receipt, ...]:
        wish = Delivery(
            office=CHIANGMAI,
            address="officers@sso.go.th",
            wants=self.wants,
            source="its letter",
            who="registrar",
            when=date(2026, 11, 1),
        )
        letterhead = Letterhead(
            "saraban@sso.go.th", offices.load, processes.load, checklists.load, Limits(3, 20)
        )
        return deliver(
            due,
            Deliveries(
                self.register,
                self.raw,
                self.post,
                letterhead,
                {CHIANGMAI: wish},
                "https://desk.sso.example",
                lambda: MORNING,
            ),
        )

    def mail(self) -> EmailMessage:
        ((to, raw),) = self.post.sent
        message = message_from_bytes(raw, policy=policy.default)
        assert isinstance(message, EmailMessage)
        assert "officers@sso.go.th" == to == message["To"]
        return message


@pytest.fixture
def room() -> Room:
    return Room()


def test_a_notice_has_the_number_and_the_way_to_it_and_nothing_of_the_letter(room: Room):
    room.tell(room.registered(subject="ขอเบิกเงิน"))
    message = room.mail()
    body = message.get_body(("plain",))

    assert body is not None
    assert "1/2569" in body.get_content()
    assert "https://desk.sso.example" in body.get_content()
    assert all(word not in body.get_content() for word in ("ขอเบิกเงิน", "somchai", "สมชาย"))
    assert [] == list(message.iter_attachments())


def test_who_asked_for_the_original_gets_its_very_bytes(room: Room):
    room.wants = Wants.ORIGINAL
    room.tell(room.registered())
    (attached,) = room.mail().iter_attachments()

    assert RAW == attached.get_content()
    assert "letter-1-2569.eml" == attached.get_filename()


WITHOUT = [
    pytest.param({"secret": True}, id="marked secret"),
    pytest.param({"channel": Channel.UPLOAD}, id="an upload"),
]


@pytest.mark.parametrize("changes", WITHOUT)
def test_there_is_not_always_an_original_to_attach(room: Room, changes: dict):
    room.wants = Wants.ORIGINAL
    room.tell(room.registered(**changes))

    assert [] == list(room.mail().iter_attachments())


def test_an_original_that_no_mail_can_hold_is_announced(room: Room):
    room.wants = Wants.ORIGINAL
    arrival = an_arrival()
    room.raw.objects[arrival.bucket, arrival.key] = bytes(LARGEST + 1)
    room.tell(room.registered())

    assert [] == list(room.mail().iter_attachments())


def test_an_office_is_told_once(room: Room):
    due = room.registered()

    assert room.tell(due) == room.tell(due)
    assert 1 == len(room.post.sent)


def test_a_crash_is_made_up_for_and_a_refusal_of_ses_is_noted(room: Room):
    due = room.registered()
    room.post.failure = TryLater()
    with pytest.raises(TryLater):
        room.tell(due)
    room.post.failure = Undeliverable("MessageRejected")
    (told,) = room.tell(due)

    assert (Sending.IMPOSSIBLE, "MessageRejected") == (told.sending, told.reason)


def test_an_officer_s_answer_is_no_letter_of_the_sender(room: Room):
    """It would be put into the letter's thread, and acknowledged."""
    due = room.registered()
    (told,) = room.tell(due)

    assert told.ses_message_id is not None
    assert room.register.letters.by_message(told.message_id) is None
    assert told == room.register.receipts.by_message(told.ses_message_id)
    assert room.register.receipts.get(due.arrival_id) is None, "the receipt is another thing"
