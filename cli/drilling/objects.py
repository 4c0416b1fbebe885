"""An object is laid into a bucket, deleted, and brought back from its versions."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mypy_boto3_s3.client import S3Client

FOLDER = "drill/"
"""No station looks here."""


def comes_back(s3: "S3Client", bucket: str, name: str, content: bytes) -> bool:
    """Whether what somebody deletes can be brought back whole. Leaves no version behind."""
    key = FOLDER + name
    laid = s3.put_object(Bucket=bucket, Key=key, Body=content)
    try:
        marker = s3.delete_object(Bucket=bucket, Key=key)
        if not (laid.get("VersionId") and marker.get("VersionId")):
            return False
        s3.delete_object(Bucket=bucket, Key=key, VersionId=marker["VersionId"])
        return s3.get_object(Bucket=bucket, Key=key)["Body"].read() == content
    finally:
        _clear(s3, bucket, key)


def _clear(s3: "S3Client", bucket: str, key: str) -> None:
    listed = s3.list_object_versions(Bucket=bucket, Prefix=key)
    for version in [*listed.get("Versions", ()), *listed.get("DeleteMarkers", ())]:
        s3.delete_object(Bucket=bucket, Key=version["Key"], VersionId=version["VersionId"])
