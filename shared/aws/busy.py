"""Which answers of AWS mean "try later"; everything else is raised as it came."""

from collections.abc import Iterator
from contextlib import contextmanager

from botocore.exceptions import ClientError, HTTPClientError
from botocore.exceptions import ConnectionError as NoConnection

from shared.errors import TryLater

BUSY = frozenset(
    {
        "InternalError",
        "InternalServerError",
        "InternalServiceErrorException",
        "LimitExceededException",
        "ProvisionedThroughputExceededException",
        "RequestLimitExceeded",
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


def code(error: ClientError) -> str:
    """The error's code as AWS documents it."""
    return str(error.response.get("Error", {}).get("Code", ""))


@contextmanager
def waiting_for(service: str) -> Iterator[None]:
    """Turn throttles and outages of ``service`` into TryLater, after botocore's own retries."""
    try:
        yield
    except ClientError as error:
        if code(error) in BUSY:
            raise TryLater(f"{service}: {code(error)}") from error
        raise
    except (NoConnection, HTTPClientError) as error:
        raise TryLater(f"{service}: {type(error).__name__}") from error
