"""Each letter ends on the right desks with one number each, however often it is delivered."""

from dataclasses import dataclass, field
from datetime import date
from itertools import count, permutations

import pytest

from functions.router.dispatch import Router, dispatch
from shared.directory import offices, processes
from shared.model.arrival import Verdict, Verdicts
from shared.model.fact import CENTRAL, ArrivalId, SubmissionId
from shared.model.letter import SECRET_NAME, SECRET_SUBJECT, ArrivalRecord, Filed, Outcome
from shared.model.messages import ReceiptDue, TakenIn
from shared.model.official import Urgency
from shared.model.receipt import Receipt, Sending
from shared.model.reference import ALPHABET, new_reference
from shared.model.routing import Decision
from shared.model.submission import ReadLetter, Role, Sender
from shared.model.work import WorkItem
from shared.ports.register import Register
from tests.fakes.neighbours import FakeLetterStore, FakeQueue
from tests.fakes.register import fake_register
from tests.letters import MORNING, a_document, a_letter, an_arrival

MATERNITY = "ดิฉันขอเบิกค่าคลอดบุตรค่ะ เป็นผู้ประกันตนมาตรา 33 บ้านอยู่จังหวัดเชียงใหม่"


@dataclass
class Desk:
    """A router with neighbours in memory."""

    register: Register = field(default_factory=fake_register)
    letters: FakeLetterStore = field(default_factory=FakeLetterStore)
    notify: FakeQueue = field(default_factory=FakeQueue)

    def __post_init__(self) -> None:
        numbers = count(1)

        def draw() -> str:
            signs = iter(f"{next(numbers):011}".translate(DIGITS))
            return new_reference(lambda _: next(signs))

        self.router = Router(
            letters=self.letters,
            register=self.register,
            notify=self.notify,
            directory=offices.load,
            processes=processes.load,
            now=lambda: MORNING,
            draw_reference=draw,
            due_on=lambda _: date(2026, 11, 25),
        )

    def take(self, letter: ReadLetter) -> TakenIn:
        """What intake does before the router hears of a letter."""
        noted = ArrivalRecord(arrival=letter.arrival, outcome=Outcome.TAKEN_IN)
        self.register.arrivals.note(noted)
        return TakenIn(
            arrival_id=letter.arrival.id,
            submission_id=letter.submission.id,
            letter_key=self.letters.keep_letter(letter),
        )

    def receive(self, letter: ReadLetter) -> Filed:
        return dispatch(self.take(letter), self.router)

    def outcome(self, arrival_id: ArrivalId) -> Outcome:
        line = self.register.arrivals.get(arrival_id)
        assert line is not None
        return line.outcome

    def work(self, submission: str = "a1") -> tuple[WorkItem, ...]:
        return self.register.work.of(SubmissionId(submission))


DIGITS = str.maketrans("0123456789", ALPHABET[:10])


@pytest.fixture
def desk() -> Desk:
    return Desk()


def sent_to(*mailboxes: str, key: str = "mail/one") -> ReadLetter:
    """The same letter, delivered to these offices."""
    return a_letter(MATERNITY, arrival=an_arrival(key), addressed=mailboxes)


def test_a_letter_lands_on_its_office_with_a_number_and_a_receipt_is_due(desk: Desk):
    filed = desk.receive(sent_to("chiangmai"))

    assert (Outcome.WORK_ITEM, ("chiangmai",)) == (filed.outcome, filed.offices)
    assert ["1/2569"] == [str(item.number) for item in desk.work()]
    assert [ReceiptDue(arrival_id=filed.arrival_id, submission_id=filed.submission_id)] == (
        desk.notify.messages
    )
    assert Outcome.WORK_ITEM is desk.outcome(filed.arrival_id)


def test_a_redelivered_letter_changes_nothing(desk: Desk):
    taken = desk.take(sent_to("chiangmai"))
    first = dispatch(taken, desk.router)
    before = desk.work()
    again = dispatch(taken, desk.router)

    assert (first, before) == (again, desk.work())


def test_a_letter_to_two_offices_is_one_letter_with_a_number_at_each(desk: Desk):
    filed = desk.receive(sent_to("chiangmai", "nan"))

    assert ("chiangmai", "nan") == filed.offices
    assert 1 == len({item.reference for item in desk.work()})


def test_more_than_five_offices_are_the_central_registrys_choice(desk: Desk):
    six = ("chiangmai", "nan", "phrae", "phayao", "lampang", "lamphun")
    desk.receive(sent_to(*six))
    record = desk.register.letters.get(SubmissionId("a1"))

    assert record is not None
    assert (CENTRAL,) == tuple(item.office for item in desk.work())
    assert Decision.TRIAGE is record.routing.decision
    assert set(six) == set(record.routing.suggestions)


def test_the_same_letter_again_is_a_recorded_duplicate(desk: Desk):
    desk.receive(sent_to("chiangmai"))
    again = desk.receive(sent_to("chiangmai", key="mail/again"))

    assert Outcome.DUPLICATE is again.outcome
    assert Outcome.DUPLICATE is desk.outcome(again.arrival_id)
    assert 1 == len(desk.work())
    assert 1 == len(desk.notify.messages), "a duplicate is not answered"


