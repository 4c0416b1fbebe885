"""The demo's verdict: a letter that ended otherwise than it should is told by name."""

from pathlib import Path

import pytest

from cli.demo.ending import Ending, complete, differences
from samples.inbox import Answer, Expectation, Sample
from shared.model.arrival import Channel
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.letter import ArrivalRecord, Outcome, Part
from shared.model.receipt import Receipt, Sending
from shared.model.register import RegisterNumber
from shared.model.routing import Decision
from shared.model.submission import Role
from shared.model.work import WorkItem
from tests.letters import MORNING, a_record, an_arrival

LETTER = SubmissionId("a1")


def a_sample(**expected) -> Sample:
    wanted = {
        "outcome": Outcome.WORK_ITEM,
        "decision": Decision.AUTO,
        "offices": ("chiangmai",),
        "answer": Answer.RECEIPT,
    }
    return Sample(
        id="letter",
        about="",
        channel=Channel.MAIL,
        path=Path("x.eml"),
        expected=Expectation.model_validate(wanted | expected),
    )


def a_receipt(sending=Sending.SENT) -> Receipt:
    return Receipt(
        arrival_id=an_arrival().id,
        submission_id=LETTER,
        message_id="<r@sso.go.th>",
        sending=sending,
        at=MORNING,
    )


def at(office: str) -> WorkItem:
    code = OfficeCode(office)
    return WorkItem(
        submission_id=LETTER,
        office=code,
        reference="2222-2222-2222",
        number=RegisterNumber(office=code, year=2569, number=1),
        opened_by=an_arrival().id,
        opened_at=MORNING,
        due_on=MORNING.date(),
    )


def an_ending(**changes) -> Ending:
    given = {
        "record": ArrivalRecord(
            arrival=an_arrival(),
            outcome=changes.pop("outcome", Outcome.WORK_ITEM),
            reason=changes.pop("reason", None),
            submission_id=changes.pop("submission_id", LETTER),
        ),
        "letter": a_record(),
        "work": (at("chiangmai"),),
        "receipt": a_receipt(),
        "in_the_outbox": True,
        "seconds": 1.0,
    }
    return Ending.model_validate(given | changes)


def told(sample: Sample, ending: Ending) -> str:
    return " / ".join(differences(sample, ending, {"letter": LETTER, "other": SubmissionId("b2")}))


PART = Part(
    number=1,
    role=Role.ATTACHMENT,
    name="list.pdf",
    kind="pdf",
    size=1,
    sha256="",
    pages=1,
)

WRONG = [
    pytest.param({}, {"outcome": Outcome.DUPLICATE}, "ended as duplicate", id="the outcome"),
    pytest.param(
        {"outcome": "refused", "reason": "empty_letter", "decision": None, "offices": ()},
        {"outcome": Outcome.REFUSED, "reason": "from_a_machine"},
        "reason from_a_machine, not empty_letter",
        id="the reason",
    ),
    pytest.param({"of": "other"}, {}, "not to that of other", id="the letter it belongs to"),
    pytest.param({}, {"receipt": None}, "the sender got: none", id="an answer that never came"),
    pytest.param(
        {"answer": "none"}, {}, "the sender got: receipt", id="an answer that should not be"
    ),
    pytest.param({}, {"in_the_outbox": False}, "no such mail", id="a mail that is nowhere"),
    pytest.param({}, {"work": (at("nan"),)}, "lies at nan, not chiangmai", id="the office"),
    pytest.param({}, {"work": (at("nan"), at("chiangmai"))}, "lies at", id="an office too many"),
    pytest.param({"decision": "triage"}, {}, "not decided by triage", id="who decided"),
    pytest.param({"process": "none"}, {}, "not none", id="the process"),
    pytest.param({"unread": ("list.pdf",)}, {"parts": (PART,)}, "list.pdf", id="what was read"),
]


@pytest.mark.parametrize(("expected", "found", "said"), WRONG)
def test_a_difference_is_told(expected, found, said):
    assert said in told(a_sample(**expected), an_ending(**found))


def test_a_letter_that_ended_as_it_should_has_no_difference():
    unread = PART.model_copy(update={"refusal": "locked"})
    process = a_record().classification.best.process
    sample = a_sample(unread=("list.pdf",), process="none", process_also=(process,))

    assert "" == told(sample, an_ending(parts=(unread,)))


@pytest.mark.parametrize(
    ("expected", "ending", "done"),
    [
        pytest.param({}, {}, True, id="ended and answered"),
        pytest.param({}, {"receipt": None}, False, id="ended, the answer is still due"),
        pytest.param(
            {}, {"receipt": a_receipt(Sending.STARTED)}, False, id="the answer is half-way out"
        ),
        pytest.param({"answer": "none"}, {"receipt": None}, True, id="ended, no answer is due"),
        pytest.param(
            {"answer": "none"},
            {"outcome": Outcome.TAKEN_IN, "receipt": None},
            False,
            id="on its way",
        ),
    ],
)
def test_when_a_letter_is_done(expected, ending, done):
    assert done is complete(a_sample(**expected), an_ending(**ending))
