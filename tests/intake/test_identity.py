"""The same letter is recognised by what its sender made, whatever the way it took."""

from functions.intake.identity import drop_id, mail_id, upload_id
from functions.intake.mail import parse_mail

MAIL = b"""\
From: somying@mail.example
Subject: one
Date: Mon, 3 Aug 2026 09:15:00 +0700
Message-ID: <1@mail.example>

text
"""


def an_id(raw: bytes) -> str:
    return mail_id(parse_mail(raw))


def test_the_way_it_took_does_not_change_a_mails_id():
    second = b"Received: from mx2.example by mx1.example; Mon, 3 Aug 2026\nDKIM-Signature: v=1\n"

    assert an_id(MAIL) == an_id(second + MAIL)


def test_line_ends_of_the_transport_do_not_change_headers():
    assert an_id(MAIL.replace(b"text\n", b"")) == an_id(
        MAIL.replace(b"text\n", b"").replace(b"\n", b"\r\n")
    )


def test_another_text_subject_or_message_id_is_another_letter():
    others = [
        MAIL.replace(b"text", b"other"),
        MAIL.replace(b"one", b"two"),
        MAIL.replace(b"<1@", b"<2@"),
        MAIL.replace(b"09:15", b"09:16"),
        MAIL.replace(b"somying", b"somchai"),
    ]

    assert len(others) + 1 == len({an_id(raw) for raw in (MAIL, *others)})


def test_without_a_message_id_the_rest_tells_letters_apart():
    bare = MAIL.replace(b"Message-ID: <1@mail.example>\n", b"")

    assert an_id(bare) == an_id(bare)
    assert an_id(bare) != an_id(bare.replace(b"text", b"other"))


def test_ids_of_uploads_and_drops_follow_place_and_content():
    ids = {
        upload_id("a/", b"{}", [b"1", b"2"]),
        upload_id("b/", b"{}", [b"1", b"2"]),
        upload_id("a/", b"{}", [b"2", b"1"]),
        upload_id("a/", b"{ }", [b"1", b"2"]),
        drop_id("bucket", "a", b"1"),
        drop_id("bucket", "a", b"2"),
        drop_id("bucket", "b", b"1"),
    }

    assert 7 == len(ids)
    assert {20} == {len(each) for each in ids}
