"""The next station's queue in SQS."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.aws.busy import waiting_for

if TYPE_CHECKING:
    from mypy_boto3_sqs import SQSClient
    from pydantic import BaseModel


@dataclass(frozen=True)
class SqsQueue:
    """Keeps ``shared.ports.neighbours.Queue``."""

    sqs: "SQSClient"
    url: str

    def send(self, message: "BaseModel") -> None:
        """Put one message as JSON."""
        with waiting_for("sqs"):
            self.sqs.send_message(QueueUrl=self.url, MessageBody=message.model_dump_json())
