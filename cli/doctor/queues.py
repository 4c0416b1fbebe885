"""Do letters move? Queues, their dead letters, and what feeds the functions."""

from collections.abc import Iterator

from cli.doctor.finding import Finding, Health, judged
from cli.place import QUEUES, Place

MOST_WAITING = 1000
"""Messages of one queue: notify's two workers carry them in a few minutes (docs/scale.md)."""


def dead_letters(place: Place) -> Iterator[Finding]:
    """Every queue of dead letters is empty."""
    for queue in QUEUES:
        number = _lying(place, f"{queue}DeadLettersUrl")
        do = 'docs/running.md, "A message is in a dead-letter queue"'
        yield judged(f"{queue.lower()} dead letters", well=number == 0, said=str(number), do=do)


def drained(place: Place) -> Iterator[Finding]:
    """No queue holds more than its station soon works off."""
    for queue in QUEUES:
        number = _lying(place, f"{queue}QueueUrl")
        do = 'docs/running.md, "The oldest message waits too long"'
        well = number <= MOST_WAITING
        yield judged(f"{queue.lower()} waiting", well=well, said=f"{number:,}", do=do)


def fed(place: Place) -> Iterator[Finding]:
    """Every queue has its function, and that is switched on."""
    if place.played:
        yield Finding("event sources", Health.UNSEEN, "the town's pumps stand in for them")
        return
    sqs, functions = place.session.client("sqs"), place.session.client("lambda")
    for queue in QUEUES:
        url = place.name(f"{queue}QueueUrl")
        said = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
        arn = said["Attributes"]["QueueArn"]
        feeds = functions.list_event_source_mappings(EventSourceArn=arn)["EventSourceMappings"]
        states = sorted({feed.get("State", "?") for feed in feeds}) or ["none"]
        well = states in (["Enabled"], ["Updating"], ["Enabling"])
        do = "switch the event source on (Lambda console, Triggers), or deploy again"
        yield judged(f"{queue.lower()} queue", well=well, said=", ".join(states).lower(), do=do)


def _lying(place: Place, output: str) -> int:
    """Messages in a queue, those in somebody's hands among them; a little late, as SQS counts."""
    found = place.session.client("sqs").get_queue_attributes(
        QueueUrl=place.name(output),
        AttributeNames=["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"],
    )
    return sum(int(value) for value in found["Attributes"].values())
