"""What Lambda makes of a batch's answer."""

import pytest

from local.sqs_event import event, failed

ALL = frozenset({"one", "two"})


def answer(*names):
    return {"batchItemFailures": [{"itemIdentifier": name} for name in names]}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param(None, frozenset(), id="nothing: all is well"),
        pytest.param({}, frozenset(), id="an empty answer: all is well"),
        pytest.param({"batchItemFailures": []}, frozenset(), id="an empty list: all is well"),
        pytest.param({"batchItemFailures": None}, frozenset(), id="no list: all is well"),
        pytest.param(answer("two"), frozenset({"two"}), id="one failed"),
        pytest.param(answer("three"), ALL, id="an unknown id fails the batch"),
        pytest.param(answer(""), ALL, id="an empty id fails the batch"),
        pytest.param({"batchItemFailures": [{}]}, ALL, id="a missing id fails the batch"),
        pytest.param("well done", ALL, id="not an answer at all"),
    ],
)
def test_which_messages_come_again(said, expected):
    assert expected == failed(said, ["one", "two"])


def test_a_record_has_the_names_that_lambda_uses():
    message = {
        "MessageId": "one",
        "ReceiptHandle": "handle",
        "Body": "{}",
        "MD5OfBody": "99",
        "Attributes": {"ApproximateReceiveCount": "1"},
        "MessageAttributes": {"trace": {"DataType": "String", "StringValue": "x"}},
    }
    (record,) = event([message], "arn:aws:sqs:ap-southeast-1:1:mail")["Records"]

    assert ("one", "{}", "aws:sqs") == (record["messageId"], record["body"], record["eventSource"])
    assert "ap-southeast-1" == record["awsRegion"]
    assert "1" == record["attributes"]["ApproximateReceiveCount"]
    assert "x" == record["messageAttributes"]["trace"]["stringValue"]
