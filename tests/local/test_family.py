"""What a process started is found while it lives: it counts, and it can be ended."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import suppress

import pytest

from local.family import PROC, children, descendants

pytestmark = pytest.mark.skipif(not PROC.exists(), reason="only Linux tells of processes")


@pytest.fixture
def shell() -> Iterator["subprocess.Popen[str]"]:
    """A process with a child of its own."""
    command = ["/bin/sh", "-c", "sleep 600 & echo $!; wait"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as started:  # noqa: S603 - ours
        yield started
        end(started)


def end(process: "subprocess.Popen[str]") -> None:
    for each in (*descendants(process.pid), process.pid):
        with suppress(ProcessLookupError):
            os.kill(each, signal.SIGKILL)
    process.wait()


def test_a_child_and_its_child_are_found(shell):
    grandchild = int(shell.stdout.readline())

    assert [grandchild] == list(children(shell.pid))
    assert shell.pid in children(os.getpid())
    assert grandchild not in children(os.getpid())
    assert {shell.pid, grandchild} <= set(descendants(os.getpid()))


def test_who_has_ended_has_no_family(shell):
    shell.stdout.readline()
    end(shell)

    assert [] == list(children(shell.pid))
