"""The portal as template.yaml has it: papers are sent, the receipt checked, the status seen."""

import http.client
import json
import re
from email import message_from_bytes, policy
from html import unescape
from urllib.parse import urlencode, urlsplit

import pytest

from local.plan import Plan
from local.town import Town
from shared.sealing.sealed_file import seal_in
from tests.local.conftest import eventually
from tests.portal.window import EDGE, FORM

FILES = f"multipart/form-data; boundary={EDGE}"


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    with Town(tmp_path_factory.mktemp("portal"), Plan()) as town:
        yield town


def ask(town: Town, method: str, path: str, body: bytes = b"", kind: str = FORM):
    """Status, where it leads, and the page."""
    host = urlsplit(town.state.fronts["PortalApi"]).netloc
    connection = http.client.HTTPConnection(host, timeout=60)
    connection.request(method, path, body, {"Content-Type": kind})
    answer = connection.getresponse()
    page = answer.read().decode("utf-8", "replace")
    connection.close()
    return answer.status, answer.headers.get("Location", ""), page


def form(file: tuple[str, str, bytes], **fields: str) -> bytes:
    field, name, content = file
    parts = [
        f'--{EDGE}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
        for key, value in fields.items()
    ]
    head = f'--{EDGE}\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n\r\n'
    return ("".join(parts) + head).encode() + content + f"\r\n--{EDGE}--\r\n".encode()


def field(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return unescape(found[1])


def receipt(town: Town) -> bytes | None:
    """The PDF that came by mail."""
    for mail in town.state.outbox.rglob("*.eml"):
        for part in message_from_bytes(mail.read_bytes(), policy=policy.default).walk():
            if part.get_content_type() == "application/pdf":
                content = part.get_payload(decode=True)
                return content if isinstance(content, bytes) else None
    return None


def test_papers_become_a_reference_a_genuine_receipt_and_a_status(town):
    paper = ("files", "note.txt", "ขอเปลี่ยนสถานพยาบาลตามสิทธิประกันสังคม".encode())
    letter = {
        "subject": "ขอเปลี่ยนสถานพยาบาล",
        "sender": "somying@mail.example",
        "office": "nan",
    }
    status, sent, _ = ask(town, "POST", "/send", form(paper, **letter), FILES)
    assert 303 == status

    page = eventually(
        lambda: (found := ask(town, "GET", sent)[2]) and "note.txt" in found and found
    )
    assert "สำนักงานประกันสังคมจังหวัดน่าน" in page

    paper = eventually(lambda: receipt(town))
    _, _, verdict = ask(town, "POST", "/check", form(("file", "r.pdf", paper)), FILES)
    assert "ข้อมูลในไฟล์นี้เป็นข้อมูลจริง" in verdict

    proof = {"reference": field(verdict, "reference"), "code": field(verdict, "code")[-8:]}
    status, _, standing = ask(town, "POST", "/status", urlencode(proof).encode())
    assert (200, True) == (status, "รับเรื่องแล้ว รอเจ้าหน้าที่ดำเนินการ" in standing)

    assert f"{town.state.fronts['PortalApi']}check/".encode() in receipt_statement(paper)


def test_a_ticket_is_good_for_just_its_file(town):
    """The way that the page's script goes, and what S3 refuses on it."""
    listed = json.dumps([{"name": "scan.txt", "size": 40}])
    letter = {"subject": "ขอเปลี่ยนสถานพยาบาล", "office": "nan", "listed": listed}
    _, _, answer = ask(town, "POST", "/send/tickets", urlencode(letter).encode())
    given = json.loads(answer)
    [ticket] = given["tickets"]

    assert 403 == put(ticket, b"x" * 41)
    assert 403 == put({**ticket, "fields": {**ticket["fields"], "key": "mail/x"}}, b"x" * 40)
    early, _, _ = ask(town, "POST", f"/send/{given['folder']}", urlencode(letter).encode())
    assert (422, 204) == (early, put(ticket, b"x" * 40))
    closed, sent, _ = ask(town, "POST", f"/send/{given['folder']}", urlencode(letter).encode())
    assert 303 == closed
    eventually(lambda: "scan.txt" in ask(town, "GET", sent)[2])


def put(ticket: dict, content: bytes) -> int:
    """What a browser does with a ticket; the status of the answer."""
    there = urlsplit(ticket["address"])
    connection = http.client.HTTPConnection(there.netloc, timeout=60)
    body = form(("file", "scan.txt", content), **ticket["fields"])
    connection.request("POST", there.path, body, {"Content-Type": FILES})
    status = connection.getresponse().status
    connection.close()
    return status


def receipt_statement(paper: bytes) -> bytes:
    """What was signed: its QR code leads to this very portal."""
    return seal_in(paper).statement.encode()


def test_who_gave_no_address_fetches_a_genuine_receipt_from_the_page(town):
    paper = ("files", "note.txt", "ขอเปลี่ยนสถานพยาบาล กรณีย้ายที่อยู่".encode())
    _, sent, _ = ask(town, "POST", "/send", form(paper, subject="ขอเปลี่ยนสถานพยาบาล"), FILES)
    eventually(lambda: "receipt.pdf" in ask(town, "GET", sent)[2])
    host = urlsplit(town.state.fronts["PortalApi"]).netloc
    connection = http.client.HTTPConnection(host, timeout=60)
    connection.request("GET", f"{sent}/receipt.pdf")
    receipt = connection.getresponse().read()
    connection.close()
    _, _, verdict = ask(town, "POST", "/check", form(("file", "r.pdf", receipt)), FILES)

    assert "ข้อมูลในไฟล์นี้เป็นข้อมูลจริง" in verdict
