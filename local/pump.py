"""The pump: Lambda's event source mappings. It carries messages from queues to workers.

With the function's own role it receives up to the batch size, hands the batch over, and
deletes what succeeded. Everything else comes back after the queue's visibility timeout and,
after maxReceiveCount deliveries, moves to the dead-letter queue: both are SQS's work. A
batching window only saves invocations, so the pump never waits to fill a batch.
"""

import logging
import threading
from typing import TYPE_CHECKING, Any

from botocore.exceptions import BotoCoreError, ClientError

from local.blueprint import Feed
from local.crew import Crew
from local.sqs_event import event, failed
from local.worker import InvocationFailed, Worker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mypy_boto3_sqs import SQSClient

QUICK, SLOW = 0.1, 0.5
"""Seconds between two looks at an empty queue: just after work, and when all is quiet."""

MOST_AT_ONCE = 10
"""SQS hands out no more."""

log = logging.getLogger(__name__)


class Pump(threading.Thread):
    """One line of messages from a queue to a function."""

    def __init__(self, feed: Feed, crew: Crew, sqs: "SQSClient", queue_url: str) -> None:
        """``sqs`` acts as the function's role."""
        super().__init__(name=f"pump {feed.queue_arn.rpartition(':')[2]}", daemon=True)
        self.feed = feed
        self._crew = crew
        self._sqs = sqs
        self._url = queue_url
        self._stopping = threading.Event()

    def run(self) -> None:
        """Carry messages until told to stop."""
        pause = QUICK
        while not self._stopping.is_set():
            if self._carry():
                pause = QUICK
            else:
                self._stopping.wait(pause)
                pause = min(SLOW, pause * 1.2)

    def stop(self) -> None:
        """Take no more messages; ``join`` waits for the batch at hand."""
        self._stopping.set()

    def _carry(self) -> bool:
        """Carry one batch; whether there was any."""
        with self._crew.lend(SLOW) as worker:
            if worker is None:
                return False
            try:
                messages = self._receive()
                if messages and not self._stopping.is_set():
                    self._hand_over(worker, messages)
            except (ClientError, BotoCoreError):
                log.exception("%s: the queue cannot be read", self.name)
                return False
            return bool(messages)

    def _receive(self) -> "Sequence[Any]":
        answer = self._sqs.receive_message(
            QueueUrl=self._url,
            MaxNumberOfMessages=min(self.feed.batch_size, MOST_AT_ONCE),
            MessageSystemAttributeNames=["All"],
            MessageAttributeNames=["All"],
            WaitTimeSeconds=0,
        )
        return answer.get("Messages", [])

    def _hand_over(self, worker: Worker, messages: "Sequence[Any]") -> None:
        try:
            answer = worker.invoke(event(messages, self.feed.queue_arn))
        except InvocationFailed as failure:
            log.warning("%s: %s: %d to come again", self.name, failure, len(messages))
            return
        again: frozenset[str] = frozenset()
        if self.feed.reports_failures:
            again = failed(answer, [message["MessageId"] for message in messages])
        if again:
            log.warning("%s: %d of %d to come again", self.name, len(again), len(messages))
        for message in messages:
            if message["MessageId"] not in again:
                self._sqs.delete_message(QueueUrl=self._url, ReceiptHandle=message["ReceiptHandle"])
