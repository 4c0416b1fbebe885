"""Raw letters and read letters in S3."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from botocore.exceptions import ClientError

from shared.aws.busy import code, waiting_for
from shared.errors import TryLater
from shared.model.fact import Fact, SubmissionId
from shared.model.later import ReadLater
from shared.model.layout import Layouts
from shared.model.stored import Stored
from shared.model.submission import ReadLetter

A_MINUTE = 60
LAYOUTS, LATER = "layouts", "later"
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


def _beside(key: str, what: str) -> str:
    """Where ``what`` of the letter at ``key`` lies: the same folder, so the same lifecycle."""
    return f"{key.removesuffix('.json')}.{what}.json"


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
        """Keep the letter as this arrival brought it, its layouts first. Returns its key."""
        key = f"letters/{letter.submission.id}/{letter.arrival.id}.json"
        if letter.layouts.pages:
            self._keep(_beside(key, LAYOUTS), letter.layouts)
        self._keep(key, letter.without_layouts())
        return key

    def read_letter(self, key: str) -> ReadLetter:
        """The letter kept at ``key``."""
        return ReadLetter.model_validate_json(self.read_document(key))

    def read_layouts(self, key: str) -> Layouts | None:
        """Where the words of the letter kept at ``key`` stand; None if that was not kept."""
        kept = self._there(_beside(key, LAYOUTS))
        return Layouts.model_validate_json(kept) if kept else None

    def read_later(self, key: str) -> ReadLater | None:
        """What was read of the letter kept at ``key`` later; None if nothing was."""
        kept = self._there(_beside(key, LATER))
        return ReadLater.model_validate_json(kept) if kept else None

    def keep_later(self, key: str, later: ReadLater) -> None:
        """Keep what was read of the letter at ``key`` later, in place of what was kept so."""
        self._keep(_beside(key, LATER), later)

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

    def _there(self, key: str) -> bytes | None:
        """The object's bytes, or None; whoever asks must be allowed to list the bucket."""
        try:
            return self.read_document(key)
        except ClientError as error:
            if code(error) in {"NoSuchKey", "404"}:
                return None
            raise

    def _keep(self, key: str, kept: Fact) -> None:
        self._put(key, kept.model_dump_json().encode(), "application/json")

    def _put(self, key: str, body: bytes, content_type: str) -> None:
        with waiting_for("s3"):
            self.s3.put_object(Bucket=self.bucket, Key=key, Body=body, ContentType=content_type)
