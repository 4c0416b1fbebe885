"""Watching the sample letters until each has ended."""

import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from email import message_from_bytes

from cli.demo.ending import Ending, complete
from cli.demo.posting import post
from local.outbox import mails
from local.state import State
from samples.inbox import Sample
from shared.aws.register import dynamo_register
from shared.model.fact import SubmissionId
from shared.model.letter import ArrivalRecord, LetterRecord, Outcome, Part
from shared.thai.calendar import BANGKOK

PAUSE = 0.25


class Watch:
    """Sends each sample as soon as those it waits for have ended, and follows it."""

    def __init__(self, samples: Sequence[Sample], town: State) -> None:
        """Nothing is sent yet."""
        self.samples = samples
        self.endings: dict[str, Ending] = {}
        self._town = town
        self._session = town.session()
        table = self._session.resource("dynamodb").Table(town.outputs["RegisterTable"])
        self._register = dynamo_register(table)
        self._sent: dict[str, tuple[str, float]] = {}

    @property
    def done(self) -> frozenset[str]:
        """The samples that have ended and been answered, if an answer is expected."""
        return frozenset(
            sample.id
            for sample in self.samples
            if sample.id in self.endings and complete(sample, self.endings[sample.id])
        )

    def run(self, patience: float, tell: Callable[[], None]) -> None:
        """Send and follow all; gives up after ``patience`` seconds or when nothing moves."""
        until = time.monotonic() + patience
        while time.monotonic() < until and len(self.done) < len(self.samples):
            sent, before = self._send_ready(), self.done
            quiet = self._quiet()
            self._look()
            tell()
            if quiet and not sent and self.done == before:
                break
            time.sleep(PAUSE)
        self._settle(until)
        tell()

    def letters(self) -> dict[str, SubmissionId | None]:
        """Which letter each sample became, repeated or joined."""
        return {name: ending.record.submission_id for name, ending in self.endings.items()}

    def _send_ready(self) -> bool:
        """Whether anything was sent."""
        already = len(self._sent)
        references = {n: e.letter.reference for n, e in self.endings.items() if e.letter}
        for sample in self.samples:
            if sample.id not in self._sent and sample.waits_for <= self.done:
                started = time.monotonic()
                self._sent[sample.id] = (post(sample, references, self._town), started)
        return len(self._sent) > already

    def _look(self) -> None:
        records = self._records()
        for name in self._sent.keys() - self.done:
            key, started = self._sent[name]
            for record in records:
                if record.arrival.key.endswith(key):
                    self.endings[name] = self._ending(record, time.monotonic() - started)

    def _records(self) -> list[ArrivalRecord]:
        """Today's arrivals, and yesterday's: the demo may run across midnight."""
        today = datetime.now(BANGKOK).date()
        days = (today - timedelta(days=1), today)
        return [record for day in days for record in self._register.arrivals.on(day)]

    def _ending(self, record: ArrivalRecord, seconds: float) -> Ending:
        receipt = self._register.receipts.get(record.arrival.id)
        letter = self._letter(record)
        return Ending(
            record=record,
            letter=letter,
            parts=self._parts(record, letter),
            work=self._register.work.of(letter.submission_id) if letter else (),
            receipt=receipt,
            in_the_outbox=receipt is not None and receipt.message_id in self._message_ids(),
            seconds=seconds,
        )

    def _letter(self, record: ArrivalRecord) -> LetterRecord | None:
        if record.submission_id is None or record.outcome is Outcome.TAKEN_IN:
            return None
        return self._register.letters.get(record.submission_id)

    def _parts(self, record: ArrivalRecord, letter: LetterRecord | None) -> tuple[Part, ...]:
        if letter is None:
            return ()
        replies = self._register.letters.replies(letter.submission_id)
        own = [reply.parts for reply in replies if reply.arrival_id == record.arrival.id]
        return own[0] if own else letter.parts

    def _message_ids(self) -> frozenset[str]:
        found = (message_from_bytes(mail.read_bytes()) for mail in mails(self._town.outbox))
        return frozenset(str(mail["Message-ID"]).strip() for mail in found)

    def _settle(self, until: float) -> None:
        """Wait for what nobody expects: an answer that should not come."""
        while time.monotonic() < until and not self._quiet():
            time.sleep(PAUSE)
        for name, ending in self.endings.items():
            self.endings[name] = self._ending(ending.record, ending.seconds)

    def _quiet(self) -> bool:
        """All queues are empty and no worker has anything in hand.

        Looked at as a letter moves: what leaves one queue is in the next one by then.
        """
        sqs = self._session.client("sqs")
        for output, url in self._town.outputs.items():
            if output.endswith("QueueUrl"):
                answer = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])
                waiting = answer["Attributes"]["ApproximateNumberOfMessages"]
                in_hand = answer["Attributes"]["ApproximateNumberOfMessagesNotVisible"]
                if int(waiting) or int(in_hand):
                    return False
        return True
