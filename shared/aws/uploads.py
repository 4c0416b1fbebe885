"""Folders of uploads in S3, as the portal lays them there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from botocore.exceptions import ClientError

from shared.aws.busy import code, waiting_for
from shared.errors import TryLater
from shared.model.ticket import GOOD_FOR, Ticket

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

TWO_AT_ONCE = "ConditionalRequestConflict"
"""S3's word for two that put the same new object at the same moment."""
KIND = "application/octet-stream"
"""Of every object: no browser shows it as a page, whatever is in it."""


@dataclass(frozen=True)
class S3Uploads:
    """Keeps ``shared.ports.buckets.Uploads`` and ``Folders``."""

    s3: "S3Client"
    bucket: str

    @property
    def origin(self) -> str:
        """Where browsers post files to: scheme and host."""
        there = urlsplit(self.ticket("-", 1).address)
        return f"{there.scheme}://{there.netloc}"

    def lay(self, key: str, content: bytes) -> str:
        """Put an object; returns the name of its version, or its tag where there are none."""
        with waiting_for("s3"):
            said = self.s3.put_object(Bucket=self.bucket, Key=key, Body=content, ContentType=KIND)
        return said.get("VersionId") or said["ETag"].strip('"')

    def lay_new(self, key: str, content: bytes) -> bool:
        """Put an object where there is none; False, and nothing changed, where there is one."""
        try:
            with waiting_for("s3"):
                self.s3.put_object(
                    Bucket=self.bucket, Key=key, Body=content, ContentType=KIND, IfNoneMatch="*"
                )
        except ClientError as error:
            if code(error) == TWO_AT_ONCE:
                raise TryLater(f"s3: {TWO_AT_ONCE}") from error
            if code(error) != "PreconditionFailed":
                raise
            return False
        return True

    def laid(self, key: str) -> tuple[bytes, str]:
        """An object that is there: its bytes, and its version as ``lay`` gives it."""
        with waiting_for("s3"):
            said = self.s3.get_object(Bucket=self.bucket, Key=key)
            return said["Body"].read(), said.get("VersionId") or said["ETag"].strip('"')

    def sizes(self, folder: str) -> Mapping[str, int]:
        """The objects of a folder by their keys, and their sizes in bytes."""
        pages = self.s3.get_paginator("list_objects_v2").paginate(Bucket=self.bucket, Prefix=folder)
        with waiting_for("s3"):
            found = [item for page in pages for item in page.get("Contents", ())]
        return {item["Key"]: item["Size"] for item in found}

    def ticket(self, key: str, size: int) -> Ticket:
        """Leave for a browser to put one object of just this size there, for an hour."""
        post = self.s3.generate_presigned_post(
            self.bucket,
            key,
            Fields={"Content-Type": KIND},
            Conditions=[{"Content-Type": KIND}, ["content-length-range", size, size]],
            ExpiresIn=GOOD_FOR,
        )
        return Ticket(address=post["url"], fields=post["fields"])
