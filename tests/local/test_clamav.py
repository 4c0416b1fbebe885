"""The town's mail door asks ClamAV, where it runs; what cannot be asked is not called clean."""

import os
import shutil
import socketserver
import struct
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from hashlib import md5
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from local.clamav import CHUNK, found_in
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


@pytest.fixture(scope="module")
def real_clamd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A daemon of our own, which knows EICAR's file alone: signatures come from the network."""
    program = shutil.which("clamd", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None and os.environ.get("CLAMAV") == "required":
        pytest.fail("clamd is not installed, and it is required here")
    if program is None:
        pytest.skip("clamd is not installed (Debian: apt-get install clamav-daemon)")
    folder = tmp_path_factory.mktemp("clamd")
    (folder / "known.hdb").write_text(f"{md5(EICAR).hexdigest()}:{len(EICAR)}:Eicar\n")  # noqa: S324 - the format's
    socket, settings = folder / "clamd.ctl", folder / "clamd.conf"
    settings.write_text(f"LocalSocket {socket}\nDatabaseDirectory {folder}\nForeground yes\n")
    command = [program, "--config-file", settings]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:  # noqa: S603 - as found
        try:
            wait_for(socket, process)
            yield str(socket)
        finally:
            process.terminate()


def wait_for(socket: Path, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if socket.is_socket():
            return
        assert process.poll() is None, "clamd ended"
        time.sleep(0.1)
    pytest.fail("clamd does not answer")


def attached(content: bytes) -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@mail.example", "เอกสาร"
    message.set_content("ตามแนบ")
    message.add_attachment(content, maintype="application", subtype="zip", filename="a.zip")
    return message.as_bytes()


def zipped(content: bytes) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.writestr("form.txt", content)
    return packed.getvalue()


FORMS = [
    pytest.param(lambda content: content, id="as it is"),
    pytest.param(attached, id="attached to a mail"),
    pytest.param(lambda content: attached(zipped(content)), id="in an archive in a mail"),
]


@pytest.mark.parametrize("form", FORMS)
def test_a_real_daemon_finds_eicar_s_file(real_clamd: str, form: Callable[[bytes], bytes]):
    assert "Eicar" in str(found_in(form(EICAR), real_clamd))


@pytest.mark.parametrize("form", FORMS)
def test_a_real_daemon_finds_nothing_in_a_letter(real_clamd: str, form: Callable[[bytes], bytes]):
    assert found_in(form(MAIL), real_clamd) is None
