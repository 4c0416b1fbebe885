"""A citizen sends papers and gets a reference; what runs, or is too much, is not taken."""

import json
import re
from base64 import b64decode
from http import HTTPStatus

import boto3
import pytest

from functions.intake.manifest import parse_manifest
from functions.intake.open_upload import open_upload
from functions.portal.counter import Counter
from functions.portal.laying import lay
from functions.portal.proving import MOST_TRIES_AT_ONE
from functions.portal.routes.send import MOST_LETTERS
from shared.aws.buckets import S3RawStore
from shared.aws.papers import S3Papers
from shared.directory import offices
from shared.errors import TryLater
from shared.model.arrival import Channel, arrival_id
from shared.model.letter import ArrivalRecord, Outcome
from shared.model.receipt import Receipt
from shared.model.work import WorkItem
from shared.uploading.letter import MOST_BYTES, Letter
from tests.letters import a_record, an_arrival
from tests.portal.conftest import DUE, NAN, Hall
from tests.portal.window import Answer, Visitor
from tests.receptions import LETTERS

SOMYING = Visitor()
PHOTO = ("files", "IMG_1.jpg", b"\xff\xd8\xff" + bytes(range(256)))
LETTER = {"subject": "ขอเบิกค่าคลอดบุตร", "sender": "somying@mail.example", "office": "nan"}


def keys(hall: Hall) -> list[str]:
    found = boto3.client("s3").list_objects_v2(Bucket=hall.uploads).get("Contents", [])
    return [item["Key"] for item in found]


def opened(hall: Hall):
    """The letter as intake opens it."""
    [key] = [key for key in keys(hall) if key.endswith("/manifest.json")]
    arrival = an_arrival(key, bucket=hall.uploads, channel=Channel.UPLOAD)
    return open_upload(arrival, S3RawStore(boto3.client("s3")), offices.load())


def test_a_photo_arrives_as_a_letter_that_intake_opens(hall):
    answer = SOMYING.give("/send", PHOTO, message="แนบแบบค่ะ", process="registration/1.2", **LETTER)
    letter = opened(hall)

    assert 303 == answer.status
    assert re.fullmatch(r"/sent/[0-9a-f]{32}/[\w.~-]+", answer.headers["location"])
    assert ("ขอเบิกค่าคลอดบุตร", ("nan",), "registration/1.2", None) == (
        letter.subject,
        letter.addressed,
        letter.chosen_process,
        letter.refused,
    )
    assert ["", "IMG_1.jpg"] == [piece.name for piece in letter.pieces]
    assert PHOTO[2] == letter.pieces[1].content


class Broken:
    """A store that fails at the second file."""

    bucket = "uploads-bucket"

    def __init__(self):
        self.laid: list[str] = []

    def lay(self, key: str, content: bytes) -> str:
        if len(self.laid) == 1:
            raise TryLater("s3: busy")
        self.laid.append(key)
        return "v"


def test_a_folder_that_is_not_whole_is_never_closed():
    store = Broken()
    counter = Counter(None, None, store, None, None, None, None, None, lambda: "0" * 32)
    with pytest.raises(TryLater):
        lay(Letter(subject="x"), [("a.pdf", b"a"), ("b.pdf", b"b")], counter)

    assert [f"uploads/{'0' * 32}/1/a.pdf"] == store.laid


def registered(hall: Hall, location: str) -> WorkItem:
    """What intake and router make of what was sent to ``location``."""
    _, _, folder, version = location.split("/")
    key = f"uploads/{folder}/manifest.json"
    name = arrival_id(hall.uploads, key, version)
    arrival = an_arrival(key, id=name, bucket=hall.uploads, channel=Channel.UPLOAD)
    record = hall.register.letters.open(a_record("s1", "2222-2222-2222", arrival))
    hall.register.arrivals.note(ArrivalRecord(arrival=arrival, outcome=Outcome.TAKEN_IN))
    item = hall.register.work.open(record, NAN, arrival, arrival.received_at, DUE)
    hall.register.arrivals.end(name, Outcome.WORK_ITEM, record.submission_id)
    return item


def keep_receipt(hall: Hall, item: WorkItem) -> None:
    """What notify makes of a letter to whose sender it cannot write."""
    S3Papers(boto3.client("s3"), LETTERS).keep(item.opened_by, b"%PDF-1.7 receipt")
    given = {"arrival_id": item.opened_by, "submission_id": "s1", "message_id": "<x@sso.go.th>"}
    withheld = {"sending": "withheld", "reason": "no_sender", "kept": True}
    hall.register.receipts.start(Receipt(at=item.opened_at, **given, **withheld))