def test_the_same_letter_to_another_office_opens_work_there(desk: Desk):
    first = desk.receive(sent_to("chiangmai"))
    second = desk.receive(sent_to("nan", key="mail/again"))

    assert (Outcome.WORK_ITEM, ("nan",)) == (second.outcome, second.offices)
    assert first.reference == second.reference
    assert ["chiangmai", "nan"] == [item.office for item in desk.work()]


@pytest.mark.parametrize("order", tuple(permutations(range(3))))
def test_the_order_of_delivery_does_not_change_who_has_the_letter(desk: Desk, order):
    arrivals = [
        sent_to("lampang", key="mail/one"),
        sent_to("nan", key="mail/two"),
        sent_to("lampang", key="mail/three"),
    ]
    for place in order:
        desk.receive(arrivals[place])
        desk.receive(arrivals[place])

    assert {"lampang", "nan"} <= {item.office for item in desk.work()}
    assert ["1/2569"] * len(desk.work()) == [str(item.number) for item in desk.work()]


def answer_to(reference: str, key: str = "mail/reply") -> ReadLetter:
    return a_letter(
        "ส่งเอกสารเพิ่มเติมค่ะ",
        arrival=an_arrival(key),
        id="b2",
        subject=f"Re: [SSO {reference}]",
        references=(reference,),
        addressed=("central",),
    )


def test_a_reply_joins_its_letter_and_its_office(desk: Desk):
    first = desk.receive(sent_to("chiangmai"))
    reply = desk.receive(answer_to(first.reference))

    assert (Outcome.JOINED_THREAD, ("chiangmai",)) == (reply.outcome, reply.offices)
    assert [1] == [item.replies for item in desk.work()]
    assert () == desk.work("b2")
    assert desk.notify.messages[-1] == ReceiptDue(
        arrival_id=reply.arrival_id, submission_id=SubmissionId("a1"), joined=True
    )


FORGED_REPLIES = [
    pytest.param({"sender": Sender(address="saraban@sso-go-th.com")}, id="a look-alike address"),
    pytest.param({"sender": Sender(address="officer@mol.go.th")}, id="an agency's, unproven"),
]


@pytest.mark.parametrize("changes", FORGED_REPLIES)
def test_who_saw_a_reference_cannot_join_its_letter_in_an_agencys_name(desk: Desk, changes):
    first = desk.receive(sent_to("chiangmai"))
    failed = Verdicts(spf=Verdict.FAIL, dkim=Verdict.FAIL, dmarc=Verdict.FAIL)
    forged = answer_to(first.reference).model_copy(
        update={"arrival": an_arrival("mail/reply", verdicts=failed)}
    )
    forged = forged.model_copy(update={"submission": forged.submission.model_copy(update=changes)})
    filed = desk.receive(forged)

    assert (Outcome.WORK_ITEM, (CENTRAL,)) == (filed.outcome, filed.offices)
    assert () == desk.register.letters.replies(SubmissionId("a1"))


def test_a_reference_that_nobody_was_given_joins_nothing(desk: Desk):
    desk.receive(sent_to("chiangmai"))
    forged = new_reference(lambda signs: signs[-1])

    assert Outcome.WORK_ITEM is desk.receive(answer_to(forged)).outcome


def test_a_redelivered_reply_joins_once(desk: Desk):
    first = desk.receive(sent_to("chiangmai"))
    taken = desk.take(answer_to(first.reference))
    once = dispatch(taken, desk.router)

    assert once == dispatch(taken, desk.router)
    assert [1] == [item.replies for item in desk.work()]


def test_the_same_reply_again_is_a_duplicate(desk: Desk):
    first = desk.receive(sent_to("chiangmai"))
    desk.receive(answer_to(first.reference))
    again = desk.receive(answer_to(first.reference, key="mail/reply-again"))

    assert Outcome.DUPLICATE is again.outcome
    assert [1] == [item.replies for item in desk.work()]


def test_an_answer_to_our_mail_needs_no_reference(desk: Desk):
    first = desk.receive(sent_to("chiangmai"))
    desk.register.receipts.end(
        Receipt(
            arrival_id=first.arrival_id,
            submission_id=first.submission_id,
            message_id="<receipt@sso.go.th>",
            sending=Sending.SENT,
            at=MORNING,
        )
    )
    reply = a_letter(
        "ขอบคุณค่ะ", arrival=an_arrival("r"), id="b2", in_reply_to=("<receipt@sso.go.th>",)
    )

    assert Outcome.JOINED_THREAD is desk.receive(reply).outcome


def test_a_reference_that_nobody_has_is_an_ordinary_letter(desk: Desk):
    assert Outcome.WORK_ITEM is desk.receive(answer_to("2222-2222-2222")).outcome


