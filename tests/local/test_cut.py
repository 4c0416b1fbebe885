"""A connection that is cut at any byte: the sender was told no, or nothing, or the letter is in."""

import socket
from collections.abc import Iterator

import pytest

from functions.intake.manifest import parse_manifest
from functions.portal.multipart import parts
from local.smtp import HOST, Listener
from shared.errors import ManifestInvalid, ManifestNotJson, NotHere

LETTER = b"From: a@x.example\r\nSubject: x\r\n\r\nline one\r\n..a dot\r\n"
ENVELOPE = b"EHLO x.example\r\nMAIL FROM:<a@x.example>\r\nRCPT TO:<saraban@sso.go.th>\r\nDATA\r\n"
SAID = ENVELOPE + LETTER + b".\r\nQUIT\r\n"
DOT = len(ENVELOPE + LETTER) + len(b".\r\n")
"""Bytes until the letter is whole."""


class Mailroom:
    """Keeps what it accepts."""

    def __init__(self) -> None:
        self.kept: list[bytes] = []

    def knows(self, recipient: str) -> bool:
        return recipient == "saraban@sso.go.th"

    def accept(self, content: bytes, **envelope) -> str:
        self.kept.append(content)
        return "number"


@pytest.fixture(scope="module")
def door() -> Iterator[tuple[Listener, Mailroom]]:
    mailroom = Mailroom()
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    listener = Listener(mailroom, port)
    listener.start()
    yield listener, mailroom
    listener.stop()


def cut_after(number: int, door: tuple[Listener, Mailroom]) -> tuple[bytes, list[bytes]]:
    """What the sender's server heard, and what the door kept, of so many bytes."""
    listener, mailroom = door
    mailroom.kept.clear()
    with socket.create_connection((HOST, listener.port), timeout=10) as wire:
        wire.sendall(SAID[:number])
        wire.shutdown(socket.SHUT_WR)
        heard = b"".join(iter(lambda: wire.recv(4096), b""))
    return heard, list(mailroom.kept)


def accepted(heard: bytes) -> bool:
    """Whether the sender's server may forget the letter: 250 behind 354."""
    return b"\r\n250 " in heard.partition(b"354 ")[2]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        pytest.param(0, len(ENVELOPE), id="before DATA"),
        pytest.param(len(ENVELOPE), DOT, id="inside the letter and its dot"),
    ],
)
def test_a_letter_that_is_not_whole_is_neither_kept_nor_accepted(door, first, last):
    for number in range(first, last):
        heard, kept = cut_after(number, door)

        assert not accepted(heard), number
        assert [] == kept, number


WHOLE = LETTER.replace(b"\r\n..", b"\r\n.")


def test_what_is_cut_behind_the_dot_is_in_whole_or_was_not_accepted(door):
    """A server that hears nothing sends again: the second copy is recognised as a duplicate."""
    for number in range(DOT, len(SAID) + 1):
        heard, kept = cut_after(number, door)

        assert kept == [WHOLE] or not accepted(heard), number
        assert set(kept) <= {WHOLE}, number


def test_who_hears_250_has_its_letter_in_however_the_line_ends(door):
    listener, mailroom = door
    mailroom.kept.clear()
    with socket.create_connection((HOST, listener.port), timeout=10) as wire:
        wire.sendall(SAID[:DOT])
        heard = b""
        while not accepted(heard):
            heard += wire.recv(4096)

    assert [WHOLE] == mailroom.kept


MANIFEST = '{"sender": "a@x.example", "subject": "เรื่อง", "message": "x", "files": ["1/a.txt"]}'


def test_a_manifest_that_was_cut_is_no_manifest():
    """A folder is a letter when its manifest is whole, and not before."""
    whole = MANIFEST.encode()

    assert ("1/a.txt",) == parse_manifest(whole).files
    for number in range(len(whole)):
        with pytest.raises((ManifestNotJson, ManifestInvalid)):
            parse_manifest(whole[:number])


FORM = (
    b'--edge\r\nContent-Disposition: form-data; name="subject"\r\n\r\nx\r\n'
    b'--edge\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
    b"one\r\n--edg two\r\n--edge--"
)


def test_a_form_that_was_cut_is_no_form():
    """At the counter a letter is laid when all fields and files of its form are there."""
    kind = "multipart/form-data; boundary=edge"

    assert [b"x", b"one\r\n--edg two"] == [part.content for part in parts(kind, FORM)]
    for number in range(len(FORM)):
        with pytest.raises(NotHere):
            parts(kind, FORM[:number])
