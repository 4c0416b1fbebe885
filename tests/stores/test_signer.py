"""The key in KMS signs as the one in memory does, and says when it is busy."""

import boto3
import pytest
from botocore.exceptions import ClientError
from botocore.stub import Stubber
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_der_public_key,
)

from shared.aws.signer import KmsSigner
from shared.errors import TryLater
from shared.sealing.checking import check_seal, public_keys
from shared.sealing.signing import sealed
from tests.fakes.signer import FakeSigner
from tests.sealing.statements import a_statement


@pytest.fixture
def kms(aws):
    return boto3.client("kms")


@pytest.fixture
def key(kms) -> str:
    made = kms.create_key(KeySpec="ECC_NIST_P256", KeyUsage="SIGN_VERIFY")
    return made["KeyMetadata"]["KeyId"]


@pytest.fixture(params=["fake", "kms"])
def signer_and_pem(request):
    if request.param == "fake":
        return FakeSigner(), FakeSigner().pem
    kms, key = request.getfixturevalue("kms"), request.getfixturevalue("key")
    public = load_der_public_key(kms.get_public_key(KeyId=key)["PublicKey"])
    pem = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    return KmsSigner(kms, key), pem


def test_what_it_signs_can_be_checked_with_its_public_key(signer_and_pem):
    signer, pem = signer_and_pem
    statement = a_statement()

    assert statement == check_seal(sealed(statement, signer), public_keys(pem))


@pytest.mark.parametrize(
    "trouble", ["ThrottlingException", "KMSInternalException", "DependencyTimeoutException"]
)
def test_a_busy_key_means_later(kms, key, trouble):
    """The receipt is not lost: the queue delivers it again."""
    with Stubber(kms) as stub:
        stub.add_client_error("sign", trouble)
        with pytest.raises(TryLater, match=f"kms: {trouble}"):
            KmsSigner(kms, key).sign(b"text")


def test_a_key_that_may_not_be_used_is_our_own_mistake(kms, key):
    """It reaches the dead-letter queue and an alarm, not the sender."""
    with Stubber(kms) as stub:
        stub.add_client_error("sign", "AccessDeniedException")
        with pytest.raises(ClientError):
            KmsSigner(kms, key).sign(b"text")
