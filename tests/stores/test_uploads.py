"""An agency's folder is begun once, and a receipt's paper is there for whoever may fetch it."""

from typing import Any

import boto3
import pytest

from shared.aws.papers import S3Papers
from shared.aws.uploads import S3Uploads
from shared.model.fact import ArrivalId
from tests.conftest import REGION


@pytest.fixture(params=["versioned", "plain"])
def uploads(request, aws) -> S3Uploads:
    here: Any = {"LocationConstraint": REGION}
    s3 = boto3.client("s3")
    s3.create_bucket(Bucket="uploads", CreateBucketConfiguration=here)
    if request.param == "versioned":
        s3.put_bucket_versioning(Bucket="uploads", VersioningConfiguration={"Status": "Enabled"})
    return S3Uploads(s3, "uploads")


def test_what_is_there_already_stays_as_it_is(uploads):
    first, second = uploads.lay_new("a/draft.json", b"1"), uploads.lay_new("a/draft.json", b"2")

    assert (True, False, b"1") == (first, second, uploads.laid("a/draft.json")[0])


def test_an_object_is_read_with_the_version_that_its_notice_names(uploads):
    version = uploads.lay("a/manifest.json", b"{}")

    assert (b"{}", version) == uploads.laid("a/manifest.json")


def test_a_paper_is_read_as_it_was_kept(uploads):
    papers, name = S3Papers(uploads.s3, "uploads"), ArrivalId("a1")
    papers.keep(name, b"%PDF")
    papers.keep(name, b"%PDF")

    assert b"%PDF" == papers.read(name)
