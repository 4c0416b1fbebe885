"""Everything that arrives is passed on, quarantined or refused by name; nothing is silent."""

import json
from dataclasses import dataclass, field

import pytest

from functions.intake.take_in import Intake, take_in
from shared.directory import offices
from shared.errors import TryLater
from shared.model.arrival import Arrival, Channel, Verdict, Verdicts
from shared.model.letter import ArrivalRecord, Outcome
from shared.model.messages import RefusalDue, TakenIn
from shared.model.submission import ReadLetter
from shared.ports.register import Register
from tests.fakes.neighbours import FakeLetterStore, FakeQueue, FakeRawStore
from tests.fakes.register import fake_register
from tests.letters import an_arrival

MAIL = """\
From: สมชาย <somchai@mail.example>
To: saraban_nan@sso.go.th
Subject: ขอเบิกค่าคลอดบุตร
Message-ID: <one@mail.example>
Content-Type: text/plain; charset=utf-8

ขอเบิกค่าคลอดบุตรค่ะ
""".encode()


@dataclass
class Door:
    """Intake with neighbours in memory."""

    raw: FakeRawStore = field(default_factory=FakeRawStore)
    letters: FakeLetterStore = field(default_factory=FakeLetterStore)
    register: Register = field(default_factory=fake_register)
    router: FakeQueue = field(default_factory=FakeQueue)
    notify: FakeQueue = field(default_factory=FakeQueue)
    feedback: FakeQueue = field(default_factory=FakeQueue)

    def arrive(self, arrival: Arrival) -> ArrivalRecord:
        intake = Intake(
            raw=self.raw,
            letters=self.letters,
            register=self.register,
            router=self.router,
            notify=self.notify,
            feedback=self.feedback,
            directory=offices.load(),
            buckets=frozenset({"mail-bucket", "upload-bucket"}),
        )
        return take_in(arrival, intake)

    def mail(self, raw: bytes = MAIL, **changes: object) -> ArrivalRecord:
        arrival = an_arrival(**changes)
        self.raw.objects[arrival.bucket, arrival.key] = raw
        return self.arrive(arrival)

    def upload(self, key: str, channel: Channel = Channel.UPLOAD) -> ArrivalRecord:
        return self.arrive(
            an_arrival(
                key, channel=channel, bucket="upload-bucket", recipients=(), envelope_sender=None
            )
        )

    def put(self, key: str, content: bytes | dict[str, object]) -> None:
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.raw.objects["upload-bucket", key] = body

    @property
    def letter(self) -> ReadLetter:
        [passed] = self.router.messages
        assert isinstance(passed, TakenIn)
        return self.letters.read_letter(passed.letter_key)


@pytest.fixture
def door() -> Door:
    return Door()


def test_a_mail_is_read_and_passed_on(door: Door):
    noted = door.mail(recipients=("saraban_nan@sso.go.th", "Saraban_Pua@SSO.go.th"))

    assert Outcome.TAKEN_IN is noted.outcome
    assert ("nan", "pua") == door.letter.submission.addressed
    assert "ขอเบิกค่าคลอดบุตรค่ะ" == door.letter.readings[0].text.strip()
    assert noted == door.register.arrivals.get(noted.arrival.id)


def test_each_enclosure_is_named_where_it_shows_what_it_is(door: Door):
    with_form = MAIL.replace(
        b"Content-Type: text/plain; charset=utf-8",
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x",
    ).replace(b"\n\n", b"\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n", 1)
    form = "แบบคำขอรับประโยชน์ทดแทน\nสปส. 2-01\n".encode()
    disposition = b'Content-Disposition: attachment; filename="form.txt"\n\n'
    door.mail(with_form + b"--x\nContent-Type: text/plain; charset=utf-8\n" + disposition + form)

    body, enclosed = door.letter.submission.documents
    assert ((), ["แบบคำขอ (สปส. 2-01)"]) == (
        body.pieces,
        [piece.name_th for piece in enclosed.pieces],
    )


def test_the_same_mail_again_is_the_same_submission_and_the_same_line(door: Door):
    first = door.mail()
    again = door.mail()

    assert first == again
    assert door.router.messages[0] == door.router.messages[1]


def test_a_virus_is_never_opened(door: Door):
    arrival = an_arrival(verdicts=Verdicts(virus=Verdict.FAIL))
    noted = door.arrive(arrival)  # the object is not even there: nothing reads it

    assert (Outcome.QUARANTINED, "virus") == (noted.outcome, noted.reason)
    assert [] == door.router.messages == door.notify.messages


def test_a_foreign_bucket_is_not_read(door: Door):
    assert "not_a_submission" == door.arrive(an_arrival(bucket="foreign")).reason


def test_an_object_that_is_not_there_yet_is_tried_again(door: Door):
    with pytest.raises(TryLater):
        door.arrive(an_arrival())
    assert door.register.arrivals.get(an_arrival().id) is None


def test_an_empty_mail_is_refused_and_its_sender_told(door: Door):
    noted = door.mail(b"From: somchai@mail.example\r\n\r\n")
    [due] = door.notify.messages

    assert (Outcome.REFUSED, "empty_letter") == (noted.outcome, noted.reason)
    assert RefusalDue(arrival_id=noted.arrival.id) == due
    assert noted.refused
    assert noted.refused.sender
    assert "somchai@mail.example" == noted.refused.sender.address
    assert noted == door.register.arrivals.get(noted.arrival.id)


