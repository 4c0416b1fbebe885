"""Starts and stops the pretend account's process, and turns its permission checks on."""

import json
import os
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Self

import boto3

from local.session import town_session
from local.worker import ROOT

USER = "town"
EVERYTHING = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}],
}
SECONDS_TO_STOP = 5


class CloudDied(Exception):  # noqa: N818 - it says what happened
    """The pretend account's process did not start; its log says why."""


class CloudProcess:
    """The process behind ``endpoint``."""

    def __init__(self, process: subprocess.Popen[str], endpoint: str) -> None:
        """Use ``start``."""
        self._process = process
        self.endpoint = endpoint

    @classmethod
    def start(cls, outbox: Path, log: Path) -> Self:
        """Start it and wait until it serves. Raises CloudDied."""
        with log.open("a", encoding="utf-8") as errors:
            process = subprocess.Popen(  # noqa: S603 - our own module
                [sys.executable, "-W", "ignore", "-m", "local.cloud", str(outbox)],
                cwd=ROOT,
                env={"PATH": os.defpath, "PYTHONUNBUFFERED": "1"},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                start_new_session=True,
            )
        said = process.stdout.readline() if process.stdout else ""
        if not said.strip().isdigit():
            process.kill()
            raise CloudDied(str(log))
        return cls(process, f"http://127.0.0.1:{int(said)}")

    @property
    def pid(self) -> int:
        """The process."""
        return self._process.pid

    def admit_town(self) -> boto3.Session:
        """The session of the one user who may do everything."""
        iam = town_session(self.endpoint, "nobody", "nothing").client("iam")
        iam.create_user(UserName=USER)
        iam.put_user_policy(
            UserName=USER, PolicyName="everything", PolicyDocument=json.dumps(EVERYTHING)
        )
        key = iam.create_access_key(UserName=USER)["AccessKey"]
        return town_session(self.endpoint, key["AccessKeyId"], key["SecretAccessKey"])

    def enforce_permissions(self) -> None:
        """From now on every request needs a known key, a right signature and a permission."""
        request = urllib.request.Request(  # noqa: S310 - our own address
            f"{self.endpoint}/moto-api/reset-auth",
            data=b"0",
            headers={"Content-Type": "text/plain"},
        )
        no_proxy = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        no_proxy.open(request, timeout=10).close()

    def stop(self) -> None:
        """End it; everything in the account is gone."""
        if self._process.stdin:
            self._process.stdin.close()
        try:
            self._process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()
