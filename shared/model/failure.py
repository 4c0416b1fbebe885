"""Failure: why a station could not deal with a message; by ids and names of ours alone."""

from pydantic import AwareDatetime

from shared.model.fact import Fact


class Failure(Fact):
    """The last time a message failed. It quotes nothing: a message may hold an address."""

    message_id: str
    """The queue's own name for the message; it keeps it among the dead letters."""
    station: str
    at: AwareDatetime
    error: str
    """The kind: the name of the error's class."""
    why: str | None = None
    """A reason of our own; None for an error that is not ours, whose text may quote a letter."""
    where: str = ""
    """The place in the code."""
