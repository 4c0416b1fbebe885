"""``saraban up`` as a person uses it: it says where to write to, and ends when told to."""

import signal
import subprocess
import sys
from subprocess import PIPE

import pytest

from cli.main import main
from local.state import NoTown, running
from local.worker import ROOT
from tests.local.conftest import eventually


@pytest.fixture
def up(tmp_path):
    """The command, up and running in a folder of its own."""
    command = [sys.executable, "-m", "cli", "--town", str(tmp_path), "up", "--smtp-port", "0"]
    with subprocess.Popen(  # noqa: S603 - this project's own command
        command, cwd=ROOT, stdout=PIPE, text=True
    ) as process:
        eventually(lambda: found(tmp_path) or process.poll() is not None)
        yield process
        process.send_signal(signal.SIGKILL)


def found(folder):
    try:
        return running(folder)
    except NoTown:
        return None


def test_the_town_says_where_it_is_refuses_strangers_and_ends_when_told(up, tmp_path, capsys):
    mail = ROOT / "samples" / "inbox" / "empty.eml"
    place = ["--town", str(tmp_path)]
    refused = main([*place, "send", str(mail), "--to", "saraban_nowhere@sso.go.th"])
    second = main([*place, "up"])
    said = capsys.readouterr()
    up.send_signal(signal.SIGINT)
    addresses = up.stdout.read()

    assert (1, 1) == (refused, second)
    assert "saraban_nowhere@sso.go.th: 550 5.1.1" in said.out
    assert "is running in" in said.err
    assert "--mail-rcpt saraban_chiangmai@sso.go.th" in addresses
    assert 0 == up.wait(20)
    assert not found(tmp_path)