def test_the_page_shows_the_reference_as_soon_as_there_is_one(hall):
    location = SOMYING.give("/send", PHOTO, **LETTER).headers["location"]
    before = SOMYING.get(location)
    item = registered(hall, location)
    after = SOMYING.get(location)

    assert "ได้รับเอกสารแล้ว กำลังลงทะเบียน" in before.text
    assert item.reference in after.text
    assert "สำนักงานประกันสังคมจังหวัดน่าน" in after.text


def test_who_gave_no_address_fetches_the_receipt_from_the_page(hall):
    location = SOMYING.give("/send", PHOTO, subject="x", office="nan").headers["location"]
    item = registered(hall, location)
    early = SOMYING.get(f"{location}/receipt.pdf")
    keep_receipt(hall, item)
    paper = SOMYING.get(f"{location}/receipt.pdf")

    assert f'href="{location}/receipt.pdf"' in SOMYING.get(location).body
    assert (404, "%PDF-1.7 receipt") == (early.status, paper.body)
    assert "attachment" in paper.headers["content-disposition"]


def test_a_form_that_was_sent_twice_leads_to_the_same_receipt(hall):
    location = SOMYING.give("/send", PHOTO, subject="x", office="nan").headers["location"]
    item = registered(hall, location)
    waiting = SOMYING.get(location).body
    keep_receipt(hall, item)
    again = f"{location.rpartition('/')[0]}/second"
    folder = location.split("/")[2]
    key = f"uploads/{folder}/manifest.json"
    second = an_arrival(key, id=arrival_id(hall.uploads, key, "second"), bucket=hall.uploads)
    hall.register.arrivals.note(ArrivalRecord(arrival=second, outcome=Outcome.TAKEN_IN))
    hall.register.arrivals.end(second.id, Outcome.DUPLICATE, "s1")

    assert 'data-again="4"' in waiting
    assert 'data-again="4"' not in SOMYING.get(again).body
    assert "%PDF-1.7 receipt" == SOMYING.get(f"{again}/receipt.pdf").body


@pytest.mark.parametrize(
    "outcome",
    [pytest.param(Outcome.REFUSED, id="refused"), pytest.param(Outcome.QUARANTINED, id="held")],
)
def test_the_page_says_when_it_was_not_taken(hall, outcome):
    location = SOMYING.give("/send", PHOTO, **LETTER).headers["location"]
    _, _, folder, version = location.split("/")
    key = f"uploads/{folder}/manifest.json"
    arrival = an_arrival(key, id=arrival_id(hall.uploads, key, version), bucket=hall.uploads)
    hall.register.arrivals.note(ArrivalRecord(arrival=arrival, outcome=outcome, reason="virus"))

    assert "ยังไม่ได้ลงทะเบียนรับ" in SOMYING.get(location).text


def test_documents_are_added_to_the_earlier_letter_that_is_proven(hall):
    reference, seal = hall.letter()
    proof = {"reference": reference, "code": seal.code[-8:]}
    form = SOMYING.post("/send/more", **proof, subject="written by a link")
    SOMYING.give("/send", PHOTO, subject="สำเนาสมุดบัญชี", **proof)

    assert f'name="code" value="{seal.code[-8:]}"' in form.body
    assert "written by a link" not in form.body
    assert reference == opened(hall).continues


NOT_PROVEN = [
    pytest.param("", id="no code"),
    pytest.param("AAAAAAAA", id="a wrong code"),
    pytest.param("ANOTHERS", id="another letter's code"),
]


@pytest.mark.parametrize("code", NOT_PROVEN)
def test_whoever_knows_only_a_reference_adds_nothing_to_the_letter(hall, code):
    """The page that follows shows how the letter stands, and its receipt proves it to be his."""
    reference, _ = hall.letter()
    _, seal = hall.letter(2)
    given = {**LETTER, "reference": reference, "code": code.replace("ANOTHERS", seal.code[-8:])}
    answer = SOMYING.give("/send", PHOTO, **given)
    asked = SOMYING.post("/send/tickets", listed=listed(("a.pdf", 4)), **given)

    assert (422, 422, []) == (answer.status, asked.status, keys(hall))
    assert "เลขอ้างอิงหรือรหัสตรวจสอบของเรื่องเดิมไม่ถูกต้อง" in answer.text


