"""An upload is read when the scanner has found nothing in it, and not before."""

import json

import boto3
import pytest

from functions.intake.scanned import ScannedStore
from shared.aws.buckets import S3RawStore
from shared.aws.scans import TAG, S3Scans
from shared.errors import TryLater
from shared.model.fact import CENTRAL
from shared.model.letter import Outcome
from shared.model.task import TaskKind
from tests.intake.test_take_in import a_manifest
from tests.story.conftest import line
from tests.story.line import STATIONS, Context, Line, as_event, forget, s3_notice

__all__ = ["line"]

FOLDER = "uploads/a/"
MANIFEST, FILE = f"{FOLDER}manifest.json", f"{FOLDER}แบบ.txt"


@pytest.fixture
def upload(line: Line) -> Line:
    """A folder that is complete, where uploads are scanned."""
    line.set_env("SCAN_UPLOADS", "true")
    forget()
    line.put("upload-bucket", FILE, "สปส. 1-01 อำเภอปัว".encode())
    line.put("upload-bucket", MANIFEST, json.dumps(a_manifest()).encode())
    return line


def scanned(**results: str) -> None:
    """GuardDuty's tags."""
    for key, said in results.items():
        tags = {"TagSet": [{"Key": TAG, "Value": said}]}
        name = {"manifest": MANIFEST, "file": FILE}[key]
        boto3.client("s3").put_object_tagging(Bucket="upload-bucket", Key=name, Tagging=tags)


def delivered() -> bool:
    """Whether intake was done with the notice; otherwise the queue brings it again."""
    message = {"MessageId": "m", "ReceiptHandle": "r", "Body": s3_notice(MANIFEST), "MD5OfBody": ""}
    answer = STATIONS["upload"](as_event("upload", message), Context())
    return not answer["batchItemFailures"]


NOT_YET = [
    pytest.param({}, id="nothing scanned"),
    pytest.param({"manifest": "NO_THREATS_FOUND"}, id="only the manifest"),
]


@pytest.mark.parametrize("tags", NOT_YET)
def test_what_is_not_scanned_yet_waits_and_leaves_no_trace(upload: Line, tags):
    scanned(**tags)

    assert not delivered()
    assert [] == upload.ledger()

    scanned(manifest="NO_THREATS_FOUND", file="NO_THREATS_FOUND")
    assert delivered()
    upload.carry()
    assert [Outcome.WORK_ITEM] == [record.outcome for record in upload.ledger()]


THREATS = [
    pytest.param({"manifest": "THREATS_FOUND"}, id="in the manifest itself"),
    pytest.param({"manifest": "NO_THREATS_FOUND", "file": "THREATS_FOUND"}, id="in a file"),
]


@pytest.mark.parametrize("tags", THREATS)
def test_malware_is_quarantined_and_no_byte_of_it_read(upload: Line, tags):
    scanned(**tags)
    assert delivered()
    upload.carry()
    [record] = upload.ledger()
    [task] = upload.register.tasks.of(CENTRAL)

    assert (Outcome.QUARANTINED, "virus") == (record.outcome, record.reason)
    assert TaskKind.LOOK_AT_QUARANTINE is task.kind
    assert "Contents" not in boto3.client("s3").list_objects_v2(Bucket="letters-bucket")


@pytest.mark.parametrize("said", ["UNSUPPORTED", "FAILED", "ACCESS_DENIED"])
def test_what_cannot_be_scanned_is_taken_in_and_the_clerk_is_warned(upload: Line, said: str):
    """A locked PDF is a letter too; whoever opens it should know."""
    scanned(manifest="NO_THREATS_FOUND", file=said)
    assert delivered()
    upload.carry()
    [record] = upload.ledger()
    letter = upload.register.letters.get(record.submission_id)
    assert letter
    body = boto3.client("s3").get_object(Bucket="letters-bucket", Key=letter.letter_key)["Body"]

    assert Outcome.WORK_ITEM is record.outcome
    assert "could not be checked for viruses" in body.read().decode()


def test_a_dropped_file_is_held_to_the_same(upload: Line):
    upload.put("upload-bucket", "dropbox/nan/fax.txt", b"fax")
    tags = {"TagSet": [{"Key": TAG, "Value": "THREATS_FOUND"}]}
    boto3.client("s3").put_object_tagging(
        Bucket="upload-bucket", Key="dropbox/nan/fax.txt", Tagging=tags
    )
    upload.announce("upload", s3_notice("dropbox/nan/fax.txt"))
    upload.carry()

    assert ["virus"] == [record.reason for record in upload.ledger()]


class TooQuick(S3RawStore):
    """Whoever has a ticket puts another file in its place, just after its tag was looked at."""

    def read(self, bucket: str, key: str) -> bytes:
        self.s3.put_object(Bucket=bucket, Key=key, Body=b"something else")
        return super().read(bucket, key)


def test_what_is_read_is_what_was_scanned(upload: Line):
    scanned(file="NO_THREATS_FOUND")
    s3 = boto3.client("s3")
    s3.put_bucket_versioning(Bucket="upload-bucket", VersioningConfiguration={"Status": "Enabled"})

    with pytest.raises(TryLater, match="not scanned yet"):
        ScannedStore(TooQuick(s3), S3Scans(s3)).read("upload-bucket", FILE)
    scanned(file="NO_THREATS_FOUND")
    assert b"something else" == ScannedStore(S3RawStore(s3), S3Scans(s3)).read(
        "upload-bucket", FILE
    )
