"""DeadLetter: a message that no station could deal with, told by ids alone."""

from collections.abc import Iterator
from typing import Any

from pydantic import AwareDatetime
from pydantic_core import from_json

from shared.model.fact import Fact

IDS = ("arrival_id", "submission_id")


class DeadLetter(Fact):
    """A message among a queue's dead letters. What is in it is not shown: it may be an address."""

    message_id: str
    sent_at: AwareDatetime
    """When it was first sent; the queue of dead letters forgets it 14 days later."""
    about: tuple[str, ...]
    """The ids of the arrival and the letter that it names."""


def about(body: str) -> tuple[str, ...]:
    """The ids in one of our own messages; none in a notice of SES or S3, or in what is no JSON."""
    try:
        told = from_json(body)
    except ValueError:
        return ()
    return tuple(dict.fromkeys(_ids(told))) if isinstance(told, dict) else ()


def _ids(told: dict[str, Any]) -> Iterator[str]:
    arrival = told.get("arrival")
    if isinstance(arrival, dict) and isinstance(arrival.get("id"), str):
        yield arrival["id"]
    yield from (told[name] for name in IDS if isinstance(told.get(name), str))