def test_guessing_a_code_by_sending_is_stopped(hall):
    reference, _ = hall.letter()
    given = {**LETTER, "reference": reference}
    tries = [
        Visitor(address=f"198.51.100.{n}").give("/send", PHOTO, code=f"GUESS{n:03}", **given).status
        for n in range(MOST_TRIES_AT_ONE + 1)
    ]

    assert [422] * MOST_TRIES_AT_ONE + [429] == tries


WRONG = [
    pytest.param({"subject": " "}, PHOTO, "โปรดกรอกชื่อเรื่อง", id="no subject"),
    pytest.param({"sender": "somying@"}, PHOTO, "ที่อยู่อีเมลไม่ถูกต้อง", id="no address"),
    pytest.param({"office": "atlantis"}, PHOTO, "โปรดเลือกหน่วยงาน", id="no office of ours"),
    pytest.param({"process": "x'--"}, PHOTO, "โปรดเลือกเรื่อง", id="no process"),
    pytest.param({"reference": "2222-2222-2223"}, PHOTO, "เลขอ้างอิงของเรื่องเดิม", id="no reference"),
    pytest.param({}, ("other", "a.jpg", b"x"), "อย่างน้อยหนึ่งไฟล์", id="no file"),
    pytest.param({}, ("files", "a.jpg", b""), "0 ไบต์", id="empty file"),
    pytest.param({}, ("files", "letter.exe", b"x"), "ไม่ใช่เอกสาร", id="a program"),
    pytest.param({}, ("files", "letter.pdf.js", b"x"), "ไม่ใช่เอกสาร", id="a script behind a PDF"),
    pytest.param({}, ("files", "page.html", b"x"), "ไม่ใช่เอกสาร", id="a web page"),
    pytest.param({}, ("files", "manifest.json", b"{}"), "ไม่ใช่เอกสาร", id="a manifest of one's own"),
    pytest.param({}, ("files", "letter.pdf", b"MZ\x90"), "ไม่ใช่เอกสาร", id="a program called PDF"),
    pytest.param(
        {}, ("files", "letter.txt", b"<HTML><script>"), "ไม่ใช่เอกสาร", id="a page called text"
    ),
]


@pytest.mark.parametrize(("fields", "file", "said"), WRONG)
def test_what_is_wrong_is_said_and_nothing_is_kept(hall, fields, file, said):
    answer = SOMYING.give("/send", file, **{**LETTER, **fields})

    assert (422, []) == (answer.status, keys(hall))
    assert said in answer.text


def test_too_many_files_are_not_taken(hall):
    answer = SOMYING.give("/send", *([("files", "a.pdf", b"%PDF")] * 21), **LETTER)

    assert (422, []) == (answer.status, keys(hall))


NAMES = [
    pytest.param("..%2F..%2Fmail%2Fx.pdf", "%2F..%2Fmail%2Fx.pdf", id="encoded"),
    pytest.param("../../mail/x.pdf", "x.pdf", id="upwards"),
    pytest.param("C:\\papers\\x.pdf", "x.pdf", id="Windows path"),
    pytest.param("สูติบัตร.pdf", "สูติบัตร.pdf", id="Thai"),
    pytest.param("a\u202efdp.pdf", "a fdp.pdf", id="turned around"),
    pytest.param("ก" * 300 + ".pdf", None, id="very long"),
]


@pytest.mark.parametrize(("name", "kept"), NAMES)
def test_a_files_name_stays_in_its_folder(hall, name, kept):
    SOMYING.give("/send", ("files", name.replace("\\", "\\\\"), b"%PDF"), **LETTER)
    [key] = [key for key in keys(hall) if not key.endswith("manifest.json")]

    assert re.fullmatch(r"uploads/[0-9a-f]{32}/1/[^/]+\.pdf", key)
    assert kept in {None, key.rpartition("/")[2]}
    assert opened(hall).refused is None


def test_the_prescribed_channel_is_said_before_anything_is_taken(hall):
    elsewhere = {**LETTER, "process": "registration/2"}
    page = SOMYING.get("/send?process=registration/2")
    first = SOMYING.give("/send", PHOTO, **elsewhere)
    kept = keys(hall)
    then = SOMYING.give("/send", PHOTO, anyway="1", **elsewhere)

    assert "เว็บไซต์ www.sso.go.th" in page.text
    assert (422, []) == (first.status, kept)
    assert 303 == then.status


