"""Dead letters: only of messages that can never succeed, each on the desk with its reason."""

from collections.abc import Iterator, Mapping, Sequence

from faults.people import ADMINISTRATOR
from faults.stage import Stage
from functions.desk.troubles import UNKNOWN


def wrong_with_the_dead(stage: Stage, expected: frozenset[str]) -> Iterator[str]:
    """What does not hold; ``expected`` names the queues that must have some."""
    dead = stage.pump.dead()
    page = stage.people.look(ADMINISTRATOR, "/operations").body.decode() if dead else ""
    yield from told_wrong(dead, expected, page)


def told_wrong(
    dead: Mapping[str, Sequence[str]], expected: frozenset[str], page: str
) -> Iterator[str]:
    """The same, of the messages by queue and of the page that shows them. Pure."""
    for queue in dead.keys() - expected:
        yield f"{len(dead[queue])} dead letters in {queue}"
    for queue in expected - dead.keys():
        yield f"what can never succeed does not lie in {queue}"
    for name in (name for names in dead.values() for name in names):
        if name not in page:
            yield f"dead letter {name} is not on the desk"
    if UNKNOWN.what.th in page:
        yield "a dead letter has no reason on the desk"
