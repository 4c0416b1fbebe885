"""The world of one process: template.yaml's stack in moto, a clock, and the wire.

A run is a fork of it (``faults.apart``): nothing is ever torn down or reset.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import boto3
from moto import mock_aws
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models import dynamodb_backends
from moto.s3.models import s3_backends
from moto.ses.models import SESBackend, ses_backends
from moto.sqs.models import Queue, sqs_backends

from faults.clock import Clock
from faults.wire import Wire
from local.blueprint import Stack
from local.in_process import pretend, sessions
from local.plan import TEMPLATE
from local.session import REGION
from local.stack import deploy
from shared.aws.register import dynamo_register
from shared.model.arrival import Channel
from shared.ports.register import Register


@dataclass(frozen=True)
class World:
    """What stands."""

    stack: Stack
    clock: Clock
    wire: Wire
    session: boto3.Session
    """The harness's own: what it calls is neither counted nor broken."""

    @property
    def environment(self) -> Mapping[str, str]:
        """What the template gives all functions; no two give one name two values but a name."""
        given: dict[str, str] = {}
        for function in self.stack.functions:
            given |= function.environment
        return given

    @cached_property
    def sqs(self) -> Any:
        """The harness's client of the queues."""
        return self.session.client("sqs")

    @cached_property
    def s3(self) -> Any:
        """The harness's client of the buckets."""
        return self.session.client("s3")

    @cached_property
    def _dynamodb(self) -> Any:
        return self.session.resource("dynamodb")

    def table(self, which: str = "REGISTER_TABLE") -> Any:
        """One of the tables, as the harness looks at it."""
        return self._dynamodb.Table(self.environment[which])

    @cached_property
    def register(self) -> Register:
        """The register, as the harness looks at it."""
        return dynamo_register(self.table(), self.table("SEARCH_TABLE"))

    @property
    def buckets(self) -> Mapping[Channel, str]:
        """Where letters arrive."""
        mail, upload = self.environment["MAIL_BUCKET"], self.environment["UPLOAD_BUCKET"]
        return {Channel.MAIL: mail, Channel.UPLOAD: upload, Channel.DROP: upload}

    @property
    def ses(self) -> SESBackend:
        """What was sent."""
        return ses_backends[DEFAULT_ACCOUNT_ID][REGION]

    @property
    def queues(self) -> Mapping[str, Queue]:
        """Moto's own, so that looking costs nothing."""
        return sqs_backends[DEFAULT_ACCOUNT_ID][REGION].queues


def make_world(parameters: Mapping[str, str] | None = None) -> World:
    """An empty world at noon, in a process that does nothing else."""
    pretend()
    clock = Clock()
    clock.hold()
    mock_aws().start()
    own, workers = sessions()
    wire = Wire()
    wire.attach(workers)
    given = {"ScanUploads": "false", **(parameters or {})}  # GuardDuty is not played
    stack = deploy(own, TEMPLATE, "saraban", given)
    made = World(stack, clock, wire, own)
    os.environ.update(made.environment)
    return made


def emptied(world: World) -> None:
    """Take everything out of tables, buckets and queues: what handlers hold in memory stays."""
    for table in dynamodb_backends[DEFAULT_ACCOUNT_ID][REGION].tables.values():
        table.items.clear()
    for bucket in s3_backends[DEFAULT_ACCOUNT_ID]["aws"].buckets.values():
        bucket.keys.clear()
    for queue in world.queues.values():
        queue._messages.clear()  # noqa: SLF001 - moto's messages, visible or not
    world.ses.sent_messages.clear()
