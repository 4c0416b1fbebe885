"""How a sample ended, and whether that is how it should. Pure."""

from collections.abc import Iterator, Mapping

from samples.inbox import Answer, Sample
from shared.model.fact import Fact, SubmissionId
from shared.model.letter import ArrivalRecord, LetterRecord, Outcome, Part
from shared.model.receipt import Receipt, Sending
from shared.model.work import WorkItem


class Ending(Fact):
    """What the register says of one arrival. ``parts`` are this arrival's own documents."""

    record: ArrivalRecord
    letter: LetterRecord | None = None
    parts: tuple[Part, ...] = ()
    work: tuple[WorkItem, ...] = ()
    receipt: Receipt | None = None
    in_the_outbox: bool = False
    seconds: float

    @property
    def ended(self) -> bool:
        """The arrival has an end, and no answer is half-way out."""
        busy = self.receipt is not None and self.receipt.sending is Sending.STARTED
        return self.record.outcome is not Outcome.TAKEN_IN and not busy

    @property
    def answer(self) -> Answer:
        """What the sender got."""
        if self.receipt is None:
            return Answer.NONE
        if self.receipt.sending is not Sending.SENT:
            return Answer.WITHHELD
        return Answer.REFUSAL if self.record.outcome is Outcome.REFUSED else Answer.RECEIPT


def complete(sample: Sample, ending: Ending) -> bool:
    """Ended, and answered if an answer is expected; more may only come against expectation."""
    return ending.ended and (ending.receipt is not None or sample.expected.answer is Answer.NONE)


def differences(
    sample: Sample, ending: Ending, letters: Mapping[str, SubmissionId | None]
) -> tuple[str, ...]:
    """What is not as expected, in words; ``letters`` are by sample id."""
    if not ending.ended:
        return ("had not ended when the demo stopped waiting; the logs say why",)
    return tuple(_differences(sample, ending, letters))


def _differences(
    sample: Sample, ending: Ending, letters: Mapping[str, SubmissionId | None]
) -> Iterator[str]:
    wanted, record = sample.expected, ending.record
    if wanted.outcome is not record.outcome:
        yield f"ended as {record.outcome} ({record.reason}), not as {wanted.outcome}"
    if wanted.reason is not None and wanted.reason != record.reason:
        yield f"reason {record.reason}, not {wanted.reason}"
    if wanted.of and letters.get(wanted.of) != record.submission_id:
        yield f"belongs to letter {record.submission_id}, not to that of {wanted.of}"
    if wanted.answer is not ending.answer:
        yield f"the sender got: {ending.answer}, not: {wanted.answer}"
    elif ending.answer in {Answer.RECEIPT, Answer.REFUSAL} and not ending.in_the_outbox:
        yield "the register says sent, but no such mail is in the outbox"
    yield from _decisions(sample, ending)
    unread = {part.name for part in ending.parts if part.refusal}
    if missing := set(wanted.unread) - unread:
        yield f"counted as read: {', '.join(sorted(missing))}"


def _decisions(sample: Sample, ending: Ending) -> Iterator[str]:
    wanted, letter = sample.expected, ending.letter
    desks = {item.office for item in ending.work}
    if wanted.offices and set(wanted.offices) != desks:
        yield f"lies at {', '.join(sorted(desks)) or 'no office'}, not {', '.join(wanted.offices)}"
    if wanted.decision and (letter is None or letter.routing.decision is not wanted.decision):
        yield f"the office was not decided by {wanted.decision}"
    if wanted.process:
        best = letter.classification.best.process if letter else None
        if best not in {wanted.process, *wanted.process_also}:
            yield f"understood as {best}, not {wanted.process}"
