"""Folders of uploads in S3, as the portal lays them there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from shared.aws.busy import waiting_for
from shared.model.ticket import Ticket

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

AN_HOUR = 3600
KIND = "application/octet-stream"
"""Of every object: no browser shows it as a page, whatever is in it."""


@dataclass(frozen=True)
class S3Uploads:
    """Keeps ``shared.ports.buckets.Uploads``."""

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
            ExpiresIn=AN_HOUR,
        )
        return Ticket(address=post["url"], fields=post["fields"])
