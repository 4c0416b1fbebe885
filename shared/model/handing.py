"""How a letter comes onto a desk: opened there, passed on from another, or passed back."""

from datetime import date, datetime

from shared.model.classification import Classification
from shared.model.event import SYSTEM, Did, Event
from shared.model.fact import ArrivalId
from shared.model.letter import LetterRecord, Reply
from shared.model.register import RegisterEntry, RegisterNumber
from shared.model.routing import Decision
from shared.model.work import DecidedBy, WorkItem


def work_item(
    record: LetterRecord,
    number: RegisterNumber,
    arrival_id: ArrivalId,
    opened_at: datetime,
    due_on: date,
) -> WorkItem:
    """The item of a letter that an arrival brings to the office of ``number``."""
    return WorkItem(
        submission_id=record.submission_id,
        office=number.office,
        reference=record.reference,
        number=number,
        opened_by=arrival_id,
        opened_at=opened_at,
        due_on=due_on,
        urgency=record.urgency,
        process=record.classification.best.process,
        decided_by=_decider(record.classification, record.routing.decision),
    )


def sent_on(gone: WorkItem, number: RegisterNumber, at: datetime) -> WorkItem:
    """The item at the office of ``number``, to which the work ``gone`` was passed at ``at``."""
    return WorkItem(
        submission_id=gone.submission_id,
        office=number.office,
        reference=gone.reference,
        number=number,
        opened_by=gone.opened_by,
        opened_at=at,
        due_on=gone.due_on,
        urgency=gone.urgency,
        process=gone.process,
        decided_by=DecidedBy.PERSON,
        passed_from=gone.office,
    )


def received(theirs: WorkItem, came: Event, gone: WorkItem) -> WorkItem:
    """The item of an office that had the letter before. Raises IllegalMove if it has it now."""
    return theirs.moved(
        "receive",
        opened_at=came.at,
        due_on=gone.due_on,
        process=gone.process,
        decided_by=DecidedBy.PERSON,
        read=False,
        touched=False,
        passed_from=gone.office,
        passed_to=None,
    )


def entry_of(
    record: LetterRecord, number: RegisterNumber, arrival_id: ArrivalId, received_at: datetime
) -> RegisterEntry:
    """The register line of a letter that came to an office at ``received_at``."""
    sender = record.sender
    return RegisterEntry(
        number=number,
        submission_id=record.submission_id,
        reference=record.reference,
        arrival_id=arrival_id,
        received_at=received_at,
        sender=(sender.name or sender.address) if sender else "",
        subject=record.subject,
    )


def registered(item: WorkItem, at: datetime) -> Event:
    """The first event of a work item that an arrival opened."""
    return Event(
        submission_id=item.submission_id,
        office=item.office,
        at=at,
        who=SYSTEM,
        did=Did.REGISTERED,
        detail=str(item.number),
        version=item.version,
    )


def answered(item: WorkItem, reply: Reply, due_on: date | None) -> tuple[WorkItem, Event]:
    """The item woken by a reply, and the event; work that opens anew is due on ``due_on``."""
    woken = item.moved("reply")
    if due_on and woken.state is not item.state:
        woken = woken.model_copy(update={"due_on": due_on})
    event = Event(
        submission_id=item.submission_id,
        office=item.office,
        at=reply.received_at,
        who=SYSTEM,
        did=Did.REPLIED,
        detail=reply.submission_id,
        version=woken.version,
    )
    return woken, event


def _decider(classification: Classification, decision: Decision) -> DecidedBy:
    sure = decision is Decision.AUTO and classification.sure
    return DecidedBy.MACHINE if sure else DecidedBy.UNSURE