def listed(*files: tuple[str, int]) -> str:
    return json.dumps([{"name": name, "size": size} for name, size in files])


def tickets(*files: tuple[str, int], **fields: str) -> Answer:
    return SOMYING.post("/send/tickets", listed=listed(*files), **{**LETTER, **fields})


def put(hall: Hall, ticket: dict, content: bytes) -> None:
    """What the browser does with a ticket."""
    boto3.client("s3").put_object(Bucket=hall.uploads, Key=ticket["fields"]["key"], Body=content)


def test_large_files_go_straight_to_the_store(hall):
    answer = json.loads(tickets(("scan.pdf", 30_000_000)).body)
    [ticket] = answer["tickets"]
    policy = json.loads(b64decode(ticket["fields"]["policy"]))

    assert f"uploads/{answer['folder']}/1/scan.pdf" == ticket["fields"]["key"]
    assert ["content-length-range", 30_000_000, 30_000_000] in policy["conditions"]
    assert {"key": ticket["fields"]["key"]} in policy["conditions"]
    assert {"Content-Type": "application/octet-stream"} in policy["conditions"]


def test_a_folder_is_closed_when_all_of_it_is_there(hall):
    given = json.loads(tickets(("a.pdf", 4), ("b.pdf", 4)).body)
    put(hall, given["tickets"][0], b"%PDF")
    form = {**LETTER, "listed": listed(("a.pdf", 4), ("b.pdf", 4))}
    early = SOMYING.post(f"/send/{given['folder']}", **form)
    put(hall, given["tickets"][1], b"%PDF")
    whole = SOMYING.post(f"/send/{given['folder']}", **form)

    assert 422 == early.status
    assert "บางไฟล์ส่งมาไม่ครบ" in early.text
    assert 303 == whole.status
    assert ["a.pdf", "b.pdf"] == [piece.name for piece in opened(hall).pieces]


NO_TICKETS = [
    pytest.param([("scan.pdf", MOST_BYTES + 1)], id="too large"),
    pytest.param([("scan.pdf", MOST_BYTES // 2 + 1)] * 2, id="too large together"),
    pytest.param([("x.exe", 5)], id="a program"),
    pytest.param([("x.pdf", -5)], id="less than nothing"),
    pytest.param([], id="no file"),
]


@pytest.mark.parametrize("files", NO_TICKETS)
def test_nobody_gets_leave_for_what_is_not_taken(hall, files):
    answer = tickets(*files)

    assert 422 == answer.status
    assert json.loads(answer.body)["problems"]


BAD = [
    pytest.param("POST", "/send/tickets", {"listed": "no list"}, id="no list"),
    pytest.param("POST", "/send/tickets", {"listed": "[1]"}, id="a list of something else"),
    pytest.param("POST", "/send/tickets", {"listed": '[{"name":"a"}]'}, id="no size"),
    pytest.param("POST", "/send/not-a-folder", {"listed": "[]"}, id="no folder"),
    pytest.param("GET", "/sent/not-a-folder/1", {}, id="no folder to look at"),
    pytest.param("GET", f"/sent/{'0' * 32}/a%20b", {}, id="no version"),
]


@pytest.mark.parametrize(("method", "path", "fields"), BAD)
def test_made_up_requests_find_nothing(hall, method, path, fields):
    answer = SOMYING.post(path, **fields) if method == "POST" else SOMYING.get(path)

    assert HTTPStatus.NOT_FOUND == answer.status


def test_an_unknown_folder_looks_like_one_that_is_on_its_way(hall):
    """Nobody learns which folders there are."""
    assert "กำลังลงทะเบียน" in SOMYING.get(f"/sent/{'0' * 32}/version").text


def test_a_flood_of_letters_is_stopped(hall):
    seen = {tickets(("a.pdf", 4)).status for _ in range(MOST_LETTERS)}

    assert ({200}, 429) == (seen, SOMYING.give("/send", PHOTO, **LETTER).status)
    assert [] == keys(hall)


def test_a_manifest_of_ours_is_one_that_intake_reads(hall):
    SOMYING.give("/send", PHOTO, subject="x", name="สมหญิง")
    [key] = [key for key in keys(hall) if key.endswith("/manifest.json")]
    content = boto3.client("s3").get_object(Bucket=hall.uploads, Key=key)["Body"].read()

    assert ("สมหญิง", None, ("1/IMG_1.jpg",)) == (
        (said := parse_manifest(content)).name,
        said.sender,
        said.files,
    )
