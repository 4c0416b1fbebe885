"""ClamAV's daemon, where one runs on this machine: INSTREAM over its socket.

Source: clamd(8), "COMMANDS": zINSTREAM and a zero byte, then chunks of a four-byte length and
bytes, then a length of zero; the answer is ``stream: OK`` or ``stream: NAME FOUND``.
"""

import os
import socket
import struct
from contextlib import closing
from pathlib import Path

PLACES = ("/run/clamav/clamd.ctl", "/var/run/clamav/clamd.ctl", "/run/clamd.scan/clamd.sock")
"""Where Debian's and Fedora's packages lay its socket."""
CHUNK = 1 << 16
PATIENCE = 60.0
"""Seconds for one mail."""


def daemon() -> str | None:
    """The socket of a daemon: CLAMD (a path, or host:port), else the usual places."""
    told = os.environ.get("CLAMD")
    return told or next((place for place in PLACES if Path(place).is_socket()), None)


def found_in(content: bytes, place: str) -> str | None:
    """The name of the malware that the daemon sees, or None.

    Raises OSError when it cannot be asked, or says neither: what was not scanned is not clean.
    """
    with closing(_connected(place)) as asked:
        asked.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), CHUNK):
            chunk = content[start : start + CHUNK]
            asked.sendall(struct.pack("!I", len(chunk)) + chunk)
        asked.sendall(struct.pack("!I", 0))
        answer = _all(asked).rstrip(b"\0\n").decode("utf-8", "replace")
    if answer.endswith(" OK"):
        return None
    if answer.endswith(" FOUND"):
        return answer.removeprefix("stream: ").removesuffix(" FOUND")
    raise OSError(f"clamd: {answer}")


def _connected(place: str) -> socket.socket:
    if place.startswith("/"):
        asked = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        asked.settimeout(PATIENCE)
        asked.connect(place)
        return asked
    host, _, port = place.rpartition(":")
    return socket.create_connection((host, int(port)), PATIENCE)


def _all(asked: socket.socket) -> bytes:
    said = b""
    while part := asked.recv(4096):
        said += part
    return said
