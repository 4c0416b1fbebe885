"""Messages that failed too often, and the way back for them."""

from collections.abc import Callable, Mapping
from typing import Protocol

from shared.model.dead_letter import DeadLetter


class DeadLetters(Protocol):
    """The dead letters of every queue, by the queue's name (mail, router ...)."""

    def numbers(self) -> Mapping[str, int]:
        """How many lie in each, as the service counts them: a little late."""
        ...

    def look(self, queue: str, most: int) -> tuple[DeadLetter, ...]:
        """At most ``most`` of one queue, oldest first; they stay where they are."""
        ...

    def replay(self, queue: str, wanted: Callable[[DeadLetter], bool], most: int) -> int:
        """Give at most ``most`` messages that are ``wanted`` back to their queue; returns how many.

        Each is in its queue again before it leaves the dead letters, so that none is ever in
        neither; a crash in between leaves it in both, and every station recognises what it has
        done. ``wanted`` is asked about each before anything happens to it. Raises TryLater.
        """
        ...
