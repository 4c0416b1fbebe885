"""Beginning a letter: what is said of it is checked, and tickets are given for its files."""

from functions.api.asked import DocumentsGiven, LetterGiven
from functions.api.folders import Draft, Folder, begin
from functions.api.told import Begun, TicketShown
from functions.api.window import Window
from shared.errors import Unfit
from shared.model.ticket import GOOD_FOR
from shared.ports.buckets import Folders
from shared.uploading import laying
from shared.uploading.letter import elsewhere, problems

WORDS = {
    "office": ("/office", "No office has this code; GET /offices lists them."),
    "process": ("/process", "No process has this id; GET /processes lists them."),
    "sender": ("/sender", "This is no e-mail address."),
    "subject": ("/subject", "A letter needs a subject."),
    "files": ("/files", "A letter needs a file."),
    "too_many": ("/files", "Twenty files at most."),
    "too_large": ("/files", "All files together may have 40 MB (41943040 bytes)."),
    "empty": ("/files", "A file is empty."),
    "kind": ("/files", "Documents, pictures and tables only: PDF, Word, Excel, JPEG, PNG, TIFF."),
}


def checked(given: LetterGiven, window: Window) -> Draft:
    """The draft of a letter. Raises Unfit with everything that is wrong."""
    draft = Draft(given=given)
    _check(draft, window)
    other = elsewhere(draft.letter, window.processes())
    if other and not given.anyway:
        words = f"{other.channel_en} ({other.channel_th})"
        raise Unfit("prescribed_elsewhere", ("/process", other.channel, words))
    return draft


def added(given: DocumentsGiven, letter: str, reference: str, window: Window) -> Draft:
    """The draft of documents that are added to an agency's own letter. Raises Unfit."""
    whole = LetterGiven.model_validate(given.model_dump())
    draft = Draft(given=whole, adds_to=letter, reference=reference)
    _check(draft, window)
    return draft


def begun(folder: Folder, draft: Draft, folders: Folders) -> Begun:
    """The letter with tickets for its files. Raises Unfit for a key that was used before."""
    inside = begin(folder, draft, folders)
    closed = inside.sent is not None
    tickets = () if closed else laying.tickets(folder.name, draft.files, folders)
    return Begun(
        letter=folder.letter,
        closed=closed,
        tickets=tuple(
            TicketShown(name=file.name, address=ticket.address, fields=ticket.fields)
            for file, ticket in zip(draft.files, tickets, strict=False)
        ),
        seconds=GOOD_FOR,
    )


def _check(draft: Draft, window: Window) -> None:
    wrong = problems(draft.letter, draft.files, window.directory(), window.processes())
    if faults := [(WORDS[name][0], name, WORDS[name][1]) for name in wrong]:
        raise Unfit("invalid", *faults)
