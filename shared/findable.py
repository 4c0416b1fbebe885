"""Under which words a letter can be found at an office. Pure.

Personal numbers are hidden before the words are taken (``shared.thai.masking``): nobody
finds a letter by an identity number, and the index cannot be asked for one. Of a letter
marked secret there are no words at all.
"""

from collections.abc import Iterator

from shared.model.letter import LetterRecord
from shared.model.search import SearchEntry, address_hash
from shared.model.submission import ReadLetter
from shared.model.work import WorkItem
from shared.thai.masking import masked
from shared.thai.winnowing import terms_in

MOST_SIGNS = 4000
"""Of all its text so much is looked through: a request says what it is about early on."""
MOST_TERMS = 1500


def findable(letter: ReadLetter, record: LetterRecord, item: WorkItem) -> SearchEntry:
    """How the office of ``item`` finds the letter."""
    sender = record.sender
    return SearchEntry(
        office=item.office,
        submission_id=record.submission_id,
        opened_at=item.opened_at,
        sender=address_hash(sender.address) if sender and sender.address else None,
        terms=frozenset() if record.secret else terms_in(_texts(letter, record), MOST_TERMS),
    )


def _texts(letter: ReadLetter, record: LetterRecord) -> Iterator[str]:
    """What people search by first: subject, sender, the agency's number; then what it says."""
    sender, official = record.sender, record.official
    yield record.subject
    yield f"{sender.name} {sender.address}" if sender else ""
    yield official.number.text if official and official.number else ""
    left = MOST_SIGNS
    for reading in letter.readings:
        text = reading.text[:left]
        left -= len(text)
        yield masked(text)
