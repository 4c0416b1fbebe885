"""Our mail is recognised as a machine's, stays in its thread, and cannot be broken into."""

from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.policy import SMTP, compat32
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from functions.notify.message import Heading, Mark, compose
from functions.notify.rendering import Rendered
from shared.errors import Undeliverable
from tests.notify.messages import MESSAGES, a_heading, a_letter_record, a_part, a_receipt

kinds = pytest.mark.parametrize("kind", MESSAGES)
NAMES = [
    "From",
    "Reply-To",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "In-Reply-To",
    "References",
    "Auto-Submitted",
    "X-Auto-Response-Suppress",
    "X-Saraban",
    "MIME-Version",
    "Content-Type",
]
OURS = "สำนักงานประกันสังคม (SSO) <saraban@sso.go.th>"
MARKS = dict.fromkeys(
    (
        "transfer",
        "transfer-agency",
        "documents",
        "documents-secret",
        "reminder",
        "result",
        "result-english",
        "limit",
    ),
    "notice",
)
LONG_ID = f"<{'TYZPR03MB' * 20}@TYZPR03MB5678.apcprd03.prod.outlook.com>"


def received(heading: Heading, subject: str = "ได้รับหนังสือแล้ว") -> Any:
    """The message as the other side parses it."""
    message = compose(heading, Mark.RECEIPT, subject, Rendered("ก\n", "<p>ก</p>"))
    return message_from_bytes(message.as_bytes(), policy=SMTP)


def decoded(message: Message, name: str) -> str:
    """A header as mail clients decode it (RFC 2047)."""
    return str(make_header(decode_header(message[name])))


@kinds
def test_a_message_says_what_it_is(kind):
    """RFC 3834: a machine wrote it; marked as ours; answers go where the thread is read."""
    message = message_from_bytes(MESSAGES[kind]().as_bytes(), policy=compat32)
    mark = kind.partition("-")[0]
    mark = MARKS.get(kind, mark if mark in {"refusal", "delivery"} else "receipt")

    assert NAMES == message.keys()
    assert OURS == decoded(message, "From") == decoded(message, "Reply-To")
    assert ("auto-replied", "All", mark) == (
        message["Auto-Submitted"],
        message["X-Auto-Response-Suppress"],
        message["X-Saraban"],
    )
    assert "<arrival.receipt@sso.go.th>" == message["Message-ID"]
    assert message["In-Reply-To"] == message["References"] != ""
    assert "Fri, 20 Nov 2026 10:15:00 +0700" == message["Date"]


@kinds
def test_a_message_is_plain_ascii_on_the_wire(kind):
    """Any mail server of the last forty years passes it on: ASCII, CRLF, lines under 998."""
    wire = MESSAGES[kind]().as_bytes()

    assert wire.isascii()
    assert wire.count(b"\n") == wire.count(b"\r\n")
    assert max(map(len, wire.split(b"\r\n"))) <= 998


@kinds
def test_the_same_facts_give_the_same_bytes(kind):
    """A message made again is the message that was sent."""
    assert MESSAGES[kind]().as_bytes() == MESSAGES[kind]().as_bytes()


@pytest.mark.parametrize("kind", [k for k in MESSAGES if not k.startswith(("refusal", "delivery"))])
def test_the_subject_carries_the_reference(kind):
    """A reply finds its letter by it."""
    message = message_from_bytes(MESSAGES[kind]().as_bytes(), policy=SMTP)

    assert "[SSO 7K4M-9XQ2-HDWA]" in message["Subject"]


MESSAGE_IDS = [
    pytest.param("<one@mail.example>", True, id="plain"),
    pytest.param(LONG_ID, True, id="long: kept whole, on one line"),
    pytest.param(None, False, id="none"),
    pytest.param("", False, id="empty"),
    pytest.param("one@mail.example", False, id="no brackets"),
    pytest.param("<one@mail.example>\r\nBcc: all@mail.example", False, id="second header"),
    pytest.param("<one@mail.example> <two@mail.example>", False, id="two"),
    pytest.param("<ก@mail.example>", False, id="not ASCII"),
    pytest.param(f"<{'a' * 900}@mail.example>", False, id="longer than a line"),
]


@pytest.mark.parametrize(("answers", "kept"), MESSAGE_IDS)
def test_the_thread_is_kept_where_the_sender_s_id_is_one(answers, kept):
    """A Message-ID is foreign text: it goes into our headers only if it is one."""
    message = received(a_heading(answers=answers))

    assert (answers if kept else None) == message["In-Reply-To"] == message["References"]
    assert message["Bcc"] is None


ADDRESSES = [
    pytest.param("somchai@mail.example\r\nBcc: all@mail.example", id="second header"),
    pytest.param("somchai@mail.example, other@mail.example", id="two"),
    pytest.param("สมชาย@mail.example", id="not ASCII"),
    pytest.param("somchai", id="no domain"),
    pytest.param("", id="empty"),
    pytest.param("<somchai@mail.example>", id="brackets"),
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_none_is_refused_by_name(address):
    """It is recorded as impossible and shown; nothing is sent to anybody."""
    with pytest.raises(Undeliverable):
        received(a_heading(to=address))


@given(st.text(max_size=300), st.text(max_size=300))
def test_no_subject_and_no_file_name_adds_a_header(subject: str, name: str):
    """Whatever a sender writes, the headers are ours and the parts are two."""
    record = a_letter_record(subject=subject, parts=(a_part(1, f"{name}.pdf"),))
    message = message_from_bytes(a_receipt(record).as_bytes(), policy=SMTP)

    assert NAMES == message.keys()
    assert ["text/plain", "text/html"] == [p.get_content_type() for p in message.iter_parts()]
