"""What every queue-fed Lambda does alike: one message at a time, failures reported alone."""

import gc
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    process_partial_response,
)
from aws_lambda_powertools.utilities.batch.types import PartialItemFailureResponse
from aws_lambda_powertools.utilities.data_classes.sqs_event import SQSRecord
from aws_lambda_powertools.utilities.typing import LambdaContext

from shared.errors import SarabanError, TryLater
from shared.model.failure import Failure
from shared.ports.watching import Failures
from shared.telemetry import count

Handler = Callable[[dict[str, Any], LambdaContext], PartialItemFailureResponse]


def failing(error: BaseException) -> dict[str, object]:
    """What a log may say of a failure: its kind, a reason of our own, and the place in the code."""
    return {
        "error": type(error).__name__,
        "why": str(error) if isinstance(error, SarabanError) else None,
        "where": [
            f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(error.__traceback__)
        ],
    }


class _Messages(BatchProcessor):
    """Logs each failure by where it happened: an exception's text may quote a letter."""

    def __init__(self, log: Logger, failures: Callable[[], Failures]) -> None:
        # A wholly failed batch is reported message by message too: raising would print
        # every exception's text. The alarms watch the age of messages and the dead letters.
        super().__init__(event_type=EventType.SQS, raise_on_entire_batch_failure=False)
        self._log = log
        self._failures = failures

    def failure_handler(self, record: Any, exception: Any) -> Any:
        """Note a failed message; the queue delivers it again."""
        told = failing(exception[1])
        self._log.error(
            "message_failed",
            extra={
                "message_id": record.message_id,
                "receive_count": record.attributes.approximate_receive_count,
                **told,
            },
        )
        self._keep(record, told)
        if not isinstance(exception[1], TryLater):
            count("Failed", service=str(self._log.service))
        return super().failure_handler(record, exception)

    def _keep(self, record: Any, told: dict[str, Any]) -> None:
        """For the desk's page of dead letters, which no log reaches."""
        try:
            failure = Failure(
                message_id=record.message_id,
                station=self._log.service,
                at=datetime.now(UTC),
                error=told["error"],
                why=told["why"],
                where=told["where"][-1] if told["where"] else "",
            )
            self._failures().note(failure)
        except Exception as error:  # noqa: BLE001 - what failed may be the very register
            # The log has the reason, and the message must be told to the queue as failed.
            self._log.warning("reason_not_kept", extra={"error": type(error).__name__})


def station(
    log: Logger, handle_body: Callable[[str], None], failures: Callable[[], Failures]
) -> Handler:
    """A Lambda handler that gives each message's body to ``handle_body``.

    ``failures`` gives the place where the reason is kept of a message that failed. Made last
    of all, when a function has been imported: what is there by then stays, so the collector
    of garbage need never look through it again.
    """
    gc.freeze()
    messages = _Messages(log, failures)

    def one(record: SQSRecord) -> None:
        handle_body(record.body)

    @log.inject_lambda_context
    def handler(event: dict[str, Any], context: LambdaContext) -> PartialItemFailureResponse:
        return process_partial_response(event, one, messages, context)

    return handler
