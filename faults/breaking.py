"""The ways in which an AWS call fails, and what its caller sees of each. Pure but for raising."""

from enum import StrEnum
from typing import Any, NoReturn

from botocore.exceptions import ClientError, EndpointConnectionError, ReadTimeoutError
from botocore.exceptions import ConnectionClosedError as Cut

from shared.model.fact import Fact


class When(StrEnum):
    """On which side of the call's effect it fails."""

    BEFORE = "before"
    AFTER = "after"
    """It was done, and the caller does not hear of it."""


class How(StrEnum):
    """What the caller sees."""

    TIMEOUT = "timeout"
    THROTTLE = "throttle"
    ERROR = "500"
    CUT = "cut"
    """The connection ends; of a file that is read, in the middle of it."""
    KILLED = "killed"
    """The worker dies (SIGKILL, out of memory, out of time) and sees nothing."""


class Fault(Fact):
    """The call of this number fails so. Numbers count a run's calls from 0."""

    call: int
    when: When
    how: How

    def __str__(self) -> str:
        """``12 before cut``, as ``--plan`` reads it again."""
        return f"{self.call} {self.when} {self.how}"


class Killed(BaseException):
    """The worker is dead. No Exception: nothing of ours may catch it."""


THROTTLES = {
    "dynamodb": "ProvisionedThroughputExceededException",
    "kms": "ThrottlingException",
    "s3": "SlowDown",
    "sesv2": "TooManyRequestsException",
    "sqs": "RequestThrottled",
}
"""By the API references of the services."""
ERRORS = {
    "dynamodb": "InternalServerError",
    "kms": "KMSInternalException",
    "s3": "InternalError",
    "sesv2": "InternalFailure",
    "sqs": "InternalFailure",
}
POSSIBLE = {
    When.BEFORE: (How.TIMEOUT, How.THROTTLE, How.ERROR, How.CUT, How.KILLED),
    When.AFTER: (How.TIMEOUT, How.ERROR, How.CUT, How.KILLED),
}
"""A throttled call is never done."""


def fail(how: How, when: When, service: str, operation: str) -> NoReturn:
    """Raise what a caller sees."""
    address = f"https://{service}.example"
    if how is How.KILLED:
        raise Killed
    if how is How.TIMEOUT:
        raise ReadTimeoutError(endpoint_url=address)
    if how is How.CUT:
        raise (
            Cut(endpoint_url=address)
            if when is When.AFTER
            else EndpointConnectionError(endpoint_url=address)
        )
    status, codes = (500, ERRORS) if how is How.ERROR else (400, THROTTLES)
    said: Any = {
        "Error": {"Code": codes[service], "Message": "made to fail"},
        "ResponseMetadata": {"HTTPStatusCode": status},
    }
    raise ClientError(said, operation)


class Torn:
    """A body whose connection ends while it is read."""

    def read(self, amount: int | None = None) -> bytes:
        """As botocore says it."""
        del amount
        raise ReadTimeoutError(endpoint_url="https://s3.example")

    def close(self) -> None:
        """Nothing is open."""
