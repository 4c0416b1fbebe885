"""What SQS and Lambda do together: deliveries, partial batch failures, dead letters, rest.

The queues are moto's, with the visibility and ``maxReceiveCount`` of template.yaml. When nothing
can be delivered now, the clock moves to when the next message comes back.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from faults.stations import Died, Stations
from faults.world import World
from local.blueprint import Feed
from local.sqs_event import event, failed

MOST_ROUNDS = 2_000
DEAD = "-dead-letters"


class NoRest(Exception):  # noqa: N818 - it says what happened
    """Messages go round and round."""


@dataclass
class Pump:
    """Carries messages. With ``chance`` it does so in any order, some twice, some late.

    With ``jumps`` the clock of the next worker is hours ahead, or a minute behind, now and then.
    """

    world: World
    stations: Stations
    chance: Random | None = None
    jumps: bool = False
    spare: int = 0
    """Messages that may stay though they were done; with the faults fewer than deliveries."""

    def to_rest(self) -> None:
        """Until every queue is empty but those of dead letters. Raises NoRest."""
        for _ in range(MOST_ROUNDS):
            if self.carry():
                continue
            back = self._next_back()
            if back is None:
                return
            self.world.clock.move_to(back + timedelta(milliseconds=2))
        raise NoRest

    def carry(self) -> bool:
        """One batch from each queue that has any; whether there was one."""
        feeds = list(self.world.stack.feeds)
        if self.chance:
            self.chance.shuffle(feeds)
        return sum(self._carry_from(feed) for feed in feeds) > 0

    def dead(self) -> dict[str, list[str]]:
        """The ids of dead letters by queue; those that have some."""
        found = {
            name: [message.id for message in queue._messages]  # noqa: SLF001 - moto's, visible or not
            for name, queue in self.world.queues.items()
            if name.endswith(DEAD)
        }
        return {name: ids for name, ids in found.items() if ids}

    def _carry_from(self, feed: Feed) -> bool:
        name = feed.queue_arn.rpartition(":")[2]
        if not self.world.queues[name].messages:
            return False
        messages = self._received(name, feed)
        self._jump()
        if self._maybe(0.15):  # a standard queue may deliver twice
            self._delivered(feed, messages)
        again = self._delivered(feed, messages)
        for message in messages:
            if message["MessageId"] not in again and not self._stays():
                self.world.sqs.delete_message(
                    QueueUrl=self._url(name), ReceiptHandle=message["ReceiptHandle"]
                )
        return bool(messages)

    def _received(self, name: str, feed: Feed) -> list[Any]:
        most = min(feed.batch_size, 10)
        if self.chance:
            self.chance.shuffle(self.world.queues[name]._messages)  # noqa: SLF001
            most = self.chance.randint(1, most)
        answer = self.world.sqs.receive_message(
            QueueUrl=self._url(name),
            MaxNumberOfMessages=most,
            MessageSystemAttributeNames=["All"],
            MessageAttributeNames=["All"],
        )
        return list(answer.get("Messages", []))

    def _delivered(self, feed: Feed, messages: list[Any]) -> frozenset[str]:
        """The ids of those that come again."""
        names = [message["MessageId"] for message in messages]
        try:
            answer = self.stations.invoke(feed.function, event(messages, feed.queue_arn))
        except Died:
            return frozenset(names)
        return failed(answer, names) if feed.reports_failures else frozenset()

    def _next_back(self) -> datetime | None:
        """When the next message in flight may be delivered again."""
        times = sorted(self._in_flight())
        return datetime.fromtimestamp(times[0] / 1000, UTC) if times else None

    def _in_flight(self) -> Iterator[float]:
        for feed in self.world.stack.feeds:
            queue = self.world.queues[feed.queue_arn.rpartition(":")[2]]
            for message in queue._messages:  # noqa: SLF001 - moto's messages, visible or not
                yield max(message.visible_at, message.delayed_until)

    def _stays(self) -> bool:
        stays = self._maybe(0.1) and self.spare > 0
        self.spare -= stays
        return stays

    def _jump(self) -> None:
        if self.chance and self.jumps and self._maybe(0.15):
            seconds = self.chance.choice((-60, 5, 900, 3 * 3600))
            self.world.clock.set(self.world.clock.now + timedelta(seconds=seconds))

    def _maybe(self, share: float) -> bool:
        return self.chance is not None and self.chance.random() < share

    def _url(self, name: str) -> str:
        stack = self.world.stack
        return f"https://sqs.{stack.region}.amazonaws.com/{stack.account}/{name}"
