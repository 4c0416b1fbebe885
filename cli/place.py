"""Where a command looks: the running town, or AWS by the usual environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import boto3

from cli.trouble import Trouble
from local.state import NoTown, State, running
from shared.aws.register import dynamo_register
from shared.directory import offices
from shared.errors import UnknownOffice, UnknownReference
from shared.model.arrival import Channel
from shared.model.fact import OfficeCode
from shared.model.letter import LetterRecord
from shared.model.office import Office
from shared.model.reference import parse_reference
from shared.ports.register import Register

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table

STACK = "SARABAN_STACK"
"""Names the stack whose outputs say where everything is."""
QUEUES = ("Mail", "Upload", "Router", "Notify", "Feedback")
BUCKETS = ("MailBucket", "UploadBucket", "LettersBucket")
"""Both as the stack's outputs name them."""


@dataclass(frozen=True)
class Place:
    """An account with the system in it. ``names`` are as in the stack's outputs.

    ``played``: it is the town, where some of AWS is played by other means.
    """

    session: boto3.Session
    names: Mapping[str, str]
    played: bool = False

    @cached_property
    def register(self) -> Register:
        """The register."""
        return dynamo_register(self.table("RegisterTable"))

    @property
    def arriving(self) -> Mapping[Channel, str]:
        """The bucket in which letters of each channel lie as they came."""
        upload = self.name("UploadBucket")
        return {Channel.MAIL: self.name("MailBucket"), Channel.UPLOAD: upload, Channel.DROP: upload}

    def table(self, output: str) -> "Table":
        """A table, by the output that names it."""
        return self.session.resource("dynamodb").Table(self.name(output))

    def name(self, output: str) -> str:
        """A resource's name. Raises Trouble when nobody told it."""
        try:
            return self.names[output]
        except KeyError:
            raise Trouble(
                f"On AWS, set SARABAN_STACK to the stack's name, or {_variable(output)} to its "
                f"output {output}."
            ) from None


def town(folder: Path) -> State:
    """The running town. Raises Trouble when there is none."""
    try:
        return running(folder)
    except NoTown:
        raise Trouble(
            f"No town is running in {folder}. Start one with `make up` in another terminal."
        ) from None


def here(folder: Path) -> Place:
    """The running town or, without one, AWS: a stack's outputs, or the environment's names.

    Raises Trouble when there is none of them.
    """
    try:
        state = running(folder)
    except NoTown:
        return _aws(folder)
    return Place(state.session(), state.outputs, played=True)


def _aws(folder: Path) -> Place:
    if stack := os.environ.get(STACK):
        session = boto3.Session()
        [found] = session.client("cloudformation").describe_stacks(StackName=stack)["Stacks"]
        told = {one["OutputKey"]: one["OutputValue"] for one in found.get("Outputs", [])}
        return Place(session, told)
    known = (
        "RegisterTable",
        "SearchTable",
        *BUCKETS,
        *(f"{queue}{what}Url" for queue in QUEUES for what in ("Queue", "DeadLetters")),
    )
    names = {n: os.environ[_variable(n)] for n in known if _variable(n) in os.environ}
    if not names:
        raise Trouble(
            f"No town is running in {folder}. Start one with `make up` in another terminal; "
            f"or, for AWS, set {STACK} to the name of the stack."
        )
    return Place(boto3.Session(), names)


def office(asked: str) -> Office:
    """An office by code or mailbox. Raises Trouble."""
    directory = offices.load()
    try:
        return directory.by_mailbox(asked) or directory.by_code(OfficeCode(asked.lower()))
    except UnknownOffice:
        raise Trouble(
            f"No office is called {asked!r}. A code is the mailbox's name without saraban_, "
            "e.g. chiangmai for saraban_chiangmai@sso.go.th, or central."
        ) from None


def letter_of(asked: str, register: Register) -> LetterRecord:
    """The letter that has this reference, however it is written. Raises Trouble."""
    try:
        reference = parse_reference(asked)
    except UnknownReference:
        raise Trouble(
            f"{asked!r} is no reference: a sign is wrong or missing. "
            "It has twelve signs in three groups, like 2222-2222-2222."
        ) from None
    found = register.letters.by_reference(reference)
    if found is None:
        raise Trouble(f"No letter has the reference {reference}.")
    return found


def _variable(output: str) -> str:
    return "".join(f"_{s}" if s.isupper() else s for s in output).strip("_").upper()
