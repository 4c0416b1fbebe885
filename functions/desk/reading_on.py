"""The story of pages that were left unread: a clerk wants them read after all."""

from functions.desk.acting import Desk
from functions.desk.fetching import fetched, key_of
from functions.desk.noting import event
from functions.desk.people import Person
from functions.desk.permissions import Action, allow
from shared.errors import NotHere
from shared.model.event import Did
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
    item = desk.register.work.at(letter, office)
    if item is None:
        raise NotHere
    key = key_of(of, item, person, desk)
    unread = fetched(desk, key, desk.register.events.of(letter)).unread
    if unread is None or unread.asked:
        return
    desk.intake.send(ReadFurther(letter_key=key, unread=unread.pages))
    asked = event(Did.READ_FURTHER, item, person, desk, f"{of} {unread.pages}")
    desk.register.events.note(asked)
