"""An uploaded letter, by order: held, handed out whole, erased whole, with what was added to it."""

import json
from pathlib import Path

import boto3
import pytest

from cli.main import main
from functions.desk.acting import act
from functions.desk.deeds import Deed
from shared.aws.buckets import S3LetterStore
from shared.aws.register import dynamo_register
from shared.aws.uploads import S3Uploads
from shared.directory import offices
from shared.model.arrival import MANIFEST
from shared.model.fact import ArrivalId, OfficeCode
from shared.model.letter import LetterRecord, Outcome
from shared.standing.outcome import outcome, receipt_of
from shared.uploading.laying import Sent, arrival_of, lay, place
from shared.uploading.letter import Letter
from tests.desk.desks import ANONG, Room, asked
from tests.security.test_records import NAN, ORDER, everything
from tests.story.conftest import line
from tests.story.line import BUCKETS, Line, s3_notice

__all__ = ["line"]

PERSONAL = ("สมชาย", "ตัวอย่าง", "081-234-5678", "ค่าคลอดบุตร", "เมืองน่าน")
"""Name, telephone, subject, where the sender lives."""
ADDRESS = ("somchai", "mail.example")
TEXT = "ขอเบิกค่าคลอดบุตร ผู้ประกันตนมาตรา 33 อยู่อำเภอเมืองน่าน จังหวัดน่าน โทร 081-234-5678"
FILE = ("ใบเสร็จ สมชาย ตัวอย่าง.txt", "ใบเสร็จรับเงิน นายสมชาย ตัวอย่าง 081-234-5678".encode())
OURS = Letter(
    subject="ขอเบิกค่าคลอดบุตร", message=TEXT, name="สมชาย ตัวอย่าง", sender="somchai@mail.example"
)
UNMAILED = OURS.model_copy(update={"sender": ""})
ANOTHER = Letter(subject="ขึ้นทะเบียนนายจ้าง", office="pua")


def versioned(line: Line, folder: Path) -> S3Uploads:
    """The upload bucket, as it is deployed."""
    line.set_env("SARABAN_TOWN", str(folder / "town"))
    s3 = boto3.client("s3")
    for bucket in BUCKETS:
        s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    return S3Uploads(s3, "upload-bucket")


def sent(line: Line, uploads: S3Uploads, folder: str, letter: Letter) -> ArrivalId:
    """Send a letter as the counter does, and carry it to its desk."""
    files = [("แบบ.txt", b"-")] if letter is ANOTHER else [FILE]
    laid = lay(folder, letter, files, uploads)
    announced(line, place(folder, MANIFEST), laid.version)
    return arrival_of(Sent(folder=folder, version=laid.version), uploads)


def announced(line: Line, key: str, version: str) -> None:
    line.announce("upload", s3_notice(key).replace('"v1"', json.dumps(version)))
    line.carry()


def record_of(line: Line) -> LetterRecord:
    [item] = line.register.work.of(line.register.work.queue(NAN)[0].submission_id)
    record = line.register.letters.get(item.submission_id)
    assert record
    return record


def finish(line: Line) -> None:
    """The office takes it, asks for more, and ends it."""
    search = boto3.resource("dynamodb").Table("search")
    desk = Room(
        register=dynamo_register(line.table, search),
        letters=S3LetterStore(boto3.client("s3"), "letters-bucket"),
    ).desk
    for deed, given in ((Deed.TAKE, {}), (Deed.FINISH, {"note": "อนุมัติให้คุณสมชาย"})):
        [item] = line.register.work.queue(NAN)
        act(asked(deed, item, **given), ANONG, desk)
    line.carry()


def left() -> str:
    """All that the account has, and the names of all objects."""
    s3 = boto3.client("s3")
    listed = [
        one["Key"]
        for bucket in BUCKETS
        for kind in ("Versions", "DeleteMarkers")
        for one in s3.list_object_versions(Bucket=bucket).get(kind, [])
    ]
    return "\n".join((everything(), *listed))


def still(words: str) -> list[str]:
    return [personal for personal in (*PERSONAL, *ADDRESS) if personal in words]


SENDERS = [
    pytest.param(OURS, [*PERSONAL, *ADDRESS], id="with a mail address"),
    pytest.param(UNMAILED, [*PERSONAL], id="without one"),
]


@pytest.mark.parametrize(("letter", "told"), SENDERS)
def test_an_upload_is_erased_with_its_files_its_receipt_and_what_was_added(
    line, tmp_path, letter, told
):
    uploads = versioned(line, tmp_path)
    first = sent(line, uploads, "a" * 32, letter)
    record = record_of(line)
    more = sent(line, uploads, "b" * 32, letter.model_copy(update={"reference": record.reference}))
    another = sent(line, uploads, "c" * 32, ANOTHER)
    finish(line)

    assert told == still(left())
    assert f"receipts/{first}.pdf" in left()
    assert 0 == main(["erase", record.reference, "--order", ORDER])
    assert [] == still(left())
    tombstone = line.register.letters.get(record.submission_id)
    assert ("5501", None) == (record.routing.place, tombstone.routing.place)
    for arrival in (first, more):
        became = outcome(arrival, line.register, offices.load())
        receipt = receipt_of(arrival, line.register)
        assert receipt
        assert (False, None) == (became.receipt, receipt.seal), "the sender's page still opens"
        assert became.standing
        assert f"receipts/{arrival}.pdf" not in left()
    assert outcome(another, line.register, offices.load()).receipt, "another's is as it was"


def test_a_file_that_was_dropped_is_erased_with_its_name(line, tmp_path):
    """The name of the object is the name of the file: its sender's words."""
    key = f"dropbox/nan/{FILE[0]}"
    announced(line, key, versioned(line, tmp_path).lay(key, TEXT.encode()))
    finish(line)
    [arrived] = line.ledger()
    record = line.register.letters.get(arrived.submission_id)

    assert 0 == main(["erase", record.reference, "--order", ORDER])
    assert 0 == main(["erase", record.reference, "--order", ORDER])
    assert [] == still(left())
    assert [Outcome.WORK_ITEM] == [arrival.outcome for arrival in line.ledger()]
    assert OfficeCode("nan") == line.register.work.of(record.submission_id)[0].office
