"""The register in memory: the same promises as DynamoDB's, without a network."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from shared.errors import ReferenceTaken, StaleWork
from shared.model.arrival import Arrival
from shared.model.fact import ArrivalId, OfficeCode, SubmissionId
from shared.model.letter import ArrivalRecord, LetterRecord, Outcome, Reply
from shared.model.receipt import Receipt
from shared.model.register import RegisterEntry, RegisterNumber, register_year
from shared.model.work import State, WorkItem
from shared.ports import Register
from shared.thai.calendar import BANGKOK


@dataclass
class FakeArrivals:
    """Keeps ``shared.ports.Arrivals``."""

    lines: dict[ArrivalId, ArrivalRecord] = field(default_factory=dict)

    def note(self, record: ArrivalRecord) -> None:
        self.lines.setdefault(record.arrival.id, record)

    def end(self, arrival_id: ArrivalId, outcome: Outcome, submission_id: SubmissionId) -> None:
        line = self.lines.get(arrival_id)
        if line and line.outcome is Outcome.TAKEN_IN:
            ended = {"outcome": outcome, "submission_id": submission_id}
            self.lines[arrival_id] = line.model_copy(update=ended)

    def get(self, arrival_id: ArrivalId) -> ArrivalRecord | None:
        return self.lines.get(arrival_id)

    def on(self, day: date) -> tuple[ArrivalRecord, ...]:
        lines = [
            line
            for line in self.lines.values()
            if line.arrival.received_at.astimezone(BANGKOK).date() == day
        ]
        return tuple(sorted(lines, key=lambda line: line.arrival.received_at))

    def of(self, submission_id: SubmissionId) -> tuple[ArrivalId, ...]:
        ended = [
            line.arrival.id
            for line in self.lines.values()
            if line.submission_id == submission_id and line.outcome is not Outcome.TAKEN_IN
        ]
        return tuple(sorted(ended))


@dataclass
class FakeLetters:
    """Keeps ``shared.ports.Letters``."""

    records: dict[SubmissionId, LetterRecord] = field(default_factory=dict)
    addressed: dict[SubmissionId, set[OfficeCode]] = field(default_factory=dict)
    messages: dict[str, SubmissionId] = field(default_factory=dict)
    joined: dict[SubmissionId, dict[SubmissionId, Reply]] = field(default_factory=dict)

    def open(self, record: LetterRecord) -> LetterRecord:
        standing = self.records.get(record.submission_id)
        if standing:
            return standing
        if self.by_reference(record.reference):
            raise ReferenceTaken
        self.records[record.submission_id] = record
        return record

    def get(self, submission_id: SubmissionId) -> LetterRecord | None:
        return self.records.get(submission_id)

    def by_reference(self, reference: str) -> LetterRecord | None:
        found = (record for record in self.records.values() if record.reference == reference)
        return next(found, None)

    def by_message(self, message_id: str) -> LetterRecord | None:
        submission_id = self.messages.get(message_id)
        return self.records.get(submission_id) if submission_id else None

    def add_addressed(
        self, submission_id: SubmissionId, offices: Sequence[OfficeCode]
    ) -> tuple[OfficeCode, ...]:
        known = self.addressed.setdefault(submission_id, set())
        known.update(offices)
        return tuple(sorted(known))

    def replies(self, submission_id: SubmissionId) -> tuple[Reply, ...]:
        found = self.joined.get(submission_id, {}).values()
        return tuple(sorted(found, key=lambda reply: reply.received_at))


def _in_queue(item: WorkItem) -> tuple[int, date, datetime]:
    return item.urgency.rank, item.due_on, item.opened_at


@dataclass
class FakeWorkBook:
    """Keeps ``shared.ports.WorkBook``."""

    letters: FakeLetters
    items: dict[tuple[SubmissionId, OfficeCode], WorkItem] = field(default_factory=dict)
    lines: dict[tuple[OfficeCode, int], list[RegisterEntry]] = field(default_factory=dict)

    def open(
        self,
        record: LetterRecord,
        office: OfficeCode,
        arrival: Arrival,
        opened_at: datetime,
        due_on: date,
    ) -> WorkItem:
        standing = self.items.get((record.submission_id, office))
        if standing:
            return standing
        year = register_year(arrival.received_at)
        lines = self.lines.setdefault((office, year), [])
        number = RegisterNumber(office=office, year=year, number=len(lines) + 1)
        item = WorkItem(
            submission_id=record.submission_id,
            office=office,
            reference=record.reference,
            number=number,
            opened_by=arrival.id,
            opened_at=opened_at,
            due_on=due_on,
            urgency=record.urgency,
        )
        sender = record.sender
        lines.append(
            RegisterEntry(
                number=number,
                submission_id=record.submission_id,
                reference=record.reference,
                arrival_id=arrival.id,
                received_at=arrival.received_at,
                sender=(sender.name or sender.address) if sender else "",
                subject=record.subject,
            )
        )
        self.items[record.submission_id, office] = item
        return item

    def of(self, submission_id: SubmissionId) -> tuple[WorkItem, ...]:
        found = [item for item in self.items.values() if item.submission_id == submission_id]
        return tuple(sorted(found, key=lambda item: item.office))

    def replace(self, item: WorkItem) -> None:
        standing = self.items.get((item.submission_id, item.office))
        if not standing or standing.version != item.version - 1:
            raise StaleWork(item.submission_id)
        self.items[item.submission_id, item.office] = item

    def join(self, submission_id: SubmissionId, reply: Reply) -> Reply:
        joined = self.letters.joined.setdefault(submission_id, {})
        if reply.submission_id not in joined:
            joined[reply.submission_id] = reply
            for item in self.of(submission_id):
                self.replace(item.moved("reply"))
        return joined[reply.submission_id]

    def queue(self, office: OfficeCode) -> tuple[WorkItem, ...]:
        found = [
            item
            for item in self.items.values()
            if item.office == office and item.state is not State.FINISHED
        ]
        return tuple(sorted(found, key=_in_queue))

    def register(self, office: OfficeCode, year: int) -> tuple[RegisterEntry, ...]:
        return tuple(self.lines.get((office, year), ()))


@dataclass
class FakeReceipts:
    """Keeps ``shared.ports.Receipts``."""

    letters: FakeLetters
    receipts: dict[ArrivalId, Receipt] = field(default_factory=dict)
    answers: dict[tuple[str, date], set[ArrivalId]] = field(default_factory=dict)

    def start(self, receipt: Receipt) -> Receipt:
        return self.receipts.setdefault(receipt.arrival_id, receipt)

    def end(self, receipt: Receipt) -> None:
        self.receipts[receipt.arrival_id] = receipt
        for name in (receipt.message_id, receipt.ses_message_id):
            if name and receipt.submission_id:
                self.letters.messages[name] = receipt.submission_id

    def get(self, arrival_id: ArrivalId) -> Receipt | None:
        return self.receipts.get(arrival_id)

    def count_answer(self, address_hash: str, day: date, arrival_id: ArrivalId, most: int) -> bool:
        counted = self.answers.setdefault((address_hash, day), set())
        if arrival_id not in counted and len(counted) >= most:
            return False
        counted.add(arrival_id)
        return True


def fake_register() -> Register:
    """An empty register."""
    letters = FakeLetters()
    return Register(
        arrivals=FakeArrivals(),
        letters=letters,
        work=FakeWorkBook(letters),
        receipts=FakeReceipts(letters),
    )
