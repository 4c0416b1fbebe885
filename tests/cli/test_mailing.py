"""``saraban send``: the mail goes as its sender's server would bring it."""

import socket

import pytest
from aiosmtpd.controller import Controller

from cli import envelope
from cli.mailing import deliver
from cli.trouble import Trouble

MAIL = (
    b"From: =?utf-8?B?4LiB?= <a@mail.example>\n"
    b"To: \xe0\xb8\x81 <saraban_nan@sso.go.th>, boss@mail.example\n"
    b"Cc: SARABAN_NAN@sso.go.th, saraban@SSO.go.th\n"
    b"Subject: x\n\n.hidden dot\r\nline\n"
)


class Door:
    """A mail door that knows saraban_nan alone and keeps what it hears."""

    def __init__(self):
        self.heard = []

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server, session, envelope, address, options
    ):
        if not address.startswith("saraban_nan"):
            return "550 5.1.1 unknown"
        envelope.rcpt_tos.append(address)
        return "250 Ok"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        self.heard.append((envelope.mail_from, envelope.content))
        return "250 2.0.0 Ok abc"


@pytest.fixture
def door():
    controller = Controller(Door(), hostname="127.0.0.1", port=a_free_port())
    controller.start()
    yield controller
    controller.stop()


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_lines_end_as_the_network_wants_and_dots_survive(door):
    answer = deliver("127.0.0.1", door.port, "", ["saraban_nan@x"], MAIL)
    ((sender, content),) = door.handler.heard

    assert answer.accepted
    assert ("abc", "<>") == (answer.number, sender)
    assert content.endswith(b"Subject: x\r\n\r\n.hidden dot\r\nline\r\n")


def test_a_refused_recipient_is_told_and_the_others_get_the_mail(door):
    answer = deliver("127.0.0.1", door.port, "a@x", ["saraban_nan@x", "saraban_no@x"], MAIL)

    assert answer.accepted
    assert (("saraban_no@x", "550 5.1.1 unknown"),) == answer.refused


def test_a_mail_that_nobody_takes_is_not_sent(door):
    answer = deliver("127.0.0.1", door.port, "a@x", ["saraban_no@x"], MAIL)

    assert not answer.accepted
    assert not door.handler.heard


def test_a_closed_door_is_trouble():
    with pytest.raises(Trouble):
        deliver("127.0.0.1", a_free_port(), "a@x", ["saraban_nan@x"], MAIL)


def test_the_envelope_comes_from_the_headers_and_only_our_domain_is_ours():
    ours = ["saraban_nan@sso.go.th", "SARABAN_NAN@sso.go.th", "saraban@SSO.go.th"]

    assert "a@mail.example" == envelope.sender(MAIL)
    assert ours == envelope.recipients(MAIL, "sso.go.th")


def test_a_mail_without_a_sender_goes_with_the_null_sender():
    assert "" == envelope.sender(b"Subject: x\n\n")
