"""The register in memory: the same promises as DynamoDB's, without a network."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from shared.errors import ReferenceTaken
from shared.model.fact import ArrivalId, OfficeCode, SubmissionId
from shared.model.letter import ArrivalRecord, LetterRecord, Outcome, Reply
from shared.model.receipt import SUPPRESSED, TOO_MANY, Counter, Receipt, Sending, message_name
from shared.model.suppression import Suppressed, Suppression
from shared.model.task import Task
from shared.ports.register import Register
from shared.thai.calendar import BANGKOK
from tests.fakes.jurisdictions import FakeJurisdictions
from tests.fakes.search import FakeSearch
from tests.fakes.watching import FakeFailures, FakeLooks, FakeStatistics
from tests.fakes.work import FakeEvents, FakeWorkBook


@dataclass
class FakeArrivals:
    """Keeps ``shared.ports.ledger.Arrivals``."""

    lines: dict[ArrivalId, ArrivalRecord] = field(default_factory=dict)

    def note(self, record: ArrivalRecord) -> None:
        line = self.lines.get(record.arrival.id)
        waits = line and line.outcome is Outcome.TAKEN_IN and line.submission_id is None
        if line is None or (waits and record.outcome is not Outcome.QUARANTINED):
            self.lines[record.arrival.id] = record

    def end(self, arrival_id: ArrivalId, outcome: Outcome, submission_id: SubmissionId) -> None:
        line = self.lines.get(arrival_id)
        if line and line.outcome is Outcome.TAKEN_IN:
            ended = {"outcome": outcome, "submission_id": submission_id}
            self.lines[arrival_id] = line.model_copy(update=ended)

    def release(self, arrival_id: ArrivalId) -> None:
        line = self.lines.get(arrival_id)
        if line and line.outcome is Outcome.QUARANTINED:
            released = {"outcome": Outcome.TAKEN_IN, "reason": None, "detail": None}
            self.lines[arrival_id] = line.model_copy(update=released)

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
    """Keeps ``shared.ports.ledger.Letters``."""

    records: dict[SubmissionId, LetterRecord] = field(default_factory=dict)
    addressed: dict[SubmissionId, set[OfficeCode]] = field(default_factory=dict)
    messages: dict[str, SubmissionId] = field(default_factory=dict)
    joined: dict[SubmissionId, dict[SubmissionId, Reply]] = field(default_factory=dict)

    def open(self, record: LetterRecord, addressed: Sequence[OfficeCode] = ()) -> LetterRecord:
        standing = self.records.get(record.submission_id)
        if standing:
            return standing
        if self.by_reference(record.reference):
            raise ReferenceTaken
        self.records[record.submission_id] = record
        self.addressed[record.submission_id] = set(addressed)
        return record

    def get(self, submission_id: SubmissionId) -> LetterRecord | None:
        return self.records.get(submission_id)

    def several(self, submission_ids: Sequence[SubmissionId]) -> tuple[LetterRecord, ...]:
        found = map(self.records.get, dict.fromkeys(submission_ids))
        return tuple(record for record in found if record)

    def by_reference(self, reference: str) -> LetterRecord | None:
        found = (record for record in self.records.values() if record.reference == reference)
        return next(found, None)

    def by_message(self, message_id: str) -> LetterRecord | None:
        submission_id = self.messages.get(message_name(message_id))
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


@dataclass
class FakeSuppressions:
    """Keeps ``shared.ports.answers.Suppressions``."""

    kept: dict[str, Suppression] = field(default_factory=dict)

    def suppress(self, suppression: Suppression) -> None:
        self.kept.setdefault(suppression.address.hash, suppression)

    def get(self, address_hash: str) -> Suppression | None:
        return self.kept.get(address_hash)

    def newest(self, before: str, most: int) -> Suppressed:
        places = {f"{s.at.isoformat()}#{s.address.hash}": s for s in self.kept.values()}
        names = sorted((p for p in places if not before or p < before), reverse=True)
        more = names[most - 1] if len(names) > most else None
        return Suppressed(found=tuple(places[name] for name in names[:most]), before=more)

    def lift(self, address_hash: str) -> None:
        self.kept.pop(address_hash, None)


@dataclass
class FakeReceipts:
    """Keeps ``shared.ports.answers.Receipts``."""

    letters: FakeLetters
    suppressions: FakeSuppressions
    receipts: dict[tuple[str, str], Receipt] = field(default_factory=dict)
    messages: dict[str, tuple[str, str]] = field(default_factory=dict)
    answers: dict[str, set[ArrivalId]] = field(default_factory=dict)

    def start(self, receipt: Receipt) -> Receipt:
        return self.receipts.setdefault(_told(receipt), receipt)

    def release(self, receipt: Receipt) -> Receipt:
        standing = self.receipts.get(_told(receipt))
        if standing and standing.sending is Sending.WITHHELD:
            self.receipts[_told(receipt)] = receipt
        return self.start(receipt)

    def end(self, receipt: Receipt) -> None:
        self.receipts[_told(receipt)] = receipt
        for name in (receipt.message_id, receipt.ses_message_id):
            if name:
                self.messages[name] = _told(receipt)
            if name and receipt.submission_id and receipt.to_sender:
                self.letters.messages[name] = receipt.submission_id

    def get(self, arrival_id: ArrivalId) -> Receipt | None:
        return self.receipts.get((arrival_id, ""))

    def several(self, arrival_ids: Sequence[ArrivalId]) -> tuple[Receipt, ...]:
        found = (self.get(name) for name in dict.fromkeys(arrival_ids))
        return tuple(receipt for receipt in found if receipt)

    def notices(self, submission_id: SubmissionId) -> tuple[Receipt, ...]:
        found = sorted(self.receipts.items())
        return tuple(told for (name, event), told in found if event and name == submission_id)

    def by_message(self, message_id: str) -> Receipt | None:
        place = self.messages.get(message_name(message_id))
        return self.receipts.get(place) if place else None

    def start_answer(
        self, receipt: Receipt, address_hash: str, counters: Sequence[Counter]
    ) -> Receipt:
        standing = self.receipts.get(_told(receipt))
        if standing:
            return standing
        withheld = receipt.model_copy(update={"sending": Sending.WITHHELD, "seal": None})
        if self.suppressions.get(address_hash):
            return self.start(withheld.model_copy(update={"reason": SUPPRESSED}))
        if not all(self._room(counter, receipt.arrival_id) for counter in counters):
            return self.start(withheld.model_copy(update={"reason": TOO_MANY}))
        for counter in counters:
            self.count_answer(counter, receipt.arrival_id)
        return self.start(receipt)

    def count_answer(self, counter: Counter, arrival_id: ArrivalId) -> bool:
        if not self._room(counter, arrival_id):
            return False
        self.answers.setdefault(counter.name, set()).add(arrival_id)
        return True

    def _room(self, counter: Counter, arrival_id: ArrivalId) -> bool:
        counted = self.answers.get(counter.name, set())
        return arrival_id in counted or len(counted) < counter.most


def _told(receipt: Receipt) -> tuple[str, str]:
    if receipt.event:
        return receipt.submission_id or "", receipt.event
    return receipt.arrival_id, ""


@dataclass
class FakeTasks:
    """Keeps ``shared.ports.answers.Tasks``."""

    tasks: dict[tuple[str, str, str], Task] = field(default_factory=dict)
    finished: set[tuple[str, str, str]] = field(default_factory=set)

    def add(self, task: Task) -> bool:
        new = _name(task) not in self.tasks
        self.tasks.setdefault(_name(task), task)
        return new

    def of(self, office: OfficeCode) -> tuple[Task, ...]:
        found = [
            task
            for name, task in self.tasks.items()
            if task.office == office and name not in self.finished
        ]
        return tuple(sorted(found, key=lambda task: (task.raised_at, task.arrival_id)))

    def done(self, task: Task) -> None:
        self.finished.add(_name(task))


def _name(task: Task) -> tuple[str, str, str]:
    return task.office, task.kind.value, task.arrival_id


def fake_register() -> Register:
    """An empty register."""
    letters = FakeLetters()
    events = FakeEvents()
    statistics = FakeStatistics()
    suppressions = FakeSuppressions()
    return Register(
        arrivals=FakeArrivals(),
        letters=letters,
        work=FakeWorkBook(letters, events, statistics),
        receipts=FakeReceipts(letters, suppressions),
        events=events,
        search=FakeSearch(),
        suppressions=suppressions,
        tasks=FakeTasks(),
        statistics=statistics,
        looks=FakeLooks(),
        failures=FakeFailures(),
        jurisdictions=FakeJurisdictions(),
    )
