"""``saraban erase``: the data of one letter is erased by order; the register keeps a tombstone.

Gone are the mail or upload as it came, its text and documents, what was said of it in receipts,
and the words under which it is found: all versions. What stays: number, offices, dates, states,
and the order. Begun and broken off, it is finished by asking again.
"""

import argparse

from cli.place import here
from cli.records.belongings import Belongings, belongings
from cli.records.orders import note, order_of
from cli.tables import console
from cli.trouble import Trouble
from shared.aws.buckets import S3LetterStore
from shared.aws.erasing import DynamoTombstones
from shared.aws.holds import DynamoHolds
from shared.aws.search import DynamoSearch
from shared.aws.versions import S3Versions
from shared.errors import LegallyHeld
from shared.findable import findable
from shared.model.erased import erased_letter
from shared.model.event import Did
from shared.model.receipt import address_hash
from shared.model.submission import ReadLetter


def run(asked: argparse.Namespace) -> int:
    """Erase one letter with its replies. Raises Trouble when it is held, or work is left to do."""
    order = order_of(asked.order)
    things = belongings(asked.reference, here(asked.town))
    try:
        erased = erase(things, order)
    except LegallyHeld:
        raise Trouble(
            f"{things.record.reference} is held: nothing of it may be erased. "
            "An order must end the hold first (saraban hold REFERENCE --order TEXT --end)."
        ) from None
    console().print(
        f"ลบข้อมูลแล้ว {erased} รายการ คงไว้เฉพาะเลขทะเบียนและคำสั่ง  "
        f"Erased: {erased} stored versions. Number and order stay in the register."
    )
    return 0


def erase(things: Belongings, order: str) -> int:
    """Erase; returns how many stored versions there were. Raises LegallyHeld, Trouble, TryLater."""
    if DynamoHolds(things.place.table("RegisterTable")).of(things.record.submission_id):
        raise LegallyHeld
    if left := [item.office for item in things.items if not item.ended]:
        raise Trouble(
            f"Work is left to do at {', '.join(left)}. An office must finish it, then it is erased."
        )
    note(Did.ERASED, order, things)
    letters = list(_letters(things))
    _forget_words(things, letters)
    erased = _empty_buckets(things, letters)
    _rewrite_facts(things)
    return erased


def _letters(things: Belongings) -> list[ReadLetter]:
    """The letter and its replies as they were read; those erased before are tombstones."""
    store = _store(things)
    return [store.read_letter(key) for key in _keys(things)]


def _keys(things: Belongings) -> tuple[str, ...]:
    return (things.record.letter_key, *(reply.letter_key for reply in things.replies))


def _forget_words(things: Belongings, letters: list[ReadLetter]) -> None:
    search = DynamoSearch(things.place.table("SearchTable"))
    for item in things.items:
        search.forget(findable(letters[0], things.record, item))


def _empty_buckets(things: Belongings, letters: list[ReadLetter]) -> int:
    """Tombstones first, so that pages still open; then every version but those."""
    for letter in letters:
        _store(things).keep_letter(erased_letter(letter.arrival, letter.submission))
    store, keep = S3Versions(things.place.session.client("s3")), frozenset(_keys(things))
    return sum(store.erase(*where, keep) for where in dict.fromkeys(things.objects))


def _rewrite_facts(things: Belongings) -> None:
    """The letter's own record last: until then the replies and the work can be found again."""
    book = DynamoTombstones(things.place.table("RegisterTable"))
    for address in things.addresses:
        book.address(address_hash(address))
    for line in things.arrivals:
        book.arrival(line.arrival.id, things.offices)
    for item in things.items:
        book.line(item.number)
    book.letter(things.record.submission_id)


def _store(things: Belongings) -> S3LetterStore:
    return S3LetterStore(things.place.session.client("s3"), things.place.name("LettersBucket"))
