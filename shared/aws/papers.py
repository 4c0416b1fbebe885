"""The PDFs of receipts in S3, for senders who fetch them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from shared.aws.busy import waiting_for
from shared.model.fact import ArrivalId

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client


@dataclass(frozen=True)
class S3Papers:
    """Keeps ``shared.ports.buckets.Papers``."""

    s3: "S3Client"
    bucket: str

    def keep(self, arrival_id: ArrivalId, paper: bytes) -> None:
        """Keep a receipt's PDF; the same call twice changes nothing."""
        with waiting_for("s3"):
            self.s3.put_object(
                Bucket=self.bucket,
                Key=_key(arrival_id),
                Body=paper,
                ContentType="application/pdf",
            )

    def read(self, arrival_id: ArrivalId) -> bytes:
        """The PDF of a receipt that says that it was kept."""
        with waiting_for("s3"):
            return self.s3.get_object(Bucket=self.bucket, Key=_key(arrival_id))["Body"].read()


def _key(arrival_id: ArrivalId) -> str:
    return f"receipts/{arrival_id}.pdf"
