"""Raw letters and read letters in S3."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from botocore.exceptions import ClientError

from shared.aws.busy import code, waiting_for
from shared.errors import TryLater
from shared.model.fact import SubmissionId
from shared.model.stored import Stored
from shared.model.submission import ReadLetter

A_MINUTE = 60
UNVERSIONED = "null"
"""What S3 calls the version of an object that was stored while its bucket kept none."""

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.type_defs import ObjectVersionTypeDef


@dataclass(frozen=True)
class S3RawStore:
    """Keeps ``shared.ports.buckets.RawStore``."""

    s3: "S3Client"

    def read(self, bucket: str, key: str) -> bytes:
        """The object's bytes. Raises TryLater when it is not there or S3 is busy."""
        try:
            with waiting_for("s3"):
                return self.s3.get_object(Bucket=bucket, Key=key)["Body"].read()
        except ClientError as error:
            if code(error) in {"NoSuchKey", "404"}:
                raise TryLater("s3: the object is not there") from error
            raise

    def keys(self, bucket: str, prefix: str) -> tuple[str, ...]:
        """The keys below ``prefix``, sorted."""
        pages = self.s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
        with waiting_for("s3"):
            return tuple(item["Key"] for page in pages for item in page.get("Contents", ()))

    def stored(self, bucket: str, prefix: str) -> "Iterator[Stored]":
        """The objects below ``prefix`` that stand now. Versions, because notices name them."""
        listing = self.s3.get_paginator("list_object_versions")
        with waiting_for("s3"):
            for page in listing.paginate(Bucket=bucket, Prefix=prefix):
                for item in page.get("Versions", ()):
                    if item["IsLatest"]:
                        yield _stored(bucket, item)


def _stored(bucket: str, item: "ObjectVersionTypeDef") -> Stored:
    version = item["VersionId"]
    return Stored(
        bucket=bucket,
        key=item["Key"],
        version="" if version == UNVERSIONED else version,
        tag=item["ETag"].strip('"'),
        at=item["LastModified"],
    )


@dataclass(frozen=True)
class S3LetterStore:
    """Keeps ``shared.ports.buckets.LetterStore``."""

    s3: "S3Client"
    bucket: str

    def keep_document(self, submission_id: SubmissionId, number: int, content: bytes) -> str:
        """Keep a document's bytes; the same call twice changes nothing. Returns its key."""
        key = f"letters/{submission_id}/documents/{number}"
        self._put(key, content, "application/octet-stream")
        return key

    def keep_letter(self, letter: ReadLetter) -> str:
        """Keep the letter as this arrival brought it. Returns its key."""
        key = f"letters/{letter.submission.id}/{letter.arrival.id}.json"
        self._put(key, letter.model_dump_json().encode(), "application/json")
        return key

    def read_letter(self, key: str) -> ReadLetter:
        """The letter kept at ``key``."""
        return ReadLetter.model_validate_json(self.read_document(key))

    def read_document(self, key: str) -> bytes:
        """The bytes of the document kept at ``key``."""
        with waiting_for("s3"):
            return self.s3.get_object(Bucket=self.bucket, Key=key)["Body"].read()

    def lent(self, key: str, name: str) -> str:
        """An address of S3's own, where the document is a download and never a page."""
        safe = quote(name, safe="")
        return self.s3.generate_presigned_url(
            "get_object",
            Params={
                "Bucket": self.bucket,
                "Key": key,
                "ResponseContentType": "application/octet-stream",
                "ResponseContentDisposition": f"attachment; filename*=UTF-8''{safe}",
            },
            ExpiresIn=A_MINUTE,
        )

    def _put(self, key: str, body: bytes, content_type: str) -> None:
        with waiting_for("s3"):
            self.s3.put_object(Bucket=self.bucket, Key=key, Body=body, ContentType=content_type)
