"""People who live in the town, so that somebody can sign in: all of them are invented."""

import secrets
import string
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import boto3


class Resident(NamedTuple):
    """Somebody with a name, a role and, for some, an office."""

    name: str
    role: str
    office: str = ""


RESIDENTS = (
    Resident("somsri", "clerk", "chiangmai"),
    Resident("prasit", "head", "chiangmai"),
    Resident("malee", "clerk", "khonkaen"),
    Resident("registrar", "registry", "central"),
    Resident("auditor", "auditor", "-"),
    Resident("admin", "administrator", "-"),
)


def password() -> str:
    """One for everybody in this town, new at each start."""
    signs = string.ascii_lowercase + string.digits
    return "Town-" + "".join(secrets.choice(signs) for _ in range(7)) + "-7"


def settle(session: "boto3.Session", pool: str, word: str) -> None:
    """Let all residents sign in to the pool with the password ``word``."""
    cognito = session.client("cognito-idp")
    for resident in RESIDENTS:
        name = resident.name
        cognito.admin_create_user(
            UserPoolId=pool,
            Username=name,
            UserAttributes=[{"Name": "custom:office", "Value": resident.office}],
            MessageAction="SUPPRESS",
        )
        cognito.admin_set_user_password(
            UserPoolId=pool, Username=name, Password=word, Permanent=True
        )
        cognito.admin_add_user_to_group(UserPoolId=pool, Username=name, GroupName=resident.role)


def agency(session: "boto3.Session", outputs: Mapping[str, str]) -> tuple[str, str]:
    """Client id and secret of the stack's own agency; empty where it has none."""
    if "AgencyTrial" not in outputs:
        return "", ""
    client = session.client("cognito-idp").describe_user_pool_client(
        UserPoolId=outputs["Agencies"], ClientId=outputs["AgencyTrial"]
    )["UserPoolClient"]
    return client["ClientId"], client["ClientSecret"]
