"""Who may ask how a letter stands: whoever has its reference and its receipt's code."""

from collections.abc import Iterator
from hmac import compare_digest

from functions.portal.counter import Counter
from shared.errors import NotGenuine, NotHere, UnknownReference
from shared.model.letter import LetterRecord
from shared.model.receipt import Receipt
from shared.model.reference import parse_reference
from shared.ports.register import Register
from shared.sealing.code import parse

MOST_TRIES = 30
"""In ten minutes from one address."""
MOST_TRIES_AT_ONE = 20
"""In ten minutes for one reference, from wherever."""
LAST_SIGNS = 8
"""Of a code are enough: they are the end of its signature, which nobody can make."""


def prove(reference: str, code: str, came_from: str, counter: Counter) -> LetterRecord:
    """The letter that is proven to be somebody's own; each try is counted.

    Raises NotHere as ``proven`` does, and TooOften.
    """
    counter.count("status", came_from, MOST_TRIES)
    counter.count("status of", reference.upper(), MOST_TRIES_AT_ONE)
    return proven(reference, code, counter.register)


def proven(reference: str, code: str, register: Register) -> LetterRecord:
    """The letter whose receipt has this code; of the code its last eight signs are enough.

    Raises NotHere alike for a reference that does not exist and for a code of another letter.
    """
    ending = "".join(code.rpartition("#")[2].split()).upper()[-LAST_SIGNS:]
    try:
        record = register.letters.by_reference(parse_reference(reference))
    except UnknownReference:
        raise NotHere from None
    if record is None or len(ending) < LAST_SIGNS:
        raise NotHere
    # Each is compared: how long it takes tells nothing.
    known = [compare_digest(ending, code[-LAST_SIGNS:]) for code in _codes(record, register)]
    if not any(known):
        raise NotHere
    return record


def reference_of(code: str) -> str:
    """The reference that a code names; empty when it is no code."""
    try:
        return parse(code.rpartition("#")[2]).reference
    except NotGenuine:
        return ""


def _codes(record: LetterRecord, register: Register) -> Iterator[str]:
    for receipt in _receipts(record, register):
        if receipt and receipt.seal:
            yield receipt.seal.code


def _receipts(record: LetterRecord, register: Register) -> Iterator[Receipt | None]:
    for arrival in register.arrivals.of(record.submission_id):
        yield register.receipts.get(arrival)
    yield from register.receipts.notices(record.submission_id)
