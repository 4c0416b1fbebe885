"""SQS and Lambda by a simulated clock: what is delivered when, to how many workers at once.

moto's queues only take messages in; from there they lie here. A message that fails comes back
after its queue's visibility timeout, and after ``maxReceiveCount`` deliveries it is dead.
"""

import heapq
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from moto.sqs.models import Message, Queue

from local.blueprint import Feed, Function, Stack
from local.sqs_event import event, failed

Waiting = tuple[datetime, int, dict[str, Any]]


@dataclass
class Station:
    """One queue and the workers that it feeds."""

    feed: Feed
    function: Function
    queue: Queue
    free: list[datetime]
    """When each of the workers that may run at once has nothing to do."""
    waiting: list[Waiting] = field(default_factory=list)
    dead: list[dict[str, Any]] = field(default_factory=list)
    received: dict[str, int] = field(default_factory=dict)
    _count: int = 0

    def take_in(self) -> None:
        """What was sent to the queue since it was last asked."""
        messages, self.queue._messages[:] = list(self.queue._messages), []  # noqa: SLF001
        for message in messages:
            stamped = vars(message)["sent_timestamp"]  # moto says None of it until it is sent
            sent = max(float(stamped), message.delayed_until)
            at = datetime.fromtimestamp(sent / 1000, self.free[0].tzinfo)
            self._wait(at, _as_received(message))

    def next_at(self) -> datetime | None:
        """When the next batch can begin."""
        return max(self.waiting[0][0], min(self.free)) if self.waiting else None

    def batch(self, at: datetime) -> list[dict[str, Any]]:
        """What a worker that begins at ``at`` is given."""
        taken: list[dict[str, Any]] = []
        while self.waiting and self.waiting[0][0] <= at and len(taken) < self.feed.batch_size:
            taken.append(heapq.heappop(self.waiting)[2])
        return taken

    def ended(
        self, batch: Sequence[dict[str, Any]], answer: Any, begun: datetime, ended: datetime
    ) -> None:
        """The worker is done: what succeeded is gone, the rest comes again or is dead."""
        self.free.remove(min(self.free))
        self.free.append(ended)
        names = [message["MessageId"] for message in batch]
        again = failed(answer, names) if answer is not None else frozenset(names)
        seconds = int(vars(self.queue)["visibility_timeout"])  # moto sets it without a declaration
        most = int((self.queue.redrive_policy or {}).get("maxReceiveCount", 5))
        for message in batch:
            if message["MessageId"] not in again:
                continue
            times = self.received[message["MessageId"]] = (
                self.received.get(message["MessageId"], 0) + 1
            )
            if times >= most:
                self.dead.append(message)
            else:
                self._wait(begun + timedelta(seconds=seconds), message)

    def as_event(self, batch: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """In Lambda's shape."""
        return event(batch, self.feed.queue_arn)

    def _wait(self, at: datetime, message: dict[str, Any]) -> None:
        self._count += 1
        heapq.heappush(self.waiting, (at, self._count, message))


def next_station(stations: Sequence[Station]) -> tuple[datetime, Station] | None:
    """Whose turn it is, and when."""
    times = [(at, number) for number, one in enumerate(stations) if (at := one.next_at())]
    return (min(times)[0], stations[min(times)[1]]) if times else None


def stations_of(stack: Stack, queues: Mapping[str, Queue], begins: datetime) -> Iterator[Station]:
    """A station for each feed, with as many workers as template.yaml lets it have."""
    by_name = {function.name: function for function in stack.functions}
    for feed in stack.feeds:
        free = [begins] * feed.most_workers
        queue = queues[feed.queue_arn.rpartition(":")[2]]
        yield Station(feed, by_name[feed.function], queue, free)


def _as_received(message: Message) -> dict[str, Any]:
    return {
        "MessageId": message.id,
        "ReceiptHandle": message.id,
        "Body": message.body,
        "MD5OfBody": message.body_md5,
        "Attributes": {
            "ApproximateReceiveCount": "1",
            "SentTimestamp": str(message.sent_timestamp),
            "SenderId": "soak",
            "ApproximateFirstReceiveTimestamp": str(message.sent_timestamp),
        },
    }
