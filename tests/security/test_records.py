"""One letter, by order: held, handed out whole, erased whole. All versions, all tables."""

import json
from dataclasses import dataclass
from pathlib import Path

import boto3
import pytest

from cli.main import main
from cli.place import here
from cli.records import erase
from cli.records.belongings import belongings
from functions.desk.acting import Desk, act
from functions.desk.deeds import Deed
from functions.desk.letter_view import view
from shared.aws.buckets import S3LetterStore
from shared.aws.items import Item, held
from shared.aws.register import dynamo_register
from shared.model.arrival import arrival_id
from shared.model.erased import ERASED
from shared.model.event import Did
from shared.model.fact import OfficeCode
from shared.model.letter import LetterRecord
from shared.model.work import WorkItem
from tests.desk.desks import ANONG, Room, asked
from tests.feedback.said import bounce
from tests.story.conftest import line
from tests.story.line import BUCKETS, Line, ses_notice
from tests.story.test_mail import MATERNITY, a_mail, receive
from tests.story.test_mail import NAN as MAILBOX

__all__ = ["line"]

ORDER = "คำสั่งที่ 12/2570 ลงวันที่ 5 มกราคม 2570"
NAN = OfficeCode("nan")
PERSONAL = ("somchai", "สมชาย", "ค่าคลอดบุตร", "081-234-5678", "คุณสมชาย", "mail.example")
"""Of the letter: address, name, subject, telephone, the clerk's words, where it came from."""
ANOTHER = a_mail(
    "ขอขึ้นทะเบียนนายจ้าง อำเภอเมืองน่าน จังหวัดน่าน", "ขึ้นทะเบียนนายจ้าง", Message_ID="<z@firm.example>",
    From="ป้าทองใบ <paa@firm.example>",
)  # fmt: skip


@dataclass
class Archive:
    """The line with versioned buckets, and in it one letter that is asked about."""

    line: Line
    folder: Path

    @property
    def record(self) -> LetterRecord:
        name = arrival_id("mail-bucket", "mail/one")
        found = self.line.register.arrivals.get(name)
        assert found
        assert found.submission_id
        record = self.line.register.letters.get(found.submission_id)
        assert record
        return record

    @property
    def item(self) -> WorkItem:
        item = self.line.register.work.at(self.record.submission_id, NAN)
        assert item
        return item

    @property
    def desk(self) -> Desk:
        search = boto3.resource("dynamodb").Table("search")
        return Room(
            register=dynamo_register(self.line.table, search),
            letters=S3LetterStore(boto3.client("s3"), "letters-bucket"),
        ).desk

    def work(self, deed: Deed, **given: object) -> None:
        act(asked(deed, self.item, **given), ANONG, self.desk)
        self.line.carry()

    def command(self, *words: str) -> int:
        name, *rest = words
        return main([name, self.record.reference, *rest])

    def did(self) -> list[Did]:
        return [e.did for e in self.line.register.events.of(self.record.submission_id)]


@pytest.fixture
def archive(line: Line, tmp_path: Path) -> Archive:
    """A letter that came twice, with a reply, a receipt that bounced, and a clerk's words."""
    line.set_env("SARABAN_TOWN", str(tmp_path / "town"))
    for bucket in BUCKETS:
        boto3.client("s3").put_bucket_versioning(
            Bucket=bucket, VersioningConfiguration={"Status": "Enabled"}
        )
    line.put("mail-bucket", "mail/one-of-another", ANOTHER)
    other = ses_notice("mail/one-of-another", (MAILBOX,)).replace(
        "somchai@mail.example", "paa@firm.example"
    )
    line.announce("mail", other)
    receive(line, MATERNITY, key="mail/one")
    receive(line, MATERNITY, key="mail/one")
    receive(line, MATERNITY, key="mail/one-by-another-server")
    line.carry()
    archive = Archive(line, tmp_path)
    subject = f"Re: {archive.record.reference}"
    receive(line, a_mail("โทร 081-234-5678", subject, Message_ID="<r@mail.example>"), key="mail/r")
    line.carry()
    sent = line.register.receipts.get(archive.record.arrival_id)
    assert sent
    assert sent.ses_message_id
    line.announce("feedback", bounce("Permanent", ses_id=sent.ses_message_id))
    line.carry()
    archive.work(Deed.TAKE)
    return archive


def finished(archive: Archive) -> Archive:
    archive.work(Deed.FINISH, note="อนุมัติให้คุณสมชาย", tell=True)
    return archive


