"""A process that can be killed, and the line to it.

Started by ``exec`` of a fresh interpreter, with one end of a socket pair as its only link.
Nothing here needs semaphores or /dev/shm, which Lambda has not; nothing is forked from a
process that has threads; and ``__main__``, in Lambda the runtime's own, is not run again.
"""

import os
import socket
import struct
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from resource import RUSAGE_SELF, getrusage, struct_rusage
from time import sleep
from weakref import finalize

from functions.intake.reading.apart_messages import READY
from shared.errors import NotConfigured

CHILD = "functions.intake.reading.apart_child"
LOOK = 0.1
"""Seconds between two looks at a process that says nothing."""
_KEPT_TO_OURSELVES = "AWS_"
"""Credentials and addresses of the account: no parser of foreign bytes needs them."""
_LOOKS_AT_THE_DEAD = 100
"""Of LOOK / 10 each."""
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes: getrusage(2) of each system."""
_LARGEST_MESSAGE = 128 * 1024 * 1024
"""Above it nothing comes out of a file (``room.MOST_UNPACKED``)."""


class Gone(Exception):  # noqa: N818 - says what became of the process
    """The process is dead, or says what nobody says who is well. ``signal`` ended it, if one."""

    def __init__(self, signal: int = 0, most_memory: int = 0) -> None:
        """``signal`` is 0 when it ended by itself; ``most_memory`` the most bytes it ever held."""
        super().__init__(signal)
        self.signal = signal
        self.most_memory = most_memory


class Apart:
    """One process. Not for use by two threads at once; ``end`` it in the end."""

    def __init__(self, work: tuple[str, str], memory: int, patience: float) -> None:
        """Start it. ``memory`` in bytes of its own data; ``patience`` for one message's transfer.

        It is not waited for: ``ready`` does that.
        """
        self._before = getrusage(RUSAGE_SELF)
        ours, theirs = socket.socketpair()
        with ours, theirs:
            _bounded(ours, patience)
            number = str(theirs.fileno())
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-m", CHILD, number, str(os.getpid()), str(memory), *work],
                env=_environment(os.environ),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,  # parsers print what they find in a file
                stderr=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
            )
            self._line = Connection(ours.detach())
        self.end = finalize(self, _end, self._process, self._line)
        """Kills the process; harmless when it is dead, and done at the latest at our own exit."""
        self.used = False
        """It has been given something to do."""

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    def alive(self) -> bool:
        """Whether it can be given something to do."""
        return self.end.alive and self._process.poll() is None

    def ready(self, seconds: float) -> None:
        """Wait until it has loaded. Raises NotConfigured: that it cannot is our own fault."""
        try:
            loaded = self._line.poll(seconds) and self.hear() == READY
        except Gone:
            loaded = False
        if not loaded:
            self.end()
            raise NotConfigured("the process that reads documents does not start")

    def say(self, *messages: bytes) -> None:
        """Raises Gone."""
        self.used = True
        try:
            for message in messages:
                self._line.send_bytes(message)
        except OSError:
            raise self._gone() from None

    def says_something(self) -> bool:
        """Wait for LOOK seconds at most; its death counts as a message."""
        return self._line.poll(LOOK)

    def hear(self) -> bytes:
        """Its next message. Raises Gone."""
        try:
            return self._line.recv_bytes(_LARGEST_MESSAGE)
        except (EOFError, OSError):
            raise self._gone() from None

    def memory(self) -> int:
        """Bytes of memory that it holds; 0 where the system does not tell."""
        try:
            resident = Path(f"/proc/{self.pid}/statm").read_bytes().split()[1]
        except (OSError, IndexError):
            return 0
        return int(resident) * os.sysconf("SC_PAGE_SIZE")

    def _gone(self) -> Gone:
        """Wait for its end, a second at most, and read the system's account of it."""
        most_memory = 0
        for _ in range(_LOOKS_AT_THE_DEAD):
            number, status, usage = os.wait4(self.pid, os.WNOHANG)
            if number:
                self._process.returncode = os.waitstatus_to_exitcode(status)
                most_memory = _most_memory(usage, self._before)
                break
            sleep(LOOK / 10)
        code = self._process.returncode or 0
        self.end()
        return Gone(-code if code < 0 else 0, most_memory)


def _most_memory(its: struct_rusage, before: struct_rusage) -> int:
    """Bytes; 0 where Linux does not tell, which counts our own most in until it is exceeded."""
    return its.ru_maxrss * _MAXRSS_UNIT if its.ru_maxrss > before.ru_maxrss else 0


def _bounded(ours: socket.socket, patience: float) -> None:
    """A process that stops in the middle of a message must not stop us."""
    wait = struct.pack("ll", int(patience), int(patience % 1 * 1_000_000))
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, wait)
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, wait)


def _environment(ours: Mapping[str, str]) -> dict[str, str]:
    """Ours without the account's, and with the places where our modules are found."""
    theirs = {name: ours[name] for name in ours if not name.startswith(_KEPT_TO_OURSELVES)}
    return theirs | {"PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)}


def _end(process: "subprocess.Popen[bytes]", line: Connection) -> None:
    """Kill it and all that it started, and take back what the system keeps of it."""
    if process.poll() is None:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, 9)
    process.kill()
    process.wait()
    line.close()
