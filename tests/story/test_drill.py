"""Backups that nobody ever brought back are hopes: the drill brings them back."""

from datetime import timedelta
from typing import Any

import boto3
import pytest

from cli.drilling.command import buckets_come_back, register_comes_back
from cli.drilling.objects import FOLDER, comes_back
from cli.main import main
from cli.place import Place
from local.permissions import Need, denied
from tests.story.line import BUCKETS, NOON
from tests.story.test_mail import MATERNITY, receive
from tests.structure.template import referred, resources

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


def written_out(given: Any) -> Any:
    """A part of a policy with the names of the template's resources in it."""
    match given:
        case {"Fn::Sub": str(text)}:
            return text.replace("${", "").replace(".Arn}", "").replace("}", "")
        case {"Fn::GetAtt": [str(name), _]} | {"Ref": str(name)}:
            return name
        case dict():
            return {key: written_out(value) for key, value in given.items()}
        case list():
            return [written_out(value) for value in given]
        case _:
            return given


def forbidden(action: str, bucket: str, key: str) -> bool:
    """Whether the bucket's own policy forbids it to a person, whatever his own rights are."""
    policies = resources("AWS::S3::BucketPolicy").values()
    at_it = [one["PolicyDocument"] for one in policies if referred(one["Bucket"]) == bucket]
    context = {"aws:SecureTransport": "true", "aws:PrincipalIsAWSService": "false"}
    need = Need(
        action=action,
        resources=(f"{bucket}/{key}",),
        principal="operator",
        context=tuple(context.items()),
    )
    return denied(written_out(at_it), need)


@pytest.mark.parametrize("bucket", ["MailBucket", "UploadBucket", "LettersBucket"])
@pytest.mark.parametrize("action", ["s3:PutObject", "s3:GetObject", "s3:DeleteObjectVersion"])
def test_no_bucket_forbids_an_operator_the_drill(bucket, action):
    assert not forbidden(action, bucket, f"{FOLDER}20261120")


def test_nobody_but_ses_lays_a_mail():
    """The check above could fail."""
    assert forbidden("s3:PutObject", "MailBucket", "mail/one")
