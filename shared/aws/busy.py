"""Which answers of AWS mean "try later"; everything else is raised as it came."""

from collections.abc import Iterator
from contextlib import contextmanager

from botocore.exceptions import ClientError, HTTPClientError, IncompleteReadError
from botocore.exceptions import ConnectionError as NoConnection

from shared.errors import TryLater

BUSY = frozenset(
    {
        "InternalError",
        "InternalFailure",
        "InternalServerError",
        "InternalServiceErrorException",
        "KMS.ThrottlingException",
        "KmsThrottled",
        "LimitExceededException",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
        "RequestThrottled",
        "RequestTimeout",
        "ServiceUnavailable",
        "SlowDown",
        "ThrottlingException",
        "Throttling",
        "TooManyRequestsException",
        "TransactionConflictException",
        "TransactionInProgressException",
    }
)
OUTAGE = 500
"""From this HTTP status on the fault is the service's own, whatever it calls it."""


def code(error: ClientError) -> str:
    """The error's code as AWS documents it."""
    return str(error.response.get("Error", {}).get("Code", ""))


@contextmanager
def waiting_for(service: str) -> Iterator[None]:
    """Turn throttles and outages of ``service`` into TryLater, after botocore's own retries."""
    try:
        yield
    except ClientError as error:
        if code(error) in BUSY or _status(error) >= OUTAGE:
            raise TryLater(f"{service}: {code(error)}") from error
        raise
    except (NoConnection, HTTPClientError, IncompleteReadError) as error:
        raise TryLater(f"{service}: {type(error).__name__}") from error


def _status(error: ClientError) -> int:
    return int(error.response.get("ResponseMetadata", {}).get("HTTPStatusCode", 0))
