"""What GuardDuty's malware scan says of an object of the upload bucket: a tag of the object.

Source: GuardDuty User Guide, "Malware Protection for S3", scan result values. The tag is missing
until the scan is done; only the scanner's role can write one (UploadBucketPolicy, template.yaml).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from botocore.exceptions import ClientError

from shared.aws.busy import code, waiting_for
from shared.errors import TryLater
from shared.model.arrival import Verdict

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

TAG = "GuardDutyMalwareScanStatus"
_SAYS = {"NO_THREATS_FOUND": Verdict.PASS, "THREATS_FOUND": Verdict.FAIL}


@dataclass(frozen=True)
class S3Scans:
    """Keeps ``shared.ports.buckets.Scans``."""

    s3: "S3Client"

    def verdict(self, bucket: str, key: str) -> Verdict:
        """PASS, FAIL, or PROCESSING_FAILED for what cannot be scanned (locked, too large).

        Raises TryLater when the scan is not done, or the object is not there.
        """
        try:
            with waiting_for("s3"):
                tags = self.s3.get_object_tagging(Bucket=bucket, Key=key)["TagSet"]
        except ClientError as error:
            if code(error) in {"NoSuchKey", "404"}:
                raise TryLater("s3: the object is not there") from error
            raise
        said = next((tag["Value"] for tag in tags if tag["Key"] == TAG), None)
        if said is None:
            raise TryLater("guardduty: not scanned yet")
        return _SAYS.get(said, Verdict.PROCESSING_FAILED)