def test_a_forty_megabyte_mail_is_taken_in(door: Door):
    heavy = b"\x00\x9d" * 38 + b"\r\n"
    attachment = (
        b"--b\r\nContent-Type: application/octet-stream\r\n"
        b"Content-Disposition: attachment; filename=big.bin\r\n\r\n"
    )
    head = MAIL.replace(b"text/plain; charset=utf-8", b"multipart/mixed; boundary=b").split(b"\n\n")
    room = 40 * 1024 * 1024 - len(head[0]) - len(attachment) - 20
    raw = head[0] + b"\n\n" + attachment + heavy * (room // len(heavy)) + b"\r\n--b--\r\n"
    noted = door.mail(raw)

    assert Outcome.TAKEN_IN is noted.outcome
    assert door.letter.readings[-1].refusal is not None


def test_a_larger_one_is_refused_by_name(door: Door):
    assert "letter_too_large" == door.mail(MAIL + b"x" * 40 * 1024 * 1024).reason


def a_manifest(**changes: object) -> dict[str, object]:
    return {
        "sender": "somying@mail.example",
        "subject": "ขอขึ้นทะเบียนนายจ้าง",
        "office": "nan",
        "process": "registration/1.2",
        "files": ["แบบ.txt"],
    } | changes


def test_a_folder_closed_by_its_manifest_is_one_letter(door: Door):
    door.put("uploads/a/แบบ.txt", "สปส. 1-01 อำเภอปัว".encode())
    door.put("uploads/a/manifest.json", a_manifest(message="ส่งแบบค่ะ"))
    door.upload("uploads/a/manifest.json")
    submission = door.letter.submission

    assert (("nan",), "registration/1.2") == (submission.addressed, submission.chosen_process)
    assert ["", "แบบ.txt"] == [document.name for document in submission.documents]
    assert ["ส่งแบบค่ะ", "สปส. 1-01 อำเภอปัว"] == [r.text for r in door.letter.readings]


def test_an_upload_continues_the_letter_that_was_proven_and_none_that_it_quotes(door: Door):
    """Whoever lays files down sees how the letter stands that they join."""
    door.put("uploads/a/แบบ.txt", b"1")
    quoted = {"subject": "re: 2222-2222-2222", "message": "7K4M-9XQ2-HDWA"}
    door.put("uploads/a/manifest.json", a_manifest(**quoted))
    door.upload("uploads/a/manifest.json")
    merely_quoted = door.letter.submission.references
    door.router.messages.clear()
    door.put("uploads/a/manifest.json", a_manifest(**quoted, reference="2222-2222-2222"))
    door.upload("uploads/a/manifest.json")

    assert ((), ("2222-2222-2222",)) == (merely_quoted, door.letter.submission.references)


def test_a_manifest_that_names_missing_files_is_refused_and_its_sender_told(door: Door):
    door.put("uploads/a/manifest.json", a_manifest())
    noted = door.upload("uploads/a/manifest.json")
    [due] = door.notify.messages

    assert ("manifest_names_missing_files", "1 of 1") == (noted.reason, noted.detail)
    assert RefusalDue(arrival_id=noted.arrival.id) == due
    assert noted.refused
    assert noted.refused.sender
    assert "somying@mail.example" == noted.refused.sender.address


UPLOADS = [
    pytest.param("uploads/a/manifest.json", b"{", "manifest_not_json", id="no JSON"),
    pytest.param("uploads/a/manifest.json", {"files": []}, "manifest_invalid", id="no subject"),
    pytest.param(
        "uploads/a/manifest.json", a_manifest(office="atlantis"), "unknown_office", id="no office"
    ),
    pytest.param(
        "uploads/a/manifest.json", {"subject": " ", "files": []}, "empty_letter", id="empty"
    ),
    pytest.param("uploads/manifest.json", a_manifest(), "not_a_submission", id="no folder"),
    pytest.param("other/manifest.json", a_manifest(), "not_a_submission", id="another place"),
]


@pytest.mark.parametrize(("key", "content", "reason"), UPLOADS)
def test_a_wrong_upload_is_refused_by_name(door: Door, key: str, content, reason: str):
    door.put(key, content)
    noted = door.upload(key)

    assert (Outcome.REFUSED, reason) == (noted.outcome, noted.reason)
    assert noted == door.register.arrivals.get(noted.arrival.id)


DROPS = [
    pytest.param("dropbox/nan/a.txt", b"text", Outcome.TAKEN_IN, None, id="a file"),
    pytest.param("dropbox/nan/", b"", Outcome.REFUSED, "not_a_submission", id="only a folder"),
    pytest.param("dropbox/a.txt", b"text", Outcome.REFUSED, "not_a_submission", id="no office"),
    pytest.param("dropbox/atlantis/a.txt", b"x", Outcome.REFUSED, "unknown_office", id="unknown"),
    pytest.param("dropbox/nan/a.txt", b"", Outcome.REFUSED, "empty_letter", id="empty"),
]


@pytest.mark.parametrize(("key", "content", "outcome", "reason"), DROPS)
def test_a_dropped_file_is_a_letter_by_itself(
    door: Door, key: str, content: bytes, outcome: Outcome, reason: str | None
):
    door.put(key, content)
    noted = door.upload(key, Channel.DROP)

    assert (outcome, reason) == (noted.outcome, noted.reason)
