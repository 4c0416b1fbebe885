"""Objects of versioned buckets with all that they ever were.

A place is a key, or a folder when it ends with a slash: another key may begin like a key.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from shared.aws.busy import waiting_for
from shared.errors import TryLater
from shared.model.stored import Stored

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

MOST_AT_ONCE = 1000
"""Versions of one DeleteObjects."""


@dataclass(frozen=True)
class S3Versions:
    """Every version of every object, also of those that were deleted."""

    s3: "S3Client"

    def at(self, bucket: str, place: str) -> Iterator[Stored]:
        """All versions that have content, by key, the newest first."""
        for page in self._pages(bucket, place):
            for item in filter(_at(place), page.get("Versions", ())):
                yield Stored(
                    bucket=bucket,
                    key=item["Key"],
                    version=item["VersionId"],
                    tag=item["ETag"].strip('"'),
                    at=item["LastModified"],
                )

    def read(self, stored: Stored) -> bytes:
        """The bytes of one version."""
        with waiting_for("s3"):
            return self.s3.get_object(
                Bucket=stored.bucket, Key=stored.key, VersionId=stored.version
            )["Body"].read()

    def erase(self, bucket: str, place: str, keep: frozenset[str] = frozenset()) -> int:
        """Remove all versions and marks of deletion; returns how many versions there were.

        Of the keys in ``keep`` the newest version stays. Raises TryLater when S3 kept another:
        what is left is removed by the next try.
        """
        erased = 0
        for page in self._pages(bucket, place):
            every = (*page.get("Versions", ()), *page.get("DeleteMarkers", ()))
            found = [
                item
                for item in filter(_at(place), every)
                if not (item["IsLatest"] and item["Key"] in keep)
            ]
            for start in range(0, len(found), MOST_AT_ONCE):
                self._delete(bucket, found[start : start + MOST_AT_ONCE])
            erased += len(found)
        return erased

    def _delete(self, bucket: str, items: list[Any]) -> None:
        named: Any = [{"Key": item["Key"], "VersionId": item["VersionId"]} for item in items]
        with waiting_for("s3"):
            answer = self.s3.delete_objects(Bucket=bucket, Delete={"Objects": named, "Quiet": True})
        if answer.get("Errors"):
            raise TryLater("s3: not every version was removed")

    def _pages(self, bucket: str, place: str) -> Iterator[Any]:
        with waiting_for("s3"):
            listing = self.s3.get_paginator("list_object_versions")
            yield from listing.paginate(Bucket=bucket, Prefix=place)


def _at(place: str) -> Callable[[Any], bool]:
    return lambda item: place.endswith("/") or item["Key"] == place
