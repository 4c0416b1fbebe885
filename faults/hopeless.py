"""Scenarios of messages that can never succeed: given back by hand, they die again."""

from collections.abc import Iterator
from functools import partial

from faults.arriving import exactly
from faults.people import ADMINISTRATOR
from faults.stage import Scenario, Stage


def hopeless() -> Iterator[Scenario]:
    """One for a queue that we fill, one for a queue that others fill."""
    for queue in ("router", "mail"):
        yield Scenario(
            f"hopeless message to {queue}",
            partial(die_twice, queue),
            exactly({}, 0),
            dead=frozenset({f"saraban-{queue}-dead-letters"}),
        )


def die_twice(queue: str, stage: Stage) -> None:
    """A message that is none; an administrator gives it back; it fails as often again."""
    url = stage.world.environment[f"{queue.upper()}_QUEUE_URL"]
    stage.world.sqs.send_message(QueueUrl=url, MessageBody="{}")
    stage.rest()
    stage.people.at_the_desk(ADMINISTRATOR, f"/operations/dead-letters/{queue}/replay")
    stage.rest()
