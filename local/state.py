"""The state file: how the commands find the running town."""

import fcntl
import os
from collections.abc import Mapping
from pathlib import Path
from typing import IO

import boto3

from local.session import town_session
from shared.model.fact import Fact

FILE = "town.json"
LOCK = "lock"


class NoTown(Exception):  # noqa: N818 - it says what is the matter
    """No town is running in this folder."""


class AlreadyRunning(Exception):  # noqa: N818 - it says what is the matter
    """A town is running in this folder."""


class State(Fact):
    """Where everything of a running town is. The keys open the pretend account only."""

    endpoint: str
    region: str
    access_key: str
    secret_key: str
    smtp_host: str
    smtp_port: int
    outbox: Path
    logs: Path
    outputs: Mapping[str, str]
    fronts: Mapping[str, str] = {}
    """Addresses of the HTTP APIs, by their logical ids."""
    password: str = ""
    """Of everybody who lives in the town (local.residents)."""
    agency: tuple[str, str] = ("", "")
    """Client id and secret of the agency that may use the API."""

    def session(self) -> boto3.Session:
        """A session of the user who may do everything in the pretend account."""
        return town_session(self.endpoint, self.access_key, self.secret_key, region=self.region)


def lock(folder: Path) -> IO[str]:
    """Take the folder for one town, until the file is closed. Raises AlreadyRunning."""
    folder.mkdir(parents=True, exist_ok=True)
    held = (folder / LOCK).open("w")
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        held.close()
        raise AlreadyRunning(str(folder)) from None
    return held


def save(folder: Path, state: State) -> None:
    """Write the state for this user's eyes only."""
    part = folder / f".{FILE}.part"
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        out.write(state.model_dump_json(indent=2))
    part.replace(folder / FILE)


def forget(folder: Path) -> None:
    """Remove the state of a town that has stopped."""
    (folder / FILE).unlink(missing_ok=True)


def running(folder: Path) -> State:
    """The state of the town that runs in the folder. Raises NoTown."""
    if (folder / FILE).exists():
        try:
            lock(folder).close()
        except AlreadyRunning:
            return State.model_validate_json((folder / FILE).read_text(encoding="utf-8"))
    raise NoTown(str(folder))
