"""The town's mail door asks ClamAV, where it runs; what cannot be asked is not called clean."""

import socketserver
import struct
import threading
from collections.abc import Iterator

import pytest

from local.clamav import CHUNK, daemon, found_in
from local.scanner import scan
from shared.model.arrival import Verdict

# Assembled when the test runs: a scanner that looks at this file should find nothing.
HEAD, TAIL = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "ANTIVIRUS-TEST-FILE!$H+H*"
EICAR = f"{HEAD}EICAR-STANDARD-{TAIL}".encode()
MAIL = b"From: a@mail.example\r\nSubject: x\r\n\r\nhello " + b"x" * (3 * CHUNK)


class Clamd(socketserver.StreamRequestHandler):
    """Reads INSTREAM as clamd does, and finds the word ``wicked``."""

    def handle(self) -> None:
        assert b"zINSTREAM\0" == self.rfile.read(10)
        content = b""
        while length := struct.unpack("!I", self.rfile.read(4))[0]:
            content += self.rfile.read(length)
        if b"broken" in content:
            said = b"INSTREAM size limit exceeded. ERROR\0"
        else:
            said = b"stream: Wicked-1 FOUND\0" if b"wicked" in content else b"stream: OK\0"
        self.wfile.write(said)


@pytest.fixture
def clamd(monkeypatch) -> Iterator[str]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Clamd) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        place = f"127.0.0.1:{server.server_address[1]}"
        monkeypatch.setenv("CLAMD", place)
        yield place
        server.shutdown()


CONTENTS = [
    pytest.param(MAIL, Verdict.PASS, id="nothing found"),
    pytest.param(MAIL + b"wicked", Verdict.FAIL, id="found in the last piece"),
    pytest.param(MAIL + b"broken", Verdict.PROCESSING_FAILED, id="it could not look"),
]


@pytest.mark.parametrize(("content", "verdict"), CONTENTS)
def test_the_daemon_s_word_is_the_mail_s_verdict(clamd: str, content: bytes, verdict: Verdict):
    assert verdict is scan(content).virus


def test_what_it_found_has_its_name(clamd: str):
    assert "Wicked-1" == found_in(b"wicked", clamd)


def test_a_daemon_that_does_not_answer_calls_nothing_clean(monkeypatch):
    monkeypatch.setenv("CLAMD", "127.0.0.1:1")

    assert Verdict.PROCESSING_FAILED is scan(MAIL).virus


def test_eicar_s_file_is_found_with_or_without_a_daemon(monkeypatch):
    monkeypatch.delenv("CLAMD", raising=False)

    assert Verdict.FAIL is scan(b"Subject: x\r\n\r\n" + EICAR).virus


def test_a_real_daemon_finds_eicar_s_file():
    place = daemon()
    if place is None:
        pytest.skip("no ClamAV daemon runs on this machine")

    assert "eicar" in str(found_in(EICAR, place)).lower()
