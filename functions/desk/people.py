"""Who is at the desk: the signed-in person, as the gate's checked token says. Pure."""

from collections.abc import Mapping
from enum import StrEnum

from shared.errors import NotSignedIn
from shared.model.fact import CENTRAL, Fact, OfficeCode


class Role(StrEnum):
    """What a person is, by the group of the user pool of that name."""

    CLERK = "clerk"
    HEAD = "head"
    """Of one office."""
    REGISTRY = "registry"
    """Of the central registry (สารบรรณกลาง)."""
    AUDITOR = "auditor"
    """Reads everything but what is secret; changes nothing."""
    ADMINISTRATOR = "administrator"
    """Keeps the system running; opens no letter."""


class Person(Fact):
    """A signed-in person. ``office`` is None for auditors and administrators."""

    name: str
    roles: frozenset[Role]
    office: OfficeCode | None


def person_of(claims: Mapping[str, object]) -> Person:
    """The person whom a checked token names. Raises NotSignedIn when it names none.

    ``cognito:groups`` comes as API Gateway writes a list: ``[clerk head]``.
    """
    name = str(claims.get("cognito:username", ""))
    groups = str(claims.get("cognito:groups", "")).strip("[]").replace(",", " ").split()
    roles = frozenset(role for role in Role if role in groups)
    if not name or not roles or claims.get("token_use", "id") != "id":
        raise NotSignedIn
    return Person(name=name, roles=roles, office=_office(claims, roles))


def _office(claims: Mapping[str, object], roles: frozenset[Role]) -> OfficeCode | None:
    if Role.REGISTRY in roles:
        return CENTRAL
    office = str(claims.get("custom:office", ""))
    return OfficeCode(office) if office and roles & {Role.CLERK, Role.HEAD} else None
