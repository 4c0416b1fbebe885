"""Backups that nobody ever brought back are hopes: the drill brings them back."""

from datetime import timedelta

import boto3
import pytest

from cli.drilling.command import buckets_come_back, register_comes_back
from cli.drilling.objects import comes_back
from cli.main import main
from cli.place import Place
from tests.story.line import BUCKETS, NOON
from tests.story.test_mail import MATERNITY, receive

AN_HOUR_LATER = NOON + timedelta(hours=1)


@pytest.fixture
def place(line) -> Place:
    """A deployment whose stations took one letter in."""
    s3 = boto3.client("s3")
    for name in BUCKETS:
        s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
    receive(line, MATERNITY)
    line.carry()
    outputs = ("MailBucket", "UploadBucket", "LettersBucket")
    names = dict(zip(outputs, BUCKETS, strict=True))
    return Place(boto3.Session(), {"RegisterTable": "register", **names})


def test_the_register_comes_back_with_every_letter(place):
    _, works, seen = register_comes_back(place, AN_HOUR_LATER, minutes=15)

    assert works, seen
    assert "1 letters" in seen
    tables = boto3.client("dynamodb").list_tables()["TableNames"]
    assert [] == [name for name in tables if "drill" in name]


def test_a_letter_that_is_not_in_the_backup_is_noticed(place, line):
    [arrival] = line.ledger()
    key = {"pk": f"LETTER#{arrival.submission_id}", "sk": "LETTER"}
    boto3.resource("dynamodb").Table("register").delete_item(Key=key)
    _, works, seen = register_comes_back(place, AN_HOUR_LATER, minutes=15)

    assert not works
    assert "1 differences" in seen


def test_what_is_deleted_from_a_bucket_comes_back_and_nothing_is_left_behind(place):
    assert all(works for _, works, _ in buckets_come_back(place, NOON))
    for bucket in BUCKETS:
        left = boto3.client("s3").list_object_versions(Bucket=bucket, Prefix="drill/")
        assert [] == [*left.get("Versions", ()), *left.get("DeleteMarkers", ())]


def test_a_bucket_without_versions_is_noticed(aws):
    here = {"LocationConstraint": "ap-southeast-1"}
    boto3.client("s3").create_bucket(Bucket="plain", CreateBucketConfiguration=here)

    assert not comes_back(boto3.client("s3"), "plain", "one", b"bytes")


def test_the_command_says_what_worked(place, monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("SARABAN_TOWN", str(tmp_path / "town"))
    monkeypatch.setenv("COLUMNS", "200")

    assert 0 == main(["drill"])
    assert 4 == capsys.readouterr().out.count("yes")
