"""The story of pages that were left unread: a clerk wants them read after all."""

from functions.desk.acting import Desk
from functions.desk.fetching import Unread, fetched
from functions.desk.people import Person
from functions.desk.permissions import Action, allow
from shared.errors import NotHere
from shared.model.event import Did, Event
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.messages import ReadFurther


def read_on(
    of: SubmissionId, letter: SubmissionId, office: OfficeCode, person: Person, desk: Desk
) -> None:
    """Have the rest of a letter, or of a reply to it, read. Asked twice it is read once.

    Raises NotHere for an office without the letter, and for a letter marked secret that the
    person may not read. Where nothing is left unread, or it is being read, nothing happens.
    """
    allow(person, Action.WORK, office)
    record = desk.register.letters.get(letter)
    if record is None or desk.register.work.at(letter, office) is None:
        raise NotHere
    if record.secret:
        allow(person, Action.SEE_SECRET, office)
    keys = {one.submission_id: one.letter_key for one in desk.register.letters.replies(letter)}
    keys[letter] = record.letter_key
    if of not in keys:
        raise NotHere
    unread = fetched(desk, keys[of], desk.register.events.of(letter)).unread
    if unread is None or unread.asked:
        return
    desk.intake.send(ReadFurther(letter_key=unread.letter_key, unread=unread.pages))
    desk.register.events.note(_event(unread, letter, office, person, desk))


def _event(
    unread: Unread, letter: SubmissionId, office: OfficeCode, person: Person, desk: Desk
) -> Event:
    return Event(
        submission_id=letter,
        office=office,
        at=desk.now(),
        who=person.name,
        did=Did.READ_FURTHER,
        detail=f"{unread.of} {unread.pages}",
    )
