"""A reception opened over a function's clients, as its settings say."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from shared.aws.papers import S3Papers
from shared.aws.public_key import public_pem
from shared.aws.register import dynamo_register
from shared.aws.uploads import S3Uploads
from shared.aws.visits import DynamoVisits
from shared.directory import offices, processes
from shared.settings import Settings
from shared.site.reception import Reception

if TYPE_CHECKING:
    from mypy_boto3_dynamodb import DynamoDBServiceResource
    from mypy_boto3_kms import KMSClient
    from mypy_boto3_s3 import S3Client

R = TypeVar("R", bound=Reception)


class ReceptionSettings(Settings):
    """What the deployment tells a reception."""

    register_table: str
    visits_table: str
    receipt_key: str
    upload_bucket: str
    letters_bucket: str


def opened(
    kind: Callable[..., R],
    settings: ReceptionSettings,
    dynamodb: "DynamoDBServiceResource",
    s3: "S3Client",
    kms: "KMSClient",
    **own: Any,
) -> R:
    """A reception of this kind; ``own`` are the neighbours that no other kind has.

    The key is asked for when a receipt is first checked.
    """
    return kind(
        register=dynamo_register(dynamodb.Table(settings.register_table)),
        visits=DynamoVisits(dynamodb.Table(settings.visits_table)),
        uploads=S3Uploads(s3, settings.upload_bucket),
        papers=S3Papers(s3, settings.letters_bucket),
        pem=cache(lambda: public_pem(kms, settings.receipt_key)),
        directory=offices.load,
        processes=processes.load,
        now=lambda: datetime.now(UTC),
        **own,
    )
