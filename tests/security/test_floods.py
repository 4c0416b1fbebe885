"""A letter made to cost much costs little: what it names is looked up so often and no more."""

from email.message import EmailMessage

from functions.intake.open_mail import open_mail
from functions.intake.read_letter import MOST_REFERENCES, read_letter
from shared.directory import offices
from shared.model.reference import ALPHABET, new_reference
from tests.fakes.neighbours import FakeLetterStore
from tests.letters import an_arrival


def test_a_letter_full_of_references_asks_the_register_for_few():
    """Each costs the router a look-up; a thousand would use up its time, again and again."""
    references = [_reference(number) for number in range(500)]
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "somchai@mail.example", "Re: everything"
    mail.set_content("\n".join(references))
    arrival = an_arrival()
    opened = open_mail(arrival, mail.as_bytes(), offices.load())
    letter = read_letter(arrival, opened, FakeLetterStore())

    assert MOST_REFERENCES == len(letter.submission.references)
    assert references[0] == letter.submission.references[0]


def _reference(number: int) -> str:
    signs = iter(f"{ALPHABET[number // 23]}{ALPHABET[number % 23]}" + "2" * 9)
    return new_reference(lambda _: next(signs))
