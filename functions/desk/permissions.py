"""Who may do what, at the own office or at any: one table, asked by every route."""

from collections.abc import Mapping
from enum import StrEnum

from functions.desk.people import Person, Role
from shared.errors import NotHere
from shared.model.fact import OfficeCode


class Action(StrEnum):
    """What the desk lets people do."""

    SEE = "see"
    """Queue, letters, register and search of an office."""
    SEE_SECRET = "see secret"  # noqa: S105 - a marking on paper
    """Text and pages of a letter marked secret."""
    WORK = "work"
    """Take, put back, finish, return, pass, correct, mark as spam."""
    TAKE_OVER = "take over"
    """The same with a letter that another clerk has in hand."""
    QUARANTINE = "quarantine"
    """See and release what the mail service's scanners failed."""
    TRIAGE = "triage"
    """Choose the office of letters that the machine did not decide."""
    AUDIT = "audit"
    """See who saw and did what."""
    OVERVIEW = "overview"
    """See an office's figures: numbers, and no letter."""
    SUPPRESSIONS = "suppressions"
    """See which addresses are not written to, and lift one; see deliveries and directory."""
    OPERATE = "operate"
    """See dead letters, by ids alone, and give them back to their queues."""


class Reach(StrEnum):
    """Where a role may do it."""

    OWN = "own office"
    EVERY = "every office"


ALLOWED: Mapping[Role, Mapping[Action, Reach]] = {
    Role.CLERK: {Action.SEE: Reach.OWN, Action.WORK: Reach.OWN, Action.OVERVIEW: Reach.OWN},
    Role.HEAD: {
        Action.SEE: Reach.OWN,
        Action.SEE_SECRET: Reach.OWN,
        Action.WORK: Reach.OWN,
        Action.TAKE_OVER: Reach.OWN,
        Action.OVERVIEW: Reach.OWN,
    },
    Role.REGISTRY: {
        Action.SEE: Reach.OWN,
        Action.SEE_SECRET: Reach.OWN,
        Action.WORK: Reach.OWN,
        Action.TAKE_OVER: Reach.OWN,
        Action.TRIAGE: Reach.OWN,
        Action.QUARANTINE: Reach.OWN,
        Action.OVERVIEW: Reach.EVERY,
        Action.SUPPRESSIONS: Reach.OWN,
    },
    Role.AUDITOR: {
        Action.SEE: Reach.EVERY,
        Action.AUDIT: Reach.EVERY,
        Action.OVERVIEW: Reach.EVERY,
    },
    Role.ADMINISTRATOR: {
        Action.AUDIT: Reach.EVERY,
        Action.OVERVIEW: Reach.EVERY,
        Action.SUPPRESSIONS: Reach.EVERY,
        Action.OPERATE: Reach.EVERY,
    },
}
"""What is not here is refused. The registry's own office is the central registry."""


def may(person: Person, action: Action, office: OfficeCode) -> bool:
    """Whether any of the person's roles allows it there."""
    reaches = {ALLOWED[role].get(action) for role in person.roles}
    return Reach.EVERY in reaches or (Reach.OWN in reaches and person.office == office)


def allow(person: Person, action: Action, office: OfficeCode) -> None:
    """Raises NotHere, as for a thing that does not exist, unless the person may."""
    if not may(person, action, office):
        raise NotHere