def _inflated(item: Item) -> Item:
    """An item with its fact in words, however it lies in the table."""
    return {**item, "fact": held(item)} if "fact" in item else item


def everything() -> str:
    """All that the account still has: every item, every version of every object."""
    dynamodb, s3 = boto3.resource("dynamodb"), boto3.client("s3")
    found = [str(_inflated(item)) for name in ("register", "search")
             for item in dynamodb.Table(name).scan()["Items"]]  # fmt: skip
    for bucket in BUCKETS:
        for one in s3.list_object_versions(Bucket=bucket).get("Versions", []):
            given = {"Bucket": bucket, "Key": one["Key"], "VersionId": one["VersionId"]}
            found.append(s3.get_object(**given)["Body"].read().decode("utf-8", "replace"))
    return "\n".join(found)


def test_everything_about_a_letter_goes_into_one_folder(archive: Archive):
    folder = archive.folder / "for-the-person"

    assert 0 == archive.command("export", str(folder))
    told = json.loads((folder / "register.json").read_text("utf-8"))
    listed = json.loads((folder / "objects.json").read_text("utf-8"))
    assert (archive.record.reference, 1, 3) == (
        told["record"]["reference"],
        len(told["replies"]),
        len(told["arrivals"]),
    )
    assert MATERNITY in [(folder / one["file"]).read_bytes() for one in listed]
    assert [("nan", "bounce_permanent")] == [
        (one["office"], one["reason"]) for one in told["tasks"]
    ]
    assert ["s•••@mail.example"] == [one["address"]["shown"] for one in told["no_more_mail"]]
    twice = [one["version"] for one in listed if one["key"] == "mail/one"]
    assert 2 == len(set(twice))
    assert "paa@firm.example" not in (folder / "register.json").read_text("utf-8")
    assert 1 == archive.command("export", str(folder)), "it is not written over"


def test_a_letter_is_erased_to_the_last_version_and_its_number_stays(archive: Archive):
    """Not while it is held; then once, and once more changes nothing."""
    finished(archive)
    before, found = archive.item, everything()
    assert all(words in found for words in PERSONAL)

    assert 0 == archive.command("hold", "--order", ORDER)
    assert 1 == archive.command("hold", "--order", ORDER), "one hold at a time"
    assert 1 == archive.command("erase", "--order", ORDER)
    assert all(words in everything() for words in PERSONAL)

    assert 0 == archive.command("hold", "--order", ORDER, "--end")
    assert 0 == archive.command("erase", "--order", ORDER)
    left, lines = everything(), archive.line.register.work.register(NAN, 2569)
    assert [] == [words for words in PERSONAL if words in left]
    assert "paa@firm.example" in left, "another's letter is as it was"
    kept = boto3.client("s3").get_object(Bucket="mail-bucket", Key="mail/one-of-another")
    assert ANOTHER == kept["Body"].read(), "though its key begins like this letter's"
    assert before.number == archive.item.number
    assert {(ERASED, ""), ("ขึ้นทะเบียนนายจ้าง", "ป้าทองใบ")} == {(x.subject, x.sender) for x in lines}

    assert 0 == archive.command("erase", "--order", ORDER)
    assert sorted(left.split("\n")) == sorted(everything().split("\n"))
    shown = view(archive.desk, archive.item, ANONG)
    assert (ERASED, None, ()) == (shown.record.subject, shown.record.sender, shown.papers)
    orders = [event.did for event in shown.history if event.note == ORDER]
    assert [Did.HELD, Did.HOLD_ENDED, Did.ERASED] == orders


def test_what_may_not_be_erased_says_why(archive: Archive, capsys):
    assert 1 == archive.command("erase", "--order", ORDER)
    assert "Work is left to do at nan" in capsys.readouterr().err
    for order in ("", "   ", "x" * 201):
        assert 1 == archive.command("erase", "--order", order)
        assert "number or a date" in capsys.readouterr().err


def test_an_erasure_that_was_broken_off_is_finished_by_the_next(archive: Archive):
    """The buckets are empty and the register is not: asked again, the rest is done."""
    finished(archive)
    things = belongings(archive.record.reference, here(archive.folder / "town"))
    erase._forget_words(things, list(erase._letters(things)))  # noqa: SLF001 - the first half
    erase._empty_buckets(things, list(erase._letters(things)))  # noqa: SLF001

    assert 0 == archive.command("erase", "--order", ORDER)
    assert [] == [words for words in PERSONAL if words in everything()]
