"""The town lets a browser's form put exactly the file that it was given leave for."""

import boto3
import pytest
from botocore.config import Config

from local.tickets import holds, signature

CONDITIONS = [
    {"bucket": "uploads"},
    {"key": "uploads/f/1/a.pdf"},
    {"Content-Type": "application/octet-stream"},
    ["content-length-range", 4, 4],
    ["starts-with", "$x-amz-date", "2026"],
    ["eq", "$x-amz-algorithm", "AWS4-HMAC-SHA256"],
]
FIELDS = {
    "bucket": "uploads",
    "key": "uploads/f/1/a.pdf",
    "content-type": "application/octet-stream",
    "x-amz-date": "20261122T000000Z",
    "x-amz-algorithm": "AWS4-HMAC-SHA256",
    "policy": "e30=",
    "x-amz-signature": "00",
}

FORMS = [
    pytest.param(True, {}, 4, id="as it was given"),
    pytest.param(False, {}, 5, id="a longer file"),
    pytest.param(False, {}, 3, id="a shorter file"),
    pytest.param(False, {"key": "uploads/f/manifest.json"}, 4, id="another key"),
    pytest.param(False, {"bucket": "letters"}, 4, id="another bucket"),
    pytest.param(False, {"content-type": "text/html"}, 4, id="another type"),
    pytest.param(False, {"x-amz-date": "2025"}, 4, id="another beginning"),
    pytest.param(False, {"acl": "public-read"}, 4, id="a field that nobody named"),
]


@pytest.mark.parametrize(("good", "changes", "size"), FORMS)
def test_a_form_is_held_against_its_policy(good, changes, size):
    assert good is holds(CONDITIONS, {**FIELDS, **changes}, size)


def test_a_policy_is_signed_as_boto3_signs_it():
    s3 = boto3.client(
        "s3",
        "ap-southeast-1",
        config=Config(signature_version="s3v4"),
        aws_access_key_id="AKIDTOWN",
        aws_secret_access_key="a-secret",  # noqa: S106 - of nobody
    )
    fields = s3.generate_presigned_post("uploads", "uploads/f/1/a.pdf")["fields"]
    _, *scope = fields["x-amz-credential"].split("/")

    assert fields["x-amz-signature"] == signature("a-secret", scope, fields["policy"])
