"""Who waits is told to wait: a throttle or an outage of AWS is no fault of ours."""

import pytest
from botocore.exceptions import (
    ClientError,
    EndpointConnectionError,
    IncompleteReadError,
    ReadTimeoutError,
    ResponseStreamingError,
)

from shared.aws.busy import waiting_for
from shared.errors import TryLater


def refused(code: str, status: int = 400) -> ClientError:
    said = {"Error": {"Code": code}, "ResponseMetadata": {"HTTPStatusCode": status}}
    return ClientError(said, "Anything")


PASSES = [
    pytest.param(refused("ProvisionedThroughputExceededException"), id="DynamoDB throttles"),
    pytest.param(refused("SlowDown", 503), id="S3 throttles"),
    pytest.param(refused("RequestThrottled"), id="SQS throttles"),
    pytest.param(refused("KmsThrottled"), id="SQS is throttled by its key"),
    pytest.param(refused("TooManyRequestsException"), id="SES throttles"),
    pytest.param(refused("InternalFailure", 500), id="an outage by its common name"),
    pytest.param(refused("SomethingNew", 503), id="an outage by a name of its own"),
    pytest.param(EndpointConnectionError(endpoint_url="https://x"), id="no connection"),
    pytest.param(ReadTimeoutError(endpoint_url="https://x"), id="no answer"),
    pytest.param(IncompleteReadError(actual_bytes=1, expected_bytes=2), id="half a body"),
    pytest.param(ResponseStreamingError(error="cut"), id="a body that breaks off"),
]


@pytest.mark.parametrize("error", PASSES)
def test_what_passes_by_itself_is_waited_for(error):
    with pytest.raises(TryLater), waiting_for("s3"):
        raise error


FAULTS = [
    pytest.param(refused("ValidationException"), id="a request that is wrong"),
    pytest.param(refused("AccessDenied", 403), id="a permission that is missing"),
    pytest.param(refused("NoSuchKey", 404), id="what is not there"),
]


@pytest.mark.parametrize("error", FAULTS)
def test_a_fault_of_ours_is_not_hidden(error):
    with pytest.raises(ClientError), waiting_for("s3"):
        raise error
