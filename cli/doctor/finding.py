"""What the doctor finds: one line, and what to do about it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from botocore.exceptions import ClientError

from cli.place import Place


class Health(StrEnum):
    """How one thing is."""

    WELL = "well"
    ILL = "ill"
    UNSEEN = "not seen"
    """It could not be asked, or the town plays it in a way of its own."""


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. ``do``: what to do when it is ill."""

    thing: str
    health: Health
    said: str
    do: str = ""


Look = Callable[[Place], Iterable[Finding]]
"""Looks at things that belong together. Raises ClientError when AWS does not answer it."""


def judged(thing: str, *, well: bool, said: str, do: str) -> Finding:
    """Well, or ill with what to do."""
    return Finding(thing, Health.WELL, said) if well else Finding(thing, Health.ILL, said, do)


NOT_ANSWERED = ("AccessDenied", "UnauthorizedOperation", "Throttling")
"""How the codes begin of what says nothing about the thing itself."""


def looked(looks: Iterable[tuple[str, Look]], place: Place) -> Iterator[Finding]:
    """Every finding of every look.

    What we may not ask is unseen; where AWS says anything else, that is what is ill.
    """
    for thing, look in looks:
        try:
            yield from look(place)
        except ClientError as error:
            code = error.response.get("Error", {}).get("Code", "?")
            if code.startswith(NOT_ANSWERED):
                yield Finding(thing, Health.UNSEEN, f"could not be asked: {code}")
            else:
                yield Finding(
                    thing, Health.ILL, code, "deploy again, or look at it in AWS's console"
                )
