"""``saraban read``: an operator sees what the reader made of a file, and why not more."""

import json

import pytest

from cli.main import main
from cli.read import run_read
from cli.trouble import Trouble

LETTER = """\
From: =?utf-8?B?4Liq4Lih4LiK4Liy4Lii?= <somchai@mail.example>
To: saraban@sso.go.th
Subject: two things
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=cut

--cut
Content-Type: text/plain; charset=utf-8

เลขประจำตัวประชาชน 1-1002-00345-67-8
--cut
Content-Type: application/pdf; name="files.pdf"
Content-Transfer-Encoding: base64

TVqQAAMAAAAEAAAA
--cut--
"""
BOUNCE = "From: MAILER-DAEMON@mail.example\nSubject: undeliverable\n\nwhy"


@pytest.fixture
def file(tmp_path):
    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


def shown(capsys, *paths, as_json=False):
    assert 0 == run_read(paths, as_json=as_json)
    return capsys.readouterr().out


def test_a_mail_is_shown_with_every_document(file, capsys):
    seen = shown(capsys, file("letter.eml", LETTER))

    for said in ("letter.eml: mail", "สมชาย <somchai@mail.example>", "1. body.txt: text", "1 page",
                 "page 1: from text", "2. files.pdf: executable",
                 "refused: executable"):  # fmt: skip
        assert said in seen


def test_the_operators_own_file_is_shown_as_it_is(file, capsys):
    assert "1-1002-00345-67-8" in shown(capsys, file("letter.eml", LETTER))


def test_json_has_one_line_for_each_file_with_pages_and_text(file, capsys):
    paths = (file("letter.eml", LETTER), file("note.txt", "สวัสดี"))
    mail, note = map(json.loads, shown(capsys, *paths, as_json=True).splitlines())
    body, program = mail["documents"]

    assert ("mail", "drop") == (mail["channel"], note["channel"])
    assert ("text", "body", None) == (body["kind"], body["role"], body["refusal"])
    assert ("text", 1.0) == (body["pages"][0]["source"], body["pages"][0]["legibility"])
    assert ("executable", []) == (program["refusal"], program["pages"])
    assert "สวัสดี" == note["documents"][0]["text"]


def test_what_would_not_be_taken_in_is_said_and_read_all_the_same(file, capsys):
    seen = shown(capsys, file("bounce.eml", BOUNCE))

    assert "would not be taken in: from_a_machine" in seen
    assert "| why" in seen


def test_a_mail_is_told_by_its_content(file, capsys):
    assert "saved: mail" in shown(capsys, file("saved", LETTER))


def test_a_mailbox_file_is_a_document(file, capsys):
    assert "many.mbox: drop" in shown(capsys, file("many.mbox", "From a\n" + LETTER))


def test_an_empty_file_would_not_be_taken_in(file, capsys):
    assert "empty_letter" in shown(capsys, file("nothing.pdf", b""))


def test_a_path_that_is_no_file_is_trouble(tmp_path):
    with pytest.raises(Trouble, match="none"):
        run_read([tmp_path / "none"], as_json=False)


def test_it_is_a_command_of_its_own(tmp_path, capsys):
    path = tmp_path / "letter.txt"
    path.write_text("ขอเบิกค่าคลอดบุตร", encoding="utf-8")

    assert 0 == main(["read", str(path)])
    assert "ขอเบิกค่าคลอดบุตร" in capsys.readouterr().out
