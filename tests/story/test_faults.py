"""SES and the register fail: every letter has its receipt, and none more than the one instant.

Every call that notify makes to its neighbours is counted on a run without faults; then each
call, and every pair of calls, fails before or after it was done, and the queue delivers until
there is no failure left.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cache, partial
from itertools import product
from typing import Any

import pytest

import functions.notify.receipt
from functions.notify.acknowledge import Notify, acknowledge
from functions.notify.counting import Limits
from functions.notify.paper.paperwork import Paperwork
from functions.notify.rendering import render
from functions.notify.writing import Letterhead
from shared.directory import checklists, offices, processes
from shared.errors import TryLater
from shared.model.fact import OfficeCode
from shared.model.messages import ReceiptDue
from shared.model.receipt import Sending
from shared.ports.register import Register
from tests.fakes.neighbours import FakePost, FakeQueue
from tests.fakes.register import fake_register
from tests.fakes.signer import FakeSigner
from tests.letters import MORNING, a_record, an_arrival

BEFORE, AFTER = "before", "after"
DELIVERIES = 6
"""A queue delivers five times; two faults need three."""
Fault = tuple[int, str]


@dataclass
class Faults:
    """Counts calls, and lets the named ones fail: the caller hears of no success."""

    planned: tuple[Fault, ...] = ()
    calls: list[str] = field(default_factory=list)

    def around(self, name: str, call: Callable[..., Any], *given: Any, **named: Any) -> Any:
        number = len(self.calls)
        self.calls.append(name)
        if (number, BEFORE) in self.planned:
            raise TryLater(name)
        result = call(*given, **named)
        if (number, AFTER) in self.planned:
            raise TryLater(name)
        return result


@dataclass
class Failing:
    """A neighbour whose every method may fail."""

    name: str
    real: Any
    faults: Faults

    def __getattr__(self, method: str) -> Any:
        call = getattr(self.real, method)
        return partial(self.faults.around, f"{self.name}.{method}", call)


@dataclass
class Run:
    """One letter's receipt, delivered by a queue until it is done."""

    faults: Faults
    register: Register = field(default_factory=fake_register)
    post: FakePost = field(default_factory=FakePost)

    def deliver(self) -> int:
        """Hand the message over until it succeeds; returns how often that took."""
        due = self._registered()
        for number in range(1, DELIVERIES + 1):
            try:
                acknowledge(due, self._notify())
            except TryLater:
                continue
            return number
        pytest.fail("the message would lie among the dead letters")

    def _registered(self) -> ReceiptDue:
        record, arrival = a_record(), an_arrival()
        self.register.letters.open(record)
        office = OfficeCode("chiangmai")
        self.register.work.open(record, office, arrival, MORNING, date(2026, 11, 25))
        return ReceiptDue(arrival_id=arrival.id, submission_id=record.submission_id)

    def _notify(self) -> Notify:
        def failing(name: str, real: Any) -> Any:
            return Failing(name, real, self.faults)

        rooms = (room.name for room in fields(Register))
        return Notify(
            register=Register(
                **{room: failing(room, getattr(self.register, room)) for room in rooms}
            ),
            post=failing("ses", self.post),
            feedback=failing("feedback", FakeQueue()),
            letterhead=Letterhead(
                "saraban@sso.go.th", offices.load, processes.load, checklists.load, Limits(3, 20)
            ),
            our_mailboxes=offices.load().mailboxes,
            paperwork=Paperwork(failing("kms", SIGNER), "", lambda _: b"%PDF"),
            now=lambda: MORNING,
        )


SIGNER = FakeSigner()


def calls_of_a_run() -> list[str]:
    """What a run without faults calls, in order."""
    run = Run(Faults())
    run.deliver()
    return run.faults.calls


@pytest.fixture(autouse=True)
def rendered_once(monkeypatch):
    """The words are the same every time, and not what fails here."""
    monkeypatch.setattr(functions.notify.receipt, "render", cache(render))


def runs() -> Iterator[Run]:
    """Runs with every fault of a clean run, then with each second fault that can follow it."""
    for number, when in product(range(len(calls_of_a_run())), (BEFORE, AFTER)):
        first = (number, when)
        yield (once := delivered(first))
        for second in product(range(number + 1, len(once.faults.calls)), (BEFORE, AFTER)):
            yield delivered(first, second)


def delivered(*planned: Fault) -> Run:
    """A run that met these faults and came to its end."""
    run = Run(Faults(planned))
    run.deliver()
    return run


def in_the_instant(run: Run) -> int:
    """How often SES had taken the mail and our note of it was not made."""
    lost = 0
    for number, when in run.faults.planned:
        if number < len(run.faults.calls):
            name = run.faults.calls[number]
            lost += (name, when) in {("ses.send", AFTER), ("receipts.end", BEFORE)}
    return lost


def test_a_run_speaks_to_the_register_to_kms_and_to_ses():
    """What fails below is all that there is."""
    names = {name.partition(".")[0] for name in calls_of_a_run()}

    known = {"work", "receipts", "statistics", "kms", "ses"}
    assert known == names


def test_whatever_fails_once_or_twice_every_letter_has_its_receipt():
    """At least one, and one more only for each time the documented instant was hit."""
    for run in runs():
        receipt = run.register.receipts.get(an_arrival().id)
        planned = run.faults.planned

        assert receipt is not None
        assert Sending.SENT is receipt.sending, planned
        assert 1 <= len(run.post.sent) <= 1 + in_the_instant(run), planned
        assert 1 == len({message for _, message in run.post.sent}), "the copies are the same"


def test_the_instant_is_real():
    """The test above could fail: there a second copy is sent."""
    calls = calls_of_a_run()
    run = Run(Faults(((calls.index("ses.send"), AFTER),)))

    assert 2 == run.deliver()
    assert 2 == len(run.post.sent)
