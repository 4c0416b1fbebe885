"""A desk over a register in memory, with letters on it."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from functions.desk.acting import Desk, act
from functions.desk.deeds import Asked, Deed
from functions.desk.people import Person, Role
from shared.directory import offices, processes
from shared.findable import findable
from shared.model.fact import CENTRAL, OfficeCode, SubmissionId
from shared.model.reference import new_reference
from shared.model.work import WorkItem
from shared.ports.register import Register
from tests.fakes.neighbours import FakeLetterStore, FakeQueue
from tests.fakes.register import fake_register
from tests.letters import MORNING, a_letter, a_record, an_arrival

NAN, PUA = OfficeCode("nan"), OfficeCode("pua")
DUE = date(2026, 11, 25)


def a_person(name: str = "anong", office: str | None = NAN, *roles: Role) -> Person:
    """A clerk of Nan, unless told otherwise."""
    code = OfficeCode(office) if office else None
    return Person(name=name, roles=frozenset(roles or (Role.CLERK,)), office=code)


ANONG = a_person()
BOONMEE = a_person("boonmee")
HEAD = a_person("head", NAN, Role.HEAD)
REGISTRAR = a_person("registrar", CENTRAL, Role.REGISTRY)
AUDITOR = a_person("auditor", None, Role.AUDITOR)
ADMINISTRATOR = a_person("admin", None, Role.ADMINISTRATOR)


@dataclass
class Room:
    """An office's desk, and what it sends to notify. ``hour`` moves on with each action."""

    register: Register = field(default_factory=fake_register)
    letters: FakeLetterStore = field(default_factory=FakeLetterStore)
    notify: FakeQueue = field(default_factory=FakeQueue)
    intake: FakeQueue = field(default_factory=FakeQueue)
    at: datetime = MORNING

    @property
    def desk(self) -> Desk:
        return Desk(
            register=self.register,
            letters=self.letters,
            notify=self.notify,
            intake=self.intake,
            directory=offices.load,
            processes=processes.load,
            now=lambda: self.at,
        )

    def lay(self, number: int = 1, office: OfficeCode = NAN, **changes: Any) -> WorkItem:
        """A letter on an office's desk."""
        arrival = an_arrival(f"mail/{number}")
        name = f"s{number}"
        letter = a_letter("ขอเบิกค่าคลอดบุตร", arrival=arrival, id=name)
        key = self.letters.keep_letter(letter)
        given = {"letter_key": key, **changes}
        reference = new_reference(lambda signs: signs[number % len(signs)])
        record = self.register.letters.open(a_record(name, reference, arrival, **given))
        item = self.register.work.open(record, office, arrival, self.at, DUE)
        self.register.search.enter(findable(letter, record, item))
        return item

    def do(self, deed: Deed, item: WorkItem, person: Person = ANONG, **given: Any) -> WorkItem:
        """The item as it stands after a person's action."""
        self.at += timedelta(minutes=1)
        return act(asked(deed, item, **given), person, self.desk)

    def item(self, name: str = "s1", office: OfficeCode = NAN) -> WorkItem:
        """The item as the register has it."""
        found = self.register.work.at(SubmissionId(name), office)
        assert found
        return found


def asked(deed: Deed, item: WorkItem, **given: Any) -> Asked:
    """A form of the letter page, sent from the item as its page showed it."""
    return Asked(
        deed=deed,
        office=item.office,
        submission_id=item.submission_id,
        version=item.version,
        **given,
    )
