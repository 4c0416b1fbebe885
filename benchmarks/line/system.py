"""template.yaml's stack in moto, in this process: letters go in as SES takes them."""

import logging
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

import boto3
from moto import mock_aws

from benchmarks.line.witness import Witness
from local.blueprint import Feed, Function, Stack
from local.handlers import load
from local.in_process import pretend, sessions
from local.lambda_context import context_of
from local.mailroom import Mailroom
from local.plan import TEMPLATE
from local.sqs_event import event, failed
from local.stack import deploy

_MANY = {"MostAnswersPerHour": "1000000", "MostAnswersPerDay": "1000000"}
"""So that a benchmark's letters are all answered, whoever sent them."""


@dataclass(frozen=True)
class System:
    """What stands. ``witness`` sees every call of the stations, and none of the harness."""

    stack: Stack
    witness: Witness
    session: boto3.Session

    @property
    def functions(self) -> Mapping[str, Function]:
        """By name."""
        return {one.name: one for one in self.stack.functions}

    @property
    def environment(self) -> Mapping[str, str]:
        """What the template gives all functions together."""
        return {k: v for one in self.stack.functions for k, v in one.environment.items()}

    def receive(self, raw: bytes, recipients: Sequence[str], sender: str) -> None:
        """Take in a mail as SES does, whose calls are not those of the stations."""
        Mailroom(self.session, self.stack.rules).accept(sender, recipients, raw, "192.0.2.1")

    def carry(self) -> int:
        """Feed the stations until all queues are empty; returns how many messages that were."""
        carried = 0
        while some := sum(self._carry_from(feed) for feed in self.stack.feeds):
            carried += some
        return carried

    def _carry_from(self, feed: Feed) -> int:
        sqs, function = self.session.client("sqs"), self.functions[feed.function]
        url = sqs.get_queue_url(QueueName=feed.queue_arn.rpartition(":")[2])["QueueUrl"]
        messages: Any = sqs.receive_message(
            QueueUrl=url, MaxNumberOfMessages=min(10, feed.batch_size), AttributeNames=["All"]
        ).get("Messages", [])
        if messages:
            handler = load(function.handler)
            with self.witness.invocation(function):
                answer = handler(event(messages, feed.queue_arn), context_of(function))
            if failed(answer, [message["MessageId"] for message in messages]):
                raise RuntimeError(f"{function.name} left a message undone")
        for message in messages:
            sqs.delete_message(QueueUrl=url, ReceiptHandle=message["ReceiptHandle"])
        return len(messages)


@contextmanager
def system(parameters: Mapping[str, str] = _MANY) -> Iterator[System]:
    """An empty system; this process stays one's own: the environment is changed for good."""
    pretend()
    logging.getLogger("samtranslator").setLevel(logging.ERROR)
    with mock_aws():
        own, workers = sessions()
        witness = Witness(own)
        witness.attach(workers)
        made = System(deploy(own, TEMPLATE, "saraban", dict(parameters)), witness, own)
        os.environ.update(made.environment)
        forget(made)
        yield made
        forget(made)


def forget(made: System) -> None:
    """Let each station wire itself anew."""
    for function in made.stack.functions:
        module = import_module(function.handler.rpartition(".")[0])
        for name in ("wiring", "deliveries"):
            if hasattr(module, name):
                getattr(module, name).cache_clear()