AGENCY = """{mark}
ที่ สม ๙๙๐๒/๑๗
กรมตัวอย่างแห่งชาติ
๓ พฤศจิกายน ๒๕๖๙
เรื่อง ขอให้สอบข้อเท็จจริงนายสมมุติ
เรียน เลขาธิการสำนักงานประกันสังคม
จึงเรียนมาเพื่อโปรดพิจารณา
ขอแสดงความนับถือ
"""


def an_agencys(mark: str = "", key: str = "mail/agency", **changes) -> ReadLetter:
    """An official letter with this mark on it, sent to the central registry."""
    given = {"addressed": ("central",), "subject": "ขอให้สอบข้อเท็จจริงนายสมมุติ"} | changes
    return a_letter(AGENCY.format(mark=mark), arrival=an_arrival(key), **given)


def test_an_urgent_official_letter_is_first_in_the_queue(desk: Desk):
    desk.receive(an_agencys(key="mail/plain"))
    desk.receive(an_agencys("ด่วนที่สุด", key="mail/urgent", id="b2"))
    queue = desk.register.work.queue(CENTRAL)

    assert ["b2", "a1"] == [item.submission_id for item in queue]
    assert [Urgency.MOST, Urgency.NONE] == [item.urgency for item in queue]


def test_a_citizen_in_a_hurry_waits_his_turn(desk: Desk):
    desk.receive(a_letter(f"ด่วนที่สุด\n{MATERNITY}", subject="ด่วนมาก!!! ขอเบิกค่าคลอด"))

    assert [Urgency.NONE] == [item.urgency for item in desk.work()]


def test_a_copy_of_a_letter_to_somebody_else_does_not_hurry_us(desk: Desk):
    copy = AGENCY.format(mark="ด่วนที่สุด").replace("เลขาธิการสำนักงานประกันสังคม", "นายสมชาย ตัวอย่าง")
    desk.receive(a_letter(MATERNITY, copy))

    assert [Urgency.NONE] == [item.urgency for item in desk.work()]


@pytest.mark.parametrize("mailboxes", [("central",), ("nan",), ("nan", "phrae")])
def test_a_letter_marked_secret_is_held_for_the_registrar(desk: Desk, mailboxes):
    filed = desk.receive(an_agencys("ลับมาก", addressed=mailboxes))
    record = desk.register.letters.get(SubmissionId("a1"))

    assert record is not None
    assert record.secret
    assert (CENTRAL,) == filed.offices
    assert (Decision.TRIAGE, "marked secret") == (record.routing.decision, record.routing.rule)
    assert ["ลับมาก"] == [piece.text for piece in record.routing.evidence]


def test_no_words_of_a_secret_letter_are_in_the_register(desk: Desk):
    letter = an_agencys("ลับ")
    document = a_document(2, role=Role.ATTACHMENT, name="สอบนายสมมุติ.pdf", kind="pdf")
    submission = letter.submission.model_copy(
        update={"documents": (*letter.submission.documents, document)}
    )
    readings = (*letter.readings, letter.readings[0])
    desk.receive(letter.model_copy(update={"submission": submission, "readings": readings}))
    record = desk.register.letters.get(SubmissionId("a1"))
    (line,) = desk.register.work.register(CENTRAL, 2569)

    assert record is not None
    assert SECRET_SUBJECT == record.subject == line.subject
    assert ["", SECRET_NAME] == [part.name for part in record.parts]
    assert "สมมุติ" not in record.model_dump_json() + line.model_dump_json()


def test_a_secret_letter_sent_again_stays_at_the_central_registry(desk: Desk):
    desk.receive(an_agencys("ลับ"))
    again = desk.receive(an_agencys("ลับ", key="mail/again", addressed=("nan",)))

    assert Outcome.DUPLICATE is again.outcome
    assert [CENTRAL] == [item.office for item in desk.work()]


def test_a_secret_letter_joins_no_other_letters_desk(desk: Desk):
    first = desk.receive(sent_to("chiangmai"))
    secret = an_agencys("ลับ", id="b2", references=(first.reference,))

    assert (Outcome.WORK_ITEM, (CENTRAL,)) == (
        (filed := desk.receive(secret)).outcome,
        filed.offices,
    )
    assert [0] == [item.replies for item in desk.work()]


def test_an_answer_in_a_secret_matter_is_not_shown_either(desk: Desk):
    first = desk.receive(an_agencys("ลับ"))
    desk.receive(answer_to(first.reference))
    (reply,) = desk.register.letters.replies(SubmissionId("a1"))

    assert SECRET_SUBJECT == reply.subject


def test_what_a_hospitals_request_fails_in_is_kept_for_the_desk(desk: Desk):
    request = "โรงพยาบาลตัวอย่างขอ user id ตรวจสอบสิทธิรักษาพยาบาล ติดต่อ lek@yahoo.com"
    desk.receive(a_letter(request, addressed=("central",), subject="ขอ User-ID ตรวจสอบสิทธิ"))
    record = desk.register.letters.get(SubmissionId("a1"))

    assert record is not None
    assert ("not_a_pdf", "no_directors_signature", "yahoo_address") == record.findings
    assert 1 == len(desk.notify.messages), "nothing is refused for it"
