"""Which earlier letter a new one continues."""

from functions.router.proving import doubt
from shared.classification.passages import passages
from shared.correspondence.official import marked_secret
from shared.model.letter import LetterRecord
from shared.model.submission import ReadLetter
from shared.ports.register import Register


def letter_it_answers(letter: ReadLetter, register: Register) -> LetterRecord | None:
    """The earlier letter whose reference or receipt this one quotes.

    A letter marked secret joins nothing: it would lie on the desk of another letter. Nor does
    one whose claim to be an agency's is doubted: whoever saw a reference could write in its name.
    """
    submission = letter.submission
    found = [register.letters.by_message(name) for name in submission.in_reply_to]
    found += [register.letters.by_reference(reference) for reference in submission.references]
    answered = next((record for record in found if record), None)
    if answered is None or register.letters.get(submission.id):
        return None  # If it was registered in its own right before, that stands.
    pieces = passages(letter)
    return None if marked_secret(pieces) or doubt(letter, pieces) else answered
