"""Invented letters in any number, all at one office: the hardest case for its desk."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import NamedTuple

from samples.messages.records import a_classification, a_record, a_routing, an_arrival
from samples.office_days.letters import load
from shared.findable import findable
from shared.model.event import Did, Event
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.letter import LetterRecord
from shared.model.official import Urgency
from shared.model.reading import Page, Reading, Source
from shared.model.reference import new_reference
from shared.model.search import SearchEntry, address_hash
from shared.model.submission import Document, ReadLetter, Role, Sender, Submission
from shared.model.work import WorkItem
from shared.ports.register import Register

OFFICE = OfficeCode("chiangmai")
NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
PROCESSES = ("change/2.2", "refund/2", "contribution/3", "ssf-benefit/9.1", "change/1")
RARE_PROCESS, RARE_WORDS = "refund/4", "ขอรับเงินของบิดาผู้ล่วงลับ"
RARE = 10
"""So many letters are about something rare, and unsure; they stand far apart."""
DAYS = 60
"""Over which they came in."""


class Laid(NamedTuple):
    """What there is to ask for: a letter somewhere in the middle."""

    letter: SubmissionId
    reference: str
    number: int
    sender: str


def lay(register: Register, many: int, letter_key: str) -> Laid:
    """Register ``many`` letters, their text kept once at ``letter_key``; one has been opened."""
    middle: Laid | None = None
    words: dict[tuple[str, str], frozenset[str]] = {}
    for number, (letter, record) in enumerate(_letters(many, letter_key), start=1):
        register.letters.open(record)
        arrival = letter.arrival
        due_on = (arrival.received_at + timedelta(days=number % 14)).date()
        item = register.work.open(record, OFFICE, arrival, arrival.received_at, due_on)
        register.search.enter(_entry(letter, record, item, words))
        if number == max(1, many // 2):
            address = record.sender.address if record.sender else ""
            middle = Laid(record.submission_id, record.reference, number, address)
            _open(register, item)
    if middle is None:
        raise ValueError("at least one letter")
    return middle


def _open(register: Register, item: WorkItem) -> None:
    """As the page does when a letter is first looked at: later looks are what is measured."""
    seen = Event(
        submission_id=item.submission_id,
        office=item.office,
        at=NOON,
        who="somsri",
        did=Did.SEEN,
        version=item.version,
    )
    register.work.replace(item, item.moved("see", read=True), seen)


def _entry(
    letter: ReadLetter,
    record: LetterRecord,
    item: WorkItem,
    words: dict[tuple[str, str], frozenset[str]],
) -> SearchEntry:
    """The letter's words are taken from its text once for all that have the same."""
    text = (record.subject, letter.readings[0].text)
    if text not in words:
        words[text] = findable(letter, record, item).terms
    return SearchEntry(
        office=item.office,
        submission_id=item.submission_id,
        opened_at=item.opened_at,
        sender=address_hash(record.sender.address) if record.sender else None,
        terms=words[text],
    )


def a_text() -> ReadLetter:
    """The text that all of them show when they are opened."""
    return next(_letters(1, ""))[0]


def _letters(many: int, letter_key: str) -> Iterator[tuple[ReadLetter, LetterRecord]]:
    texts = [(one.subject, one.text) for one in load()]
    for number in range(many):
        subject, text = texts[number % len(texts)]
        if _is_rare(number, many):
            subject = f"{subject} {RARE_WORDS}"
        letter = _letter(number, subject, text, many)
        yield letter, _record(number, letter, letter_key, rare=_is_rare(number, many))


def _letter(number: int, subject: str, text: str, many: int) -> ReadLetter:
    came_in = NOON - timedelta(seconds=DAYS * 86400 * (many - number) / many)
    arrival = an_arrival(f"mail/{number}", received_at=came_in)
    body = Document(number=1, role=Role.BODY, name="", kind="text", size=len(text), sha256="0" * 64)
    submission = Submission(
        id=SubmissionId(sha256(f"{number}".encode()).hexdigest()[:20]),
        channel=arrival.channel,
        sender=Sender(address=f"somchai{number % 5000}@mail.example", name="สมชาย ตัวอย่าง"),
        addressed=(OFFICE,),
        subject=subject,
        received_at=came_in,
        documents=(body,),
    )
    page = Page(text=text, source=Source.TEXT, legibility=1)
    return ReadLetter(arrival=arrival, submission=submission, readings=(Reading(pages=(page,)),))


def _is_rare(number: int, many: int) -> bool:
    apart = max(1, many // RARE)
    return number % apart == apart // 2


def _record(number: int, letter: ReadLetter, letter_key: str, *, rare: bool) -> LetterRecord:
    process = RARE_PROCESS if rare else PROCESSES[number % len(PROCESSES)]
    submission = letter.submission
    digits = iter(f"{number:011}")
    return a_record(
        submission.id,
        new_reference(lambda signs: _sign(signs, next(digits))),
        letter.arrival,
        sender=submission.sender,
        subject=submission.subject,
        message_id=f"<{number}@mail.example>",
        letter_key=letter_key,
        classification=a_classification(process, sure=not rare),
        routing=a_routing(OFFICE),
        urgency=Urgency.MOST if number % 200 == 0 else Urgency.NONE,
    )


def _sign(signs: Sequence[str], digit: str) -> str:
    return signs[int(digit)]
