"""Is what must not be lost kept as it must be? Table, buckets, and the key of receipts."""

from collections.abc import Iterator
from typing import Any

from botocore.exceptions import ClientError

from cli.doctor.finding import Finding, judged
from cli.place import BUCKETS, Place

WALLS = ("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")


def table(place: Place) -> Iterator[Finding]:
    """The register: answering, and restorable to any second of the last weeks."""
    name, dynamodb = place.name("RegisterTable"), place.session.client("dynamodb")
    state = dynamodb.describe_table(TableName=name)["Table"].get("TableStatus", "?")
    do = "DynamoDB console; nothing is lost while it is away, letters wait in their queues"
    yield judged("register", well=state in {"ACTIVE", "UPDATING"}, said=state.lower(), do=do)
    kept: Any = dynamodb.describe_continuous_backups(TableName=name)
    recovery = kept["ContinuousBackupsDescription"].get("PointInTimeRecoveryDescription", {})
    status = recovery.get("PointInTimeRecoveryStatus", "DISABLED")
    do = "deploy again: template.yaml asks for point-in-time recovery"
    yield judged("register's backup", well=status == "ENABLED", said=status.lower(), do=do)


def buckets(place: Place) -> Iterator[Finding]:
    """Every bucket keeps versions and is closed to the public."""
    s3 = place.session.client("s3")
    for output in BUCKETS:
        name = place.name(output)
        kept = s3.get_bucket_versioning(Bucket=name).get("Status", "off")
        do = "deploy again: template.yaml asks for versions"
        yield judged(f"{output}: versions", well=kept == "Enabled", said=kept.lower(), do=do)
        closed = _closed(s3, name)
        do = "deploy again, and find out who opened it"
        said = "closed" if closed else "not closed to the public"
        yield judged(f"{output}: public", well=closed, said=said, do=do)


def _closed(s3: Any, bucket: str) -> bool:
    try:
        found = s3.get_public_access_block(Bucket=bucket)["PublicAccessBlockConfiguration"]
    except ClientError as error:
        if error.response.get("Error", {}).get("Code") == "NoSuchPublicAccessBlockConfiguration":
            return False
        raise
    return all(found.get(wall) for wall in WALLS)


def receipt_key(place: Place) -> Iterator[Finding]:
    """The key that signs receipts can sign."""
    key = place.session.client("kms").describe_key(KeyId=place.name("ReceiptKey"))["KeyMetadata"]
    well = bool(key.get("Enabled")) and key.get("KeyUsage") == "SIGN_VERIFY"
    said = str(key.get("KeyState", "?")).lower()
    do = (
        "KMS console: switch it on, or cancel its deletion; until then receipts wait in their queue"
    )
    yield judged("key of receipts", well=well, said=said, do=do)
