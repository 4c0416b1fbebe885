"""What the counter and the agencies' API are deployed with, in a pretend AWS account."""

from typing import Any

import boto3
import pytest

from shared.aws.register import dynamo_register
from shared.aws.signer import KmsSigner
from shared.ports.register import Register
from tests.conftest import REGION

UPLOADS, LETTERS = "uploads-bucket", "letters-bucket"


def furnished(register_table: Any, monkeypatch: pytest.MonkeyPatch) -> tuple[Register, KmsSigner]:
    """Tables, buckets and key are there, and the settings say so; returns who writes in them."""
    visits = boto3.resource("dynamodb").create_table(
        TableName="visits",
        BillingMode="PAY_PER_REQUEST",
        KeySchema=[{"AttributeName": "pk", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "pk", "AttributeType": "S"}],
    )
    here: Any = {"LocationConstraint": REGION}
    s3 = boto3.client("s3")
    for bucket in (UPLOADS, LETTERS):
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration=here)
        s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    kms = boto3.client("kms")
    key = kms.create_key(KeySpec="ECC_NIST_P256", KeyUsage="SIGN_VERIFY")["KeyMetadata"]["KeyId"]
    settings = {
        "REGISTER_TABLE": register_table.name,
        "VISITS_TABLE": visits.name,
        "RECEIPT_KEY": key,
        "UPLOAD_BUCKET": UPLOADS,
        "LETTERS_BUCKET": LETTERS,
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    return dynamo_register(register_table), KmsSigner(kms, key)
