"""The sample inbox: what is kept is what the script makes, and the demo can rely on it."""

import json
from email import message_from_bytes, policy

import pytest

from samples.inbox import HERE, Answer, load
from samples.make import files
from shared.directory import offices, processes
from shared.model.arrival import Channel
from shared.model.letter import Outcome
from shared.model.routing import Decision
from tests.samples import kept

SAMPLES = load()
BY_ID = {sample.id: sample for sample in SAMPLES}
EACH = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.id)
MOST_FOR_A_PICTURE = 250_000
MOST_FOR_ALL = 4_000_000


def test_the_kept_inbox_is_what_the_script_makes():
    """All but the pictures, byte by byte; the pictures are those of the kept inbox itself."""
    assert files(kept.enclosures()) == kept.inbox()


def test_no_file_of_the_inbox_is_without_an_expectation():
    keys = {item.key for sample in SAMPLES for item in sample.objects}
    mails = {sample.path.name for sample in SAMPLES if sample.channel is Channel.MAIL}

    assert keys | mails == set(kept.inbox())


def test_the_readme_says_what_each_letter_is():
    readme = (HERE / "README.md").read_text(encoding="utf-8")

    assert [] == [sample.id for sample in SAMPLES if f"| {sample.id} |" not in readme]


def test_the_inbox_stays_small():
    kept_files = kept.inbox()

    assert sum(map(len, kept_files.values())) < MOST_FOR_ALL
    assert all(len(picture) < MOST_FOR_A_PICTURE for picture in kept.enclosures().values())


def test_every_outcome_and_every_way_in_is_tried():
    assert set(Outcome) - {Outcome.TAKEN_IN} == {sample.expected.outcome for sample in SAMPLES}
    assert set(Channel) == {sample.channel for sample in SAMPLES}
    assert set(Answer) == {sample.expected.answer for sample in SAMPLES}
    assert set(Decision) | {None} == {sample.expected.decision for sample in SAMPLES}


@EACH
def test_an_expectation_names_only_what_exists(sample):
    directory = offices.load()
    wanted = (sample.expected.process, *sample.expected.process_also)

    assert {process for process in wanted if process} <= set(processes.load())
    assert {office.code for office in directory.offices} >= set(sample.expected.offices)
    assert set(sample.recipients) <= directory.mailboxes


@EACH
def test_an_expectation_is_complete(sample):
    expected = sample.expected

    assert (expected.outcome is Outcome.WORK_ITEM) == (expected.decision is not None)
    assert (expected.outcome in {Outcome.WORK_ITEM, Outcome.JOINED_THREAD}) == bool(
        expected.offices
    )
    assert (expected.outcome in {Outcome.REFUSED, Outcome.QUARANTINED}) == bool(expected.reason)
    assert (expected.outcome in {Outcome.DUPLICATE, Outcome.JOINED_THREAD}) == bool(expected.of)
    assert (sample.channel is Channel.MAIL) == bool(sample.raw and sample.recipients)


@EACH
def test_a_letter_goes_in_after_those_it_waits_for(sample):
    earlier = {other.id for other in SAMPLES[: SAMPLES.index(sample)]}

    assert sample.waits_for <= earlier


@EACH
def test_the_folder_is_closed_by_its_manifest_after_all_files_are_there(sample):
    names = [item.key.rpartition("/")[2] for item in sample.objects]

    assert (sample.channel is Channel.UPLOAD) == (names[-1:] == ["manifest.json"])


def test_the_manifest_that_lacks_a_file_names_one_that_is_not_there():
    *there, manifest = BY_ID["upload-missing-file"].objects
    named = set(json.loads(manifest.content)["files"])

    assert 1 == len(named - {item.key.rpartition("/")[2] for item in there})


def test_a_reply_quotes_the_reference_that_its_sender_read_in_the_receipt():
    reply = BY_ID["maternity-reply"]
    mail = message_from_bytes(
        reply.filled({"maternity-photo": "2222-2222-2222"}), policy=policy.default
    )
    body = mail.get_body()

    assert mail["Subject"].endswith(" 2222-2222-2222")
    assert body is not None
    assert "> เลขอ้างอิง 2222-2222-2222" in body.get_content()
    assert b"{{" not in reply.filled({"maternity-photo": "2222-2222-2222"})[:2000]


def test_a_reply_cannot_be_sent_before_its_reference_is_known():
    with pytest.raises(KeyError, match="maternity-photo"):
        BY_ID["maternity-reply"].filled({})


def test_the_second_copy_differs_only_in_how_it_travelled():
    first, again = (BY_ID[name].raw for name in ("company-moved", "company-moved-again"))

    assert first != again
    assert first.partition(b"\r\nFrom:")[2] == again.partition(b"\r\nFrom:")[2]


@EACH
def test_what_nobody_can_read_is_really_enclosed(sample):
    mail = message_from_bytes(sample.raw, policy=policy.default)
    enclosed = {part.get_filename() for part in mail.walk()}

    assert set(sample.expected.unread) <= enclosed
