"""Letters for a running town: weeks of an office's work, a photograph, something in quarantine."""

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from email import message_from_bytes, policy
from typing import NamedTuple

from cli.demo.watching import Watch
from functions.desk.people import Person, Role
from local.outbox import mails
from local.residents import RESIDENTS
from local.state import State
from samples.inbox import load as samples
from samples.office_days.laying import Place, lay
from samples.office_days.letters import load as letters
from shared.aws.buckets import S3LetterStore
from shared.aws.queues import SqsQueue
from shared.aws.register import dynamo_register
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.register import register_year

MAILED = ("maternity-photo", "spam-loan")
"""Of samples/: sent by mail, so that the town itself reads them."""
PATIENCE = 120
"""Seconds until those must have their end."""


class Furnished(NamedTuple):
    """What there is to look at: letters by name, and the receipt of the photographed one."""

    letters: Mapping[str, SubmissionId]
    receipt: bytes
    year: int
    """Of the registers."""


def furnish(town: State) -> Furnished:
    """Fill the town. Raises LookupError when the mailed letters do not end."""
    now = datetime.now(UTC)
    laid = lay(letters(), place(town), now)
    sent = [sample for sample in samples() if sample.id in MAILED]
    watch = Watch(sent, town)
    watch.run(PATIENCE, lambda: None)
    mailed = {name: letter for name, letter in watch.letters().items() if letter}
    (writer,) = (sample.sender for sample in sent if sample.id == MAILED[0])
    return Furnished({**laid, **mailed}, receipt_of(town, str(writer)), register_year(now))


def place(town: State) -> Place:
    """The town's stores, as samples.office_days wants them."""
    session = town.session()
    dynamodb, sqs = session.resource("dynamodb"), session.client("sqs")
    register, search = (
        dynamodb.Table(town.outputs[f"{name}Table"]) for name in ("Register", "Search")
    )
    return Place(
        register=dynamo_register(register, search),
        letters=S3LetterStore(session.client("s3"), town.outputs["LettersBucket"]),
        notify=SqsQueue(sqs, town.outputs["NotifyQueueUrl"]),
        intake=SqsQueue(sqs, town.outputs["MailQueueUrl"]),
        people=_resident,
        choose=secrets.choice,
    )


def receipt_of(town: State, writer: str) -> bytes:
    """The PDF of the first receipt that was mailed to somebody. Raises LookupError."""
    for mail in mails(town.outbox):
        message = message_from_bytes(mail.read_bytes(), policy=policy.default)
        if writer not in str(message["To"]):
            continue
        for part in message.walk():
            content = part.get_payload(decode=True)
            if part.get_content_type() == "application/pdf" and isinstance(content, bytes):
                return content
    raise LookupError("nobody mailed a receipt to the writer")


def _resident(name: str) -> Person:
    (found,) = (one for one in RESIDENTS if one.name == name)
    office = OfficeCode(found.office) if found.office not in {"", "-"} else None
    return Person(name=name, roles=frozenset({Role(found.role)}), office=office)
