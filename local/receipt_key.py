"""The public key of the town's receipts, where ``saraban verify`` looks for it."""

from collections.abc import Mapping
from pathlib import Path

import boto3
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_der_public_key,
)

FILE = "receipt-key.pem"
OUTPUT = "ReceiptKey"


def publish(session: boto3.Session, outputs: Mapping[str, str], folder: Path) -> None:
    """Write the key of the stack, if it has one, into the town's folder.

    A town that starts anew has a new key. The one before it is kept behind it in the file, so
    that receipts of an earlier town can still be checked.
    """
    if OUTPUT not in outputs:
        return
    der = session.client("kms").get_public_key(KeyId=outputs[OUTPUT])["PublicKey"]
    pem = load_der_public_key(der).public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    file = folder / FILE
    earlier = file.read_bytes() if file.exists() else b""
    file.write_bytes(pem + earlier)
