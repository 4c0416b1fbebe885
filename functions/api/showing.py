"""A letter as its agency sees it."""

from collections.abc import Sequence

from functions.api.folders import Folder, Inside
from functions.api.told import AtOfficeShown, FileShown, LetterShown, Progress
from functions.api.window import Window
from shared.model.event import Did, Event
from shared.model.letter import Outcome
from shared.model.work import State
from shared.standing.outcome import Became, outcome
from shared.standing.standing import AtOffice
from shared.uploading import laying

_PROGRESS = {
    Outcome.REFUSED: Progress.NOT_REGISTERED,
    Outcome.QUARANTINED: Progress.NOT_REGISTERED,
}


def shown(folder: Folder, inside: Inside, window: Window) -> LetterShown:
    """The letter of a folder, as far as it is."""
    became = became_of(inside, window)
    found = became.standing
    asked = _asked(became, window)
    missing = inside.missing(folder) if inside.sent is None else ()
    return LetterShown(
        letter=folder.letter,
        progress=_progress(inside, became),
        adds_to=inside.draft.adds_to,
        files=tuple(
            FileShown(name=file.name, size=file.size, arrived=file not in missing)
            for file in inside.draft.files
        ),
        reference=found.reference if found else None,
        entered_at=found.entered_at if found else None,
        deemed_received_at=found.deemed_at if found else None,
        offices=tuple(_at_office(at, asked) for at in found.offices) if found else (),
        receipt=became.receipt,
    )


def became_of(inside: Inside, window: Window) -> Became:
    """What became of what a folder holds."""
    if inside.sent is None:
        return Became()
    arrival = laying.arrival_of(inside.sent, window.uploads)
    return outcome(arrival, window.register, window.directory())


def _progress(inside: Inside, became: Became) -> Progress:
    if inside.sent is None:
        return Progress.BEGUN
    if became.outcome is None:
        return Progress.RECEIVED
    return _PROGRESS.get(became.outcome, Progress.REGISTERED)


def _asked(became: Became, window: Window) -> Sequence[Event]:
    """What offices asked for, oldest first. Of a letter marked secret nothing is told."""
    found = became.standing
    if found is None or all(at.until is None for at in found.offices):
        return ()
    record = window.register.letters.by_reference(found.reference)
    if record is None or record.secret:
        return ()
    events = window.register.events.of(record.submission_id)
    return tuple(event for event in events if event.did is Did.RETURNED)


def _at_office(at: AtOffice, asked: Sequence[Event]) -> AtOfficeShown:
    office = at.office
    notes = [event.note for event in asked if event.office == office.code]
    waits = at.state is State.WAITING and notes
    return AtOfficeShown(
        code=office.code,
        name_th=office.name_th,
        name_en=office.name_en,
        phones=office.phones,
        register_number=at.number,
        since=at.since,
        state=at.state,
        being_assigned=at.being_assigned,
        documents_asked=tuple(notes[-1].splitlines()) if waits else (),
        answer_by=at.until,
        passed_to=at.passed_to.code if at.passed_to else None,
        later_letters=at.later_letters,
    )
