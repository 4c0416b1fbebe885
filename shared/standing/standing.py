"""How a letter stands, in what its sender may see: no person, no subject, no process."""

from collections.abc import Iterator
from datetime import date, datetime

from shared.directory.offices import Directory
from shared.model.fact import CENTRAL, Fact, OfficeCode
from shared.model.letter import LetterRecord
from shared.model.office import Office
from shared.model.work import State, WorkItem
from shared.office_hours import deemed_received
from shared.ports.register import Register


class AtOffice(Fact):
    """The letter at one office. ``until`` is the last day for documents that were asked for."""

    office: Office
    number: str
    since: datetime
    state: State
    until: date | None = None
    passed_to: Office | None = None
    being_assigned: bool = False
    """The central registry decides whose letter it is."""
    later_letters: int = 0


class Standing(Fact):
    """One letter."""

    reference: str
    entered_at: datetime
    deemed_at: datetime
    offices: tuple[AtOffice, ...]
    reachable: bool = True
    """By mail; without an address the sender must ask what an office wants."""


def standing(record: LetterRecord, register: Register, directory: Directory) -> Standing:
    """What the register says of a letter now."""
    items = register.work.of(record.submission_id)
    return Standing(
        reference=record.reference,
        entered_at=record.received_at,
        deemed_at=deemed_received(record.received_at),
        offices=tuple(_at_offices(items, directory)),
        reachable=record.sender is not None,
    )


def _at_offices(items: tuple[WorkItem, ...], known: Directory) -> Iterator[AtOffice]:
    """Those that have it first, those that passed it on last."""
    for item in sorted(items, key=lambda item: (item.state is State.PASSED, item.opened_at)):
        open_at_central = item.office == CENTRAL and item.state in {State.OPEN, State.CLAIMED}
        yield AtOffice(
            office=known.by_code(item.office),
            number=str(item.number),
            since=item.opened_at,
            state=item.state,
            until=item.due_on if item.state is State.WAITING else None,
            passed_to=known.by_code(OfficeCode(item.passed_to)) if item.passed_to else None,
            being_assigned=open_at_central,
            later_letters=item.replies,
        )
