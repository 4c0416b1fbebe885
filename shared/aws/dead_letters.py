"""Dead letters in SQS: looked at without taking them away, and given back one by one."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from shared.aws.busy import waiting_for
from shared.model.dead_letter import DeadLetter, about

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient

AT_ONCE = 10
"""SQS hands out no more."""
HIDDEN = 60
"""Seconds for which a message that is looked at is hidden from others, if we crash meanwhile."""
MOST_SEEN = 1000
"""Messages of one queue that one request goes through."""
_NUMBER: Literal["ApproximateNumberOfMessages"] = "ApproximateNumberOfMessages"


class Lane(NamedTuple):
    """A queue and the one that takes what it gives up; by their addresses."""

    queue: str
    dead: str


@dataclass(frozen=True)
class SqsDeadLetters:
    """Keeps ``shared.ports.dead_letters.DeadLetters``. ``lanes`` are by the queue's name."""

    sqs: "SQSClient"
    lanes: Mapping[str, Lane]

    def numbers(self) -> Mapping[str, int]:
        """How many lie in each, as SQS counts them: a little late."""
        return {name: self._number(lane) for name, lane in self.lanes.items()}

    def look(self, queue: str, most: int) -> tuple[DeadLetter, ...]:
        """At most ``most`` of one queue, oldest first; they stay where they are."""
        with self._held(self.lanes[queue], most) as held:
            found = [_letter(message) for message in held]
        return tuple(sorted(found, key=lambda letter: (letter.sent_at, letter.message_id)))

    def replay(self, queue: str, wanted: Callable[[DeadLetter], bool], most: int) -> int:
        """Give at most ``most`` messages that are ``wanted`` back to their queue."""
        lane, done = self.lanes[queue], 0
        with self._held(lane, MOST_SEEN) as held:
            for message in held:
                if done < most and wanted(_letter(message)):
                    self._give_back(lane, message)
                    done += 1
                if done == most:
                    break
        return done

    def _give_back(self, lane: Lane, message: Any) -> None:
        """First into its queue, then out of the dead letters: at no moment it is in neither."""
        with waiting_for("sqs"):
            self.sqs.send_message(
                QueueUrl=lane.queue,
                MessageBody=message["Body"],
                MessageAttributes=message.get("MessageAttributes", {}),
            )
            self.sqs.delete_message(QueueUrl=lane.dead, ReceiptHandle=message["ReceiptHandle"])

    @contextmanager
    def _held(self, lane: Lane, most: int) -> Iterator[Iterator[Any]]:
        """The messages, each hidden from others until the end, where all are shown again."""
        taken: list[Any] = []
        try:
            yield self._taken(lane, min(most, self._number(lane)), taken)
        finally:
            for start in range(0, len(taken), AT_ONCE):
                self._show(lane, taken[start : start + AT_ONCE])

    def _taken(self, lane: Lane, most: int, taken: list[Any]) -> Iterator[Any]:
        seen: set[str] = set()
        while len(seen) < most:
            with waiting_for("sqs"):
                # Long polling: a short one asks some of SQS's servers and may find nothing.
                messages = self.sqs.receive_message(
                    QueueUrl=lane.dead,
                    MaxNumberOfMessages=min(AT_ONCE, most - len(seen)),
                    VisibilityTimeout=HIDDEN,
                    WaitTimeSeconds=1,
                    MessageSystemAttributeNames=["SentTimestamp"],
                    MessageAttributeNames=["All"],
                ).get("Messages", [])
            taken += messages
            new = [message for message in messages if message["MessageId"] not in seen]
            if not new:
                return
            seen |= {message["MessageId"] for message in new}
            yield from new

    def _show(self, lane: Lane, messages: list[Any]) -> None:
        """Make them visible again; those that are gone are passed over by SQS."""
        entries: Any = [
            {"Id": str(n), "ReceiptHandle": one["ReceiptHandle"], "VisibilityTimeout": 0}
            for n, one in enumerate(messages)
        ]
        with waiting_for("sqs"):
            self.sqs.change_message_visibility_batch(QueueUrl=lane.dead, Entries=entries)

    def _number(self, lane: Lane) -> int:
        with waiting_for("sqs"):
            told = self.sqs.get_queue_attributes(QueueUrl=lane.dead, AttributeNames=[_NUMBER])
        return int(told["Attributes"][_NUMBER])


def _letter(message: Any) -> DeadLetter:
    sent = int(message["Attributes"]["SentTimestamp"]) / 1000
    return DeadLetter(
        message_id=message["MessageId"],
        sent_at=datetime.fromtimestamp(sent, UTC),
        about=about(message["Body"]),
    )
