"""Session: what signing in gives, or what is still asked for."""

from enum import StrEnum

from shared.model.fact import Fact


class Session(Fact):
    """A signed-in session: the token that the gate checks, and how long it is good."""

    token: str
    seconds: int


class ChallengeKind(StrEnum):
    """What is asked for after the password."""

    NEW_PASSWORD = "new_password"  # noqa: S105 - a kind of question
    CODE = "code"
    """Of an authenticator app."""


class Challenge(Fact):
    """A question between password and session. ``ticket`` says to the pool which one."""

    kind: ChallengeKind
    name: str
    ticket: str
