"""The sender's telephone number, if the letter has one. Pure."""

from collections.abc import Iterable, Iterator

from shared.model.submission import ReadLetter, Role
from shared.own_words.voices import own_words
from shared.thai.phone_numbers import PhoneNumber, phone_numbers


def phone_of(letter: ReadLetter, ours: frozenset[str]) -> str | None:
    """The digits of the number by which the sender can be told, or None.

    Mobile numbers go before others, the sender's own words before attachments. ``ours`` are
    the digits of the offices' own numbers: letters quote them.
    """
    found = [number for text in _texts(letter) for number in _theirs(text, ours)]
    mobile = (number.digits for number in found if number.mobile)
    return next(mobile, found[0].digits if found else None)


def _theirs(text: str, ours: frozenset[str]) -> Iterator[PhoneNumber]:
    return (number for number in phone_numbers(text) if number.digits not in ours)


def _texts(letter: ReadLetter) -> Iterable[str]:
    pairs = list(zip(letter.submission.documents, letter.readings, strict=True))
    for document, reading in pairs:
        if document.role is Role.BODY:
            yield own_words(reading.text, letter.submission.subject)
    for document, reading in pairs:
        if document.role is not Role.BODY:
            yield reading.text
