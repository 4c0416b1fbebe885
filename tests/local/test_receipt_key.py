"""The town signs receipts with a real key, and says where its public half is."""

import json

import boto3
import pytest
from moto.kms.models import Key

from local.account import make_keys_as_drawn
from local.receipt_key import FILE, publish
from shared.aws.signer import KmsSigner
from shared.sealing.checking import check_seal, public_keys
from shared.sealing.signing import sealed
from tests.sealing.statements import a_statement

DRAWN = {
    "Resources": {
        "Ours": {
            "Type": "AWS::KMS::Key",
            "Properties": {"KeyPolicy": {}, "KeySpec": "ECC_NIST_P256", "KeyUsage": "SIGN_VERIFY"},
        },
        "Other": {"Type": "AWS::KMS::Key", "Properties": {"KeyPolicy": {}}},
    },
    "Outputs": {"ReceiptKey": {"Value": {"Ref": "Ours"}}, "Other": {"Value": {"Ref": "Other"}}},
}


@pytest.fixture
def outputs(aws, monkeypatch) -> dict[str, str]:
    """The keys of a small stack."""
    made = Key.__dict__["create_from_cloudformation_json"]
    monkeypatch.setattr(Key, "create_from_cloudformation_json", made)  # put back afterwards
    make_keys_as_drawn()
    formation = boto3.client("cloudformation")
    formation.create_stack(StackName="keys", TemplateBody=json.dumps(DRAWN))
    told = formation.describe_stacks(StackName="keys")["Stacks"][0]["Outputs"]
    return {output["OutputKey"]: output["OutputValue"] for output in told}


def test_a_key_that_the_template_draws_for_signing_signs(outputs, tmp_path):
    publish(boto3.Session(), outputs, tmp_path)
    signer = KmsSigner(boto3.client("kms"), outputs["ReceiptKey"])
    seal = sealed(a_statement(), signer)

    assert a_statement() == check_seal(seal, public_keys((tmp_path / FILE).read_bytes()))


def test_other_keys_still_encrypt(outputs):
    about = boto3.client("kms").describe_key(KeyId=outputs["Other"])

    assert "ENCRYPT_DECRYPT" == about["KeyMetadata"]["KeyUsage"]


def test_receipts_of_an_earlier_town_can_still_be_checked(outputs, tmp_path):
    """Every start makes a new key; the file keeps those of before."""
    kms = boto3.client("kms")
    publish(boto3.Session(), outputs, tmp_path)
    earlier = sealed(a_statement(), KmsSigner(kms, outputs["ReceiptKey"]))
    made = kms.create_key(KeySpec="ECC_NIST_P256", KeyUsage="SIGN_VERIFY")
    publish(boto3.Session(), {"ReceiptKey": made["KeyMetadata"]["KeyId"]}, tmp_path)

    assert a_statement() == check_seal(earlier, public_keys((tmp_path / FILE).read_bytes()))


def test_a_stack_without_such_a_key_publishes_nothing(aws, tmp_path):
    publish(boto3.Session(), {}, tmp_path)

    assert [] == list(tmp_path.iterdir())
